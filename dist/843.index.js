"use strict";
exports.id = 843;
exports.ids = [843];
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

/***/ 8637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dw: () => (/* binding */ parseMessageBundle),
/* harmony export */   Eg: () => (/* binding */ encodeMessageBundle),
/* harmony export */   IO: () => (/* binding */ checkMessageDigest)
/* harmony export */ });
/* harmony import */ var _attestation_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8142);
/* harmony import */ var _attestation_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8670);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2088);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);






const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const algorithms = { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' };
const encodeMessageBundle = ({ hash, digest, signature }) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8 */ .As)(`${JSON.stringify({
    mediaType,
    verificationMaterial: { publicKey: { hint: '' }, tlogEntries: [] },
    messageSignature: {
        messageDigest: { algorithm: algorithms[hash], digest: (0,_base64_js__WEBPACK_IMPORTED_MODULE_5__/* .base64 */ .K)(digest) },
        signature: (0,_base64_js__WEBPACK_IMPORTED_MODULE_5__/* .base64 */ .K)(signature),
    },
})}\n`);
const code = 'message-bundle-invalid';
function parseMessageBundle(bytes) {
    if (bytes.length > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.rawSignatureBytes) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('limit-exceeded', `message bundle: more than ${_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.rawSignatureBytes} bytes`);
    }
    const bundle = (0,_attestation_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonFields */ .y)((0,_attestation_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(bytes, 'message bundle'), 'message bundle', code);
    bundle.only('mediaType', 'verificationMaterial', 'messageSignature');
    const material = bundle.object('verificationMaterial');
    material.only('publicKey', 'tlogEntries');
    const key = material.object('publicKey');
    key.only('hint');
    const message = bundle.object('messageSignature');
    message.only('messageDigest', 'signature');
    const digest = message.object('messageDigest');
    digest.only('algorithm', 'digest');
    const hash = hashNames.find((name) => algorithms[name] === digest.text('algorithm'));
    const isOurs = bundle.text('mediaType') === mediaType &&
        material.optionalObjects('tlogEntries').length === 0 &&
        (!key.has('hint') || key.text('hint') === '');
    if (!isOurs || hash === undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B(code, 'message bundle: not in the form of ours');
    return { hash, digest: digest.bytes('digest'), signature: message.bytes('signature') };
}
const hashNames = ['sha256', 'sha384', 'sha512'];
function checkMessageDigest({ digest }, artifact) {
    if (artifact !== undefined && (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .equalBytes */ .ex)(digest, artifact))
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('digest-mismatch', 'the artifact is not the one that the message bundle speaks of', {
        hint: 'The artifact was changed, cut short, or is another file: get it again, with its own sidecar.',
    });
}


/***/ }),

/***/ 2630:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ checkNotSelfDescribing)
/* harmony export */ });
/* unused harmony export guardedBytes */
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);


const guardedBytes = 144;
function checkNotSelfDescribing({ path, size, start }) {
    const dsse = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As)('DSSEv1 ');
    const isDsse = dsse.every((octet, i) => start[i] === octet);
    const isConstructed = (start[0] === 0x30 || start[0] === 0x31) && spansFile(start, size);
    if (!isDsse && !isConstructed)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('artifact-self-describing', `${path}: its bytes could be ${isDsse ? 'a DSSE encoding' : 'a signed form or a certificate'}, which is never signed as such`, { hint: 'Sign it with cms or attestation, or put it into an archive.' });
}
function spansFile(start, size) {
    const first = start[1];
    if (first === undefined)
        return false;
    if (first < 0x80)
        return size === 2 + first;
    if (first === 0x80)
        return true;
    const octets = first & 0x7f;
    let length = 0n;
    for (let i = 0; i < octets; i++)
        length = (length << 8n) | BigInt(start[2 + i] ?? 0);
    return BigInt(size) === BigInt(2 + octets) + length;
}


/***/ }),

/***/ 9843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createRawJudge: () => (/* binding */ createRawJudge)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _core_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3779);
/* harmony import */ var _core_message_bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8637);
/* harmony import */ var _core_raw_signature_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2630);
/* harmony import */ var _core_verification_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4068);
/* harmony import */ var _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6853);






function createRawJudge(kinds, { sidecarDirectory }, files, judgeSignature) {
    return {
        async judge(artifact) {
            const reports = [];
            for (const kind of kinds) {
                const path = (0,_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_5__/* .sidecarPath */ .n8)(artifact.path, kind, sidecarDirectory);
                const bytes = await files.readIfThere(path, _core_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.rawSignatureBytes);
                if (bytes === undefined)
                    continue;
                const signature = await readSignature(kind, bytes, artifact, files);
                const result = signature instanceof Uint8Array ? await judgeSignature(signature, artifact) : signature;
                reports.push({ path, kind, ...result });
            }
            return reports;
        },
    };
}
async function readSignature(kind, bytes, artifact, files) {
    try {
        (0,_core_raw_signature_js__WEBPACK_IMPORTED_MODULE_3__/* .checkNotSelfDescribing */ .U)(artifact);
        if (kind === 'signature')
            return bytes;
        const bundle = (0,_core_message_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMessageBundle */ .Dw)(bytes);
        const { digests } = artifact.digests[bundle.hash] === undefined ? await digestFor(bundle.hash) : artifact;
        (0,_core_message_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .checkMessageDigest */ .IO)(bundle, digests[bundle.hash]);
        return bundle.signature;
    }
    catch (error) {
        return (0,_core_verification_result_js__WEBPACK_IMPORTED_MODULE_4__/* .refusalResult */ .y)(error);
    }
    async function digestFor(hash) {
        const [digest] = await files.digest([artifact.path], [hash]);
        if (digest === undefined)
            throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('internal', `${artifact.path} was not digested`);
        return digest;
    }
}


/***/ })

};
;