"use strict";
exports.id = 661;
exports.ids = [661];
exports.modules = {

/***/ 2661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ policiesText),
/* harmony export */   PS: () => (/* binding */ diagnosisMarkdown),
/* harmony export */   diagnosisText: () => (/* binding */ diagnosisText),
/* harmony export */   hl: () => (/* binding */ factsText)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);

const diagnosisText = ({ facts, policies, notes }) => [
    ...factsText(facts),
    ...policiesText(policies),
    ...(notes.length === 0 ? [] : ['', ...notes.map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)]),
];
function factsText(facts) {
    const width = Math.max(0, ...Object.keys(facts).map((name) => name.length));
    return Object.entries(facts).map(([name, value]) => `${name.padEnd(width)}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}`);
}
const policiesText = (policies) => policies.flatMap(({ title, what, policy }) => ['', `${title}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(what)}`, ...(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s$)(policy).split('\n')]);
const diagnosisMarkdown = ({ facts, policies, notes }) => [
    Object.entries(facts)
        .map(([name, value]) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(name)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(value)}`)
        .join('\n'),
    ...policies.flatMap(({ title, what, policy }) => [
        `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(title)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(what)}:`,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownBlock */ .dI)('json', (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s$)(policy)),
    ]),
    ...notes.map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7),
];


/***/ })

};
;