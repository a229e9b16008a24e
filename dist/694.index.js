"use strict";
exports.id = 694;
exports.ids = [694];
exports.modules = {

/***/ 694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reportVerified: () => (/* binding */ reportVerified)
/* harmony export */ });
/* harmony import */ var _entry_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);
/* harmony import */ var _entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7915);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4665);



async function reportVerified(report, options) {
    const { unmatched, directory, showSummary } = options;
    const core = await (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsCore */ .vg)();
    const { verified, artifacts, ignored } = report;
    core.setOutput('verified', verified);
    core.setOutput('directory', directory ?? '');
    core.setOutput('results', JSON.stringify({ verified, artifacts, ignored }));
    for (const pattern of unmatched)
        core.warning(`artifacts: ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(pattern)} matches nothing`);
    for (const warning of report.warnings)
        core.warning((0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(warning));
    const failed = artifacts.filter((artifact) => !artifact.verified);
    const [first] = failed;
    if (first !== undefined) {
        const more = failed.length === 1 ? '' : ` (and ${(0,_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(failed.length - 1, 'other artifact')}; the log has all)`;
        const { code = 'internal', message = '', hint } = first;
        (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .annotateFailure */ .pC)(core, {
            code,
            message: `${first.path}: ${message}${more}`,
            ...(hint === undefined ? {} : { hint }),
        });
    }
    if (showSummary)
        await (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSummary */ .Sy)(core, summaryOf(report, failed));
}
function summaryOf(report, failed) {
    const { artifacts, verified, passedOver, ignored, warnings, key } = report;
    const inOrder = [...failed, ...artifacts.filter((artifact) => artifact.verified)];
    const list = (paths) => paths.slice(0, 50).map(_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9).join(', ');
    return [
        verified
            ? `### Verified: ${(0,_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(artifacts.length, 'artifact')}${(0,_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .digestsAlone */ .f$)(report)}`
            : `### Not verified: ${failed.length} of ${(0,_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(artifacts.length, 'artifact')}`,
        ...(verified ? [] : ['Do not use files that did not verify.']),
        ...(key === null ? [] : [`${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)((0,_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .keyText */ .Pu)(key))}. ${_entry_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOnly */ .mX}`]),
        (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .markdownTable */ .Qj)(['Artifact', 'SHA-256', 'Verdict', 'Signer', 'Time'], inOrder.map((artifact) => rowOf(artifact, key))),
        ...(passedOver.length === 0 ? [] : [`Passed over, since they are sidecars: ${list(passedOver)}`]),
        ...(ignored.length === 0 ? [] : [`Ignored, since they are another tool's: ${list(ignored)}`]),
        ...warnings.map((warning) => `Warning: ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(warning)}`),
    ];
}
function rowOf(artifact, key) {
    const { path, sha256, verified, byDigest, sidecars, code = 'internal', message = '', hint } = artifact;
    const signed = sidecars.find((sidecar) => sidecar.verified === verified);
    const reason = [
        `❌ ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(code)} ${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(message)}`,
        ...(hint === undefined ? [] : [(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(hint)]),
    ];
    return [
        byDigest === true ? `${(0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(path)} (digest alone)` : (0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(path),
        (0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(sha256),
        verified ? `✅ ${sidecars.map(({ kind }) => kind).join(', ')}` : reason.join('<br>'),
        verified ? signerCell(signed?.signer, key) : '',
        signed?.time == null || (key !== null && signed.time.source === 'now')
            ? ''
            : `${signed.time.at} (${signed.time.source})`,
    ];
}
const signerCell = (signer, key) => key === null ? (signer == null ? '' : (0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(signer.subject)) : (0,_entry_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(key.name);


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