"use strict";
exports.id = 908;
exports.ids = [908,783,668];
exports.modules = {

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

/***/ 1467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseInstant)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

const rfc3339 = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
function parseInstant(text, label) {
    const [, day, time, fraction = '', zone] = rfc3339.exec(text) ?? [];
    const instant = new Date(`${day}T${time}${fraction.slice(0, 4)}${zone?.toUpperCase()}`);
    const midnight = new Date(`${day}T00:00:00Z`);
    const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${day}T`);
    if (!exists || Number.isNaN(instant.getTime()) || time?.startsWith('24')) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${label}: ${text} is no instant`, {
            rule: 'RFC 3339 section 5.6',
            hint: 'Write it with its time zone, such as 2026-11-24T09:00:00Z or 2026-11-24T10:00:00+01:00.',
        });
    }
    return instant;
}


/***/ }),

/***/ 3748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ verifyOptions)
/* harmony export */ });
const verifyOptions = [
    {
        group: 'Whom to trust',
        name: 'root-certificate',
        value: 'FILE',
        repeatable: true,
        help: 'The root to pin. Trust starts here and nowhere else: get it once, on a way you trust, and keep it.',
    },
    {
        group: 'Who must have signed (exactly one)',
        name: 'certificate-identity',
        value: 'NAME',
        help: "A URI, email address or DNS name in the signing certificate's subject alternative names; the whole of it.",
    },
    {
        name: 'certificate-subject',
        value: 'DN',
        help: "The signing certificate's subject, as inspect prints it, such as CN=Release,O=Example.",
    },
    { name: 'certificate-sha256', value: 'HEX', help: 'The SHA-256 fingerprint of the signing certificate.' },
    {
        name: 'dedicated-root',
        help: 'Whoever the root issued to. Only where the root issues to this signer and to nobody else.',
    },
    {
        group: 'A key in their place: no root and no signer are named then, and no certificate path is checked',
        name: 'public-key',
        value: 'FILE',
        help: 'The public key that must have signed, as `aws kms get-public-key` gives it: PEM or DER.',
    },
    {
        name: 'kms-key-id',
        value: 'KEY',
        help: 'The AWS KMS key that must have signed: id, ARN, alias/NAME, alias ARN or awskms:///…. KMS is asked about every signature, with the credentials that the AWS SDK finds.',
    },
    {
        name: 'aws-region',
        value: 'REGION',
        help: "The key's Region. Default: the one in its ARN, else the environment's.",
    },
    { name: 'use-fips-endpoint', help: 'Talk to the FIPS endpoints of AWS.' },
    {
        group: 'What else is demanded',
        name: 'require',
        value: 'KINDS',
        help: 'Kinds that every artifact must have, verified: cms, attestation, signature, message-bundle; several with a comma. Default: cms or attestation. The last two count only when they are named here.',
    },
    {
        name: 'repository',
        value: 'OWNER/NAME',
        help: 'The attestation must be there and name this repository.',
    },
    {
        name: 'repository-id',
        value: 'NUMBER',
        help: "The attestation must be there and name this number of the repository's.",
    },
    { name: 'tag', value: 'TAG', help: 'The attestation must be there and name this tag.' },
    { name: 'complete', help: 'Every artifact that the attestation lists must be among those given.' },
    { name: 'require-timestamp', help: 'Every sidecar must carry a time stamp that verifies.' },
    {
        group: 'Digests in place of files',
        name: 'checksums-file',
        value: 'FILE',
        help: 'A list as sha256sum or sha512sum print it: what it lists is verified as well, by digest where no file is there. A file that is there must have the digest.',
    },
    {
        group: 'From a release on GitHub, the one thing that needs a connection',
        name: 'from-repository',
        value: 'OWNER/NAME',
        help: 'Fetch artifacts and sidecars from a release of this repository. ARTIFACT then names or matches files of the release; without any it is all of them. The attestation must be there and name this repository and tag. No token is needed for what is public; GH_TOKEN or GITHUB_TOKEN in the environment is shown to GitHub, GH_ENTERPRISE_TOKEN to another server.',
    },
    { name: 'from-release-tag', value: 'TAG', help: 'The tag of that release.' },
    {
        name: 'download-directory',
        value: 'DIR',
        help: 'Where its files are left when all of them verify: an empty folder, or a new one. Default: nowhere.',
    },
    {
        group: 'Where sidecars are',
        name: 'sidecar-directory',
        value: 'DIR',
        help: 'Look for sidecars here. Default: beside each artifact.',
    },
    {
        name: 'attestation',
        value: 'FILE',
        repeatable: true,
        help: 'An attestation, besides those found next to the artifacts.',
    },
    {
        group: 'Time',
        name: 'timestamp-root-certificate',
        value: 'FILE',
        repeatable: true,
        help: 'The root of the time-stamp server. Stamps are checked against it, and their time is the time to judge at.',
    },
    {
        name: 'at',
        value: 'TIME',
        help: 'Judge at this instant (RFC 3339, such as 2026-11-24T09:00:00Z). Default: the time of a verified stamp, else now.',
    },
    {
        group: 'Revocation and path',
        name: 'crl',
        value: 'FILE',
        repeatable: true,
        help: 'A certificate revocation list. Once one is given, certificates must be found good.',
    },
    {
        name: 'crl-scope',
        value: 'leaf|path',
        help: 'Which certificates: the signing one, or all below the root (path, default).',
    },
    {
        name: 'deny-serial',
        value: 'HEX',
        repeatable: true,
        help: 'A serial number that no certificate of the path may have.',
    },
    {
        name: 'intermediates',
        value: 'FILE',
        repeatable: true,
        help: 'Certificates to build the path with, besides those in the sidecar. They are not trusted.',
    },
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