"use strict";
exports.id = 411;
exports.ids = [411,178,726];
exports.modules = {

/***/ 7185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ inputText),
/* harmony export */   Q9: () => (/* binding */ artifactPatterns),
/* harmony export */   tE: () => (/* binding */ booleanInput),
/* harmony export */   tq: () => (/* binding */ inputValues)
/* harmony export */ });
/* harmony import */ var _adapters_artifact_globs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6178);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _entry_read_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1633);



const inputText = (environment, name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() || undefined;
function inputValues(environment, files) {
    const text = (name) => inputText(environment, name);
    const texts = (name) => (text(name) ?? '')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    return {
        label: (name) => name,
        text,
        texts,
        flag: (name) => booleanInput(name, text(name), false),
        async files(name, maximumBytes) {
            const content = text(name);
            if (content?.includes('-----BEGIN'))
                return [{ name, bytes: new TextEncoder().encode(content) }];
            return Promise.all(texts(name).map(async (path) => ({ name: path, bytes: await readPath(name, path, maximumBytes, files) })));
        },
    };
}
function booleanInput(name, text, defaultValue) {
    if (text === undefined)
        return defaultValue;
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('usage', `${name}: ${text} is neither true nor false`);
}
function artifactPatterns(environment) {
    const patterns = (0,_adapters_artifact_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .splitArtifactsInput */ .y)(environment.INPUT_ARTIFACTS ?? '');
    if (patterns.length === 0)
        throw (0,_entry_read_values_js__WEBPACK_IMPORTED_MODULE_2__/* .missing */ .LO)('artifacts', 'Give file names or patterns, one a line.');
    return patterns;
}
async function readPath(name, path, maximumBytes, files) {
    try {
        return await files.read(path, maximumBytes);
    }
    catch (error) {
        if (path.includes('.') || !(error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B))
            throw error;
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B(error.code, `${name}: its value is no PEM text, and no file that can be read`, {
            hint: 'Give the PEM text with its BEGIN and END lines, or the path of a file. Paths are relative to the workspace.',
        });
    }
}


/***/ }),

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

/***/ 9726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   pC: () => (/* binding */ annotateFailure),
/* harmony export */   reportFailure: () => (/* binding */ reportFailure),
/* harmony export */   vg: () => (/* binding */ actionsCore)
/* harmony export */ });
/* harmony import */ var _entry_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7185);


const actionsCore = async () => (await Promise.all(/* import() */[__webpack_require__.e(264), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 2244))).core;
async function reportFailure(action, failure, trace, environment) {
    const core = await actionsCore();
    if (trace !== undefined)
        core.debug(trace);
    annotateFailure(core, failure);
    for (const [name, value] of Object.entries(action.failedOutputs(failure)))
        core.setOutput(name, value);
    if ((0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputText */ .AN)(environment, 'show-summary')?.toLowerCase() === 'false')
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

/***/ 7792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signAction: () => (/* binding */ signAction)
});

// EXTERNAL MODULE: ./build/entry/system.js
var system = __webpack_require__(6339);
// EXTERNAL MODULE: ./build/action/progress.js
var progress = __webpack_require__(499);
// EXTERNAL MODULE: ./build/action/report.js
var report = __webpack_require__(9726);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/entry/read-values.js
var read_values = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/entry/sign-request.js
var sign_request = __webpack_require__(6619);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7185);
;// CONCATENATED MODULE: ./build/action/sign-inputs.js




