"use strict";
exports.id = 278;
exports.ids = [278];
exports.modules = {

/***/ 4278:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportSigned: () => (/* binding */ reportSigned)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/artifact-name.js
var artifact_name = __webpack_require__(4477);
// EXTERNAL MODULE: ./build/entry/escape.js
var entry_escape = __webpack_require__(2985);
// EXTERNAL MODULE: ./build/entry/sign-document.js
var sign_document = __webpack_require__(3721);
// EXTERNAL MODULE: ./build/entry/sign-text.js
var sign_text = __webpack_require__(6179);
// EXTERNAL MODULE: ./build/entry/verify-text.js
var verify_text = __webpack_require__(7915);
// EXTERNAL MODULE: ./build/action/report.js + 1 modules
var action_report = __webpack_require__(4665);
;// CONCATENATED MODULE: ./build/action/report-fetched.js


const fetchedText = (fetched) => fetched.map(({ asset: { name, uploader, updatedAt }, sha256 }) => `from the release: ${name}, sha256 ${sha256}, uploaded by ${uploader ?? 'somebody'} at ${updatedAt.toISOString()}`);
function fetchedFacts(fetched) {
    if (fetched.length === 0)
        return [];
    const lines = fetched.map(({ asset: { name, uploader, updatedAt }, sha256 }) => [
        `- ${(0,entry_escape/* markdownCode */.D9)(name)}: sha256 ${(0,entry_escape/* markdownCode */.D9)(sha256)}`,
        `uploaded by ${uploader === undefined ? 'somebody' : (0,entry_escape/* markdownCode */.D9)(uploader)} at ${updatedAt.toISOString()}`,
    ].join(', '));
    return ['Fetched from the release:', lines.join('\n')];
}
const asDownloaded = (report) => ({
    ...report,
    artifacts: report.artifacts.map(({ path, sidecars, ...rest }) => ({
        ...rest,
        path: (0,external_node_path_.basename)(path),
        sidecars: sidecars.map((sidecar) => (0,external_node_path_.basename)(sidecar)),
    })),
    ...(report.attestation === undefined ? {} : { attestation: (0,external_node_path_.basename)(report.attestation) }),
});

;// CONCATENATED MODULE: ./build/action/verify-commands.js



function verifyCommands(report, names) {
    const [artifact] = [...report.artifacts, ...report.unseen.map(withoutSidecars)];
    if (artifact === undefined)
        return [];
    const download = downloadOf(report, names);
    const { place, names: there } = download ?? { place: (path) => path, names };
    const cms = artifact.sidecars.find((path) => path.endsWith('.p7s'));
    return [
        ...(download === undefined
            ? ownCommand(report, artifact.path, names)
            : releaseCommand(report, download.directory, names)),
        ...(cms === undefined ? [] : ['', ...opensslCommand(report, place(artifact.path), place(cms))]),
        ...cosignCommands(report, place(artifact.path), there, place),
    ];
}
const withoutSidecars = ({ name }) => ({
    path: name,
    sidecars: [],
});
function downloadOf({ release, attestation, artifacts }, names) {
    if (release === undefined || release.draft || attestation === undefined)
        return undefined;
    const there = new Set(release.assets.map(({ name }) => name));
    const nameOf = (path) => (0,artifact_name/* githubAssetName */.DZ)((0,external_node_path_.basename)(path));
    const wanted = [attestation, ...artifacts.flatMap(({ path, sidecars }) => [path, ...sidecars])];
    if (!wanted.every((path) => there.has(nameOf(path))))
        return undefined;
    const directory = (0,external_node_path_.basename)(attestation).replace(/\.release\.sigstore\.json$/, '');
    return {
        directory,
        place: (path) => `${directory}/${nameOf(path)}`,
        names: { ...names, trustedRoot: undefined },
    };
}
const rootComment = 'root.pem is the root certificate, from a source you trust';
const signerOption = ({ signer }) => {
    const [identity] = signer.identities;
    return identity === undefined ? `--certificate-subject=${signer.subject}` : `--certificate-identity=${identity}`;
};
function releaseCommand(report, directory, names) {
    const isLeafAlone = lacksIntermediates(report, names);
    const options = [
        signerOption(report),
        `--from-repository=${names.repository}`,
        `--from-release-tag=${names.tag}`,
        ...(isLeafAlone ? ['--intermediates=chain.pem'] : []),
        `--download-directory=${directory}`,
    ];
    return [
        `# With this program, the whole release as people get it; ${rootComment}${isLeafAlone ? chainComment : ''}`,
        `npx kms-release-signing verify --root-certificate root.pem ${options.map(entry_escape/* shellWord */.r7).join(' ')}`,
    ];
}
const chainComment = ', chain.pem the intermediates';
function ownCommand(report, artifact, names) {
    const { attestation } = report;
    const options = [signerOption(report)];
    if (attestation !== undefined) {
        if (names.repository !== undefined)
            options.push(`--repository=${names.repository}`);
        if (names.tag !== undefined)
            options.push(`--tag=${names.tag}`);
    }
    if (names.outputDirectory !== undefined)
        options.push(`--sidecar-directory=${names.outputDirectory}`);
    else if (attestation !== undefined && (0,external_node_path_.dirname)(attestation) !== (0,external_node_path_.dirname)(artifact)) {
        options.push(`--attestation=${attestation}`);
    }
    const isLeafAlone = attestation !== undefined && lacksIntermediates(report, names);
    if (isLeafAlone)
        options.push('--intermediates=chain.pem');
    return [
        `# With this program; ${rootComment}${isLeafAlone ? chainComment : ''}`,
        `npx kms-release-signing verify --root-certificate root.pem ${options.map(entry_escape/* shellWord */.r7).join(' ')} \\`,
        `  -- ${(0,entry_escape/* shellWord */.r7)(artifact)}`,
    ];
}
const lacksIntermediates = ({ intermediates }, { attestationCertificates }) => attestationCertificates === 'leaf' && intermediates > 0;
const opensslCommand = ({ algorithm }, artifact, sidecar) => [
    `# With OpenSSL${/^(ED25519|ML_DSA)/.test(algorithm) ? ' 3.5 or later' : ''} alone, which does not compare the signer's name`,
    `openssl cms -verify -cades -binary -inform DER -in ${(0,entry_escape/* shellFile */.jI)(sidecar)} -content ${(0,entry_escape/* shellFile */.jI)(artifact)} \\`,
    '  -CAfile root.pem -no-CApath -no-CAstore -purpose any -out /dev/null',
];
const cosignAlgorithms = [
    'RSASSA_PKCS1_V1_5_SHA_256',
    'ECDSA_SHA_256',
    'ECDSA_SHA_384',
    'ECDSA_SHA_512',
    'ED25519_SHA_512',
];
function cosignCommands(report, artifact, names, place) {
    const { attestation, algorithm, keySpec, signer } = report;
    const identity = signer.identities.find((name) => /[:@]/.test(name));
    const isKnown = cosignAlgorithms.includes(algorithm) && keySpec !== 'ECC_SECG_P256K1';
    if (attestation === undefined || identity === undefined || !isKnown)
        return [];
    const { trustedRoot, attestationCertificates, timestamp } = names;
    const isLeafAlone = attestationCertificates === 'leaf';
    if (lacksIntermediates(report, names) && trustedRoot === undefined)
        return [];
    const isStamped = trustedRoot !== undefined && timestamp.rootCertificates.length > 0 && timestamp.required;
    const create = "cosign trusted-root create --fulcio 'url=https://example.com,certificate-chain=root.pem' --out trusted-root.json";
    const options = [
        `--bundle=${place(attestation)}`,
        `--trusted-root=${trustedRoot === undefined ? 'trusted-root.json' : place(trustedRoot)}`,
        ...(isLeafAlone ? [] : ['--allow-certificate-chain']),
        ...(isStamped ? ['--use-signed-timestamps'] : []),
        '--insecure-ignore-tlog',
        '--insecure-ignore-sct',
        `--certificate-identity=${identity}`,
        '--certificate-oidc-issuer-regexp=.*',
        '--type=https://in-toto.io/attestation/release/v0.2',
    ];
    return [
        '',
        trustedRoot === undefined
            ? '# With cosign 3.1.3 or later, which compares digests and not names'
            : `# With cosign${isLeafAlone ? '' : ' 3.1.3 or later'}, which compares digests and not names; see that the root in the trusted root is yours`,
        ...(trustedRoot === undefined ? [create] : []),
        `cosign verify-blob-attestation ${options.map(entry_escape/* shellWord */.r7).join(' ')} \\`,
        `  ${(0,entry_escape/* shellFile */.jI)(artifact)}`,
    ];
}

;// CONCATENATED MODULE: ./build/action/report-sign.js









const shownPaths = 20;
async function reportSigned(report, options) {
    const core = await (0,action_report/* actionsCore */.vg)();
    await core.group(report.dryRun ? 'What would be signed' : 'What was signed', async () => {
        for (const line of (0,sign_text/* signText */.X)(report))
            core.info((0,entry_escape/* outputLine */.MI)(line));
    });
    if (options.fetched !== undefined) {
        const lines = fetchedText(options.fetched);
        await core.group('What came from the release', async () => {
            for (const line of lines)
                core.info((0,entry_escape/* outputLine */.MI)((0,entry_escape/* printable */.g$)(line)));
        });
    }
    core.setOutput('sidecars', JSON.stringify(sidecarsOf(report)));
    core.setOutput('signed-count', report.signed);
    core.setOutput('certificate-sha256', report.certificate.sha256);
    core.setOutput('release-url', report.release?.url ?? '');
    core.setOutput('release-id', report.release?.id ?? '');
    core.setOutput('assets', JSON.stringify(report.release?.assets ?? []));
    core.setOutput('results', JSON.stringify((0,sign_document/* signDocument */.T)(report)));
    for (const pattern of options.unmatched)
        core.warning(`artifacts: ${(0,entry_escape/* printable */.g$)(pattern)} matches nothing`);
    for (const warning of report.warnings)
        core.warning((0,entry_escape/* printable */.g$)(warning));
    for (const notice of report.notices)
        core.info((0,entry_escape/* outputLine */.MI)((0,entry_escape/* printable */.g$)(notice)));
    const { passedOver } = report;
    if (passedOver.length > 0) {
        const more = passedOver.length > shownPaths ? ', …' : '';
        const names = passedOver.slice(0, shownPaths).map(entry_escape/* printable */.g$).join(', ');
        core.notice(`${(0,verify_text/* count */.U9)(passedOver.length, 'file')} passed over as sidecars: ${names}${more}`);
    }
    if (options.showSummary)
        await (0,action_report/* writeSummary */.Sy)(core, summaryOf(report, options));
}
function sidecarsOf({ artifacts, attestation, alsoWritten, dryRun }) {
    if (dryRun)
        return [];
    return [
        ...artifacts.flatMap(({ sidecars }) => sidecars),
        ...alsoWritten,
        ...(attestation === undefined ? [] : [attestation]),
    ];
}
function summaryOf(report, { environment, names, sessionName, fetched }) {
    const { artifacts, attestation, certificate, signer, root, keyId, algorithm, dryRun, kmsRequestIds } = report;
    const commands = dryRun ? [] : commandsFor(report, names, fetched !== undefined);
    const addresses = new Map(report.release?.assets.map(({ name, url }) => [name, url]));
    const linked = (path) => {
        const url = addresses.get((0,artifact_name/* githubAssetName */.DZ)((0,external_node_path_.basename)(path)));
        return url === undefined ? (0,entry_escape/* markdownCode */.D9)(path) : (0,entry_escape/* markdownLink */.iQ)(path, url);
    };
    const rows = artifacts.map(({ path, sha256, sidecars }) => [
        linked(path),
        (0,entry_escape/* markdownCode */.D9)(sha256),
        sidecars.map(linked).join('<br>'),
    ]);
    const facts = [
        `- Signer ${(0,entry_escape/* markdownCode */.D9)(signer.subject)}${signer.identities.map((identity) => `, ${(0,entry_escape/* markdownCode */.D9)(identity)}`).join('')}`,
        `- ${dryRun ? 'Tried' : 'Signed'} at ${report.at}${names.timestamp.urls.length > 0 && !dryRun ? ', time-stamped' : ''}`,
        `- Certificate SHA-256 ${(0,entry_escape/* markdownCode */.D9)(certificate.sha256)}, valid until ${certificate.notAfter}`,
        `- Key ${(0,entry_escape/* markdownCode */.D9)(keyId)}, ${algorithm}`,
        root === null
            ? '- No root was pinned: signatures and the links of the chain were checked'
            : `- Verified against the root with SHA-256 ${(0,entry_escape/* markdownCode */.D9)(root.sha256)}`,
        ...(attestation === undefined ? [] : [`- Attestation ${linked(attestation)}`]),
        ...report.alsoWritten.map((path) => `- Also written ${linked(path)}`),
        ...(report.release === undefined ? [] : releaseFacts(report.release)),
        ...auditFacts(kmsRequestIds, sessionName, environment),
    ];
    return [
        dryRun
            ? `### Dry run: ${(0,verify_text/* count */.U9)(artifacts.length + report.unseen.length, 'artifact')} could be signed`
            : `### Signed: ${(0,verify_text/* count */.U9)(report.signed, 'artifact')}`,
        ...(rows.length === 0 ? [] : [(0,action_report/* markdownTable */.Qj)(['Artifact', 'SHA-256', dryRun ? 'Would write' : 'Sidecars'], rows)]),
        ...unseenFacts(report),
        ...fetchedFacts(fetched ?? []),
        facts.join('\n'),
        ...[...report.warnings.map((warning) => `Warning: ${warning}`), ...(0,sign_text/* signNotices */.R)(report).slice(0, 100)].map(entry_escape/* markdownText */.p7),
        ...(commands.length === 0 ? [] : ['Verify:', (0,entry_escape/* markdownBlock */.dI)('sh', commands.join('\n'))]),
    ];
}
const commandsFor = (report, names, isFetched) => isFetched
    ? verifyCommands(asDownloaded(report), { ...names, outputDirectory: undefined })
    : verifyCommands(report, names);
function unseenFacts({ unseen, dryRun }) {
    if (unseen.length === 0)
        return [];
    const lines = unseen.map(({ name, digests }) => {
        const text = Object.entries(digests).map(([hash, digest]) => `${hash} ${(0,entry_escape/* markdownCode */.D9)(digest)}`);
        return `- ${(0,entry_escape/* markdownCode */.D9)(name)}: ${text.join(', ')}`;
    });
    const what = dryRun ? 'Would be signed' : 'Signed';
    return [`${what} unseen, by the digests in \`checksums-file\`: ${(0,verify_text/* count */.U9)(unseen.length, 'artifact')}`, lines.join('\n')];
}
function releaseFacts({ tag, url, draft, assets, wouldUpload }) {
    const uploaded = assets.filter((asset) => asset.uploaded).length;
    const files = wouldUpload === undefined
        ? `${(0,verify_text/* count */.U9)(uploaded, 'file')} uploaded, ${assets.length - uploaded} were there and are right`
        : `${(0,verify_text/* count */.U9)(wouldUpload.length, 'file')} would be uploaded`;
    return [`- Release ${(0,entry_escape/* markdownCode */.D9)(tag)}, ${draft ? 'a draft' : 'published'}: ${files}. ${(0,entry_escape/* markdownLink */.iQ)(url, url)}`];
}
function auditFacts(ids, sessionName, { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT }) {
    const run = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
    const shown = ids.slice(0, shownRequests).map(entry_escape/* markdownCode */.D9).join(', ');
    const more = ids.length > shownRequests ? ` and ${ids.length - shownRequests} more, in the output \`results\`` : '';
    return [
        ...(GITHUB_RUN_ID ? [`- Run ${(0,entry_escape/* markdownLink */.iQ)(run, `${run}/attempts/${GITHUB_RUN_ATTEMPT ?? 1}`)}`] : []),
        ...(sessionName === undefined ? [] : [`- Role session ${(0,entry_escape/* markdownCode */.D9)(sessionName)}, as in CloudTrail`]),
        ...(ids.length === 0 ? [] : [`- AWS KMS requests, as in CloudTrail: ${shown}${more}`]),
    ];
}
const shownRequests = 20;


/***/ }),

