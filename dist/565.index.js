"use strict";
exports.id = 565;
exports.ids = [565];
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

/***/ 6100:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RI: () => (/* binding */ roleCredentials),
/* harmony export */   Ws: () => (/* binding */ roleInputs),
/* harmony export */   fP: () => (/* binding */ readRole)
/* harmony export */ });
/* harmony import */ var _adapters_github_workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(332);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _entry_read_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1633);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7185);




const roleDetails = [
    'audience',
    'role-session-name',
    'role-duration-seconds',
    'allowed-account-ids',
    'inline-session-policy',
];
const roleInputs = ['role-to-assume', ...roleDetails];
function readRole(environment) {
    const roleToAssume = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputText */ .AN)(environment, 'role-to-assume');
    if (roleToAssume === undefined) {
        const idle = roleDetails.find((name) => (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputText */ .AN)(environment, name) !== undefined);
        if (idle === undefined)
            return undefined;
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('usage', `${idle} without role-to-assume`, {
            hint: `Name the role, or leave ${idle} out: without a role the credentials are those that the AWS SDK finds.`,
        });
    }
    const seconds = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputText */ .AN)(environment, 'role-duration-seconds');
    const accounts = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputText */ .AN)(environment, 'allowed-account-ids')?.split(/[\s,]+/) ?? [];
    return {
        roleToAssume,
        audience: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputText */ .AN)(environment, 'audience'),
        roleSessionName: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputText */ .AN)(environment, 'role-session-name'),
        roleDurationSeconds: seconds === undefined ? undefined : (0,_entry_read_values_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeNumber */ .rD)('role-duration-seconds', seconds, 900, 43_200),
        allowedAccountIds: accounts.filter((account) => account !== ''),
        inlineSessionPolicy: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .inputText */ .AN)(environment, 'inline-session-policy'),
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
        mask: async (secret) => (0,_adapters_github_workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq)(secret),
    });


/***/ }),

/***/ 565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyAction: () => (/* binding */ verifyAction),
  verifyActionInputs: () => (/* binding */ verifyActionInputs)
});

// EXTERNAL MODULE: ./build/adapters/github/workflow-commands.js
var workflow_commands = __webpack_require__(332);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/entry/escape.js
var entry_escape = __webpack_require__(2985);
// EXTERNAL MODULE: ./build/entry/system.js
var system = __webpack_require__(6339);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7185);
// EXTERNAL MODULE: ./build/action/progress.js
var progress = __webpack_require__(499);
// EXTERNAL MODULE: ./build/entry/verify-text.js
var verify_text = __webpack_require__(7915);
// EXTERNAL MODULE: ./build/action/report.js + 1 modules
var action_report = __webpack_require__(4665);
;// CONCATENATED MODULE: ./build/action/report-verify.js




