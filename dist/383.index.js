"use strict";
exports.id = 383;
exports.ids = [383];
exports.modules = {

/***/ 8637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dw: () => (/* binding */ parseMessageBundle),
/* harmony export */   Eg: () => (/* binding */ encodeMessageBundle),
/* harmony export */   IO: () => (/* binding */ checkMessageDigest)
/* harmony export */ });
/* harmony import */ var _attestation_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8142);
/* harmony import */ var _attestation_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8670);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2088);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);






const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const algorithms = { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' };
const encodeMessageBundle = ({ hash, digest, signature }) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8 */ .As)(`${JSON.stringify({
    mediaType,
    verificationMaterial: { publicKey: { hint: '' }, tlogEntries: [] },
    messageSignature: {
        messageDigest: { algorithm: algorithms[hash], digest: (0,_base64_js__WEBPACK_IMPORTED_MODULE_5__/* .base64 */ .K)(digest) },
        signature: (0,_base64_js__WEBPACK_IMPORTED_MODULE_5__/* .base64 */ .K)(signature),
    },
})}\n`);
const code = 'message-bundle-invalid';
function parseMessageBundle(bytes) {
    if (bytes.length > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.rawSignatureBytes) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('limit-exceeded', `message bundle: more than ${_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.rawSignatureBytes} bytes`);
    }
    const bundle = (0,_attestation_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonFields */ .y)((0,_attestation_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(bytes, 'message bundle'), 'message bundle', code);
    bundle.only('mediaType', 'verificationMaterial', 'messageSignature');
    const material = bundle.object('verificationMaterial');
    material.only('publicKey', 'tlogEntries');
    const key = material.object('publicKey');
    key.only('hint');
    const message = bundle.object('messageSignature');
    message.only('messageDigest', 'signature');
    const digest = message.object('messageDigest');
    digest.only('algorithm', 'digest');
    const hash = hashNames.find((name) => algorithms[name] === digest.text('algorithm'));
    const isOurs = bundle.text('mediaType') === mediaType &&
        material.optionalObjects('tlogEntries').length === 0 &&
        (!key.has('hint') || key.text('hint') === '');
    if (!isOurs || hash === undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B(code, 'message bundle: not in the form of ours');
    return { hash, digest: digest.bytes('digest'), signature: message.bytes('signature') };
}
const hashNames = ['sha256', 'sha384', 'sha512'];
function checkMessageDigest({ digest }, artifact) {
    if (artifact !== undefined && (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .equalBytes */ .ex)(digest, artifact))
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('digest-mismatch', 'the artifact is not the one that the message bundle speaks of', {
        hint: 'The artifact was changed, cut short, or is another file: get it again, with its own sidecar.',
    });
}


/***/ }),

/***/ 2405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ tokenOfResponse)
/* harmony export */ });
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4262);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6335);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);





const failures = new Map([
    [0, 'badAlg'],
    [2, 'badRequest'],
    [5, 'badDataFormat'],
    [14, 'timeNotAvailable'],
    [15, 'unacceptedPolicy'],
    [16, 'unacceptedExtension'],
    [17, 'addInfoNotAvailable'],
    [25, 'systemFailure'],
]);
const what = 'time-stamp response';
function tokenOfResponse(bytes) {
    const root = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDer */ .zE)(bytes, what, { bytes: _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.timestampBytes }), _der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence, what);
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)(root, what);
    const status = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence, 'status'), 'time-stamp status');
    const value = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .smallIntegerOf */ .Xo)(status.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.integer, 'status'), 'time-stamp status');
    const text = status.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence);
    const failure = status.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.bitString);
    status.end();
    const token = fields.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence);
    fields.end();
    if (value > 1) {
        const reasons = [...namesOf(failure), ...textsOf(text)];
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('timestamp-refused', `the time-stamp server refused, status ${value}${reasons.length === 0 ? '' : `: ${reasons.join(', ')}`}`, { rule: 'RFC 3161 section 2.4.2' });
    }
    if (token === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('timestamp-invalid', 'time-stamp response: granted, but without a token', {
            rule: 'RFC 3161 section 2.4.2',
        });
    }
    return token.bytes;
}
function namesOf(failure) {
    const octets = failure?.content.subarray(1) ?? new Uint8Array();
    return [...failures].flatMap(([bit, name]) => ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7)) ? [name] : []));
}
function textsOf(text) {
    return (text?.children ?? []).slice(0, 4).map(({ content }) => new TextDecoder().decode(content.subarray(0, 256)));
}


/***/ }),

