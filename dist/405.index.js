"use strict";
exports.id = 405;
exports.ids = [405];
exports.modules = {

/***/ 8982:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ placeOfRelease)
/* harmony export */ });
/* harmony import */ var _core_attestation_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1155);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _common_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6602);



function placeOfRelease({ repository, tag, outputDirectory }, artifacts, what) {
    if (repository === undefined || tag === undefined) {
        const unknown = repository === undefined ? (tag === undefined ? 'repository and tag are' : 'repository is') : 'tag is';
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('attestation-release-unknown', `${what} is asked for, but the ${unknown} unknown`, {
            hint: 'It is of a whole release: give repository and tag, or ask for sidecars cms alone.',
        });
    }
    const release = { repository: (0,_core_attestation_release_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository), tag: (0,_core_attestation_release_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .ED)(tag) };
    const directory = outputDirectory ?? (0,_common_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .commonDirectory */ .h)(artifacts);
    if (directory === undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('attestation-place-unknown', `the artifacts have no folder in common that ${what} could lie in`, { hint: 'Name one with output-directory.' });
    }
    return { release, directory };
}


/***/ }),

/***/ 6405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseAttestation: () => (/* reexport safe */ _core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_1__.sI),
/* harmony export */   planAttestation: () => (/* binding */ planAttestation),
/* harmony export */   signAttestation: () => (/* binding */ signAttestation)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3120);
/* harmony import */ var _core_attestation_bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4044);
/* harmony import */ var _core_attestation_envelope_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1104);
/* harmony import */ var _core_attestation_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1155);
/* harmony import */ var _core_attestation_statement_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3387);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9797);
/* harmony import */ var _core_limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3779);
/* harmony import */ var _release_place_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8982);










function planAttestation(request, { artifacts, unseen }, leaf, algorithm) {
    const { repositoryId: packageId } = request;
    const places = artifacts.length > 0 ? artifacts : unseen.map(({ path }) => path);
    const { release, directory } = (0,_release_place_js__WEBPACK_IMPORTED_MODULE_8__/* .placeOfRelease */ .Q)(request, places, 'an attestation');
    if (packageId !== undefined && !(0,_core_attestation_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .isPackageId */ .en)(packageId)) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseSigningError */ .B('input-invalid', `repository-id ${JSON.stringify(packageId)} is not an id`);
    }
    const plan = {
        path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, (0,_core_attestation_release_js__WEBPACK_IMPORTED_MODULE_4__/* .attestationName */ .kA)(release)),
        release,
        packageId,
        form: request.attestationCertificates,
        warnings: identityWarnings(leaf),
    };
    const seen = artifacts.map((path) => ({ path, digests: { sha256: new Uint8Array(32) } }));
    checkSize(signedForm(plan, [...seen, ...unseen], leaf), algorithm);
    return plan;
}
function identityWarnings({ extensions }) {
    const names = extensions.subjectAlternativeName ?? [];
    if (names.some(({ kind }) => kind === 'uri' || kind === 'email'))
        return [];
    return [
        'the signing certificate has neither a URI nor an email address among its subject alternative names: cosign will not verify the attestation',
    ];
}
function signedForm({ release, packageId }, artifacts, leaf) {
    const subjects = artifacts.map(({ path, digests }) => (0,_core_attestation_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .subject */ .bc)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path), digests));
    const payload = (0,_core_attestation_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeStatement */ ._i)({ release, packageId, certificateSha256: leaf.sha256, subjects });
    return { payload, message: (0,_core_attestation_envelope_js__WEBPACK_IMPORTED_MODULE_3__/* .preAuthenticationEncoding */ .J)(payload) };
}
function checkSize({ message }, { messageType, name }) {
    if (messageType !== 'RAW' || message.length <= _core_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limits */ .F.rawMessageBytes)
        return;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseSigningError */ .B('attestation-too-large', `the attestation would have ${message.length} bytes to sign, and AWS KMS takes ${_core_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limits */ .F.rawMessageBytes} under ${name}`, { hint: 'Put the artifacts into fewer archives, sign with cms alone, or use a key of another kind.' });
}
async function signAttestation(attestation, files, { plan, ports, stamper, check }) {
    const { chain, algorithm, unseen } = plan;
    const artifacts = [...files, ...unseen];
    const { payload, message } = signedForm(attestation, [...files.map(sha256Of), ...unseen], chain.leaf);
    const { signature, requestId } = await ports.signer.sign(algorithm, message);
    const stamp = await stamper.stamp(signature);
    const others = attestation.form === 'chain' ? chain.intermediates : [];
    const bytes = (0,_core_attestation_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeBundle */ .n)({
        certificates: [chain.leaf, ...others].map(({ der }) => der),
        form: attestation.form,
        timeStampResponse: stamp?.response,
        envelope: { payload, signature },
    });
    check(attestation.path, () => {
        const { sidecar, statement } = (0,_core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAttestation */ .sI)(bytes);
        const subjectNamed = (0,_core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_1__/* .createSubjectIndex */ .Fm)(statement);
        for (const { path, digests } of artifacts) {
            const listed = subjectNamed((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
            if (listed === undefined)
                throw new _core_error_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseSigningError */ .B('subject-unknown', `the attestation does not list ${path}`);
            (0,_core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_1__/* .checkDigests */ .ic)(listed, digests);
        }
        return attestation.form === 'leaf'
            ? { ...sidecar, certificates: chain.intermediates.map(({ der }) => der) }
            : sidecar;
    });
    return { file: { path: attestation.path, bytes }, requestId };
}
function sha256Of({ path, digests: { sha256 } }) {
    if (sha256 === undefined)
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseSigningError */ .B('internal', `${path} was not digested with sha256`);
    return { path, digests: { sha256 } };
}


/***/ })

};
;