"use strict";
exports.id = 375;
exports.ids = [375,661,783,665];
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

/***/ 2375:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signAction: () => (/* binding */ signAction)
});

// EXTERNAL MODULE: ./build/entry/escape.js
var entry_escape = __webpack_require__(2985);
// EXTERNAL MODULE: ./build/entry/sign-document.js
var sign_document = __webpack_require__(3721);
// EXTERNAL MODULE: ./build/entry/system.js
var system = __webpack_require__(6339);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/adapters/files/download-folder.js
var download_folder = __webpack_require__(2783);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/entry/read-values.js
var read_values = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7185);
;// CONCATENATED MODULE: ./build/action/artifacts-on-release.js





const scheme = 'release://';
const actionsBot = 'github-actions[bot]';
function readArtifactsOnRelease(environment, patterns, tag) {
    const withoutMark = (pattern) => pattern.replace(/^!/, '');
    const ofRelease = patterns.filter((pattern) => withoutMark(pattern).startsWith(scheme));
    const uploaders = (0,inputs/* inputText */.AN)(environment, 'trusted-uploaders');
    if (ofRelease.length === 0) {
        if (uploaders === undefined)
            return undefined;
        throw new error/* ReleaseSigningError */.B('usage', `trusted-uploaders without artifacts from ${scheme}`, {
            hint: 'It says whose files on a release are signed. Leave it out for files of this machine.',
        });
    }
    if (ofRelease.length < patterns.length) {
        throw new error/* ReleaseSigningError */.B('usage', `artifacts from ${scheme} and from this machine`, {
            hint: 'Sign files that were built in this run as files; upload-artifacts puts them on the release.',
        });
    }
    if (tag === undefined)
        throw (0,read_values/* missing */.LO)('release-tag', 'Name the tag of the release whose files are to be signed.');
    const triggeringActor = environment.GITHUB_TRIGGERING_ACTOR?.trim();
    return {
        patterns: patterns.map((pattern) => pattern.replace(scheme, '')),
        trustedUploaders: uploaders?.split(/[\s,]+/).filter((login) => login !== '') ?? [
            actionsBot,
            ...(triggeringActor ? [triggeringActor] : []),
        ],
        runId: environment.GITHUB_RUN_ID?.trim() || undefined,
    };
}
async function fetchArtifacts(source, request, { host, files, environment, online, progress, }) {
    const { collectReleaseArtifacts } = await online.loadReleaseArtifacts();
    const { repository = '', tag = '', checksums, sidecars = [] } = request;
    const directory = (0,download_folder/* temporaryDownloadFolder */.U)(environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)()).path;
    const found = await collectReleaseArtifacts({ ...source, repository, tag, checksums, kinds: sidecars, directory }, host, files, progress);
    return {
        ...found,
        request: {
            ...request,
            artifacts: found.artifacts.map(({ path }) => path),
            checksums: undefined,
            expected: new Map(found.artifacts.map(({ path, digests }) => [path, digests])),
        },
    };
}

// EXTERNAL MODULE: ./build/action/progress.js
var action_progress = __webpack_require__(499);
// EXTERNAL MODULE: ./build/action/report.js + 1 modules
var report = __webpack_require__(4665);
// EXTERNAL MODULE: ./build/action/role.js
var role = __webpack_require__(6100);
// EXTERNAL MODULE: ./build/entry/sign-request.js + 1 modules
var sign_request = __webpack_require__(13);
;// CONCATENATED MODULE: ./build/action/sign-inputs.js






