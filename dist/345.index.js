"use strict";
exports.id = 345;
exports.ids = [345,661];
exports.modules = {

/***/ 9726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   pC: () => (/* binding */ annotateFailure),
/* harmony export */   reportFailure: () => (/* binding */ reportFailure),
/* harmony export */   vg: () => (/* binding */ actionsCore)
/* harmony export */ });
/* harmony import */ var _entry_diagnosis_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2661);
/* harmony import */ var _entry_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2985);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7185);



const actionsCore = async () => (await Promise.all(/* import() */[__webpack_require__.e(264), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 2244))).core;
async function reportFailure(action, failure, trace, environment) {
    const core = await actionsCore();
    if (trace !== undefined)
        core.debug(trace);
    annotateFailure(core, failure);
    const { diagnosis } = failure;
    if (diagnosis !== undefined) {
        await core.group('What AWS refused, and what would allow it', async () => {
            for (const line of (0,_entry_diagnosis_text_js__WEBPACK_IMPORTED_MODULE_0__.diagnosisText)(diagnosis))
                core.info((0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .outputLine */ .MI)(line));
        });
    }
    for (const [name, value] of Object.entries(action.failedOutputs(failure)))
        core.setOutput(name, value);
    if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, 'show-summary')?.toLowerCase() === 'false')
        return;
    await writeSummary(core, [
        `### ${action.failureTitle}`,
        failureMarkdown(failure),
        ...(diagnosis === undefined ? [] : (0,_entry_diagnosis_text_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosisMarkdown */ .PS)(diagnosis)),
        (0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(action.afterFailure),
    ]);
}
const annotateFailure = (core, { code, message, hint }) => core.error([`${code}: ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(message)}`, ...(hint === undefined ? [] : [(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(hint)])].join('\n'), {
    title: code,
});
function failureMarkdown({ code, message, hint }) {
    const what = `${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownCode */ .D9)(code)} ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(message)}`;
    return hint === undefined ? what : `${what}\n\n**What to do:** ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdownText */ .p7)(hint)}`;
}
const tableRows = 500;
function markdownTable(header, rows) {
    const row = (cells) => `| ${cells.join(' | ')} |`;
    const lines = [row(header), row(header.map(() => '---')), ...rows.slice(0, tableRows).map(row)];
    const more = rows.length - tableRows;
    return lines.join('\n') + (more > 0 ? `\n\n… and ${more} more; the log has all of them.` : '');
}
async function writeSummary(core, paragraphs) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    await core.summary.addRaw(`${paragraphs.join('\n\n')}\n`).write();
}


/***/ }),

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


/***/ })

};
;