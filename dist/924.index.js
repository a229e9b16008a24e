"use strict";
exports.id = 924;
exports.ids = [924,783];
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

/***/ 5924:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signAction: () => (/* binding */ signAction)
});

// EXTERNAL MODULE: ./build/adapters/github/workflow-commands.js
var workflow_commands = __webpack_require__(332);
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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/artifact-name.js
var artifact_name = __webpack_require__(4477);
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
function reportSigned(report, options) {
    workflow_commands/* group */.Os(report.dryRun ? 'What would be signed' : 'What was signed', (0,sign_text/* signText */.X)(report).map(entry_escape/* outputLine */.MI));
    if (options.fetched !== undefined) {
        const lines = fetchedText(options.fetched).map((line) => (0,entry_escape/* outputLine */.MI)((0,entry_escape/* printable */.g$)(line)));
        workflow_commands/* group */.Os('What came from the release', lines);
    }
    workflow_commands/* setOutput */.uH('sidecars', JSON.stringify(sidecarsOf(report)));
    workflow_commands/* setOutput */.uH('signed-count', report.signed);
    workflow_commands/* setOutput */.uH('certificate-sha256', report.certificate.sha256);
    workflow_commands/* setOutput */.uH('release-url', report.release?.url ?? '');
    workflow_commands/* setOutput */.uH('release-id', report.release?.id ?? '');
    workflow_commands/* setOutput */.uH('assets', JSON.stringify(report.release?.assets ?? []));
    workflow_commands/* setOutput */.uH('results', JSON.stringify((0,sign_document/* signDocument */.T)(report)));
    for (const pattern of options.unmatched)
        workflow_commands/* warning */.$e(`artifacts: ${(0,entry_escape/* printable */.g$)(pattern)} matches nothing`);
    for (const warning of report.warnings)
        workflow_commands/* warning */.$e((0,entry_escape/* printable */.g$)(warning));
    for (const notice of report.notices)
        workflow_commands/* info */.pq((0,entry_escape/* outputLine */.MI)((0,entry_escape/* printable */.g$)(notice)));
    const { passedOver } = report;
    if (passedOver.length > 0) {
        const more = passedOver.length > shownPaths ? ', …' : '';
        const names = passedOver.slice(0, shownPaths).map(entry_escape/* printable */.g$).join(', ');
        workflow_commands/* notice */.lm(`${(0,verify_text/* count */.U9)(passedOver.length, 'file')} passed over as sidecars: ${names}${more}`);
    }
    if (options.showSummary)
        (0,action_report/* writeSummary */.Sy)(summaryOf(report, options));
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
        const { createFiles, findArtifacts, keepingMemorySmall, loadOnline } = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(46)]).then(__webpack_require__.bind(__webpack_require__, 5039));
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
        reportSigned(report, {
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
    (0,workflow_commands/* setSecret */.Pq)(token);
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