export const id = 267;
export const ids = [267];
export const modules = {

/***/ 6267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportSigned: () => (/* binding */ reportSigned)
/* harmony export */ });
/* harmony import */ var _entry_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5668);
/* harmony import */ var _entry_sign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5460);
/* harmony import */ var _entry_verify_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9056);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5773);




async function reportSigned(report, options) {
    const core = await (0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .actionsCore */ .vg)();
    await core.group(report.dryRun ? 'What would be signed' : 'What was signed', async () => {
        for (const line of (0,_entry_sign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .signText */ .X)(report))
            core.info((0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .outputLine */ .MI)(line));
    });
    core.setOutput('sidecars', JSON.stringify(sidecarsOf(report)));
    core.setOutput('signed-count', report.signed);
    core.setOutput('certificate-sha256', report.certificate.sha256);
    for (const pattern of options.unmatched)
        core.warning(`artifacts: ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(pattern)} matches nothing`);
    for (const warning of report.warnings)
        core.warning((0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(warning));
    for (const notice of (0,_entry_sign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .signNotices */ .R)(report))
        core.notice((0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(notice));
    if (options.showSummary)
        await (0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .writeSummary */ .Sy)(core, summaryOf(report, options.environment));
}
function sidecarsOf({ artifacts, attestation, dryRun }) {
    if (dryRun)
        return [];
    return [...artifacts.flatMap(({ sidecars }) => sidecars), ...(attestation === undefined ? [] : [attestation])];
}
function summaryOf(report, environment) {
    const { artifacts, attestation, certificate, signer, root, keyId, algorithm, dryRun, kmsRequestIds } = report;
    const rows = artifacts.map(({ path, sha256, sidecars }) => [
        (0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(path),
        (0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(sha256),
        sidecars.map(_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9).join('<br>'),
    ]);
    const facts = [
        `- Signer ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(signer.subject)}${signer.identities.map((identity) => `, ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(identity)}`).join('')}`,
        `- Certificate SHA-256 ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(certificate.sha256)}, valid until ${certificate.notAfter}`,
        `- Key ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(keyId)}, ${algorithm}`,
        root === null
            ? '- No root was pinned: signatures and the links of the chain were checked'
            : `- Verified against the root with SHA-256 ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(root.sha256)}`,
        ...(attestation === undefined ? [] : [`- Attestation ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(attestation)}`]),
        ...requestFacts(kmsRequestIds, environment),
    ];
    return [
        dryRun
            ? `### Dry run: ${(0,_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(artifacts.length, 'artifact')} could be signed`
            : `### Signed: ${(0,_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(report.signed, 'artifact')}`,
        (0,_report_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownTable */ .Qj)(['Artifact', 'SHA-256', dryRun ? 'Would write' : 'Sidecars'], rows),
        facts.join('\n'),
        ...[...report.warnings.map((warning) => `Warning: ${warning}`), ...(0,_entry_sign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .signNotices */ .R)(report)].map(_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7),
        ...(dryRun ? [] : commandsOf(report)),
    ];
}
function requestFacts(ids, environment) {
    const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = environment;
    const run = GITHUB_RUN_ID
        ? ` of ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(`${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`)}`
        : '';
    if (ids.length === 0)
        return [];
    const shown = ids.slice(0, 20).map(_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9).join(', ');
    const more = ids.length > 20 ? ` and ${ids.length - 20} more` : '';
    return [`- AWS KMS requests${run}, as in CloudTrail: ${shown}${more}`];
}
function commandsOf({ artifacts, signer }) {
    const cms = artifacts.flatMap(({ path, sidecars }) => {
        const sidecar = sidecars.find((one) => one.endsWith('.p7s'));
        return sidecar === undefined ? [] : [{ path, sidecar }];
    })[0];
    const [artifact] = artifacts;
    if (artifact === undefined)
        return [];
    const [identity] = signer.identities;
    const who = identity === undefined
        ? `--certificate-subject ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(signer.subject)}`
        : `--certificate-identity ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(identity)}`;
    const lines = [
        '# With this program; root.pem is the root certificate, from a source you trust',
        `npx kms-release-signing verify --root-certificate root.pem ${who} -- ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shellWord */ .r7)(artifact.path)}`,
    ];
    if (cms !== undefined) {
        lines.push('', '# With OpenSSL alone', `openssl cms -verify -cades -binary -inform DER -in ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shellFile */ .jI)(cms.sidecar)} -content ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shellFile */ .jI)(cms.path)} \\`, '  -CAfile root.pem -no-CApath -no-CAstore -purpose any -out /dev/null');
    }
    return ['Verify:', (0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownBlock */ .dI)('sh', lines.join('\n'))];
}


/***/ }),

/***/ 5460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ signNotices),
/* harmony export */   X: () => (/* binding */ signText)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5668);
/* harmony import */ var _verify_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9056);


