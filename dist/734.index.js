"use strict";
exports.id = 734;
exports.ids = [734];
exports.modules = {

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


/***/ }),

/***/ 734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readGivenDigests: () => (/* binding */ readGivenDigests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_algorithm_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1426);
/* harmony import */ var _core_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _core_checksums_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3475);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9797);
/* harmony import */ var _read_checksums_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9353);






async function readGivenDigests(request, files) {
    const expected = new Map();
    const alone = new Map();
    const list = request.checksums === undefined ? undefined : (0,_read_checksums_js__WEBPACK_IMPORTED_MODULE_5__/* .readChecksumList */ .k)(request.checksums);
    const given = [
        ...(request.digests ?? []).map((artifact) => ({ artifact, place: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)(artifact.path), candidates: [] })),
        ...(list?.artifacts ?? []).map((artifact) => {
            const { directory = '.' } = list ?? {};
            const candidates = candidatesFor(artifact, directory, request.artifacts);
            return { artifact, place: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, artifact.name), candidates };
        }),
    ];
    for (const { artifact, place, candidates } of given) {
        const there = [];
        for (const path of new Set([place, ...candidates]))
            if (await files.exists(path))
                there.push(path);
        for (const path of there)
            add(expected, path, artifact.digests);
        if (there.length === 0)
            add(alone, place, artifact.digests);
    }
    return {
        paths: [...expected.values(), ...alone.values()].map(({ path }) => path),
        alone: (path) => alone.get((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path))?.digests,
        expected: (path) => expected.get((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path))?.digests,
        check: (path, digests) => (0,_core_checksums_js__WEBPACK_IMPORTED_MODULE_3__/* .checkAgreement */ .NQ)(path, digests, expected.get((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path))?.digests ?? {}),
        warnings: list?.warnings ?? [],
    };
}
function candidatesFor({ path, morePaths = [], name }, directory, artifacts) {
    const inFolders = [path, ...morePaths].filter((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(one) !== '.');
    return [
        ...inFolders.map((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)(one)),
        ...inFolders.filter((one) => !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(one)).map((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, one)),
        ...artifacts.filter((artifact) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(artifact) === name),
    ];
}
function add(places, path, digests) {
    const known = places.get((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path))?.digests ?? {};
    for (const { name: hash } of _core_algorithm_js__WEBPACK_IMPORTED_MODULE_1__/* .hashes */ .RY) {
        const [one, other] = [known[hash], digests[hash]];
        if (one === undefined || other === undefined || (0,_core_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .equalBytes */ .ex)(one, other))
            continue;
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_4__/* .ReleaseSigningError */ .B('checksums-mismatch', `${path}: two different digests by ${hash} are given for it`);
    }
    places.set((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path), { path, digests: { ...known, ...digests } });
}


/***/ })

};
;