"use strict";
exports.id = 406;
exports.ids = [406];
exports.modules = {

/***/ 970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   n1: () => (/* binding */ findArtifacts),
/* harmony export */   yR: () => (/* binding */ splitArtifactsInput)
/* harmony export */ });
/* unused harmony export isFile */
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

/***/ 7963:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ changedMeanwhile),
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
function readError(path, cause) {
    const code = systemCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
        return new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('file-not-found', `${path}: no such file`, { cause });
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


/***/ })

};
;