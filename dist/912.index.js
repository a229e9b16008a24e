"use strict";
exports.id = 912;
exports.ids = [912];
exports.modules = {

/***/ 4912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readTrustedKey: () => (/* binding */ readTrustedKey)
});

// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/crypto.js
var core_crypto = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/x509/public-key.js
var public_key = __webpack_require__(8257);
// EXTERNAL MODULE: ./build/core/x509/pem.js
var pem = __webpack_require__(6434);
;// CONCATENATED MODULE: ./build/core/x509/public-key-file.js




function readPublicKey(bytes, what) {
    const [der, another] = (0,pem/* readPemOrDer */.Tw)(bytes, 'PUBLIC KEY', what, limits/* limits */.F.publicKeyFileBytes);
    if (der === undefined || another !== undefined) {
        throw new error/* ReleaseSigningError */.B('pem-invalid', `${what}: holds more than one public key`, {
            hint: 'Give the one key that signs.',
        });
    }
    const key = (0,public_key/* parsePublicKey */.e)(der, what);
    if (key.keySpec !== undefined)
        return key;
    throw new error/* ReleaseSigningError */.B('key-unsupported', `${what}: AWS KMS has no key of this kind (${key.bits} bits)`, {
        hint: 'Give the key that `aws kms get-public-key` prints for the signing key.',
    });
}

// EXTERNAL MODULE: ./build/release/verify/find-sidecars.js
var find_sidecars = __webpack_require__(929);
;// CONCATENATED MODULE: ./build/release/verify/release-key.js







function localKey({ name, bytes }, files) {
    const publicKey = readPublicKey(bytes, name);
    return {
        publicKey,
        report: { name, sha256: (0,core_crypto/* sha256Hex */.fg)(publicKey.spki) },
        atOnce: 1,
        isSigned: (algorithm, message, signature) => (0,core_crypto/* verifySignature */.Od)(algorithm, publicKey.key, message, signature),
        async isSignedArtifact(algorithms, artifact, signature) {
            const candidates = algorithms.map((algorithm) => ({ algorithm, key: publicKey.key }));
            const { sha256, valid } = await files.checkSignatures(artifact.path, signature, candidates);
            checkSame(artifact, sha256);
            return valid.includes(true);
        },
        refusal: () => new error/* ReleaseSigningError */.B('signature-invalid', `the signature is not one by the key in ${name}`, {
            hint: 'It was signed with another key, or changed or forged: get the sidecar again, and the key from a source you trust.',
        }),
    };
}
async function serviceKey(service, files) {
    const { keyId, publicKey: spki } = await service.describe();
    const publicKey = (0,public_key/* parsePublicKey */.e)(spki, `key ${keyId}`);
    return {
        publicKey,
        report: { name: keyId, sha256: (0,core_crypto/* sha256Hex */.fg)(spki) },
        atOnce: limits/* limits */.F.signaturesAtOnce,
        isSigned: (algorithm, message, signature) => service.verify(algorithm, message, signature),
        async isSignedArtifact(algorithms, artifact, signature) {
            const hashes = new Set(algorithms.map(({ hash }) => hash.name));
            const [read] = await files.digest([artifact.path], ['sha256', ...hashes]);
            if (read === undefined)
                throw new error/* ReleaseSigningError */.B('internal', `${artifact.path} was not digested`);
            checkSame(artifact, read.digests.sha256);
            for (const algorithm of algorithms) {
                if (await service.verifyDigest(algorithm, (0,find_sidecars/* digestOf */.o)(read, algorithm.hash), signature))
                    return true;
            }
            return false;
        },
        refusal: () => new error/* ReleaseSigningError */.B('kms-signature-invalid', `AWS KMS says that the signature is not one by key ${keyId}`, {
            hint: 'It was signed with another key, or changed or forged: get the sidecar again, and name the key that signs.',
        }),
    };
}
function checkSame({ path, digests }, sha256) {
    if (sha256 !== undefined && digests.sha256 !== undefined && (0,bytes/* equalBytes */.ex)(sha256, digests.sha256))
        return;
    throw new error/* ReleaseSigningError */.B('file-changed', `${path} changed while it was verified`);
}

// EXTERNAL MODULE: ./build/entry/read-values.js
var read_values = __webpack_require__(1633);
;// CONCATENATED MODULE: ./build/entry/trusted-key.js



async function readTrustedKey(values, files, access) {
    const file = await (0,read_values/* oneFile */.V_)(values, 'public-key', limits/* limits */.F.publicKeyFileBytes);
    if (file !== undefined)
        return localKey(file, files);
    const keyId = (0,read_values/* required */.mw)(values, 'kms-key-id');
    const online = await __webpack_require__.e(/* import() */ 738).then(__webpack_require__.bind(__webpack_require__, 738));
    const reached = access(online);
    const verifier = online.createKmsVerifier({
        keyId,
        region: values.text('aws-region'),
        useFipsEndpoint: values.flag('use-fips-endpoint'),
        timers: online.systemTimers,
        ...reached,
    });
    return { ...(await serviceKey(verifier, files)), warnings: endpointWarnings(keyId, reached.environment) };
}
function endpointWarnings(keyId, environment) {
    const configured = environment.AWS_ENDPOINT_URL_KMS || environment.AWS_ENDPOINT_URL;
    const isIgnored = environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true';
    if (!configured || isIgnored || /^awskms:\/\/[^/]/.test(keyId))
        return [];
    const server = URL.canParse(configured) ? new URL(configured).origin : configured;
    return [`AWS KMS was asked at ${server}, which the environment names: the verdict is that server's`];
}


/***/ })

};
;