const signActionInputs = (/* unused pure expression or super */ null && ([
    'artifacts',
    'role-to-assume',
    'audience',
    'role-session-name',
    'role-duration-seconds',
    'allowed-account-ids',
    'inline-session-policy',
    'expiry-warning-days',
    'cross-check',
    'show-summary',
]));
const expiryWarningDays = 30;
async function readSignInputs(environment, files) {
    const patterns = (0,inputs/* artifactPatterns */.Q9)(environment);
    const values = (0,inputs/* inputValues */.tq)(environment, files);
    const keyId = (0,read_values/* required */.mw)(values, 'kms-key-id', 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.');
    const days = (0,inputs/* inputText */.AN)(environment, 'expiry-warning-days');
    const request = await (0,sign_request/* readSignRequest */.r)(releaseOfRun(values, environment), [], {
        expiryWarningDays: days === undefined ? expiryWarningDays : (0,read_values/* wholeNumber */.rD)('expiry-warning-days', days, 0, 36_500),
        crossCheck: (0,read_values/* choice */.Yq)((0,inputs/* inputValues */.tq)(environment, files), 'cross-check', ['first', 'all', 'none']),
    });
    return {
        request,
        patterns,
        keyId,
        region: values.text('aws-region'),
        useFipsEndpoint: values.flag('use-fips-endpoint'),
        role: readRole(environment),
        showSummary: (0,inputs/* booleanInput */.tE)('show-summary', (0,inputs/* inputText */.AN)(environment, 'show-summary'), true),
    };
}
const roleDetails = [
    'audience',
    'role-session-name',
    'role-duration-seconds',
    'allowed-account-ids',
    'inline-session-policy',
];
function readRole(environment) {
    const roleToAssume = (0,inputs/* inputText */.AN)(environment, 'role-to-assume');
    if (roleToAssume === undefined) {
        const idle = roleDetails.find((name) => (0,inputs/* inputText */.AN)(environment, name) !== undefined);
        if (idle === undefined)
            return undefined;
        throw new error/* ReleaseSigningError */.B('usage', `${idle} without role-to-assume`, {
            hint: `Name the role, or leave ${idle} out: without a role the credentials are those that the AWS SDK finds.`,
        });
    }
    const seconds = (0,inputs/* inputText */.AN)(environment, 'role-duration-seconds');
    const accounts = (0,inputs/* inputText */.AN)(environment, 'allowed-account-ids')?.split(/[\s,]+/) ?? [];
    return {
        roleToAssume,
        audience: (0,inputs/* inputText */.AN)(environment, 'audience'),
        roleSessionName: (0,inputs/* inputText */.AN)(environment, 'role-session-name'),
        roleDurationSeconds: seconds === undefined ? undefined : (0,read_values/* wholeNumber */.rD)('role-duration-seconds', seconds, 900, 43_200),
        allowedAccountIds: accounts.filter((account) => account !== ''),
        inlineSessionPolicy: (0,inputs/* inputText */.AN)(environment, 'inline-session-policy'),
    };
}
function releaseOfRun(values, environment) {
    const { GITHUB_REPOSITORY, GITHUB_REPOSITORY_ID, GITHUB_REF_TYPE, GITHUB_REF_NAME, GITHUB_SERVER_URL } = environment;
    const host = GITHUB_SERVER_URL && URL.canParse(GITHUB_SERVER_URL) ? new URL(GITHUB_SERVER_URL).host : 'github.com';
    const repository = GITHUB_REPOSITORY && (host === 'github.com' ? GITHUB_REPOSITORY : `${host}/${GITHUB_REPOSITORY}`);
    const own = [GITHUB_REPOSITORY, `${host}/${GITHUB_REPOSITORY}`].map((name) => name?.toLowerCase());
    const run = {
        repository: repository || undefined,
        'repository-id': GITHUB_REPOSITORY_ID || undefined,
    };
    const given = values.text('repository');
    if (run.repository !== undefined && given !== undefined && !own.includes(given.toLowerCase())) {
        throw notOwn('repository', given, run.repository);
    }
    const id = values.text('repository-id');
    if (run['repository-id'] !== undefined && id !== undefined && id !== run['repository-id']) {
        throw notOwn('repository-id', id, run['repository-id']);
    }
    const tag = GITHUB_REF_TYPE === 'tag' ? GITHUB_REF_NAME : undefined;
    return { ...values, text: (name) => run[name] ?? values.text(name) ?? (name === 'tag' ? tag : undefined) };
}
const notOwn = (what, given, own) => new error/* ReleaseSigningError */.B('usage', `${what}: ${given} is not the run's own, ${own}`, {
    hint: 'A run signs releases of its own repository. Leave it out.',
});

;// CONCATENATED MODULE: ./build/action/sign.js




const signAction = {
    failureTitle: 'Not signed',
    afterFailure: 'No sidecar was written: all of them are, or none. When the cause is gone, run the job again; it signs everything anew.',
    async run(environment) {
        const { createFiles, findArtifacts, keepingMemorySmall, loadOnline } = await Promise.all(/* import() */[__webpack_require__.e(760), __webpack_require__.e(489)]).then(__webpack_require__.bind(__webpack_require__, 1760));
        const online = await loadOnline();
        const files = createFiles({ clock: system/* systemClock */.m });
        const inputs = await readSignInputs(environment, files);
        const { paths, unmatched } = findArtifacts(inputs.patterns);
        const report = await online.signRelease({ ...inputs.request, artifacts: paths }, {
            files,
            clock: system/* systemClock */.m,
            signer: createSigner(inputs, environment, online),
            secondOpinion: online.createOpensslOpinion({ timers: online.systemTimers }),
            timestampAuthority: (urls, trust) => online.createTimestampAuthority({ urls, trust, ports: { fetch: online.environmentFetch(environment) } }),
            progress: keepingMemorySmall((0,progress/* logProgress */.s)(process.stdout, system/* systemClock */.m)),
        });
        const { reportSigned } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.bind(__webpack_require__, 5663));
        await reportSigned(report, { unmatched, showSummary: inputs.showSummary, environment, names: inputs.request });
        return 0;
    },
    failedOutputs: () => ({ sidecars: '[]', 'signed-count': 0 }),
};
function createSigner({ keyId, region, useFipsEndpoint, role }, environment, online) {
    const common = { region, useFipsEndpoint, environment, timers: online.systemTimers };
    const credentials = role &&
        online.createWebIdentityCredentials({
            ...common,
            ...role,
            region: online.chooseRegion(online.parseKmsKeyId(keyId), region, environment),
            fetch: online.environmentFetch(environment),
            mask: async (secret) => (await (0,report/* actionsCore */.vg)()).setSecret(secret),
        });
    return online.createKmsSigner({ ...common, keyId, credentials, beforeLoading: credentials?.prefetch });
}


