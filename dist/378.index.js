"use strict";
exports.id = 378;
exports.ids = [378,668];
exports.modules = {

/***/ 970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   n1: () => (/* binding */ findArtifacts),
/* harmony export */   yR: () => (/* binding */ splitArtifactsInput)
/* harmony export */ });
/* unused harmony exports isFile, isExcluded */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7963);




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
function findArtifacts(patterns, { cwd = '.', mayLack = false } = {}) {
    if (mayLack && patterns.length === 0)
        return { paths: [], named: [], unmatched: [] };
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
function isThere(path) {
    try {
        return node_fs__WEBPACK_IMPORTED_MODULE_0___default().lstatSync(path, { throwIfNoEntry: false }) !== undefined;
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

/***/ 7963:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ changedMeanwhile),
/* harmony export */   Ko: () => (/* binding */ fileNotFound),
/* harmony export */   a4: () => (/* binding */ changedWhileRead),
/* harmony export */   hR: () => (/* binding */ fileExists),
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
const fileNotFound = (path, cause) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('file-not-found', `${path}: no such file`, {
    hint: `Check the path, which counts from ${process.cwd()}. In a workflow, check the repository out first.`,
    cause,
});
function readError(path, cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return fileNotFound(path, cause);
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
const changedMeanwhile = (path) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('file-changed', `${path}: changed since it was read`, {
    hint: 'Nothing was written. Run it again, when whoever else writes the file is through.',
});
const fileExists = (path) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('file-exists', `${path}: a file is there already`, {
    hint: 'Nothing was written. Move it away, or name another place.',
});


/***/ }),

/***/ 7727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ jsonOption)
/* harmony export */ });
const jsonOption = {
    group: 'Output',
    name: 'json',
    help: 'Print one JSON document on standard output, and all else on standard error.',
};


/***/ }),

/***/ 8378:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/entry/failure.js
var entry_failure = __webpack_require__(7290);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/adapters/files/artifact-globs.js
var artifact_globs = __webpack_require__(970);
;// CONCATENATED MODULE: ./build/cli/arguments.js



