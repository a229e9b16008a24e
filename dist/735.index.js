"use strict";
exports.id = 735;
exports.ids = [735];
exports.modules = {

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

/***/ 8670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ jsonFields)
/* harmony export */ });
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2088);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);


function jsonFields(json, what, code) {
    const wrong = (name, expected) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B(code, `${what}: ${name} is missing or not ${expected}`);
    if (!(json instanceof Map))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B(code, `${what}: not a JSON object`);
    const members = json;
    const fields = {
        text(name) {
            const value = members.get(name);
            if (typeof value !== 'string')
                throw wrong(name, 'a string');
            return value;
        },
        optionalText: (name) => (members.has(name) ? fields.text(name) : undefined),
        bytes(name) {
            const bytes = (0,_base64_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOfBase64 */ .G)(fields.text(name));
            if (bytes === undefined)
                throw wrong(name, 'base64 in its one form');
            return bytes;
        },
        object: (name) => jsonFields(members.get(name) ?? null, `${what}: ${name}`, code),
        optionalObject: (name) => (members.has(name) ? fields.object(name) : undefined),
        objects(name) {
            const value = members.get(name);
            if (!Array.isArray(value))
                throw wrong(name, 'an array');
            return value.map((item, i) => jsonFields(item, `${what}: ${name} ${i + 1}`, code));
        },
        optionalObjects: (name) => (members.has(name) ? fields.objects(name) : []),
        has: (name) => members.has(name),
        entries: [...members],
        only(...names) {
            const other = [...members.keys()].find((name) => !names.includes(name));
            if (other !== undefined)
                throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B(code, `${what}: unknown member ${JSON.stringify(other)}`);
        },
    };
    return fields;
}


/***/ }),

/***/ 8142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

const deepest = 32;
const token = /[{}[\]:,]|"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null/y;
const space = /[\t\n\r ]*/y;
function parseJson(bytes, what) {
    const text = decode(bytes, what);
    let offset = 0;
    const invalid = (problem) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('json-invalid', `${what}: not strict JSON near character ${offset}: ${problem}`, {
        rule: 'RFC 8259',
    });
    const next = () => {
        space.lastIndex = offset;
        space.test(text);
        token.lastIndex = space.lastIndex;
        const [found] = token.exec(text) ?? [];
        if (found === undefined)
            throw invalid('a value or sign is missing');
        offset = token.lastIndex;
        return found;
    };
    const expect = (sign) => {
        if (next() !== sign)
            throw invalid(`${sign} expected`);
    };
    const scalar = (written) => {
        try {
            const value = JSON.parse(written);
            if (typeof value === 'string' && !value.isWellFormed())
                throw invalid('half a surrogate pair');
            return value;
        }
        catch (error) {
            throw error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B ? error : invalid('not a value');
        }
    };
    const object = (depth) => {
        const members = new Map();
        for (let sign = next(); sign !== '}';) {
            const name = sign.startsWith('"') ? scalar(sign) : undefined;
            if (typeof name !== 'string')
                throw invalid('a name expected');
            if (members.has(name))
                throw invalid(`name ${JSON.stringify(name)} stands there twice`);
            expect(':');
            members.set(name, value(next(), depth));
            sign = next();
            if (sign === '}')
                break;
            if (sign !== ',')
                throw invalid(', or } expected');
            sign = next();
            if (sign === '}')
                throw invalid('a comma before }');
        }
        return members;
    };
    const array = (depth) => {
        const items = [];
        for (let sign = next(); sign !== ']';) {
            items.push(value(sign, depth));
            sign = next();
            if (sign === ']')
                break;
            if (sign !== ',')
                throw invalid(', or ] expected');
            sign = next();
            if (sign === ']')
                throw invalid('a comma before ]');
        }
        return items;
    };
    const value = (sign, depth) => {
        if (depth > deepest)
            throw invalid('nested too deep');
        if (sign === '{')
            return object(depth + 1);
        if (sign === '[')
            return array(depth + 1);
        return scalar(sign);
    };
    const result = value(next(), 0);
    space.lastIndex = offset;
    space.test(text);
    if (space.lastIndex !== text.length)
        throw invalid('something follows the value');
    return result;
}
function decode(bytes, what) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('json-invalid', `${what}: not UTF-8`, { rule: 'RFC 8259 section 8.1' });
    }
}