/***/ }),

/***/ 6178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ findArtifacts),
/* harmony export */   y: () => (/* binding */ splitArtifactsInput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2435);




function splitArtifactsInput(text, { cwd = '.' } = {}) {
    const exists = (name) => name !== '' && isFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, name));
    if (exists(text))
        return [text];
    return text.split(/\r?\n/).flatMap((line) => {
        const whole = [line, line.trim()].find(exists);
        if (whole !== undefined)
            return [whole];
        return line
            .split(/,(?![^{}]*\})/)
            .map((part) => (exists(part) ? part : part.trim()))
            .filter((part) => part !== '');
    });
}
function findArtifacts(patterns, { cwd = '.' } = {}) {
    const at = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path);
    const isLiteral = (pattern) => !pattern.endsWith('/') && isFile(at(pattern));
    const isExclude = (pattern) => pattern.startsWith('!') && !isLiteral(pattern);
    if (patterns.includes(''))
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('input-invalid', "an artifact's name is empty");
    const excludes = patterns.filter(isExclude).map((pattern) => pattern.slice(1));
    const includes = patterns.filter((pattern) => !isExclude(pattern));
    const found = new Map();
    const named = new Set();
    const unmatched = [];
    for (const pattern of includes) {
        const candidates = isLiteral(pattern) ? [pattern] : glob(pattern, cwd);
        const paths = candidates.filter((path) => !isExcluded(path, excludes, cwd) && isArtifact(path, at(path)));
        if (paths.length === 0)
            unmatched.push(pattern);
        for (const path of paths) {
            if (!found.has(at(path)))
                found.set(at(path), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.normalize)(path));
            if (isLiteral(pattern))
                named.add(at(path));
        }
    }
    if (found.size === 0)
        throw noneFound(includes);
    const sorted = [...found].sort(([, a], [, b]) => (a < b ? -1 : 1));
    return {
        paths: sorted.map(([, path]) => path),
        named: sorted.filter(([absolute]) => named.has(absolute)).map(([, path]) => path),
        unmatched,
    };
}
function isFile(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0___default().statSync(path).isFile();
    }
    catch {
        return false;
    }
}
const magic = /[*?]|\[.*\]|\{.*\}|[+@!]\(/s;
function glob(pattern, cwd) {
    if (!magic.test(pattern))
        return [literal(pattern, cwd)];
    return node_fs__WEBPACK_IMPORTED_MODULE_0___default().globSync(pattern, { cwd }).filter((path) => !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path).startsWith('.'));
}
function literal(pattern, cwd) {
    try {
        node_fs__WEBPACK_IMPORTED_MODULE_0___default().statSync((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, pattern));
    }
    catch (error) {
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .readError */ .lS)(pattern, error);
    }
    throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .notRegular */ .oQ)(pattern);
}
function isArtifact(path, absolute) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0___default().statSync(absolute).isFile();
    }
    catch (error) {
        if ((0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .xU)(error) !== 'ENOENT')
            throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .readError */ .lS)(path, error);
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('file-unreadable', `${path}: is a symbolic link that leads nowhere`, {
            hint: `Remove it, or leave it out with !${path}.`,
            cause: error,
        });
    }
}
function isExcluded(path, excludes, cwd) {
    const fromHere = (name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, name));
    const names = withParents(fromHere(path));
    return excludes.map(fromHere).some((pattern) => names.some((name) => name === pattern || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.matchesGlob)(name, pattern)));
}
function withParents(path) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    return parent === path || parent === '.' ? [path] : [path, ...withParents(parent)];
}
function noneFound(includes) {
    const what = includes.length === 0 ? 'no pattern that includes files is given' : `nothing matches ${includes.join(', ')}`;
    return new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('artifacts-none', `no artifact found: ${what}`, {
        hint: 'Patterns match regular files that are not hidden, and do not descend without **. A hidden file must be named outright.',
    });
}