/***/ 4477:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ githubAssetName),
/* harmony export */   HF: () => (/* binding */ checkNamesApart),
/* harmony export */   pr: () => (/* binding */ artifactNameKey)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

function githubAssetName(name) {
    const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '');
    const stem = plain.startsWith('.') ? `default${plain}` : plain;
    const renamed = stem.replace(/[^A-Za-z0-9\-_+@]+/g, '.').replace(/^\.|\.$/g, '');
    return renamed !== name && !renamed.includes('.') ? `default.${renamed}` : renamed;
}
const artifactNameKey = (name) => githubAssetName(name).toLowerCase();
function checkNamesApart(names) {
    const seen = new Map();
    for (const name of names) {
        const key = artifactNameKey(name);
        const other = seen.get(key);
        if (other !== undefined) {
            throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('names-collide', `${other} and ${name} are one name on a GitHub release`, {
                hint: 'Rename one of them: GitHub replaces special characters with dots, and names that differ only in case are one on some systems.',
            });
        }
        seen.set(key, name);
    }
}


/***/ }),

/***/ 6179:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ signNotices),
/* harmony export */   X: () => (/* binding */ signText)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);
/* harmony import */ var _verify_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7915);


function signText(report) {
    const { artifacts, unseen, attestation, certificate, alsoWritten, signer, root, keyId, algorithm, dryRun } = report;
    return [
        ...artifacts.flatMap(({ path, sha256, sidecars }) => [
            (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path),
            `  sha256 ${sha256}`,
            ...sidecars.map((sidecar) => `  ${dryRun ? 'would write' : 'wrote'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(sidecar)}`),
        ]),
        ...unseen.flatMap(({ name, digests }) => [
            `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name)} (${dryRun ? 'would be signed' : 'signed'} unseen, by its digest)`,
            ...Object.entries(digests).map(([hash, digest]) => `  ${hash} ${digest}`),
        ]),
        ...(attestation === undefined ? [] : [`${dryRun ? 'would write' : 'wrote'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(attestation)}`]),
        ...alsoWritten.map((path) => `${dryRun ? 'would write' : 'wrote'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path)}`),
        ...(report.release === undefined ? [] : releaseText(report.release)),
        '',
        `key ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(keyId)}, ${algorithm}`,
        `signer ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(signer.subject)}`,
        ...signer.identities.map((identity) => `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(identity)}`),
        `  certificate sha256 ${certificate.sha256}, valid until ${certificate.notAfter}`,
        root === null
            ? 'no root was pinned: only signatures and the links of the chain were checked'
            : `root sha256 ${root.sha256}`,
        dryRun
            ? `Dry run: ${(0,_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(artifacts.length + unseen.length, 'artifact')} could be signed. Nothing was signed or written.`
            : `${(0,_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(report.signed, 'artifact')} signed and verified.`,
    ];
}
function releaseText({ tag, url, draft, assets, wouldUpload = [] }) {
    return [
        `release ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(tag)}, ${draft ? 'a draft' : 'published'}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(url)}`,
        ...assets.map(({ name, uploaded }) => `  ${uploaded ? 'uploaded' : 'was there'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name)}`),
        ...wouldUpload.map((name) => `  would upload ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name)}`),
    ];
}
const signNotices = ({ passedOver, notices }) => [
    ...passedOver.map((path) => `passed over: ${path} is a sidecar`),
    ...notices,
];


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