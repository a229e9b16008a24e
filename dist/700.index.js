"use strict";
exports.id = 700;
exports.ids = [700];
exports.modules = {

/***/ 7700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportRenewal: () => (/* binding */ reportRenewal)
/* harmony export */ });
/* harmony import */ var _entry_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);
/* harmony import */ var _entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7915);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4665);



async function reportRenewal(report, { showSummary, lines }) {
    const core = await (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsCore */ .vg)();
    const { due, renewed, path, chain, certificate, warnings } = report;
    for (const line of lines)
        core.info((0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .outputLine */ .MI)(line));
    core.setOutput('due', due);
    core.setOutput('renewed', renewed);
    core.setOutput('certificate-chain', chain);
    core.setOutput('certificate-chain-file', path);
    core.setOutput('certificate-sha256', certificate?.sha256 ?? '');
    core.setOutput('not-after', certificate?.notAfter ?? '');
    core.setOutput('days-left', certificate?.daysLeft ?? '');
    for (const warning of warnings)
        core.warning((0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(warning));
    if (due && !renewed)
        core.warning((0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(headline(report)), { title: titleOf(report) });
    else
        core.notice((0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(headline(report)), { title: titleOf(report) });
    if (showSummary)
        await (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSummary */ .Sy)(core, summaryOf(report));
}
const titleOf = ({ due, renewed }) => renewed ? 'Certificate renewed' : due ? 'Certificate to be renewed' : 'Certificate not due';
function headline({ renewed, path, certificate }) {
    if (certificate === null)
        return 'There is no certificate yet';
    const { subject, notAfter, daysLeft } = certificate;
    const left = `${(0,_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(daysLeft, 'day')} left, until ${notAfter}`;
    return renewed ? `${subject}: ${left}. Release workflows must be given the new chain, ${path}` : `${subject}: ${left}`;
}
function summaryOf(report) {
    const { path, certificate, previous, issued, warnings } = report;
    const facts = certificate === null
        ? ['- There is no certificate yet']
        : [
            `- Signer ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(certificate.subject)}`,
            ...(issued?.identities ?? []).map((name) => `- Name ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name)}`),
            ...(issued === undefined
                ? []
                : [`- Issuer ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(issued.issuer.subject)}, serial ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(issued.serial)}`]),
            `- Certificate SHA-256 ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(certificate.sha256)}`,
            `- ${(0,_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(certificate.daysLeft, 'day')} left, until ${certificate.notAfter}`,
            ...(previous === null ? [] : [`- In place of ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(previous.sha256)}, until ${previous.notAfter}`]),
            `- Chain in ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(path)}`,
        ];
    return [`### ${titleOf(report)}`, facts.join('\n'), ...warnings.map((warning) => `Warning: ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(warning)}`)];
}


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