/***/ }),

/***/ 2435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a4: () => (/* binding */ changedWhileRead),
/* harmony export */   lS: () => (/* binding */ readError),
/* harmony export */   oG: () => (/* binding */ writeError),
/* harmony export */   oQ: () => (/* binding */ notRegular),
/* harmony export */   xU: () => (/* binding */ systemCode)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

function systemCode(error) {
    return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
        ? error.code
        : undefined;
}
const reasons = {
    EACCES: 'permission denied',
    EBUSY: 'it is in use',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'it is too large for its file system',
    EIO: 'the disk reports an error',
    EISDIR: 'it is a directory',
    ELOOP: 'it is a symbolic link that leads back to itself',
    EMFILE: 'too many files are open',
    ENAMETOOLONG: 'its name is too long',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of its path is not a directory',
    ENXIO: 'it is a socket or a device without a driver',
    EPERM: 'the operation is not permitted',
    EROFS: 'the file system is read-only',
};
const reason = (error) => {
    const code = systemCode(error);
    return (code === undefined ? undefined : reasons[code]) ?? code ?? 'the system gave no reason';
};
function readError(path, cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('file-not-found', `${path}: no such file`, { cause });
    }
    return new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('file-unreadable', `${path}: cannot be read: ${reason(cause)}`, { cause });
}
function writeError(path, cause) {
    return new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('file-unwritable', `${path}: cannot be written: ${reason(cause)}`, {
        hint: 'Make the directory writable, or name another with output-directory.',
        cause,
    });
}
const notRegular = (path) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('file-not-regular', `${path}: not a regular file`, {
    hint: 'Name a file: a directory, socket, pipe or device is none. For the files in a directory use a pattern such as DIR/*.',
});
const changedWhileRead = (path) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('file-changed', `${path}: changed while it was read`, {
    hint: 'Let whatever writes the file finish first.',
});


/***/ }),

/***/ 3779:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ limits)
/* harmony export */ });
const limits = {
    certificateBytes: 64 * 1024,
    crlBytes: 16 * 1024 * 1024,
    certificateFileBytes: 4 * 1024 * 1024,
    certificates: 64,
    cmsBytes: 1024 * 1024,
    cmsAttributes: 64,
    derNodes: 8_000,
    crlNodes: 1_000_000,
    crlSerialOctets: 32,
    crlFileBytes: 64 * 1024 * 1024,
    crls: 64,
    crlSignerPaths: 16,
    derDepth: 32,
    serialOctets: 20,
    rsaBitsMinimum: 2048,
    rsaBitsMaximum: 8192,
    rsaBitsRecommended: 3072,
    rsaExponentBits: 64,
    quotedCharacters: 300,
    pathLength: 8,
    signatureChecks: 64,
    pathSteps: 4_096,
    artifactsAtOnce: 256,
    signaturesAtOnce: 64,
    remembered: 256,
    paths: 64,
    nameComparisons: 2 ** 18,
    policyNodes: 512,
    timestampBytes: 128 * 1024,
    attestationBytes: 4 * 1024 * 1024,
    rawMessageBytes: 4_096,
    rawSignatureBytes: 64 * 1024,
    awsAnswerBytes: 4 * 1024 * 1024,
    rawSignatureChecks: 64,
    attestations: 64,
    subjects: 1_024,
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

/***/ 1633:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   rD: () => (/* binding */ wholeNumber)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _release_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6853);


const missing = (label, hint) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('input-missing', `${label} is missing`, { hint });
function required(values, name, hint) {
    const text = values.text(name);
    if (text === undefined)
        throw missing(values.label(name), hint);
    return text;
}
function choice(values, name, choices) {
    const text = values.text(name);
    if (text === undefined)
        return choices[0];
    const found = choices.find((one) => one === text);
    if (found === undefined)
        throw notOneOf(values.label(name), text, choices);
    return found;
}
function kinds(values, name) {
    const words = values
        .text(name)
        ?.split(/[,\n]/)
        .map((word) => word.trim());
    const named = words?.filter((word) => word !== '');
    if (named === undefined || named.length === 0)
        return undefined;
    const all = Object.keys(_release_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .sidecarKinds */ .jW);
    const found = named.map((word) => {
        const kind = all.find((one) => one === word);
        if (kind === undefined)
            throw notOneOf(values.label(name), word, all);
        return kind;
    });
    return [...new Set(found)];
}
function wholeNumber(label, text, minimum, maximum) {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= minimum && number <= maximum)) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${label}: ${text} is no whole number from ${minimum} to ${maximum}`);
    }
    return number;
}
function notOneOf(label, text, choices) {
    return new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${label}: ${text} is not known`, { hint: `Use ${choices.join(' or ')}.` });
}