function parseArguments(args, options) {
    const rows = new Map(options.map((row) => [row.name, row]));
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: Object.fromEntries(options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string', multiple: true }])),
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const positionals = [];
    const values = new Map();
    for (const token of tokens) {
        if (token.kind === 'positional')
            positionals.push(token.value);
        if (token.kind !== 'option')
            continue;
        const row = token.rawName.startsWith('--') ? rows.get(token.name) : undefined;
        if (row === undefined)
            throw unknownOption(token.rawName, options);
        const value = optionValue(row, token.value, token.inlineValue === true);
        const earlier = values.get(row.name);
        if (earlier !== undefined && row.repeatable !== true && row.value !== undefined) {
            throw usage(`--${row.name} is given more than once`, 'It takes one value.');
        }
        values.set(row.name, [...(earlier ?? []), value]);
    }
    return { positionals, values };
}
function checkOptionsAreNoFiles(args) {
    const file = args.find((arg) => arg.startsWith('-') && (0,artifact_globs/* isThere */.$B)(arg));
    if (file === undefined)
        return;
    throw usage(`${file} is an option, and the name of a file here`, 'Put -- before the names of files, or write ./*.');
}
function optionValue({ name, value: placeholder }, value, inline) {
    if (placeholder === undefined) {
        if (value !== undefined)
            throw usage(`--${name} takes no value`, `Write --${name}, or leave it out.`);
        return '';
    }
    if (value === undefined || value === '')
        throw usage(`--${name} has no value`, `Write --${name} ${placeholder}.`);
    if (!inline && value.startsWith('-') && value !== '-') {
        throw usage(`--${name} has no value: ${value} is behind it`, `If that is the value, write --${name}=${value}.`);
    }
    return value;
}
function unknownOption(rawName, options) {
    const asked = rawName.replace(/^-+/, '').replaceAll('_', '-').toLowerCase();
    const near = options.map(({ name }) => ({ name, away: distance(asked, name) })).sort((a, b) => a.away - b.away)[0];
    const begun = options.filter(({ name }) => asked.length > 2 && name.startsWith(asked));
    const meant = near !== undefined && near.away <= 3 ? near.name : begun.length === 1 ? begun[0]?.name : undefined;
    const suggestion = meant === undefined ? '' : `Is --${meant} meant? `;
    return usage(`there is no option ${rawName}`, `${suggestion}--help prints the options; a file whose name begins with a dash goes behind --.`);
}
const usage = (message, hint) => new error/* ReleaseSigningError */.B('usage', message, { hint });
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (const [i, character] of [...a.slice(0, 64)].entries()) {
        const next = [i + 1];
        for (let j = 0; j < b.length; j++) {
            const change = (row[j] ?? 0) + (character === b[j] ? 0 : 1);
            next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

// EXTERNAL MODULE: ./build/entry/escape.js
var entry_escape = __webpack_require__(2985);
// EXTERNAL MODULE: ./build/entry/read-values.js
var read_values = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/entry/system.js
var system = __webpack_require__(6339);
// EXTERNAL MODULE: ./build/entry/time.js
var time = __webpack_require__(1467);
// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(7727);
// EXTERNAL MODULE: ./build/cli/positionals.js
var positionals = __webpack_require__(2013);
// EXTERNAL MODULE: ./build/cli/values.js
var cli_values = __webpack_require__(3026);
;// CONCATENATED MODULE: ./build/cli/check-chain.js







const options = [
    {
        group: 'Certificates',
        name: 'root-certificate',
        value: 'FILE',
        repeatable: true,
        help: 'The root to pin: trust starts here and nowhere else.',
    },
    {
        name: 'certificate-chain',
        value: 'FILE',
        help: 'The certificate to check, and its issuers in any order. The root may be in it; it counts only when it is pinned.',
    },
    {
        name: 'intermediates',
        value: 'FILE',
        repeatable: true,
        help: 'More certificates to build the path with. They are not trusted.',
    },
    {
        group: 'What it is checked for',
        name: 'at',
        value: 'TIME',
        help: 'The instant to look at (RFC 3339, such as 2026-11-24T09:00:00Z). Default: now.',
    },
    {
        name: 'profile',
        value: 'code-signing|rfc5280',
        help: 'The rules: those that sign and verify use (default), or RFC 5280 alone.',
    },
    {
        name: 'purpose',
        value: 'code-signing|any|OID',
        help: 'The extended key usage that the certificate must have. Default: code-signing.',
    },
    {
        group: 'Revocation, at that instant',
        name: 'crl',
        value: 'FILE',
        repeatable: true,
        help: 'A certificate revocation list. Once one is given, certificates must be found good.',
    },
    {
        name: 'crl-scope',
        value: 'leaf|path',
        help: 'Which certificates: the first one, or all below the root (path, default).',
    },
    {
        group: 'Certificate policies, as in openssl verify',
        name: 'policy',
        value: 'OID',
        repeatable: true,
        help: 'A policy that is acceptable. Default: any.',
    },
    { name: 'explicit-policy', help: 'The path must be valid for an acceptable policy.' },
    { name: 'inhibit-map', help: 'Policy mappings do not count.' },
    { name: 'inhibit-any', help: 'anyPolicy does not count.' },
];
const checkChainCommand = {
    help: {
        name: 'check-chain',
        usage: 'check-chain --root-certificate FILE --certificate-chain FILE [options]',
        summary: 'validate a certificate chain against a pinned root',
        description: [
            'Looks for a valid certification path (RFC 5280) from a certificate to a pinned root, and says what is wrong where there is none. Use it before you sign with a new certificate.',
        ],
        options: [...options, command/* jsonOption */.E],
        examples: [
            {
                what: 'Is this chain fit for signing releases?',
                command: 'kms-release-signing check-chain --root-certificate root.pem --certificate-chain chain.pem',
            },
            {
                what: 'Will it still be in a year? Is none of it revoked?',
                command: 'kms-release-signing check-chain --root-certificate root.pem --certificate-chain chain.pem \\\n    --at 2027-11-24T00:00:00Z\nkms-release-signing check-chain --root-certificate root.pem --certificate-chain chain.pem \\\n    --crl root.crl --crl issuing.crl',
            },
        ],
    },
    async run(args, terminal) {
        const { createFiles, limits, loadCheckChain } = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(783)]).then(__webpack_require__.bind(__webpack_require__, 5039));
        const { checkChain } = await loadCheckChain();
        (0,positionals/* noPositionals */.d)(args, 'check-chain takes files behind its options alone: write --certificate-chain FILE.');
        const clock = system/* systemClock */.m;
        const values = (0,cli_values/* optionValues */.i)(args, createFiles({ clock }));
        const certificates = (name) => values.files(name, limits.certificateFileBytes);
        (0,read_values/* required */.mw)(values, 'root-certificate', 'Pin the root certificate that the chain has to reach.');
        (0,read_values/* required */.mw)(values, 'certificate-chain', 'Name the file with the certificate to check and its issuers.');
        const at = values.text('at');
        const purpose = values.text('purpose');
        const policies = values.texts('policy');
        const [certificateChain] = await certificates('certificate-chain');
        if (certificateChain === undefined)
            return 1;
        const { warnings, ...report } = checkChain({
            rootCertificates: await certificates('root-certificate'),
            certificateChain,
            intermediates: await certificates('intermediates'),
            at: at === undefined ? undefined : (0,time/* parseInstant */.n)(at, values.label('at')),
            profile: (0,read_values/* choice */.Yq)(values, 'profile', ['code-signing', 'rfc5280']),
            purpose: purpose === 'code-signing' ? undefined : purpose,
            crls: await values.files('crl', limits.crlFileBytes),
            crlScope: (0,read_values/* choice */.Yq)(values, 'crl-scope', ['path', 'leaf']),
            policy: {
                ...(policies.length === 0 ? {} : { initialPolicies: policies }),
                requireExplicitPolicy: values.flag('explicit-policy'),
                inhibitPolicyMapping: values.flag('inhibit-map'),
                inhibitAnyPolicy: values.flag('inhibit-any'),
            },
        }, { clock });
        for (const warning of warnings)
            terminal.warning(warning);
        for (const line of reportText(report))
            terminal.line(line);
        if (terminal.json)
            terminal.document(report);
        return report.valid ? 0 : 1;
    },
    failed: (failure) => ({ valid: false, path: [], at: null, revocation: 'not-checked', ...failure }),
};
function reportText(report) {
    const { valid, path, at, revocation, code = 'internal', message = '', hint } = report;
    if (!valid) {
        return [
            `NOT VALID at ${at}`,
            `  ${code}: ${(0,entry_escape/* printable */.g$)(message)}`,
            ...(hint === undefined ? [] : [`  ${(0,entry_escape/* printable */.g$)(hint)}`]),
        ];
    }
    return [
        `valid at ${at}; revocation ${revocation === 'good' ? 'checked, good' : 'not checked'}`,
        ...path.flatMap(({ subject, sha256 }, depth) => [`  ${depth} ${(0,entry_escape/* printable */.g$)(subject)}`, `    sha256 ${sha256}`]),
    ];
}

;// CONCATENATED MODULE: ./build/cli/help.js
const program = 'kms-release-signing';
const width = 80;
function commandHelp({ usage, description, options, examples }) {
    const lines = [...wrapUsage(`Usage: ${program} ${usage}`)];
    for (const paragraph of description)
        lines.push('', ...wrap(paragraph, width));
    for (const { group, name, value, repeatable, help } of [...options, helpOption]) {
        if (group !== undefined)
            lines.push('', `${group}:`);
        lines.push(`  --${name}${value === undefined ? '' : ` ${value}`}${repeatable === true ? ' …' : ''}`);
        lines.push(...wrap(help, width - 6).map((line) => `      ${line}`));
    }
    if (options.some(({ repeatable }) => repeatable === true))
        lines.push('', '… may be given more than once.');
    lines.push('', 'Examples:');
    for (const { what, command } of examples)
        lines.push(`  # ${what}`, ...command.split('\n').map((line) => `  ${line}`), '');
    lines.push(...exitStatuses);
    return `${lines.join('\n')}\n`;
}
const helpOption = { name: 'help', help: 'Print this.' };
const exitStatuses = [
    'Exit status: 0 all good; 1 something did not verify, could not be signed or was',
    'refused; 2 wrong usage, a file that is not there included.',
];
function programHelp(commands) {
    const longest = Math.max(...commands.map(({ name }) => name.length));
    return `${[
        `Usage: ${program} COMMAND [options] [ARTIFACT…]`,
        '',
        'Signs release artifacts with a key in AWS KMS, puts the certificate chain beside',
        'every artifact, and verifies it all against a pinned root, offline.',
        '',
        'Commands:',
        ...commands.map(({ name, summary }) => `  ${name.padEnd(longest)}  ${summary}`),
        '',
        `${program} COMMAND --help explains a command, with examples.`,
        `${program} --version prints the version.`,
        '',
        ...exitStatuses,
    ].join('\n')}\n`;
}
const wrapUsage = (usage) => wrap(usage, width - 7).map((line, i) => (i === 0 ? line : `       ${line}`));
function wrap(text, columns) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && line.length + 1 + word.length > columns) {
            lines.push(line);
            line = '';
        }
        line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
}