function reportVerified(report, options) {
    const { unmatched, directory, showSummary } = options;
    const { verified, artifacts, ignored } = report;
    workflow_commands/* setOutput */.uH('verified', verified);
    workflow_commands/* setOutput */.uH('directory', directory ?? '');
    workflow_commands/* setOutput */.uH('results', JSON.stringify({ verified, artifacts, ignored }));
    for (const pattern of unmatched)
        workflow_commands/* warning */.$e(`artifacts: ${(0,entry_escape/* printable */.g$)(pattern)} matches nothing`);
    for (const warning of report.warnings)
        workflow_commands/* warning */.$e((0,entry_escape/* printable */.g$)(warning));
    const failed = artifacts.filter((artifact) => !artifact.verified);
    const [first] = failed;
    if (first !== undefined) {
        const more = failed.length === 1 ? '' : ` (and ${(0,verify_text/* count */.U9)(failed.length - 1, 'other artifact')}; the log has all)`;
        const { code = 'internal', message = '', hint } = first;
        (0,action_report/* annotateFailure */.pC)({
            code,
            message: `${first.path}: ${message}${more}`,
            ...(hint === undefined ? {} : { hint }),
        });
    }
    if (showSummary)
        (0,action_report/* writeSummary */.Sy)(summaryOf(report, failed));
}
function summaryOf(report, failed) {
    const { artifacts, verified, passedOver, ignored, warnings, key } = report;
    const inOrder = [...failed, ...artifacts.filter((artifact) => artifact.verified)];
    const list = (paths) => paths.slice(0, 50).map(entry_escape/* markdownCode */.D9).join(', ');
    return [
        verified
            ? `### Verified: ${(0,verify_text/* count */.U9)(artifacts.length, 'artifact')}${(0,verify_text/* digestsAlone */.f$)(report)}`
            : `### Not verified: ${failed.length} of ${(0,verify_text/* count */.U9)(artifacts.length, 'artifact')}`,
        ...(verified ? [] : ['Do not use files that did not verify.']),
        ...(key === null ? [] : [`${(0,entry_escape/* markdownText */.p7)((0,verify_text/* keyText */.Pu)(key))}. ${verify_text/* keyOnly */.mX}`]),
        (0,action_report/* markdownTable */.Qj)(['Artifact', 'SHA-256', 'Verdict', 'Signer', 'Time'], inOrder.map((artifact) => rowOf(artifact, key))),
        ...(passedOver.length === 0 ? [] : [`Passed over, since they are sidecars: ${list(passedOver)}`]),
        ...(ignored.length === 0 ? [] : [`Ignored, since they are another tool's: ${list(ignored)}`]),
        ...warnings.map((warning) => `Warning: ${(0,entry_escape/* markdownText */.p7)(warning)}`),
    ];
}
function rowOf(artifact, key) {
    const { path, sha256, verified, byDigest, sidecars, code = 'internal', message = '', hint } = artifact;
    const signed = sidecars.find((sidecar) => sidecar.verified === verified);
    const reason = [
        `❌ ${(0,entry_escape/* markdownCode */.D9)(code)} ${(0,entry_escape/* markdownText */.p7)(message)}`,
        ...(hint === undefined ? [] : [(0,entry_escape/* markdownText */.p7)(hint)]),
    ];
    return [
        byDigest === true ? `${(0,entry_escape/* markdownCode */.D9)(path)} (digest alone)` : (0,entry_escape/* markdownCode */.D9)(path),
        (0,entry_escape/* markdownCode */.D9)(sha256),
        verified ? `✅ ${sidecars.map(({ kind }) => kind).join(', ')}` : reason.join('<br>'),
        verified ? signerCell(signed?.signer, key) : '',
        signed?.time == null || (key !== null && signed.time.source === 'now')
            ? ''
            : `${signed.time.at} (${signed.time.source})`,
    ];
}
const signerCell = (signer, key) => key === null ? (signer == null ? '' : (0,entry_escape/* markdownText */.p7)(signer.subject)) : (0,entry_escape/* markdownCode */.D9)(key.name);

// EXTERNAL MODULE: ./build/action/role.js
var action_role = __webpack_require__(6100);
;// CONCATENATED MODULE: ./build/action/verify.js








const verifyActionInputs = ['artifacts', 'github-token', ...action_role/* roleInputs */.Ws, 'show-summary'];
const verifyAction = {
    failureTitle: 'Not verified',
    afterFailure: 'Do not use these files before they verify.',
    async run(environment) {
        const offline = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(22)]).then(__webpack_require__.bind(__webpack_require__, 5039));
        const { createFiles, keepingMemorySmall, readVerifyRequest, verifyNamed, verifyText } = offline;
        const clock = system/* systemClock */.m;
        const files = createFiles({ clock });
        const values = (0,inputs/* inputValues */.tq)(environment, files);
        const request = await readVerifyRequest(values, []);
        const kms = readKmsAccess(values, environment);
        const showSummary = (0,inputs/* booleanInput */.tE)('show-summary', (0,inputs/* inputText */.AN)(environment, 'show-summary'), true);
        const patterns = (0,inputs/* artifactPatterns */.Q9)(environment, ['checksums-file', 'from-repository']);
        let trustedKey;
        if (request.identity === undefined) {
            const { readTrustedKey } = await offline.loadTrustedKey();
            trustedKey = await readTrustedKey(values, files, (online) => {
                const credentials = (0,action_role/* roleCredentials */.RI)(kms, environment, online);
                return { environment, credentials, beforeLoading: credentials?.prefetch };
            });
        }
        const token = (0,inputs/* inputText */.AN)(environment, 'github-token') ?? null;
        if (token !== null)
            (0,workflow_commands/* setSecret */.Pq)(token);
        const { report, unmatched, directory } = await verifyNamed(values, request, {
            patterns,
            environment,
            token,
            keepIn: environment.RUNNER_TEMP,
            notice: (text) => void process.stdout.write(`${(0,entry_escape/* outputLine */.MI)(text)}\n`),
            ports: { files, clock, trustedKey, progress: keepingMemorySmall((0,progress/* logProgress */.s)(process.stdout, clock)) },
        });
        for (const line of verifyText(report))
            process.stdout.write(`${(0,entry_escape/* outputLine */.MI)(line)}\n`);
        reportVerified(report, { unmatched, directory, showSummary });
        return report.verified ? 0 : 1;
    },
    failedOutputs: (failure) => ({
        verified: false,
        directory: '',
        results: JSON.stringify({ verified: false, artifacts: [], ignored: [], ...failure }),
    }),
};
function readKmsAccess(values, environment) {
    const role = (0,action_role/* readRole */.fP)(environment);
    const keyId = values.text('kms-key-id');
    if (role !== undefined && keyId === undefined) {
        throw new error/* ReleaseSigningError */.B('usage', 'role-to-assume without kms-key-id', {
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

/***/ 6339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = () => new Date();


/***/ }),

/***/ 7915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ verifyText),
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   f$: () => (/* binding */ digestsAlone),
/* harmony export */   mX: () => (/* binding */ keyOnly)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);