const signActionInputs = [
    'artifacts',
    ...role/* roleInputs */.Ws,
    'expiry-warning-days',
    'cross-check',
    'github-token',
    'trusted-uploaders',
    'show-summary',
];
const expiryWarningDays = 30;
async function readSignInputs(given, files) {
    const environment = withRunnerList(given);
    const patterns = (0,inputs/* artifactPatterns */.Q9)(environment, ['checksums-file']);
    const values = (0,inputs/* inputValues */.tq)(environment, files);
    const keyId = (0,read_values/* required */.mw)(values, 'kms-key-id', 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.');
    const days = (0,inputs/* inputText */.AN)(environment, 'expiry-warning-days');
    const request = await (0,sign_request/* readSignRequest */.r)(releaseOfRun(values, environment), [], {
        expiryWarningDays: days === undefined ? expiryWarningDays : (0,read_values/* wholeNumber */.rD)('expiry-warning-days', days, 0, 36_500),
        crossCheck: (0,read_values/* choice */.Yq)((0,inputs/* inputValues */.tq)(environment, files), 'cross-check', ['first', 'all', 'none']),
        pullRequest: environment.GITHUB_EVENT_NAME === 'pull_request',
    });
    return {
        request,
        patterns,
        source: readArtifactsOnRelease(environment, patterns, request.tag),
        keyId,
        region: values.text('aws-region'),
        useFipsEndpoint: values.flag('use-fips-endpoint'),
        role: (0,role/* readRole */.fP)(environment),
        githubToken: (0,inputs/* inputText */.AN)(environment, 'github-token'),
        showSummary: (0,inputs/* booleanInput */.tE)('show-summary', (0,inputs/* inputText */.AN)(environment, 'show-summary'), true),
    };
}
const runnerList = 'GITHUB_ARTIFACTS_LIST';
function withRunnerList(environment) {
    if ((0,inputs/* inputText */.AN)(environment, 'checksums-file') !== `$${runnerList}`)
        return environment;
    const path = environment[runnerList];
    if (path)
        return { ...environment, 'INPUT_CHECKSUMS-FILE': path };
    throw new error/* ReleaseSigningError */.B('input-invalid', `checksums-file: this runner sets no ${runnerList}`, {
        hint: 'It takes a newer runner. Or write a list with sha256sum, and name that.',
    });
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
    const tag = values.text('tag') ?? values.text('release-tag') ?? (GITHUB_REF_TYPE === 'tag' ? GITHUB_REF_NAME : undefined);
    const isTag = (name) => name === 'tag' || name === 'release-tag';
    return { ...values, text: (name) => run[name] ?? values.text(name) ?? (isTag(name) ? tag : undefined) };
}
const notOwn = (what, given, own) => new error/* ReleaseSigningError */.B('usage', `${what}: ${given} is not the run's own, ${own}`, {
    hint: 'A run signs releases of its own repository. Leave it out.',
});

;// CONCATENATED MODULE: ./build/action/sign.js








const signAction = {
    failureTitle: 'Not signed',
    afterFailure: 'Unless it says otherwise above, no sidecar was written. When the cause is gone, run the job again: it signs everything anew, and completes what is on a release.',
    async run(environment) {
        const { createFiles, findArtifacts, keepingMemorySmall, loadOnline } = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(668)]).then(__webpack_require__.bind(__webpack_require__, 5039));
        const online = await loadOnline();
        const files = createFiles({ clock: system/* systemClock */.m });
        const inputs = await readSignInputs(environment, files);
        const progress = keepingMemorySmall((0,action_progress/* logProgress */.s)(process.stdout, system/* systemClock */.m));
        const host = await openReleases(inputs, environment, online);
        const fetched = inputs.source &&
            host &&
            (await fetchArtifacts(inputs.source, inputs.request, { host, files, environment, online, progress }));
        const { request, unmatched } = fetched ?? localArtifacts(inputs, findArtifacts);
        const report = await online.signRelease(request, {
            files,
            clock: system/* systemClock */.m,
            signer: createSigner(inputs, environment, online),
            secondOpinion: online.createOpensslOpinion({ timers: online.systemTimers }),
            timestampAuthority: (urls, trust) => online.createTimestampAuthority({ urls, trust, ports: { fetch: online.environmentFetch(environment) } }),
            releaseHost: host,
            progress,
        });
        const { reportSigned } = await __webpack_require__.e(/* import() */ 278).then(__webpack_require__.bind(__webpack_require__, 4278));
        await reportSigned(report, {
            unmatched,
            fetched: fetched?.artifacts,
            showSummary: inputs.showSummary,
            environment,
            sessionName: inputs.role && online.sessionName(inputs.role.roleSessionName, environment),
            names: inputs.request,
        });
        return 0;
    },
    failedOutputs: (failure) => ({
        sidecars: JSON.stringify(failure.written ?? []),
        'signed-count': 0,
        assets: '[]',
        results: JSON.stringify((0,sign_document/* failedSignDocument */.k)(failure)),
    }),
};
function localArtifacts({ request, patterns }, findArtifacts) {
    const { paths, unmatched } = findArtifacts(patterns, { mayLack: request.checksums !== undefined });
    return { request: { ...request, artifacts: paths }, unmatched };
}
function createSigner(inputs, environment, online) {
    const { keyId, region, useFipsEndpoint } = inputs;
    const credentials = (0,role/* roleCredentials */.RI)(inputs, environment, online);
    return online.createKmsSigner({
        keyId,
        region,
        useFipsEndpoint,
        environment,
        timers: online.systemTimers,
        credentials,
        beforeLoading: credentials?.prefetch,
    });
}
async function openReleases({ request: { upload, repository = '' }, source, githubToken }, environment, online) {
    if (upload === undefined && source === undefined)
        return undefined;
    const token = online.requiredToken(githubToken, 'Leave github-token out: it is the token of the job then.');
    const core = await (0,report/* actionsCore */.vg)();
    core.setSecret(token);
    const notice = (text) => void process.stdout.write(`${(0,entry_escape/* outputLine */.MI)(text)}\n`);
    return online.openReleaseHost({ repository, token, environment, notice });
}