// EXTERNAL MODULE: ./build/entry/verify-text.js
var verify_text = __webpack_require__(7915);
;// CONCATENATED MODULE: ./build/cli/inspect.js






const inspect = {
    help: {
        name: 'inspect',
        usage: 'inspect SIDECAR… [--json]',
        summary: 'show what is in a sidecar',
        description: [
            'Shows what is in a sidecar of any kind: who claims to have signed, with which certificates, when, and what. It verifies nothing: anybody can write a sidecar.',
            'Subjects print in the form that verify takes with --certificate-subject, alternative names of a URI, an email address or a DNS name as --certificate-identity takes them.',
        ],
        options: [command/* jsonOption */.E],
        examples: [
            { what: 'Who claims to have signed this?', command: 'kms-release-signing inspect app.tar.gz.p7s' },
            {
                what: 'The fingerprint of the signing certificate',
                command: "kms-release-signing inspect --json app.tar.gz.p7s | jq -r '.[0].signer.sha256'",
            },
        ],
    },
    async run(args, terminal) {
        const { createFiles, findArtifacts, limits, loadInspection } = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(783)]).then(__webpack_require__.bind(__webpack_require__, 5039));
        const { inspectSidecar } = await loadInspection();
        const files = createFiles({ clock: system/* systemClock */.m });
        const patterns = (0,positionals/* somePositionals */.i)(args, 'sidecar');
        const documents = [];
        let failed = false;
        for (const path of findArtifacts(patterns).paths) {
            const bytes = await files.read(path, limits.attestationBytes);
            try {
                const inspection = inspectSidecar(path, bytes);
                documents.push({ path, ...inspection });
                for (const line of inspectionText(path, inspection))
                    terminal.line(line);
            }
            catch (error) {
                failed = true;
                const failure = (0,entry_failure/* failureOf */.g5)(error);
                documents.push({ path, ...failure });
                terminal.failure({ hint: noSidecar, ...failure, message: `${path}: ${failure.message}` });
            }
        }
        if (terminal.json)
            terminal.document(documents);
        return failed ? 1 : 0;
    },
    failed: (failure) => [failure],
};
const noSidecar = 'Is it a sidecar? That of an artifact is ARTIFACT.p7s beside it; that of a release ends with .release.sigstore.json.';
const inspectionText = (path, inspection) => [
    (0,entry_escape/* printable */.g$)(path),
    ...contentText(inspection),
    ...('signer' in inspection ? signerText(inspection) : ['  it names no signer']),
];
function signerText({ signer, certificates, timestamp }) {
    const others = timestamp?.certificates ?? [];
    return [
        '  signer (a claim: nothing is verified here)',
        ...certificateText(signer),
        ...certificates.flatMap((certificate) => ['  certificate beside it', ...certificateText(certificate)]),
        ...(timestamp === null
            ? ['  no time stamp']
            : [
                `  time stamp of ${timestamp.time} (not verified), policy ${timestamp.policy}`,
                ...others.flatMap((certificate) => ['  certificate in the time stamp', ...certificateText(certificate)]),
            ]),
    ];
}
function contentText(inspection) {
    switch (inspection.kind) {
        case 'cms':
            return [
                '  CMS signature (cms)',
                `  algorithm ${inspection.algorithm}`,
                `  signs the ${inspection.digest.algorithm} ${inspection.digest.value}`,
                `  signing time ${inspection.signingTime} (what the signer says)`,
            ];
        case 'attestation': {
            const { repository, tag, packageId } = inspection.release;
            const id = packageId === null ? '' : ` (repository id ${packageId})`;
            return [
                '  attestation of a release (attestation)',
                `  release ${(0,entry_escape/* printable */.g$)(`${repository} ${tag}${id}`)}`,
                `  ${(0,verify_text/* count */.U9)(inspection.artifacts.length, 'artifact')}`,
                ...inspection.artifacts.map(({ name, digests }) => `    ${(0,entry_escape/* printable */.g$)(name)} ${Object.entries(digests)
                    .map((digest) => digest.join(' '))
                    .join(', ')}`),
            ];
        }
        case 'signature':
            return [`  signature over the artifact's own bytes (signature), ${(0,verify_text/* count */.U9)(inspection.signatureBytes, 'byte')}`];
        case 'message-bundle':
            return [
                `  signature over the artifact's own bytes in a Sigstore bundle (message-bundle), ${(0,verify_text/* count */.U9)(inspection.signatureBytes, 'byte')}`,
                `  for an artifact with the ${inspection.digest.algorithm} ${inspection.digest.value}`,
            ];
        case 'certificates':
            return [
                '  certificates for signatures over artifacts (nothing is verified here)',
                ...inspection.certificates.flatMap((certificate) => ['  certificate', ...certificateText(certificate)]),
            ];
    }
}
function certificateText(certificate) {
    const { subject, issuer, subjectAlternativeNames, notBefore, notAfter, serial, sha256, key } = certificate;
    return [
        `    subject  ${(0,entry_escape/* printable */.g$)(subject)}`,
        ...subjectAlternativeNames.map(({ kind, value }) => `    name     ${kind} ${value === null ? '' : (0,entry_escape/* printable */.g$)(value)}`),
        `    issuer   ${(0,entry_escape/* printable */.g$)(issuer)}`,
        `    valid    ${notBefore} to ${notAfter}`,
        `    serial   ${serial}`,
        `    sha256   ${sha256}`,
        `    key      ${key.type} ${key.bits}`,
    ];
}