/***/ 8720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspectSidecar: () => (/* binding */ inspectSidecar)
/* harmony export */ });
/* harmony import */ var _core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3120);
/* harmony import */ var _core_attestation_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8142);
/* harmony import */ var _core_attestation_json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8670);
/* harmony import */ var _core_attestation_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1155);
/* harmony import */ var _core_bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9604);
/* harmony import */ var _core_cms_sidecar_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4542);
/* harmony import */ var _core_cms_signed_data_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5474);
/* harmony import */ var _core_message_bundle_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8637);
/* harmony import */ var _core_timestamp_token_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1618);
/* harmony import */ var _core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7543);
/* harmony import */ var _core_x509_pem_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6434);
/* harmony import */ var _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6853);












function inspectSidecar(path, bytes) {
    if (path.endsWith(_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_11__/* .sidecarKinds */ .jW.signature.suffix))
        return { kind: 'signature', signatureBytes: bytes.length };
    if (bytes[0] === firstOctet.der)
        return inspectCms(bytes);
    if (bytes[0] === firstOctet.pem) {
        return { kind: 'certificates', certificates: (0,_core_x509_pem_js__WEBPACK_IMPORTED_MODULE_10__/* .readCertificates */ .jZ)(bytes, 'certificates').map(certificateSummary) };
    }
    return (0,_core_attestation_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonFields */ .y)((0,_core_attestation_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(bytes, 'sidecar'), 'sidecar', 'attestation-invalid').has('messageSignature')
        ? inspectMessageBundle(bytes)
        : inspectAttestation(bytes);
}
const firstOctet = { der: 0x30, pem: 0x2d };
function inspectMessageBundle(bytes) {
    const { hash, digest, signature } = (0,_core_message_bundle_js__WEBPACK_IMPORTED_MODULE_7__/* .parseMessageBundle */ .Dw)(bytes);
    return {
        kind: 'message-bundle',
        digest: { algorithm: hash, value: (0,_core_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .bytesToHex */ .My)(digest) },
        signatureBytes: signature.length,
    };
}
function inspectCms(bytes) {
    const signedData = (0,_core_cms_signed_data_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSignedData */ .e)(bytes);
    const { algorithm, attributes, timestampToken } = signedData;
    const { leaf, certificates } = (0,_core_cms_sidecar_js__WEBPACK_IMPORTED_MODULE_5__/* .cmsSidecar */ .n)(signedData, () => attributes.messageDigest);
    const others = certificates.filter((certificate) => certificate !== leaf);
    return {
        kind: 'cms',
        algorithm: algorithm.name,
        digest: { algorithm: algorithm.hash.name, value: (0,_core_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .bytesToHex */ .My)(attributes.messageDigest) },
        signingTime: attributes.signingTime.toISOString(),
        ...inspectBase(leaf, others, timestampToken),
    };
}
function inspectAttestation(bytes) {
    const { sidecar, statement } = (0,_core_attestation_attestation_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAttestation */ .sI)(bytes);
    const { release, packageId, subjects } = statement;
    return {
        kind: 'attestation',
        release: { repository: (0,_core_attestation_release_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryText */ .g_)(release.repository), tag: release.tag, packageId: packageId ?? null },
        artifacts: subjects.map(({ name, digests }) => ({ name, digests })),
        ...inspectBase(sidecar.leaf, sidecar.certificates, sidecar.timestampToken),
    };
}
function inspectBase(leaf, others, token) {
    return {
        signer: certificateSummary(leaf),
        certificates: others.map(certificateSummary),
        timestamp: token === undefined ? null : timestampSummary(token),
    };
}
function timestampSummary(token) {
    const { info, certificates } = (0,_core_timestamp_token_js__WEBPACK_IMPORTED_MODULE_8__/* .parseTimeStampToken */ .h)(token);
    return {
        time: info.genTime.toISOString(),
        policy: info.policy,
        certificates: certificates.map(certificateSummary),
    };
}
function certificateSummary(der) {
    const certificate = (0,_core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_9__/* .parseCertificate */ .h)(der);
    const { subject, issuer, extensions, notBefore, notAfter, serialHex, sha256, publicKey } = certificate;
    return {
        subject: subject.text,
        issuer: issuer.text,
        subjectAlternativeNames: (extensions.subjectAlternativeName ?? []).map((name) => ({
            kind: name.kind,
            value: 'text' in name ? name.text : null,
        })),
        notBefore: notBefore.toISOString(),
        notAfter: notAfter.toISOString(),
        serial: serialHex,
        sha256,
        key: { type: publicKey.type, bits: publicKey.bits },
    };
}


/***/ })

};
;