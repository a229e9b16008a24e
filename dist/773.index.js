export const id = 773;
export const ids = [773];
export const modules = {

/***/ 5773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   pC: () => (/* binding */ annotateFailure),
/* harmony export */   reportFailure: () => (/* binding */ reportFailure),
/* harmony export */   vg: () => (/* binding */ actionsCore)
/* harmony export */ });
/* unused harmony export failureMarkdown */
/* harmony import */ var _entry_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5668);

const actionsCore = async () => (await Promise.all(/* import() */[__webpack_require__.e(264), __webpack_require__.e(49)]).then(__webpack_require__.bind(__webpack_require__, 7049))).core;
async function reportFailure(action, failure, trace, environment) {
    const core = await actionsCore();
    if (trace !== undefined)
        core.debug(trace);
    annotateFailure(core, failure);
    for (const [name, value] of Object.entries(action.failedOutputs(failure)))
        core.setOutput(name, value);
    if (environment['INPUT_SHOW-SUMMARY']?.trim().toLowerCase() === 'false')
        return;
    await writeSummary(core, [`### ${action.failureTitle}`, failureMarkdown(failure), (0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(action.afterFailure)]);
}
const annotateFailure = (core, { code, message, hint }) => core.error([`${code}: ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(message)}`, ...(hint === undefined ? [] : [(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(hint)])].join('\n'), {
    title: code,
});
function failureMarkdown({ code, message, hint }) {
    const what = `${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(code)} ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(message)}`;
    return hint === undefined ? what : `${what}\n\n**What to do:** ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(hint)}`;
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

/***/ 5668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