// EXTERNAL MODULE: ./build/entry/sign-document.js
var sign_document = __webpack_require__(3721);
// EXTERNAL MODULE: ./build/entry/sign-options.js
var sign_options = __webpack_require__(2268);
// EXTERNAL MODULE: ./build/entry/sign-request.js + 1 modules
var sign_request = __webpack_require__(13);
;// CONCATENATED MODULE: ./build/cli/sign.js








const expiryWarningDays = 30;
const sign = {
    help: {
        name: 'sign',
        usage: 'sign --kms-key-id KEY --certificate-chain FILE [options] ARTIFACT…',
        summary: 'sign artifacts with a key in AWS KMS',
        description: [
            'Signs every ARTIFACT with a key that never leaves AWS KMS, and writes a sidecar with the certificate chain beside it: ARTIFACT.p7s, a detached CMS signature that OpenSSL verifies too. All sidecars are verified before any is written, and all are written or none.',
            'ARTIFACT is a file or a pattern: * ? [] {} match files that are not hidden, ** descends, a ! in front leaves out. AWS credentials come from where the AWS SDK looks: the environment, the shared configuration, the machine.',
        ],
        options: [...sign_options/* signOptions */.q, command/* jsonOption */.E],
        examples: [
            {
                what: 'Sign two files, and check them against the root that verifiers pin',
                command: 'kms-release-signing sign --kms-key-id alias/release --certificate-chain chain.pem \\\n    --root-certificate root.pem app.tar.gz app.zip',
            },
            {
                what: 'A whole release, with the attestation that ties its files together',
                command: "kms-release-signing sign --kms-key-id arn:aws:kms:eu-central-1:111122223333:key/1234abcd-… \\\n    --certificate-chain chain.pem --repository example/app --tag v1.2.3 'dist/*'",
            },
            {
                what: 'What unprivileged jobs built, by the checksums they left',
                command: 'kms-release-signing sign --kms-key-id alias/release --certificate-chain chain.pem \\\n    --repository example/app --tag v1.2.3 --checksums-file SHA256SUMS',
            },
            {
                what: 'Sign, upload everything to the draft release of the tag, and publish it',
                command: "GH_TOKEN=$(gh auth token) kms-release-signing sign --kms-key-id alias/release --certificate-chain chain.pem \\\n    --repository example/app --tag v1.2.3 --upload --upload-artifacts --publish 'dist/*'",
            },
            {
                what: 'Find out whether it would work',
                command: 'kms-release-signing sign --dry-run --kms-key-id alias/release --certificate-chain chain.pem app.tar.gz',
            },
        ],
    },
    async run(args, terminal) {
        const { createFiles, findArtifacts, keepingMemorySmall, loadOnline } = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(783)]).then(__webpack_require__.bind(__webpack_require__, 5039));
        const { createKmsSigner, createTimestampAuthority, environmentFetch, environmentToken, openReleaseHost, requiredToken, signNotices, signRelease, signText, systemTimers, } = await loadOnline();
        const clock = system/* systemClock */.m;
        const files = createFiles({ clock });
        const values = (0,cli_values/* optionValues */.i)(args, files);
        const keyId = (0,read_values/* required */.mw)(values, 'kms-key-id', 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.');
        const request = await (0,sign_request/* readSignRequest */.r)(values, [], {
            expiryWarningDays,
            crossCheck: 'none',
            pullRequest: process.env.GITHUB_EVENT_NAME === 'pull_request',
        });
        const mayLack = request.checksums !== undefined;
        const patterns = mayLack ? args.positionals : (0,positionals/* somePositionals */.i)(args, 'artifact');
        const { paths, unmatched } = findArtifacts(patterns, { mayLack });
        for (const pattern of unmatched)
            terminal.warning(`${pattern} matches nothing`);
        const signer = createKmsSigner({
            keyId,
            region: values.text('aws-region'),
            useFipsEndpoint: values.flag('use-fips-endpoint'),
            environment: process.env,
            timers: systemTimers,
        });
        const openReleases = async () => {
            const repository = (0,read_values/* required */.mw)(values, 'repository', 'Name the repository of the release, as OWNER/NAME.');
            const token = requiredToken(await environmentToken(repository, process.env), 'Set GH_TOKEN, for example to what `gh auth token` prints; for another server than github.com GH_ENTERPRISE_TOKEN.');
            return openReleaseHost({ repository, token, environment: process.env, notice: terminal.notice });
        };
        const releaseHost = request.upload && (await openReleases());
        const report = await signRelease({ ...request, artifacts: paths }, {
            files,
            clock,
            signer,
            timestampAuthority: (urls, trust) => createTimestampAuthority({ urls, trust, ports: { fetch: environmentFetch(process.env) } }),
            releaseHost,
            progress: keepingMemorySmall(terminal.progress),
        });
        for (const warning of report.warnings)
            terminal.warning(warning);
        for (const notice of signNotices(report))
            terminal.notice(notice);
        for (const line of signText(report))
            terminal.line(line);
        if (terminal.json)
            terminal.document((0,sign_document/* signDocument */.T)(report));
        return 0;
    },
    failed: sign_document/* failedSignDocument */.k,
};

