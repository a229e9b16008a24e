"use strict";
exports.id = 841;
exports.ids = [841,661,665];
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

/***/ 4665:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vg: () => (/* binding */ actionsCore),
  pC: () => (/* binding */ annotateFailure),
  Qj: () => (/* binding */ markdownTable),
  reportFailure: () => (/* binding */ reportFailure),
  Sy: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: ./build/entry/diagnosis-text.js
var diagnosis_text = __webpack_require__(2661);
// EXTERNAL MODULE: ./build/entry/escape.js
var entry_escape = __webpack_require__(2985);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7185);
;// CONCATENATED MODULE: ./build/action/summary.js
const maximumBytes = 1_000_000;
const reservedBytes = 1_000;
function summaryText(paragraphs, maximum = maximumBytes) {
    const fixed = paragraphs.reduce((sum, one) => sum + bytesOf(typeof one === 'string' ? one : headOf(one)) + 2, 0);
    let left = maximum - reservedBytes;
    let forRows = left - fixed;
    const texts = [];
    for (const paragraph of paragraphs) {
        const text = typeof paragraph === 'string' ? paragraph : tableText(paragraph, Math.max(0, forRows));
        if (typeof paragraph !== 'string')
            forRows -= bytesOf(text) - bytesOf(headOf(paragraph));
        left -= bytesOf(text) + 2;
        if (left < 0) {
            texts.push('… There is more than a summary may hold; the log has all of it.');
            break;
        }
        texts.push(text);
    }
    return `${texts.join('\n\n')}\n`;
}
function tableText(table, budget) {
    const lines = [];
    let left = budget;
    for (const row of table.rows) {
        const line = lineOf(row);
        left -= bytesOf(line) + 1;
        if (left < 0)
            break;
        lines.push(line);
    }
    const more = table.rows.length - lines.length;
    const text = [headOf(table), ...lines].join('\n');
    return more === 0 ? text : `${text}\n\n… and ${more} more; the log has all of them.`;
}
const headOf = ({ header }) => `${lineOf(header)}\n${lineOf(header.map(() => '---'))}`;
const lineOf = (cells) => `| ${cells.join(' | ')} |`;
const bytesOf = (text) => Buffer.byteLength(text, 'utf8');

;// CONCATENATED MODULE: ./build/action/report.js




const actionsCore = async () => (await Promise.all(/* import() */[__webpack_require__.e(264), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 2244))).core;
async function reportFailure(action, failure, trace, environment) {
    const core = await actionsCore();
    if (trace !== undefined)
        core.debug(trace);
    annotateFailure(core, failure);
    const { diagnosis } = failure;
    if (diagnosis !== undefined) {
        await core.group('What AWS refused, and what would allow it', async () => {
            for (const line of (0,diagnosis_text.diagnosisText)(diagnosis))
                core.info((0,entry_escape/* outputLine */.MI)(line));
        });
    }
    for (const [name, value] of Object.entries(action.failedOutputs(failure)))
        core.setOutput(name, value);
    if ((0,inputs/* inputText */.AN)(environment, 'show-summary')?.toLowerCase() === 'false')
        return;
    await writeSummary(core, [
        `### ${action.failureTitle}`,
        failureMarkdown(failure),
        ...(diagnosis === undefined ? [] : (0,diagnosis_text/* diagnosisMarkdown */.PS)(diagnosis)),
        (0,entry_escape/* markdownText */.p7)(action.afterFailure),
    ]);
}
const annotateFailure = (core, { code, message, hint }) => core.error([`${code}: ${(0,entry_escape/* printable */.g$)(message)}`, ...(hint === undefined ? [] : [(0,entry_escape/* printable */.g$)(hint)])].join('\n'), {
    title: code,
});
function failureMarkdown({ code, message, hint }) {
    const what = `${(0,entry_escape/* markdownCode */.D9)(code)} ${(0,entry_escape/* markdownText */.p7)(message)}`;
    return hint === undefined ? what : `${what}\n\n**What to do:** ${(0,entry_escape/* markdownText */.p7)(hint)}`;
}
const markdownTable = (header, rows) => ({
    header,
    rows,
});
async function writeSummary(core, paragraphs) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    await core.summary.addRaw(summaryText(paragraphs)).write();
}


/***/ }),

/***/ 6100:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RI: () => (/* binding */ roleCredentials),
/* harmony export */   Ws: () => (/* binding */ roleInputs),
/* harmony export */   fP: () => (/* binding */ readRole)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _entry_read_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1633);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7185);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4665);