function signText(report) {
    const { artifacts, attestation, certificate, signer, root, keyId, algorithm, dryRun } = report;
    return [
        ...artifacts.flatMap(({ path, sha256, sidecars }) => [
            (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path),
            `  sha256 ${sha256}`,
            ...sidecars.map((sidecar) => `  ${dryRun ? 'would write' : 'wrote'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(sidecar)}`),
        ]),
        ...(attestation === undefined ? [] : [`${dryRun ? 'would write' : 'wrote'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(attestation)}`]),
        '',
        `key ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(keyId)}, ${algorithm}`,
        `signer ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(signer.subject)}`,
        ...signer.identities.map((identity) => `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(identity)}`),
        `  certificate sha256 ${certificate.sha256}, valid until ${certificate.notAfter}`,
        root === null
            ? 'no root was pinned: only signatures and the links of the chain were checked'
            : `root sha256 ${root.sha256}`,
        dryRun
            ? `Dry run: ${(0,_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(artifacts.length, 'artifact')} could be signed. Nothing was signed or written.`
            : `${(0,_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(report.signed, 'artifact')} signed and verified.`,
    ];
}
const signNotices = ({ passedOver, notices }) => [
    ...passedOver.map((path) => `passed over: ${path} is a sidecar`),
    ...notices,
];


/***/ }),

/***/ 9056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ verifyText),
/* harmony export */   U9: () => (/* binding */ count)
/* harmony export */ });
/* unused harmony exports verifyNotices, artifactText */
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5668);

function verifyText(report) {
    const verified = report.artifacts.filter((artifact) => artifact.verified).length;
    return [
        ...report.artifacts.flatMap(artifactText),
        ...verifyNotices(report),
        '',
        report.verified
            ? `${count(verified, 'artifact')} verified.`
            : `NOT VERIFIED: ${report.artifacts.length - verified} of ${count(report.artifacts.length, 'artifact')} failed.`,
    ];
}
const verifyNotices = ({ passedOver, ignored, warnings }) => [
    ...passedOver.map((path) => `passed over: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path)} is a sidecar`),
    ...ignored.map((path) => `ignored: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path)} is another tool's`),
    ...warnings.map((warning) => `warning: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(warning)}`),
];
function artifactText(artifact) {
    const { path, verified, sha256, release, sidecars, message } = artifact;
    const lines = [`${verified ? 'verified' : 'FAILED  '}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path)}`];
    if (sha256 !== '')
        lines.push(`  sha256 ${sha256}`);
    if (release !== null) {
        const id = release.packageId === null ? '' : ` (repository id ${release.packageId})`;
        lines.push(`  release ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(`${release.repository} ${release.tag}${id}`)}`);
    }
    lines.push(...sidecars.flatMap(sidecarText));
    if (message !== undefined && !sidecars.some((sidecar) => sidecar.message === message)) {
        lines.push(...refusalText(artifact));
    }
    return lines;
}
function sidecarText(sidecar) {
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
    if (time !== null)
        lines.push(`    judged at ${time.at} (${timeSources[time.source]}), revocation ${states[revocation]}`);
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