function verifyText(report) {
    const verified = report.artifacts.filter((artifact) => artifact.verified).length;
    return [
        ...report.artifacts.flatMap((artifact) => artifactText(artifact, report.key)),
        ...verifyNotices(report),
        '',
        report.verified
            ? `${count(verified, 'artifact')} verified${digestsAlone(report)}.${report.key === null ? '' : ` ${keyOnly}`}`
            : `NOT VERIFIED: ${report.artifacts.length - verified} of ${count(report.artifacts.length, 'artifact')} failed.`,
    ];
}
function digestsAlone({ artifacts }) {
    const alone = artifacts.filter(({ byDigest }) => byDigest === true).length;
    return alone === 0 ? '' : `, ${alone} of them by digest alone: compare the files with it`;
}
const verifyNotices = ({ passedOver, ignored, warnings }) => [
    ...passedOver.map((path) => `passed over: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path)} is a sidecar`),
    ...ignored.map((path) => `ignored: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path)} is another tool's`),
    ...warnings.map((warning) => `warning: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(warning)}`),
];
const keyOnly = 'No certificate path was checked: the key was trusted by itself.';
const keyText = ({ name, sha256 }) => `key ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name)}, public key sha256 ${sha256}`;
function artifactText(artifact, key) {
    const { path, verified, byDigest, sha256, release, sidecars, message } = artifact;
    const how = byDigest === true ? ' (by its digest; no file was read)' : '';
    const lines = [`${verified ? 'verified' : 'FAILED  '}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path)}${how}`];
    if (sha256 !== '')
        lines.push(`  sha256 ${sha256}`);
    if (release !== null) {
        const id = release.packageId === null ? '' : ` (repository id ${release.packageId})`;
        lines.push(`  release ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(`${release.repository} ${release.tag}${id}`)}`);
    }
    lines.push(...sidecars.flatMap((sidecar) => sidecarText(sidecar, key)));
    if (message !== undefined && !sidecars.some((sidecar) => sidecar.message === message)) {
        lines.push(...refusalText(artifact));
    }
    return lines;
}
function sidecarText(sidecar, key) {
    const { path, kind, verified, signer, time, revocation, warnings } = sidecar;
    const lines = [`  ${kind}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path)}`];
    if (!verified)
        lines.push(...refusalText(sidecar).map((line) => `  ${line}`));
    if (signer !== null) {
        lines.push(`    ${verified ? 'signed by' : 'claims to be signed by'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(signer.subject)}`);
        for (const identity of signer.identities)
            lines.push(`      ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(identity)}`);
        lines.push(`      certificate sha256 ${signer.sha256}`);
    }
    if (key !== null && verified)
        lines.push(`    signed by ${keyText(key)}`);
    if (time !== null && key === null)
        lines.push(`    judged at ${time.at} (${timeSources[time.source]}), revocation ${states[revocation]}`);
    if (time?.source === 'timestamp' && key !== null)
        lines.push(`    stamped at ${time.at}`);
    if (time?.timestamp === 'not-checked') {
        lines.push('    has a time stamp that was not checked: pin its root with timestamp-root-certificate');
    }
    lines.push(...warnings.map((warning) => `    warning: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(warning)}`));
    return lines;
}
const timeSources = { timestamp: 'by its time stamp', caller: 'as asked', now: 'now' };
const states = { good: 'checked, good', 'not-checked': 'not checked' };
function refusalText({ code, message, hint }) {
    const lines = [`  ${code ?? 'internal'}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(message ?? '')}`];
    return hint === undefined ? lines : [...lines, `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(hint)}`];
}
const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;


/***/ })

};
;