;// CONCATENATED MODULE: ./build/cli/terminal.js


function createTerminal({ stdout, stderr }, json) {
    let progressShown = false;
    const print = (stream, line) => {
        if (progressShown)
            stderr.write('\r\u001b[K');
        progressShown = false;
        stream.write(`${(0,entry_escape/* outputLine */.MI)(line)}\n`);
    };
    const progress = (step, done, of) => {
        if (of < 2 || done === of)
            return;
        stderr.write(`\r\u001b[K${(0,entry_escape/* printable */.g$)(step)} ${done} of ${of}`);
        progressShown = true;
    };
    return {
        json,
        line: (text) => print(json ? stderr : stdout, text),
        aside: (text) => print(stderr, text),
        document: (value) => {
            stdout.write(`${(0,entry_escape/* jsonText */.s$)(value)}\n`);
        },
        notice: (text) => print(stderr, `${program}: ${(0,entry_escape/* printable */.g$)(text)}`),
        warning: (text) => print(stderr, `${program}: warning: ${(0,entry_escape/* printable */.g$)(text)}`),
        failure: ({ code, message, hint }) => {
            print(stderr, `${program}: ${code}: ${(0,entry_escape/* printable */.g$)(message)}`);
            if (hint !== undefined)
                print(stderr, `  ${(0,entry_escape/* printable */.g$)(hint)}`);
        },
        progress: stderr.isTTY ? progress : undefined,
    };
}

// EXTERNAL MODULE: ./build/entry/verify-options.js
var verify_options = __webpack_require__(3748);
;// CONCATENATED MODULE: ./build/cli/verify.js





