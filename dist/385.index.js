"use strict";
exports.id = 385;
exports.ids = [385];
exports.modules = {

/***/ 9385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkChain: () => (/* binding */ checkChain)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7543);
/* harmony import */ var _core_x509_crl_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4616);
/* harmony import */ var _core_x509_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3579);
/* harmony import */ var _core_x509_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8859);
/* harmony import */ var _core_x509_pem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6434);
/* harmony import */ var _core_x509_revocation_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6885);
/* harmony import */ var _verify_verify_policy_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7465);








function checkChain(request, ports) {
    checkUsage(request);
    const at = request.at ?? ports.clock();
    const { crls } = request;
    try {
        const { path, warnings } = pathAt(request, at);
        return {
            valid: true,
            path: path.certificates.map(_core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateReference */ .l),
            at: at.toISOString(),
            revocation: crls.length > 0 ? 'good' : 'not-checked',
            warnings: [...path.warnings, ...warnings],
        };
    }
    catch (error) {
        if (!(error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B) || error.code === 'private-key-in-input')
            throw error;
        const { code, hint } = error;
        return {
            valid: false,
            path: [],
            at: at.toISOString(),
            revocation: 'not-checked',
            warnings: [],
            code,
            message: (0,_core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .fullMessage */ .P)(error),
            ...(hint === undefined ? {} : { hint }),
        };
    }
}
function pathAt(request, at) {
    const anchors = (0,_verify_verify_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .anchorsOf */ .EF)(request.rootCertificates);
    const { leaf, others } = readChain(request.certificateChain);
    const intermediates = [...others, ...(0,_verify_verify_policy_js__WEBPACK_IMPORTED_MODULE_7__/* .certificatesOf */ .mm)(request.intermediates)];
    const crls = request.crls.flatMap(({ name, bytes }) => (0,_core_x509_crl_js__WEBPACK_IMPORTED_MODULE_2__/* .readCrls */ .Tl)(bytes, name).map((der) => (0,_core_x509_crl_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCrl */ .lD)(der, name)));
    const revocation = crls.length === 0 ? undefined : (0,_core_x509_revocation_js__WEBPACK_IMPORTED_MODULE_6__/* .createRevocationChecker */ .k)(crls);
    let warnings = [];
    const path = (0,_core_x509_path_js__WEBPACK_IMPORTED_MODULE_4__/* .findPath */ .H)({
        leaf,
        intermediates,
        anchors,
        at,
        profile: request.profile,
        ...(request.purpose === undefined ? {} : { purpose: request.purpose }),
        ...(request.policy === undefined ? {} : { policy: request.policy }),
        accept(candidate) {
            const times = { freshAt: at, signedAt: undefined };
            warnings = revocation?.check(candidate, { ...times, scope: request.crlScope, intermediates }).warnings ?? [];
        },
    });
    return { path, warnings };
}
function readChain({ name, bytes }) {
    const ders = (0,_core_x509_pem_js__WEBPACK_IMPORTED_MODULE_5__/* .readCertificates */ .jZ)(bytes, name);
    const leaf = leafOf(ders.map((der, i) => readOrRefusal(der, `${name}: certificate ${i + 1}`)));
    return { leaf, others: ders.filter((der) => der !== leaf.der) };
}
function readOrRefusal(der, what) {
    try {
        return (0,_core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCertificate */ .h)(der, what);
    }
    catch (error) {
        if (error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B)
            return error;
        throw error;
    }
}
function leafOf(chain) {
    const [first, ...rest] = chain;
    if (first === undefined || first instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B) {
        throw first ?? new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('pem-invalid', 'no certificate in the chain');
    }
    const certificates = chain.flatMap((one) => (one instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B ? [] : [one]));
    const isLeaf = (one) => !certificates.some((other) => other !== one && (0,_core_x509_name_js__WEBPACK_IMPORTED_MODULE_3__/* .sameName */ .q)(other.issuer, one.subject));
    const unreadable = rest.find((one) => one instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B);
    const isAuthority = first.extensions.basicConstraints?.ca === true;
    if (unreadable !== undefined && (isAuthority || !isLeaf(first)))
        throw unreadable;
    const [found = first, ...more] = certificates.filter(isLeaf);
    return isLeaf(first) || more.length > 0 ? first : found;
}
const objectIdentifier = /^[0-2](?:\.(?:0|[1-9]\d*))+$/;
function checkUsage({ rootCertificates, purpose, policy }) {
    if (rootCertificates.length === 0) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', 'no root certificate', { hint: 'Name one with root-certificate.' });
    }
    const given = [...(purpose === undefined || purpose === 'any' ? [] : [purpose]), ...(policy?.initialPolicies ?? [])];
    const wrong = given.find((oid) => !objectIdentifier.test(oid));
    if (wrong !== undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${wrong} is not an object identifier`, {
            hint: 'Write it with numbers and periods, such as 2.23.140.1.4.1.',
        });
    }
}


/***/ })

};
;