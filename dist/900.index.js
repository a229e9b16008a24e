"use strict";
exports.id = 900;
exports.ids = [900];
exports.modules = {

/***/ 4900:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  certificateAction: () => (/* binding */ certificateAction),
  certificateActionInputs: () => (/* binding */ certificateActionInputs)
});

// EXTERNAL MODULE: ./build/entry/read-values.js
var read_values = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/entry/system.js
var system = __webpack_require__(6339);
// EXTERNAL MODULE: ./build/action/inputs.js
var inputs = __webpack_require__(7185);
// EXTERNAL MODULE: ./build/adapters/github/workflow-commands.js
var workflow_commands = __webpack_require__(332);
// EXTERNAL MODULE: ./build/entry/escape.js
var entry_escape = __webpack_require__(2985);
// EXTERNAL MODULE: ./build/entry/verify-text.js
var verify_text = __webpack_require__(7915);
// EXTERNAL MODULE: ./build/action/report.js + 1 modules
var action_report = __webpack_require__(4665);
;// CONCATENATED MODULE: ./build/action/report-certificate.js




function reportRenewal(report, { showSummary, lines }) {
    const { due, renewed, path, chain, certificate, warnings } = report;
    for (const line of lines)
        workflow_commands/* info */.pq((0,entry_escape/* outputLine */.MI)(line));
    workflow_commands/* setOutput */.uH('due', due);
    workflow_commands/* setOutput */.uH('renewed', renewed);
    workflow_commands/* setOutput */.uH('certificate-chain', chain);
    workflow_commands/* setOutput */.uH('certificate-chain-file', path);
    workflow_commands/* setOutput */.uH('certificate-sha256', certificate?.sha256 ?? '');
    workflow_commands/* setOutput */.uH('not-after', certificate?.notAfter ?? '');
    workflow_commands/* setOutput */.uH('days-left', certificate?.daysLeft ?? '');
    for (const warning of warnings)
        workflow_commands/* warning */.$e((0,entry_escape/* printable */.g$)(warning));
    if (due && !renewed)
        workflow_commands/* warning */.$e((0,entry_escape/* printable */.g$)(headline(report)), { title: titleOf(report) });
    else
        workflow_commands/* notice */.lm((0,entry_escape/* printable */.g$)(headline(report)), { title: titleOf(report) });
    if (showSummary)
        (0,action_report/* writeSummary */.Sy)(summaryOf(report));
}
const titleOf = ({ due, renewed }) => renewed ? 'Certificate renewed' : due ? 'Certificate to be renewed' : 'Certificate not due';
function headline({ renewed, path, certificate }) {
    if (certificate === null)
        return 'There is no certificate yet';
    const { subject, notAfter, daysLeft } = certificate;
    const left = `${(0,verify_text/* count */.U9)(daysLeft, 'day')} left, until ${notAfter}`;
    return renewed ? `${subject}: ${left}. Release workflows must be given the new chain, ${path}` : `${subject}: ${left}`;
}
function summaryOf(report) {
    const { path, certificate, previous, issued, warnings } = report;
    const facts = certificate === null
        ? ['- There is no certificate yet']
        : [
            `- Signer ${(0,entry_escape/* markdownCode */.D9)(certificate.subject)}`,
            ...(issued?.identities ?? []).map((name) => `- Name ${(0,entry_escape/* markdownCode */.D9)(name)}`),
            ...(issued === undefined
                ? []
                : [`- Issuer ${(0,entry_escape/* markdownCode */.D9)(issued.issuer.subject)}, serial ${(0,entry_escape/* markdownCode */.D9)(issued.serial)}`]),
            `- Certificate SHA-256 ${(0,entry_escape/* markdownCode */.D9)(certificate.sha256)}`,
            `- ${(0,verify_text/* count */.U9)(certificate.daysLeft, 'day')} left, until ${certificate.notAfter}`,
            ...(previous === null ? [] : [`- In place of ${(0,entry_escape/* markdownCode */.D9)(previous.sha256)}, until ${previous.notAfter}`]),
            `- Chain in ${(0,entry_escape/* markdownCode */.D9)(path)}`,
        ];
    return [`### ${titleOf(report)}`, facts.join('\n'), ...warnings.map((warning) => `Warning: ${(0,entry_escape/* markdownText */.p7)(warning)}`)];
}

// EXTERNAL MODULE: ./build/action/role.js
var action_role = __webpack_require__(6100);
;// CONCATENATED MODULE: ./build/action/certificate.js





const certificateActionInputs = [...action_role/* roleInputs */.Ws, 'show-summary'];
const certificateAction = {
    failureTitle: 'Certificate not renewed',
    afterFailure: 'The chain that was there is unchanged, and releases are signed with it until it ends. When the cause is gone, run the job again.',
    async run(environment) {
        const { createFiles, loadOnline } = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(22)]).then(__webpack_require__.bind(__webpack_require__, 5039));
        const online = await loadOnline();
        const identity = await online.loadIdentity();
        const clock = system/* systemClock */.m;
        const files = createFiles({ clock });
        const values = (0,inputs/* inputValues */.tq)(environment, files);
        const access = readAccess(values, environment);
        const showSummary = (0,inputs/* booleanInput */.tE)('show-summary', (0,inputs/* inputText */.AN)(environment, 'show-summary'), true);
        const request = await identity.readRenewalRequest(values);
        const credentials = access && (0,action_role/* roleCredentials */.RI)(access, environment, online);
        const parties = identity.renewalParties(values, request, {
            files,
            clock,
            random: identity.systemRandom,
            token: identity.systemToken,
            environment,
            credentials: credentials && identity.rememberedCredentials(credentials, clock),
        });
        const report = await identity.renewCertificate(request, { files, clock, parties });
        reportRenewal(report, { showSummary, lines: identity.renewalText(report) });
        return 0;
    },
    failedOutputs: () => ({ due: '', renewed: false }),
};
function readAccess(values, environment) {
    const role = (0,action_role/* readRole */.fP)(environment);
    if (values.flag('dry-run'))
        return undefined;
    return {
        keyId: (0,read_values/* required */.mw)(values, 'kms-key-id', 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.'),
        region: values.text('aws-region'),
        useFipsEndpoint: values.flag('use-fips-endpoint'),
        role,
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