const verify = {
    help: {
        name: 'verify',
        usage: 'verify (--root-certificate FILE (--certificate-identity NAME | --certificate-subject DN | --certificate-sha256 HEX | --dedicated-root) | --public-key FILE | --kms-key-id KEY) [options] ARTIFACT…',
        summary: 'verify artifacts against a pinned root; offline, without credentials',
        description: [
            'Verifies every ARTIFACT with the sidecars found for it: ARTIFACT.p7s beside it, and the attestation (*.release.sigstore.json) of its release. It opens no connection, unless a release to fetch from is named, and needs no credentials; what you bring is the root certificate and the name of the signer.',
            'Within your own AWS account the key alone may be what you trust: --public-key, or --kms-key-id, which asks AWS KMS. No certificate is looked at then: not whose key it is, not whether it has expired or was revoked.',
            'ARTIFACT is a file or a pattern: * ? [] {} match files that are not hidden, ** descends, a ! in front leaves out. Every file that is one of our sidecars is passed over. NAME@sha256:HEX stands for a file that is not here and has this digest.',
        ],
        options: [...verify_options/* verifyOptions */.G, command/* jsonOption */.E],
        examples: [
            {
                what: 'A file you downloaded together with its .p7s',
                command: 'kms-release-signing verify --root-certificate root.pem \\\n    --certificate-identity https://example.org/release app.tar.gz',
            },
            {
                what: 'A whole release: this tag of this repository, with nothing missing',
                command: "kms-release-signing verify --root-certificate root.pem \\\n    --certificate-subject 'CN=Release,O=Example' \\\n    --repository example/app --tag v1.2.3 --complete 'dist/*'",
            },
            {
                what: 'A release on GitHub, and its files where it verifies',
                command: "kms-release-signing verify --root-certificate root.pem \\\n    --certificate-identity https://example.org/release \\\n    --from-repository example/app --from-release-tag v1.2.3 --download-directory app '*.tar.gz'",
            },
            {
                what: 'Digests in place of files that lie elsewhere',
                command: 'kms-release-signing verify --root-certificate root.pem \\\n    --certificate-identity https://example.org/release \\\n    --attestation example-app-v1.2.3.release.sigstore.json app.tar.gz@sha256:2c26b46b…',
            },
            {
                what: 'An old file whose certificate has expired, by its time stamp',
                command: 'kms-release-signing verify --root-certificate root.pem --dedicated-root \\\n    --timestamp-root-certificate tsa-root.pem --require-timestamp app.tar.gz',
            },
            {
                what: 'Within the account, by the KMS key that signs, without certificates',
                command: 'kms-release-signing verify --kms-key-id alias/release-signing app.tar.gz',
            },
        ],
    },
    async run(args, terminal) {
        const offline = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(783)]).then(__webpack_require__.bind(__webpack_require__, 5039));
        const { createFiles, keepingMemorySmall, readVerifyRequest, verifyNamed, verifyText } = offline;
        const clock = system/* systemClock */.m;
        const files = createFiles({ clock });
        const values = (0,cli_values/* optionValues */.i)(args, files);
        const request = await readVerifyRequest(values, []);
        const mayLack = ['checksums-file', 'from-repository'].some((name) => values.text(name) !== undefined);
        const patterns = mayLack ? args.positionals : (0,positionals/* somePositionals */.i)(args, 'artifact');
        let trustedKey;
        if (request.identity === undefined) {
            const { readTrustedKey } = await offline.loadTrustedKey();
            trustedKey = await readTrustedKey(values, files, () => ({ environment: process.env }));
        }
        const { report, unmatched, directory } = await verifyNamed(values, request, {
            patterns,
            environment: process.env,
            token: undefined,
            keepIn: undefined,
            notice: terminal.notice,
            ports: { files, clock, trustedKey, progress: keepingMemorySmall(terminal.progress) },
        });
        for (const pattern of unmatched)
            terminal.warning(`${pattern} matches nothing`);
        if (directory !== undefined)
            terminal.notice(`the files are in ${directory}`);
        for (const line of verifyText(report))
            terminal.line(line);
        if (terminal.json) {
            const { verified, artifacts, ignored } = report;
            terminal.document({ verified, artifacts, ignored });
        }
        return report.verified ? 0 : 1;
    },
    failed: (failure) => ({ verified: false, artifacts: [], ignored: [], ...failure }),
};

;// CONCATENATED MODULE: ./build/cli/main.js










const commands = [sign, verify, checkChainCommand, inspect];
const loadMore = async () => (await __webpack_require__.e(/* import() */ 988).then(__webpack_require__.bind(__webpack_require__, 8988))).moreCommands;
const helps = async () => [...commands, ...(await loadMore())].map(({ help }) => help);
async function main(args, process) {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => process.exit(1));
    const ends = args.indexOf('--');
    const own = ends === -1 ? args : args.slice(0, ends);
    const terminal = createTerminal(process, own.includes('--json'));
    const [name] = args;
    let command;
    try {
        if (name === undefined) {
            process.stderr.write(programHelp(await helps()));
            return 2;
        }
        if (name === '--version') {
            process.stdout.write(`${program} ${version()}\n`);
            return 0;
        }
        if (name === 'help' || name === '--help' || name === '-h') {
            const all = await helps();
            const about = all.find((one) => startsWithName(args.slice(1), one));
            process.stdout.write(about === undefined ? programHelp(all) : commandHelp(about));
            return 0;
        }
        command = await commandNamed(args);
        checkOptionsAreNoFiles(own);
        if (own.includes('--help') || own.includes('-h')) {
            process.stdout.write(commandHelp(command.help));
            return 0;
        }
        requireNode(process.versions.node);
        const rest = args.slice(wordsOf(command.help).length);
        return await command.run(parseArguments(rest, command.help.options), terminal);
    }
    catch (error) {
        const failure = await (0,entry_failure/* diagnosedFailure */.Zn)(error);
        terminal.failure(failure);
        if (failure.diagnosis !== undefined) {
            const { diagnosisText } = await __webpack_require__.e(/* import() */ 661).then(__webpack_require__.bind(__webpack_require__, 2661));
            for (const line of diagnosisText(failure.diagnosis))
                terminal.aside(line);
        }
        const trace = (0,entry_failure/* debugTrace */.fv)(error, process.env);
        if (trace !== undefined)
            for (const line of trace.split('\n'))
                terminal.warning(line);
        if (terminal.json)
            terminal.document(command?.failed(failure) ?? failure);
        return (0,entry_failure/* exitStatus */.$u)(failure);
    }
}
const wordsOf = ({ name }) => name.split(' ');
const startsWithName = (args, help) => wordsOf(help).every((word, i) => args[i] === word);
async function commandNamed(args) {
    const isCalled = ({ help }) => startsWithName(args, help);
    const command = commands.find(isCalled) ?? (await loadMore()).find(isCalled);
    if (command !== undefined)
        return command;
    const all = (await helps()).map((help) => help.name);
    const [first = '', second] = args;
    const group = all.filter((name) => name.startsWith(`${first} `));
    const asked = group.length === 0 || second === undefined || second.startsWith('-') ? first : `${first} ${second}`;
    throw new error/* ReleaseSigningError */.B('usage', `there is no command ${asked}`, {
        hint: `The commands are ${(group.length > 0 ? group : all).join(', ')}. ${program} COMMAND --help explains each.`,
    });
}
const oldestNode = 24;
function requireNode(version) {
    if (Number.parseInt(version, 10) >= oldestNode)
        return;
    throw new error/* ReleaseSigningError */.B('usage', `Node ${version} is too old: this program needs Node ${oldestNode} or later`, {
        hint: `Install it; in a workflow, have actions/setup-node do so with node-version: ${oldestNode}.`,
    });
}
function version() {
    const { version } = (0,external_node_module_.createRequire)(require("url").pathToFileURL(__filename).href)('../package.json');
    return version;
}