/***/ }),

/***/ 6619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readSignRequest)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _core_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3779);
/* harmony import */ var _read_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1633);



async function readSignRequest(values, artifacts, extras) {
    const certificates = (name) => values.files(name, _core_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.certificateFileBytes);
    const [certificateChain, another] = await certificates('certificate-chain');
    if (certificateChain === undefined) {
        throw (0,_read_values_js__WEBPACK_IMPORTED_MODULE_2__/* .missing */ .LO)(values.label('certificate-chain'), 'Give the signing certificate of the KMS key and the intermediates to the root, in PEM or DER.');
    }
    if (another !== undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${values.label('certificate-chain')}: more than one file`, {
            hint: 'Put the chain into one PEM file.',
        });
    }
    const urls = values.texts('timestamp-authority-url');
    const timestampRoots = values.texts('timestamp-root-certificate');
    const unsafeUnpinned = values.flag('unsafe-unpinned-timestamp');
    if (urls.length === 0 && (timestampRoots.length > 0 || unsafeUnpinned || values.text('timestamp') !== undefined)) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `no ${values.label('timestamp-authority-url')} to go with the other options for time stamps`, {
            hint: 'Name a time-stamp server, or leave them out.',
        });
    }
    if (timestampRoots.length > 0 && unsafeUnpinned) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${values.label('timestamp-root-certificate')} and ${values.label('unsafe-unpinned-timestamp')} exclude each other`);
    }
    return {
        artifacts,
        certificateChain,
        rootCertificates: await certificates('root-certificate'),
        signingAlgorithm: values.text('signing-algorithm'),
        sidecars: (0,_read_values_js__WEBPACK_IMPORTED_MODULE_2__/* .kinds */ .EZ)(values, 'sidecars'),
        outputDirectory: values.text('output-directory'),
        timestamp: {
            urls,
            rootCertificates: await certificates('timestamp-root-certificate'),
            unsafeUnpinned,
            required: (0,_read_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(values, 'timestamp', ['required', 'optional']) === 'required',
        },
        repository: values.text('repository'),
        repositoryId: values.text('repository-id'),
        tag: values.text('tag'),
        trustedRoot: values.text('trusted-root'),
        attestationCertificates: (0,_read_values_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(values, 'attestation-certificates', ['chain', 'leaf']),
        dryRun: values.flag('dry-run'),
        ...extras,
    };
}


/***/ }),

/***/ 6339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = () => new Date();


/***/ }),

/***/ 6853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QK: () => (/* binding */ foreignSuffix),
/* harmony export */   dT: () => (/* binding */ rawKindsIn),
/* harmony export */   gt: () => (/* binding */ certificatesSuffix),
/* harmony export */   jW: () => (/* binding */ sidecarKinds),
/* harmony export */   n8: () => (/* binding */ sidecarPath),
/* harmony export */   ns: () => (/* binding */ kindsToMake)
/* harmony export */ });
/* unused harmony export rawKinds */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);


const sidecarKinds = {
    cms: { suffix: '.p7s', per: 'artifact' },
    attestation: { suffix: '.release.sigstore.json', per: 'release' },
    signature: { suffix: '.sig', per: 'artifact' },
    'message-bundle': { suffix: '.sigstore.json', per: 'artifact' },
};
const certificatesSuffix = '.certificates.pem';
const rawKinds = ['signature', 'message-bundle'];
const rawKindsIn = (kinds) => rawKinds.filter((kind) => kinds.includes(kind));
const foreignSuffix = '.sigstore.json';
const sidecarPath = (artifact, kind, directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(artifact), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(artifact) + sidecarKinds[kind].suffix);
function kindsToMake(request) {
    const { sidecars, repository, tag } = request;
    if (sidecars?.length === 0)
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('usage', 'no kind of sidecar is asked for');
    const ofRelease = repository !== undefined && tag !== undefined;
    return sidecars ?? (ofRelease ? ['cms', 'attestation'] : ['cms']);
}


/***/ })

};
;