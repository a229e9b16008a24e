"use strict";
exports.id = 841;
exports.ids = [841];
exports.modules = {

/***/ 499:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ logProgress)
/* harmony export */ });
/* harmony import */ var _entry_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);

const interval = 10_000;
function logProgress(stream, clock) {
    let last = clock().getTime();
    return (step, done, of) => {
        const now = clock().getTime();
        if (now - last < interval || done >= of)
            return;
        last = now;
        stream.write(`${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .outputLine */ .MI)(`${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(step)}: ${done} of ${of}`)}\n`);
    };
}


/***/ }),

/***/ 8841:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyAction: () => (/* binding */ verifyAction)
/* harmony export */ });
/* harmony import */ var _entry_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);
/* harmony import */ var _entry_system_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6339);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7185);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(499);




const verifyAction = {
    failureTitle: 'Not verified',
    afterFailure: 'Do not use these files before they verify.',
    async run(environment) {
        const { createFiles, findArtifactsOrDigests, keepingMemorySmall, readVerifyRequest, verifyRelease, verifyText } = await Promise.all(/* import() */[__webpack_require__.e(611), __webpack_require__.e(571)]).then(__webpack_require__.bind(__webpack_require__, 6611));
        const clock = _entry_system_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m;
        const files = createFiles({ clock });
        const request = await readVerifyRequest((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputValues */ .tq)(environment, files), []);
        const showSummary = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanInput */ .tE)('show-summary', (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputText */ .AN)(environment, 'show-summary'), true);
        const { paths, named, digests, unmatched } = findArtifactsOrDigests((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactPatterns */ .Q9)(environment), request.checksums !== undefined);
        const report = await verifyRelease({ ...request, artifacts: paths, named, digests }, { files, clock, progress: keepingMemorySmall((0,_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .logProgress */ .s)(process.stdout, clock)) });
        for (const line of verifyText(report))
            process.stdout.write(`${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .outputLine */ .MI)(line)}\n`);
        const { reportVerified } = await __webpack_require__.e(/* import() */ 694).then(__webpack_require__.bind(__webpack_require__, 694));
        await reportVerified(report, { unmatched, showSummary });
        return report.verified ? 0 : 1;
    },
    failedOutputs: (failure) => ({
        verified: false,
        results: JSON.stringify({ verified: false, artifacts: [], ignored: [], ...failure }),
    }),
};


/***/ }),

/***/ 2985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   MI: () => (/* binding */ outputLine),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   jI: () => (/* binding */ shellFile),
/* harmony export */   p7: () => (/* binding */ markdownText),
/* harmony export */   r7: () => (/* binding */ shellWord),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
const unprintable = /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e0fff}]/gu;
const names = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function escapeCharacter(character) {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    if (code <= 0xff)
        return names[character] ?? `\\x${hex.padStart(2, '0')}`;
    return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}
const printable = (text) => text.replace(unprintable, escapeCharacter);
const outputLine = (line) => line.replace(/^(\s*)::/, '$1\\x3a:').replaceAll('##[', '#\\x23[');
const jsonText = (value) => JSON.stringify(value, undefined, 2)
    .replaceAll('##[', '#\\u0023[')
    .replace(/[^\n]/gu, (character) => character.replace(unprintable, jsonEscape));
const jsonEscape = (character) => Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
const markdownText = (text) => printable(text).replace(/[^\p{L}\p{N} ,;'"/=]/gu, (character) => `&#${character.codePointAt(0)};`);
const markdownCode = (text) => `<code>${markdownText(text)}</code>`;
function markdownBlock(language, content) {
    const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${content}\n${fence}`;
}
function shellWord(text) {
    if (/^[\w/.,:=@%+][\w/.,:=@%+-]*$/.test(text))
        return text;
    if (text.search(unprintable) === -1)
        return `'${text.replaceAll("'", `'\\''`)}'`;
    const quoted = text.replace(/['\\]/g, '\\$&').replace(unprintable, (character) => {
        const short = names[character];
        if (short !== undefined)
            return short;
        return [...new TextEncoder().encode(character)].map((octet) => `\\x${octet.toString(16).padStart(2, '0')}`).join('');
    });
    return `$'${quoted}'`;
}
const shellFile = (path) => shellWord(path.startsWith('-') ? `./${path}` : path);


/***/ }),

/***/ 6339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = () => new Date();


/***/ })

};
;