/***/ }),

/***/ 2013:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ noPositionals),
/* harmony export */   i: () => (/* binding */ somePositionals)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

function somePositionals({ positionals }, what) {
    if (positionals.length > 0)
        return positionals;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `no ${what} is named`, { hint: `Name it behind the options, or see --help.` });
}
function noPositionals({ positionals: [first] }, hint) {
    if (first !== undefined)
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${first} is not an option`, { hint });
}


/***/ }),

/***/ 3026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ optionValues)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

function optionValues({ values }, files) {
    const texts = (name) => values.get(name) ?? [];
    const label = (name) => `--${name}`;
    return {
        label,
        texts,
        flag: (name) => values.has(name),
        text: (name) => texts(name)[0],
        files: (name, maximumBytes) => Promise.all(texts(name).map(async (path) => {
            if (path.includes('-----BEGIN'))
                throw textForFile(label(name));
            return { name: path, bytes: await files.read(path, maximumBytes) };
        })),
    };
}
const textForFile = (label) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${label} holds PEM text where it takes the name of a file`, {
    hint: 'Put the text into a file. A private key among it must be replaced: it is in the history of this shell.',
});


/***/ }),

/***/ 9797:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ReleaseSigningError),
/* harmony export */   P: () => (/* binding */ fullMessage)
/* harmony export */ });
class ReleaseSigningError extends Error {
    name = 'ReleaseSigningError';
    code;
    hint;
    rule;
    certificate;
    refused;
    written;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.hint = details.hint;
        this.rule = details.rule;
        this.certificate = details.certificate;
        this.refused = details.refused;
        this.written = details.written;
    }
}
function fullMessage({ message, certificate, rule }) {
    const { subject = '', sha256 } = certificate ?? {};
    const name = message.includes(subject) ? '' : ` ${subject},`;
    const about = sha256 === undefined ? '' : ` (certificate${name} SHA-256 ${sha256})`;
    return `${message}${about}${rule === undefined ? '' : ` [${rule}]`}`;
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

/***/ 7290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ exitStatus),
/* harmony export */   Zn: () => (/* binding */ diagnosedFailure),
/* harmony export */   fv: () => (/* binding */ debugTrace),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

const usageCodes = new Set([
    'usage',
    'input-missing',
    'input-invalid',
    'file-not-found',
    'file-unreadable',
    'file-not-regular',
    'artifacts-none',
    'attestation-release-unknown',
    'attestation-place-unknown',
    'github-token-missing',
    'repository-invalid',
    'tag-invalid',
]);
function failureOf(error) {
    if (!(error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B)) {
        return {
            code: 'internal',
            message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
            hint: 'This is a defect of kms-release-signing: please report it. With RUNNER_DEBUG=1 in the environment it prints where.',
        };
    }
    const { code, hint, written } = error;
    return {
        code,
        message: (0,_core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .fullMessage */ .P)(error),
        ...(hint === undefined ? {} : { hint }),
        ...(written === undefined ? {} : { written }),
    };
}
async function diagnosedFailure(error, role) {
    const failure = failureOf(error);
    if (!(error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B) || error.refused === undefined)
        return failure;
    const { diagnose } = await __webpack_require__.e(/* import() */ 654).then(__webpack_require__.bind(__webpack_require__, 4654));
    return { ...failure, diagnosis: diagnose(error.refused, role) };
}
const exitStatus = ({ code }) => (usageCodes.has(code) ? 2 : 1);
function debugTrace(error, environment) {
    if (environment.RUNNER_DEBUG !== '1')
        return undefined;
    const causes = [];
    for (let at = error; at instanceof Error && causes.length < 8; at = at.cause)
        causes.push(at.stack ?? at.message);
    return causes.join('\ncaused by ');
}


/***/ }),