/***/ }),

/***/ 1735:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectReleaseArtifacts: () => (/* binding */ collectReleaseArtifacts)
/* harmony export */ });
/* harmony import */ var _core_algorithm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1426);
/* harmony import */ var _core_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9604);
/* harmony import */ var _core_checksums_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3475);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _core_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(603);
/* harmony import */ var _read_checksums_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9353);
/* harmony import */ var _release_assets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5999);








async function collectReleaseArtifacts(request, host, files, progress) {
    const { repository, tag, patterns, kinds, checksums, directory } = request;
    const assets = await (0,_release_assets_js__WEBPACK_IMPORTED_MODULE_7__/* .assetsOf */ .ZS)(host, repository, tag);
    const list = checksums && (0,_read_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .readChecksumList */ .k)(checksums).artifacts;
    const names = new Set([...assets, ...(list ?? [])].map(({ name }) => name));
    const { sidecar } = await (0,_classify_js__WEBPACK_IMPORTED_MODULE_5__/* .classifyPaths */ .j)([...names], { exists: async (name) => names.has(name) }, kinds);
    const ours = new Set(sidecar);
    const isArtifact = ({ name }) => !ours.has(name);
    const { assets: selected, unmatched } = (0,_release_assets_js__WEBPACK_IMPORTED_MODULE_7__/* .selectAssets */ .Gi)(assets.filter(isArtifact), patterns);
    checkFinished(selected);
    const listed = list && decide(list.filter(isArtifact), selected, patterns);
    if (listed === undefined)
        await checkTrusted(selected, request, host);
    const downloaded = await (0,_release_assets_js__WEBPACK_IMPORTED_MODULE_7__/* .downloadAssets */ .OA)(host, selected, directory, progress);
    const artifacts = downloaded.map((one) => ({
        ...one,
        digests: { ...listed?.get(one.asset.name), sha256: (0,_core_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .hexToBytes */ .aT)(one.sha256) },
    }));
    if (listed !== undefined)
        await checkContents(downloaded, listed, files);
    return { artifacts, unmatched };
}
function checkFinished(assets) {
    const unfinished = assets.filter(({ uploaded }) => !uploaded);
    if (unfinished.length === 0)
        return;
    const what = (0,_release_assets_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(unfinished.map(({ name }) => name));
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('asset-unfinished', `the upload of files of the release was never finished: ${what}`, {
        hint: 'Delete and upload them again, or leave them out with ! in front.',
    });
}
function decide(list, selected, patterns) {
    const listed = new Map(list.map(({ name, digests }) => [name, digests]));
    const unlisted = selected.filter(({ name }) => !listed.has(name));
    if (unlisted.length > 0) {
        const what = (0,_release_assets_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(unlisted.map(({ name }) => name));
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('asset-not-listed', `files of the release are not in checksums-file: ${what}`, {
            hint: 'The list decides what is signed: add them to it if they are right, or leave them out with ! in front.',
        });
    }
    const there = new Set(selected.map(({ name }) => name));
    const missing = (0,_release_assets_js__WEBPACK_IMPORTED_MODULE_7__/* .selectAssets */ .Gi)(list, patterns).assets.filter(({ name }) => !there.has(name));
    if (missing.length === 0)
        return listed;
    const what = (0,_release_assets_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(missing.map(({ name }) => name));
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('artifact-not-on-release', `files in checksums-file are not on the release: ${what}`, {
        hint: 'Upload them, or leave them out with ! in front.',
    });
}
async function checkContents(downloaded, listed, files) {
    const needed = _core_algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .hashes */ .RY.map(({ name }) => name);
    for (let start = 0; start < downloaded.length; start += _core_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.artifactsAtOnce) {
        const some = downloaded.slice(start, start + _core_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.artifactsAtOnce);
        const found = await files.digest(some.map(({ path }) => path), needed);
        for (const [i, { digests }] of found.entries()) {
            const name = some[i]?.asset.name ?? '';
            (0,_core_checksums_js__WEBPACK_IMPORTED_MODULE_2__/* .checkAgreement */ .NQ)(name, digests, listed.get(name) ?? {});
        }
    }
}
async function checkTrusted(assets, { trustedUploaders, runId }, host) {
    const trusted = new Set(trustedUploaders.map((login) => login.toLowerCase()));
    const strange = assets.filter(({ uploader }) => uploader === undefined || !trusted.has(uploader.toLowerCase()));
    if (strange.length > 0)
        throw untrusted(strange);
    const began = await runStart(host, runId);
    const late = assets.filter(({ createdAt, updatedAt }) => createdAt > began || updatedAt > began);
    if (late.length === 0)
        return;
    const what = (0,_release_assets_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(late.map(({ name, uploader, updatedAt }) => `${name} by ${uploader} at ${updatedAt.toISOString()}`));
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('asset-too-new', `files of the release were uploaded or changed after this run began at ${began.toISOString()}: ${what}`, { hint: 'Whoever approved the run has not seen them. Look at them, and start a new run.' });
}
function untrusted(assets) {
    const what = (0,_release_assets_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(assets.map(({ name, uploader }) => `${name} by ${uploader ?? 'somebody whom GitHub does not name'}`));
    const logins = [...new Set(assets.flatMap(({ uploader }) => uploader ?? []))];
    const lines = logins.length === 1 ? 'this line' : 'these lines';
    return new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('asset-untrusted', `files of the release were uploaded by somebody whom trusted-uploaders does not name: ${what}`, {
        hint: logins.length === 0
            ? 'Have them uploaded again, or list their digests in checksums-file.'
            : `If they are right, add ${lines} to trusted-uploaders, with those that are there: ${logins.join(' and ')}. Or list their digests in checksums-file.`,
    });
}
async function runStart(host, runId) {
    const hint = 'The job needs `permissions: { actions: read }`: what was uploaded after the run began is not signed. Or list the digests of the files in checksums-file.';
    if (runId === undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('run-unreadable', 'when this run began is not known: it has no number', { hint });
    }
    try {
        return await host.runStartedAt(runId);
    }
    catch (cause) {
        if (!(cause instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B))
            throw cause;
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('run-unreadable', `when this run began cannot be read: ${cause.message}`, {
            hint,
            cause,
        });
    }
}


/***/ }),

/***/ 5999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ selectAssets),
/* harmony export */   OA: () => (/* binding */ downloadAssets),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   ZS: () => (/* binding */ assetsOf)
/* harmony export */ });
/* unused harmony export checkFileName */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4477);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _core_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3779);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3844);





