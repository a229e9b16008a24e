"use strict";
exports.id = 501;
exports.ids = [501];
exports.modules = {

/***/ 7185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ inputText),
/* harmony export */   Q9: () => (/* binding */ artifactPatterns),
/* harmony export */   tE: () => (/* binding */ booleanInput),
/* harmony export */   tq: () => (/* binding */ inputValues)
/* harmony export */ });
/* harmony import */ var _adapters_files_artifact_globs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(970);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _entry_read_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1633);



const inputText = (environment, name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() || undefined;
function inputValues(environment, files) {
    const text = (name) => inputText(environment, name);
    const texts = (name) => (text(name) ?? '')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    return {
        label: (name) => name,
        text,
        texts,
        flag: (name) => booleanInput(name, text(name), false),
        async files(name, maximumBytes) {
            const content = text(name);
            if (content?.includes('-----BEGIN'))
                return [{ name, bytes: new TextEncoder().encode(content) }];
            return Promise.all(texts(name).map(async (path) => ({ name: path, bytes: await readPath(name, path, maximumBytes, files) })));
        },
    };
}
function booleanInput(name, text, defaultValue) {
    if (text === undefined)
        return defaultValue;
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('usage', `${name}: ${text} is neither true nor false`);
}
function artifactPatterns(environment, instead) {
    const patterns = (0,_adapters_files_artifact_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .splitArtifactsInput */ .yR)(environment.INPUT_ARTIFACTS ?? '');
    if (patterns.length > 0 || instead.some((name) => inputText(environment, name) !== undefined))
        return patterns;
    throw (0,_entry_read_values_js__WEBPACK_IMPORTED_MODULE_2__/* .missing */ .LO)('artifacts', 'Give file names or patterns, one a line, or digests with checksums-file.');
}
async function readPath(name, path, maximumBytes, files) {
    try {
        return await files.read(path, maximumBytes);
    }
    catch (error) {
        if (path.includes('.') || !(error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B))
            throw error;
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B(error.code, `${name}: its value is no PEM text, and no file that can be read`, {
            hint: 'Give the path of a file, relative to the workspace; a certificate may be PEM text with its BEGIN and END lines.',
        });
    }
}


/***/ }),

/***/ 3501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _entry_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7290);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7185);


const mark = Symbol.for('kms-release-signing.action');
async function main(process) {
    const action = await marked(Reflect.get(globalThis, mark));
    try {
        return await action.run(process.env);
    }
    catch (error) {
        const { reportFailure } = await __webpack_require__.e(/* import() */ 665).then(__webpack_require__.bind(__webpack_require__, 4665));
        const failure = await (0,_entry_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosedFailure */ .Zn)(error, (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .inputText */ .AN)(process.env, 'role-to-assume'));
        await reportFailure(action, failure, (0,_entry_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .debugTrace */ .fv)(error, process.env), process.env);
        return 1;
    }
}
async function marked(name) {
    switch (name) {
        case 'verify':
            return (await __webpack_require__.e(/* import() */ 841).then(__webpack_require__.bind(__webpack_require__, 8841))).verifyAction;
        case 'certificate':
            return (await __webpack_require__.e(/* import() */ 205).then(__webpack_require__.bind(__webpack_require__, 4205))).certificateAction;
        default:
            return (await __webpack_require__.e(/* import() */ 375).then(__webpack_require__.bind(__webpack_require__, 2375))).signAction;
    }
}


/***/ }),

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