/***/ 1633:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   V_: () => (/* binding */ oneFile),
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
async function oneFile(values, name, maximumBytes) {
    const [file, another] = await values.files(name, maximumBytes);
    if (another === undefined)
        return file;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', `${values.label(name)}: more than one file`);
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

/***/ 2268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ signOptions)
/* harmony export */ });
const signOptions = [
    {
        group: 'What is signed besides the artifacts named',
        name: 'checksums-file',
        value: 'FILE',
        help: 'Digests to sign, as sha256sum or sha512sum print them, of files that need not be here: they are signed unseen, as an attestation. A file that is here as well must have the digest. The JSON list of a runner ($GITHUB_ARTIFACTS_LIST) is taken, too.',
    },
    {
        group: 'Key and certificates',
        name: 'kms-key-id',
        value: 'KEY',
        help: 'The AWS KMS key that signs: id, ARN, alias/NAME, alias ARN or awskms:///…',
    },
    {
        name: 'certificate-chain',
        value: 'FILE',
        help: 'The signing certificate of that key and the intermediates to the root, in any order. The root itself may be in it and is left out of what is written.',
    },
    {
        name: 'root-certificate',
        value: 'FILE',
        repeatable: true,
        help: 'The root that verifiers pin. With it, everything is verified against it before it is written.',
    },
    {
        name: 'signing-algorithm',
        value: 'ALGORITHM',
        help: "AWS KMS's name of the algorithm, such as RSASSA_PSS_SHA_256. Default: derived from the key.",
    },
    {
        group: 'AWS',
        name: 'aws-region',
        value: 'REGION',
        help: "The key's Region. Default: the one in its ARN, else the environment's.",
    },
    { name: 'use-fips-endpoint', help: 'Talk to the FIPS endpoints of AWS.' },
    {
        group: 'What is written',
        name: 'sidecars',
        value: 'KINDS',
        help: 'cms (ARTIFACT.p7s beside every artifact), attestation (one file for the whole release), or both with a comma. Default: cms, and the attestation where repository and tag are known. On request also signature (ARTIFACT.sig) and message-bundle (ARTIFACT.sigstore.json), which count only where they are required.',
    },
    {
        name: 'output-directory',
        value: 'DIR',
        help: 'Where sidecars are written. Default: beside each artifact.',
    },
    { name: 'dry-run', help: 'Check everything, the permission to sign included; sign and write nothing.' },
    {
        group: 'Release, as the attestation states it',
        name: 'repository',
        value: 'OWNER/NAME',
        help: 'The repository that is released.',
    },
    { name: 'repository-id', value: 'NUMBER', help: "The repository's number at GitHub, which outlives a renaming." },
    { name: 'tag', value: 'TAG', help: 'The tag that is released.' },
    {
        name: 'attestation-certificates',
        value: 'chain|leaf',
        help: 'Certificates in the attestation: the chain (default), or the leaf alone, as cosign before 3.1.3 wants it.',
    },
    {
        name: 'trusted-root',
        value: 'FILE',
        help: "Also write a trusted root here, for cosign's --trusted-root: the pinned root, the intermediates and the time-stamp server's chain.",
    },
    {
        group: 'Release on GitHub; the token is taken from GH_TOKEN or GITHUB_TOKEN',
        name: 'upload',
        help: 'Upload the sidecars to the release of the tag, a draft as a rule. Everything that could stop it is looked for before anything is signed.',
    },
    { name: 'release-tag', value: 'TAG', help: 'Names the release. Default: the tag.' },
    {
        name: 'upload-artifacts',
        help: 'Upload the artifacts as well. One that is there with the same digest is left.',
    },
    {
        name: 'overwrite',
        help: 'Replace files on the release that differ. Without it they are refused; sidecars of ours on a draft are always replaced.',
    },
    {
        name: 'publish',
        help: 'Publish the draft, once every file on it has been read back and is right.',
    },
    { name: 'prerelease', help: 'Publish it as a prerelease.' },
    {
        name: 'make-latest',
        value: 'true|false|legacy',
        help: "Whether it becomes the repository's latest release. Default: as GitHub does.",
    },
    {
        group: 'Time stamps',
        name: 'timestamp-authority-url',
        value: 'URL',
        repeatable: true,
        help: 'A time-stamp server (RFC 3161); several are tried in turn. With a stamp, signatures outlive the certificate.',
    },
    {
        name: 'timestamp-root-certificate',
        value: 'FILE',
        repeatable: true,
        help: 'The root of the time-stamp server, which every stamp must reach.',
    },
    {
        name: 'timestamp',
        value: 'required|optional',
        help: 'Whether signing fails when no server gives a stamp. Default: required.',
    },
    {
        name: 'unsafe-unpinned-timestamp',
        help: 'Take stamps without a time-stamp root. Whoever sits on the line can then choose the time.',
    },
];


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


/***/ }),

/***/ 6853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ rawKinds),
/* harmony export */   Ph: () => (/* binding */ artifactOfSidecar),
/* harmony export */   QK: () => (/* binding */ foreignSuffix),
/* harmony export */   dT: () => (/* binding */ rawKindsIn),
/* harmony export */   gt: () => (/* binding */ certificatesSuffix),
/* harmony export */   jW: () => (/* binding */ sidecarKinds),
/* harmony export */   n8: () => (/* binding */ sidecarPath),
/* harmony export */   ns: () => (/* binding */ kindsToMake)
/* harmony export */ });
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
function artifactOfSidecar(path) {
    if (path.endsWith(sidecarKinds.attestation.suffix))
        return undefined;
    const suffixes = Object.values(sidecarKinds).map(({ suffix }) => suffix);
    const suffix = suffixes.find((one) => path.endsWith(one));
    return suffix === undefined ? undefined : path.slice(0, -suffix.length);
}
function kindsToMake(request, unseen) {
    const { sidecars, repository, tag } = request;
    if (sidecars?.length === 0)
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('usage', 'no kind of sidecar is asked for');
    if (unseen > 0) {
        const other = sidecars?.find((kind) => kind !== 'attestation');
        if (other === undefined)
            return ['attestation'];
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('usage', `${other} is asked for, and ${unseen} of the checksums are of no file here`, {
            hint: 'Digests alone are signed as an attestation: ask for sidecars attestation, or name their files as artifacts.',
        });
    }
    const ofRelease = repository !== undefined && tag !== undefined;
    return sidecars ?? (ofRelease ? ['cms', 'attestation'] : ['cms']);
}


/***/ })

};
;