async function assetsOf(host, repository, tag) {
    const release = await host.findRelease(tag);
    if (release === undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('release-missing', `${repository} has no release of the tag ${tag}`, {
            hint: 'Check repository and tag. A draft is shown only to a token that may write.',
        });
    }
    const assets = await host.listAssets(release);
    for (const { name } of assets)
        checkFileName(name);
    return assets;
}
const hasMagic = (pattern) => /[*?[\]{}]|[+@!]\(/.test(pattern);
function selectAssets(assets, patterns) {
    const includes = patterns.filter((pattern) => !pattern.startsWith('!'));
    const excludes = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
    const matches = ({ name }, pattern) => name === pattern || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.matchesGlob)(name, pattern);
    const kept = assets.filter((asset) => !excludes.some((pattern) => matches(asset, pattern)));
    const selected = kept.filter((asset) => includes.some((pattern) => matches(asset, pattern)));
    if (selected.length > 0) {
        const unmatched = includes.filter((pattern) => !kept.some((asset) => matches(asset, pattern)));
        const missing = unmatched.filter((pattern) => !hasMagic(pattern));
        if (missing.length > 0) {
            throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('artifact-not-on-release', `named, and no artifact of the release: ${missing.join(', ')}`, { hint: 'Somebody took them away, or they are called otherwise. Sidecars are not named: they come along.' });
        }
        return { assets: selected, unmatched };
    }
    const what = includes.length === 0 ? 'no pattern includes any' : `nothing matches ${includes.join(', ')}`;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('artifacts-none', `no file of the release is an artifact: ${what}`, {
        hint: `It has ${assets.length === 0 ? 'no file' : shown(assets.map(({ name }) => name))}.`,
    });
}
const shownNames = 20;
const shown = (names) => names.slice(0, shownNames).join(', ') + (names.length > shownNames ? ` and ${names.length - shownNames} more` : '');
async function downloadAssets(host, assets, directory, progress) {
    for (const { name } of assets)
        checkFileName(name);
    (0,_core_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNamesApart */ .HF)(assets.map(({ name }) => name));
    let done = 0;
    return (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .H)(assets, _core_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .limits */ .F.githubRequestsAtOnce, async (asset) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, asset.name);
        const { sha256 } = await host.download(asset, path);
        progress?.('download', ++done, assets.length);
        return { asset, path, sha256 };
    });
}
function checkFileName(name) {
    const unfit = /^\.|[\p{Cc}/\\:*?"<>|]|[. ]$/u.test(name) || name === '' || !name.isWellFormed();
    if (!unfit && new TextEncoder().encode(name).length <= 255)
        return;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('asset-name-unfit', `the release has a file called ${JSON.stringify(name)}`, {
        hint: 'That is no name that GitHub gives, and no file is written under it. Find out how it came there, and delete it.',
    });
}


/***/ }),

