// Verifies a detached CMS with BouncyCastle: java -cp JARS CmsVerify.java SIDECAR CONTENT ROOT. Status 0 and "accepted", or
// 1 and why not. Run from source by scripts/interoperability.ts.
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

public class CmsVerify {
  public static void main(String[] files) {
    try {
      Security.addProvider(new BouncyCastleProvider());
      verify(Files.readAllBytes(Path.of(files[0])), Files.readAllBytes(Path.of(files[1])), files[2]);
      System.out.println("accepted");
    } catch (Exception problem) {
      System.out.println(problem.getMessage());
      System.exit(1);
    }
  }

  private static void verify(byte[] sidecar, byte[] content, String root) throws Exception {
    CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), sidecar);
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    var found = signed.getCertificates().getMatches(signer.getSID());
    X509CertificateHolder holder = (X509CertificateHolder) found.iterator().next();
    var verifier = new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(holder);
    if (!signer.verify(verifier)) throw new Exception("the signature does not verify");

    CertificateFactory factory = CertificateFactory.getInstance("X.509", "BC");
    X509Certificate anchor = (X509Certificate) factory.generateCertificate(new FileInputStream(root));
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(
        (X509Certificate) factory.generateCertificate(new java.io.ByteArrayInputStream(holder.getEncoded())));
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(anchor, null)), target);
    CertStore store =
        new org.bouncycastle.cert.jcajce.JcaCertStoreBuilder()
            .setProvider("BC")
            .addCertificates(signed.getCertificates())
            .build();
    parameters.addCertStore(store);
    parameters.setRevocationEnabled(false);
    CertPathBuilder.getInstance("PKIX", "BC").build(parameters);
  }
}