const roleDetails = [
    'audience',
    'role-session-name',
    'role-duration-seconds',
    'allowed-account-ids',
    'inline-session-policy',
];
const roleInputs = ['role-to-assume', ...roleDetails];
function readRole(environment) {
    const roleToAssume = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, 'role-to-assume');
    if (roleToAssume === undefined) {
        const idle = roleDetails.find((name) => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, name) !== undefined);
        if (idle === undefined)
            return undefined;
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${idle} without role-to-assume`, {
            hint: `Name the role, or leave ${idle} out: without a role the credentials are those that the AWS SDK finds.`,
        });
    }
    const seconds = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, 'role-duration-seconds');
    const accounts = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, 'allowed-account-ids')?.split(/[\s,]+/) ?? [];
    return {
        roleToAssume,
        audience: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, 'audience'),
        roleSessionName: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, 'role-session-name'),
        roleDurationSeconds: seconds === undefined ? undefined : (0,_entry_read_values_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)('role-duration-seconds', seconds, 900, 43_200),
        allowedAccountIds: accounts.filter((account) => account !== ''),
        inlineSessionPolicy: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, 'inline-session-policy'),
    };
}
const roleCredentials = ({ keyId, region, useFipsEndpoint, role }, environment, online) => role &&
    online.createWebIdentityCredentials({
        ...role,
        useFipsEndpoint,
        environment,
        timers: online.systemTimers,
        region: online.chooseRegion(online.parseKmsKeyId(keyId), region, environment),
        fetch: online.environmentFetch(environment),
        mask: async (secret) => (await (0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .actionsCore */ .vg)()).setSecret(secret),
    });


/***/ }),

/***/ 8841:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verifyAction: () => (/* binding */ verifyAction),
/* harmony export */   verifyActionInputs: () => (/* binding */ verifyActionInputs)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _entry_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2985);
/* harmony import */ var _entry_system_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6339);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7185);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(499);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4665);
/* harmony import */ var _role_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6100);







const verifyActionInputs = ['artifacts', 'github-token', ..._role_js__WEBPACK_IMPORTED_MODULE_5__/* .roleInputs */ .Ws, 'show-summary'];
const verifyAction = {
    failureTitle: 'Not verified',
    afterFailure: 'Do not use these files before they verify.',
    async run(environment) {
        const offline = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(908)]).then(__webpack_require__.bind(__webpack_require__, 5039));
        const { createFiles, keepingMemorySmall, readVerifyRequest, verifyNamed, verifyText } = offline;
        const clock = _entry_system_js__WEBPACK_IMPORTED_MODULE_6__/* .systemClock */ .m;
        const files = createFiles({ clock });
        const values = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputValues */ .tq)(environment, files);
        const request = await readVerifyRequest(values, []);
        const kms = readKmsAccess(values, environment);
        const showSummary = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .booleanInput */ .tE)('show-summary', (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, 'show-summary'), true);
        const patterns = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .artifactPatterns */ .Q9)(environment, ['checksums-file', 'from-repository']);
        let trustedKey;
        if (request.identity === undefined) {
            const { readTrustedKey } = await offline.loadTrustedKey();
            trustedKey = await readTrustedKey(values, files, (online) => {
                const credentials = (0,_role_js__WEBPACK_IMPORTED_MODULE_5__/* .roleCredentials */ .RI)(kms, environment, online);
                return { environment, credentials, beforeLoading: credentials?.prefetch };
            });
        }
        const token = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputText */ .AN)(environment, 'github-token') ?? null;
        if (token !== null)
            (await (0,_report_js__WEBPACK_IMPORTED_MODULE_4__/* .actionsCore */ .vg)()).setSecret(token);
        const { report, unmatched, directory } = await verifyNamed(values, request, {
            patterns,
            environment,
            token,
            keepIn: environment.RUNNER_TEMP,
            notice: (text) => void process.stdout.write(`${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .outputLine */ .MI)(text)}\n`),
            ports: { files, clock, trustedKey, progress: keepingMemorySmall((0,_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .logProgress */ .s)(process.stdout, clock)) },
        });
        for (const line of verifyText(report))
            process.stdout.write(`${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .outputLine */ .MI)(line)}\n`);
        const { reportVerified } = await __webpack_require__.e(/* import() */ 694).then(__webpack_require__.bind(__webpack_require__, 694));
        await reportVerified(report, { unmatched, directory, showSummary });
        return report.verified ? 0 : 1;
    },
    failedOutputs: (failure) => ({
        verified: false,
        directory: '',
        results: JSON.stringify({ verified: false, artifacts: [], ignored: [], ...failure }),
    }),
};
function readKmsAccess(values, environment) {
    const role = (0,_role_js__WEBPACK_IMPORTED_MODULE_5__/* .readRole */ .fP)(environment);
    const keyId = values.text('kms-key-id');
    if (role !== undefined && keyId === undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', 'role-to-assume without kms-key-id', {
            hint: 'Verification needs credentials for a key in AWS KMS alone: name it, or leave the role out.',
        });
    }
    return {
        keyId: keyId ?? '',
        region: values.text('aws-region'),
        useFipsEndpoint: values.flag('use-fips-endpoint'),
        role,
    };
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
/* harmony export */   iQ: () => (/* binding */ markdownLink),
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
function markdownLink(text, address) {
    if (!/^https?:\/\//.test(address) || !URL.canParse(address))
        return markdownText(text);
    const href = new URL(address).href.replace(/["<>`\\|]/g, encodeURIComponent);
    return `[${markdownText(text)}](<${href.replaceAll('&', '&amp;')}>)`;
}
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