/***/ }),

/***/ 2783:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ temporaryDownloadFolder),
/* harmony export */   w: () => (/* binding */ namedDownloadFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7963);




function namedDownloadFolder(path) {
    const made = tried(path, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { recursive: true })) !== undefined;
    if (tried(path, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path)).length > 0) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('input-invalid', `download-directory: ${path} is not empty`, {
            hint: 'Name a folder that is empty or not there yet.',
        });
    }
    return {
        path,
        keepOnly: (paths) => keepOnly(path, paths),
        discard() {
            keepOnly(path, []);
            if (made)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
        },
    };
}
function temporaryDownloadFolder(base) {
    const path = tried(base, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base, 'kms-release-signing-')));
    return {
        path,
        keepOnly: (paths) => keepOnly(path, paths),
        discard: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true }),
    };
}
function keepOnly(folder, paths) {
    const kept = new Set(paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)));
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        if (!kept.has((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
    }
}
function tried(path, work) {
    try {
        return work();
    }
    catch (error) {
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .xU)(error) === undefined ? error : (0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .writeError */ .oG)(path, error);
    }
}


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
    publicKeyFileBytes: 64 * 1024,
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
    keyPolicyBytes: 128 * 1024,
    registerBytes: 16 * 1024 * 1024,
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
    checksumsBytes: 4 * 1024 * 1024,
    rawMessageBytes: 4_096,
    kmsSignatureBytes: 6_144,
    rawSignatureBytes: 64 * 1024,
    awsAnswerBytes: 4 * 1024 * 1024,
    rawSignatureChecks: 64,
    attestations: 64,
    releaseAssets: 1_000,
    releaseAssetBytes: 2 ** 31,
    githubRequestsAtOnce: 4,
    subjects: 1_024,
};


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

/***/ 3721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ signDocument),
/* harmony export */   k: () => (/* binding */ failedSignDocument)
/* harmony export */ });
const signDocument = ({ signed, artifacts, unseen, attestation, certificate, kmsRequestIds, release, }) => ({
    signed,
    artifacts,
    ...(unseen.length === 0 ? {} : { unseen }),
    ...(attestation === undefined ? {} : { attestation }),
    certificate,
    kmsRequestIds,
    ...(release === undefined ? {} : { release }),
});
const failedSignDocument = (failure) => ({
    signed: 0,
    artifacts: [],
    certificate: null,
    kmsRequestIds: [],
    ...failure,
});


/***/ }),

/***/ 13:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ readSignRequest)
});

// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/entry/read-values.js
var read_values = __webpack_require__(1633);
;// CONCATENATED MODULE: ./build/entry/upload-request.js