/***/ 9353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ readChecksumList)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/checksums.js
var checksums = __webpack_require__(3475);
// EXTERNAL MODULE: ./build/core/algorithm.js
var core_algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/attestation/json.js
var json = __webpack_require__(8142);
// EXTERNAL MODULE: ./build/core/attestation/json-fields.js
var json_fields = __webpack_require__(8670);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
;// CONCATENATED MODULE: ./build/core/runner-artifacts.js






const code = 'checksums-invalid';
const isRunnerList = (bytes) => bytes[0] === 0x7b;
function parseRunnerArtifacts(bytes, what) {
    const list = (0,json_fields/* jsonFields */.y)((0,json/* parseJson */.q)(bytes, what), what, code);
    const version = new Map(list.entries).get('version');
    if (version !== 1)
        throw new error/* ReleaseSigningError */.B(code, `${what}: version is ${JSON.stringify(version)}, not 1`);
    const subjects = list.objects('subjects').map((fields, i) => ({ kind: fields.text('kind'), fields, i }));
    const unknown = subjects.find(({ kind }) => kind !== 'file' && kind !== 'oci');
    if (unknown !== undefined) {
        throw new error/* ReleaseSigningError */.B(code, `${what}: subject ${unknown.i + 1} is of kind ${JSON.stringify(unknown.kind)}`);
    }
    const files = subjects.filter(({ kind }) => kind === 'file');
    return {
        files: (0,checksums/* byName */.nG)(files.map(({ fields, i }) => entryOf(fields, what, `subject ${i + 1}`)), what),
        images: subjects.filter(({ kind }) => kind === 'oci').map(({ fields }) => fields.text('name')),
    };
}
function entryOf(fields, what, where) {
    const name = fields.text('name');
    if (!(0,checksums/* isArtifactPath */.oT)(name) || (0,checksums/* baseName */.Fl)(name) !== name) {
        throw new error/* ReleaseSigningError */.B(code, `${what}: the name of ${where} is none of a file`);
    }
    const [algorithm = '', hex = '', ...more] = fields.text('digest').split(':');
    const hash = core_algorithm/* hashes */.RY.find((one) => one.name === algorithm);
    if (hash === undefined || more.length > 0 || hex.length !== 2 * hash.length || !/^[0-9a-f]*$/i.test(hex)) {
        throw new error/* ReleaseSigningError */.B(code, `${what}: ${where} has no digest that is known`);
    }
    return { where, path: name, name, digests: { [hash.name]: (0,bytes/* hexToBytes */.aT)(hex) } };
}

;// CONCATENATED MODULE: ./build/release/read-checksums.js



function readChecksumList({ name, bytes }) {
    if (!isRunnerList(bytes))
        return { artifacts: (0,checksums/* parseChecksums */.yk)(bytes, name), directory: (0,external_node_path_.dirname)(name), warnings: [] };
    const { files, images } = parseRunnerArtifacts(bytes, name);
    return {
        artifacts: files,
        directory: '.',
        warnings: images.map((image) => `${image} is a container image, no file of a release: passed over`),
    };
}


/***/ })

};
;