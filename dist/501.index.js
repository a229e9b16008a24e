"use strict";
exports.id = 501;
exports.ids = [501];
exports.modules = {

/***/ 3501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _entry_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7290);

const mark = Symbol.for('kms-release-signing.action');
async function main(process) {
    const action = Reflect.get(globalThis, mark) === 'verify'
        ? (await __webpack_require__.e(/* import() */ 841).then(__webpack_require__.bind(__webpack_require__, 8841))).verifyAction
        : (await __webpack_require__.e(/* import() */ 411).then(__webpack_require__.bind(__webpack_require__, 7792))).signAction;
    try {
        return await action.run(process.env);
    }
    catch (error) {
        const { reportFailure } = await __webpack_require__.e(/* import() */ 726).then(__webpack_require__.bind(__webpack_require__, 9726));
        await reportFailure(action, (0,_entry_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(error), (0,_entry_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .debugTrace */ .fv)(error, process.env), process.env);
        return 1;
    }
}


/***/ }),

/***/ 9797:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ReleaseSigningError)
/* harmony export */ });
class ReleaseSigningError extends Error {
    name = 'ReleaseSigningError';
    code;
    hint;
    rule;
    certificate;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.hint = details.hint;
        this.rule = details.rule;
        this.certificate = details.certificate;
    }
}


/***/ }),

/***/ 7290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ exitStatus),
/* harmony export */   fv: () => (/* binding */ debugTrace),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

const usageCodes = new Set([
    'usage',
    'input-missing',
    'input-invalid',
    'file-not-found',
    'file-unreadable',
    'file-not-regular',
    'artifacts-none',
    'attestation-release-unknown',
    'attestation-place-unknown',
    'repository-invalid',
    'tag-invalid',
]);
function failureOf(error) {
    if (!(error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B)) {
        return {
            code: 'internal',
            message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
            hint: 'This is a defect of kms-release-signing: please report it. With RUNNER_DEBUG=1 in the environment it prints where.',
        };
    }
    const { code, hint, certificate, rule } = error;
    const about = certificate === undefined ? '' : ` (certificate ${certificate.subject}, SHA-256 ${certificate.sha256})`;
    const broken = rule === undefined ? '' : ` [${rule}]`;
    return { code, message: `${error.message}${about}${broken}`, ...(hint === undefined ? {} : { hint }) };
}
const exitStatus = ({ code }) => (usageCodes.has(code) ? 2 : 1);
function debugTrace(error, environment) {
    if (environment.RUNNER_DEBUG !== '1')
        return undefined;
    const causes = [];
    for (let at = error; at instanceof Error && causes.length < 8; at = at.cause)
        causes.push(at.stack ?? at.message);
    return causes.join('\ncaused by ');
}


/***/ })

};
;