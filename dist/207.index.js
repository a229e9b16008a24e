"use strict";
exports.id = 207;
exports.ids = [207];
exports.modules = {

/***/ 8207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createKeyJudges: () => (/* binding */ createKeyJudges)
});

// EXTERNAL MODULE: ./build/core/algorithm.js
var algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/judged-time.js
var judged_time = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/core/verification-result.js
var verification_result = __webpack_require__(4068);
// EXTERNAL MODULE: ./build/core/x509/certificate.js
var x509_certificate = __webpack_require__(7543);
;// CONCATENATED MODULE: ./build/core/verify-by-key.js






const noPathChecked = 'no certificate path was checked: the key that was given is all that was trusted';
const judgeByKey = (key, policy) => async (read) => {
    let findings = { ...verification_result/* nothingFound */.S, warnings: [noPathChecked] };
    let evidence;
    try {
        evidence = read();
        const time = (0,judged_time/* judgeTime */.Z)(evidence, policy, undefined);
        findings = { ...findings, time: time.report, warnings: [noPathChecked, ...time.warnings] };
    }
    catch (error) {
        return (0,verification_result/* refusalResult */.y)(error, findings);
    }
    const isSigned = await evidence.isSigned();
    try {
        if (!isSigned)
            throw key.refusal();
        evidence.checkContent();
        return { verified: true, ...findings };
    }
    catch (error) {
        return (0,verification_result/* refusalResult */.y)(error, findings);
    }
};
function createKeyVerifier(key, policy) {
    const judge = judgeByKey(key, policy);
    return (read) => judge(() => {
        const { leaf, algorithm, signedForm, signature, timestampToken, checkContent } = read();
        const certificate = (0,x509_certificate/* parseCertificate */.h)(leaf);
        const algorithms = algorithmsOf(key.publicKey, algorithm);
        return {
            signature,
            timestampToken,
            async isSigned() {
                for (const row of algorithms)
                    if (await key.isSigned(row, signedForm, signature))
                        return true;
                return false;
            },
            checkContent() {
                checkContent(certificate);
                if ((0,bytes/* equalBytes */.ex)(certificate.publicKey.spki, key.publicKey.spki))
                    return;
                throw new error/* ReleaseSigningError */.B('key-mismatch', 'what was signed names the certificate of another key', {
                    hint: 'The key signed for a certificate that is not its own: ask whoever signed the release.',
                    certificate: (0,x509_certificate/* certificateReference */.l)(certificate),
                });
            },
        };
    });
}
function algorithmsOf({ keySpec }, named) {
    const rows = (0,algorithm/* fittingAlgorithms */.AE)(keySpec, named);
    if (rows.length > 0)
        return rows;
    throw new error/* ReleaseSigningError */.B('algorithm-mismatch', "the sidecar's signature algorithm does not fit the trusted key", {
        hint: `It was signed with another key than this one, which is ${keySpec ?? 'of no kind that AWS KMS has'}.`,
    });
}

;// CONCATENATED MODULE: ./build/release/verify/judge-by-key.js

function createKeyJudges(key, policy) {
    const judge = judgeByKey(key, policy);
    return {
        sidecar: createKeyVerifier(key, policy),
        signature: (signature, artifact) => judge(() => {
            const algorithms = algorithmsOf(key.publicKey, undefined).filter(({ messageType }) => messageType === 'DIGEST');
            return {
                signature,
                timestampToken: undefined,
                isSigned: () => key.isSignedArtifact(algorithms, artifact, signature),
                checkContent: () => { },
            };
        }),
    };
}


/***/ })

};
;