function readTag(values) {
    const [tag, releaseTag] = [values.text('tag'), values.text('release-tag')];
    if (tag === undefined || releaseTag === undefined || tag === releaseTag)
        return tag ?? releaseTag;
    throw new error/* ReleaseSigningError */.B('usage', `${values.label('tag')} ${tag} and ${values.label('release-tag')} ${releaseTag} are not the same`, { hint: 'The attestation would be of another release than the one it is uploaded to. Give one of them.' });
}
const ofUpload = ['upload-artifacts', 'overwrite', 'publish'];
const ofPublish = ['prerelease', 'make-latest'];
function readUploadRequest(values, tag, rehearsal) {
    const isGiven = (name) => (name === 'make-latest' ? values.text(name) !== undefined : values.flag(name));
    const [upload, publish] = [values.flag('upload'), values.flag('publish')];
    const idle = [...(upload ? [] : ofUpload), ...(publish ? [] : ofPublish)].find(isGiven);
    if (idle !== undefined) {
        const needed = values.label(upload ? 'publish' : 'upload');
        throw new error/* ReleaseSigningError */.B('usage', `${values.label(idle)} without ${needed}`, {
            hint: `Give ${needed}, or leave ${values.label(idle)} out.`,
        });
    }
    if (!upload)
        return undefined;
    if (tag === undefined && !rehearsal) {
        throw (0,read_values/* missing */.LO)(values.label('release-tag'), 'Name the tag of the release to upload to: this run is of none.');
    }
    const prerelease = values.flag('prerelease');
    const latest = values.text('make-latest');
    if (prerelease && latest === 'true') {
        throw new error/* ReleaseSigningError */.B('usage', 'a prerelease cannot be the latest release', {
            hint: `Leave ${values.label('make-latest')} or ${values.label('prerelease')} out.`,
        });
    }
    return {
        tag,
        artifacts: values.flag('upload-artifacts'),
        overwrite: values.flag('overwrite'),
        publish,
        prerelease: prerelease ? true : undefined,
        makeLatest: latest === undefined ? undefined : (0,read_values/* choice */.Yq)(values, 'make-latest', ['true', 'false', 'legacy']),
    };
}

;// CONCATENATED MODULE: ./build/entry/sign-request.js




async function readSignRequest(values, artifacts, { pullRequest, ...extras }) {
    const certificates = (name) => values.files(name, limits/* limits */.F.certificateFileBytes);
    const [certificateChain, another] = await certificates('certificate-chain');
    if (certificateChain === undefined) {
        throw (0,read_values/* missing */.LO)(values.label('certificate-chain'), 'Give the signing certificate of the KMS key and the intermediates to the root, in PEM or DER.');
    }
    if (another !== undefined) {
        throw new error/* ReleaseSigningError */.B('usage', `${values.label('certificate-chain')}: more than one file`, {
            hint: 'Put the chain into one PEM file.',
        });
    }
    const urls = values.texts('timestamp-authority-url');
    const timestampRoots = values.texts('timestamp-root-certificate');
    const unsafeUnpinned = values.flag('unsafe-unpinned-timestamp');
    if (urls.length === 0 && (timestampRoots.length > 0 || unsafeUnpinned || values.text('timestamp') !== undefined)) {
        throw new error/* ReleaseSigningError */.B('usage', `no ${values.label('timestamp-authority-url')} to go with the other options for time stamps`, {
            hint: 'Name a time-stamp server, or leave them out.',
        });
    }
    if (timestampRoots.length > 0 && unsafeUnpinned) {
        throw new error/* ReleaseSigningError */.B('usage', `${values.label('timestamp-root-certificate')} and ${values.label('unsafe-unpinned-timestamp')} exclude each other`);
    }
    const tag = readTag(values);
    const dryRun = values.flag('dry-run');
    const rehearsal = dryRun && pullRequest;
    return {
        artifacts,
        checksums: await (0,read_values/* oneFile */.V_)(values, 'checksums-file', limits/* limits */.F.checksumsBytes),
        certificateChain,
        rootCertificates: await certificates('root-certificate'),
        signingAlgorithm: values.text('signing-algorithm'),
        sidecars: (0,read_values/* kinds */.EZ)(values, 'sidecars'),
        outputDirectory: values.text('output-directory'),
        timestamp: {
            urls,
            rootCertificates: await certificates('timestamp-root-certificate'),
            unsafeUnpinned,
            required: (0,read_values/* choice */.Yq)(values, 'timestamp', ['required', 'optional']) === 'required',
        },
        repository: values.text('repository'),
        repositoryId: values.text('repository-id'),
        tag,
        trustedRoot: values.text('trusted-root'),
        attestationCertificates: (0,read_values/* choice */.Yq)(values, 'attestation-certificates', ['chain', 'leaf']),
        dryRun,
        rehearsal,
        upload: readUploadRequest(values, tag, rehearsal),
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


/***/ })

};
;