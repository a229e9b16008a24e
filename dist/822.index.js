"use strict";
exports.id = 822;
exports.ids = [822];
exports.modules = {

/***/ 7822:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createCertificateSignatureJudge: () => (/* binding */ createCertificateSignatureJudge)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_algorithm_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1426);
/* harmony import */ var _core_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _core_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);
/* harmony import */ var _core_verification_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4068);
/* harmony import */ var _core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7543);
/* harmony import */ var _core_x509_pem_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6434);
/* harmony import */ var _common_directory_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6602);
/* harmony import */ var _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6853);
/* harmony import */ var _verify_policy_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7465);











async function createCertificateSignatureJudge(artifacts, request, files, verify) {
    const certificates = await findCertificates(artifacts, request, files);
    const candidates = candidatesAmong(certificates);
    return async (signature, artifact) => {
        try {
            const signers = await signersOf(signature, artifact);
            const results = signers.map(({ leaf, algorithm }) => verify(() => rawSidecar(leaf, algorithm, signature, certificates)));
            const result = results.find(({ verified }) => verified) ?? results[0];
            if (result !== undefined)
                return result;
            throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('signature-invalid', 'the signature is not one by a key of the certificates at hand', {
                hint: 'Get artifact, signature and certificates again from the release.',
            });
        }
        catch (error) {
            return (0,_core_verification_result_js__WEBPACK_IMPORTED_MODULE_5__/* .refusalResult */ .y)(error);
        }
    };
    async function signersOf(signature, artifact) {
        if (candidates.length === 0) {
            throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('raw-certificate-missing', "the signer's certificate is not there", {
                hint: `Get the file ending in ${_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_9__/* .certificatesSuffix */ .gt} from the release, or give the certificate with intermediates.`,
            });
        }
        const { sha256, valid } = await files.checkSignatures(artifact.path, signature, candidates);
        if (artifact.digests.sha256 === undefined || !(0,_core_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .equalBytes */ .ex)(sha256, artifact.digests.sha256)) {
            throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('file-changed', `${artifact.path} changed while it was verified`);
        }
        return candidates.filter((_, i) => valid[i] === true);
    }
}
const rawSidecar = (leaf, algorithm, signature, certificates) => ({
    leaf: leaf.der,
    certificates,
    algorithm,
    signedForm: new Uint8Array(),
    isSignedBy: ({ sha256 }) => sha256 === leaf.sha256,
    signature,
    timestampToken: undefined,
    checkContent: () => { },
});
async function findCertificates(artifacts, { sidecarDirectory, intermediates }, files) {
    const common = (0,_common_directory_js__WEBPACK_IMPORTED_MODULE_8__/* .commonDirectory */ .h)(artifacts);
    const directories = sidecarDirectory === undefined
        ? [...(common === undefined ? [] : [common]), ...artifacts.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)(path)))]
        : [sidecarDirectory];
    const found = [...(0,_verify_policy_js__WEBPACK_IMPORTED_MODULE_10__/* .certificatesOf */ .mm)(intermediates)];
    for (const directory of new Set(directories)) {
        for (const name of await files.list(directory)) {
            if (!name.endsWith(_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_9__/* .certificatesSuffix */ .gt) || name.startsWith('.'))
                continue;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, name);
            found.push(...(0,_core_x509_pem_js__WEBPACK_IMPORTED_MODULE_7__/* .readCertificates */ .jZ)(await files.read(path, _core_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.certificateFileBytes), path));
        }
    }
    return found;
}
function candidatesAmong(certificates) {
    const leaves = new Map();
    for (const der of certificates) {
        const certificate = readable(der);
        if (certificate !== undefined && certificate.extensions.basicConstraints?.ca !== true) {
            leaves.set(certificate.sha256, certificate);
        }
    }
    const candidates = [...leaves.values()].flatMap((leaf) => {
        const { keySpec, key } = leaf.publicKey;
        return _core_algorithm_js__WEBPACK_IMPORTED_MODULE_1__/* .signatureAlgorithms */ .Py
            .filter(({ messageType, keySpecs }) => messageType === 'DIGEST' && keySpecs.some((spec) => spec === keySpec))
            .map((algorithm) => ({ leaf, algorithm, key }));
    });
    if (candidates.length > _core_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.rawSignatureChecks) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('limit-exceeded', 'too many certificates that a signature could be by', {
            hint: `Leave the one file ending in ${_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_9__/* .certificatesSuffix */ .gt} of the release, and no other.`,
        });
    }
    return candidates;
}
function readable(der) {
    try {
        return (0,_core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_6__/* .parseCertificate */ .h)(der);
    }
    catch (error) {
        if (error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B)
            return undefined;
        throw error;
    }
}


/***/ })

};
;