"use strict";
exports.id = 878;
exports.ids = [878];
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

/***/ 7878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkTrustedRoot: () => (/* reexport */ checkTrustedRoot),
  checkTrustedRootRequest: () => (/* binding */ checkTrustedRootRequest),
  trustedRootFile: () => (/* binding */ trustedRootFile)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/base64.js
var base64 = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/core/attestation/json.js
var json = __webpack_require__(8142);
// EXTERNAL MODULE: ./build/core/attestation/json-fields.js
var json_fields = __webpack_require__(8670);
;// CONCATENATED MODULE: ./build/core/attestation/trusted-root.js






const mediaType = 'application/vnd.dev.sigstore.trustedroot+json;version=0.1';
const encodeTrustedRoot = ({ certificateAuthority, timestampAuthority }) => (0,bytes/* utf8 */.As)(`${JSON.stringify({
    mediaType,
    tlogs: [],
    certificateAuthorities: [authority(certificateAuthority)],
    ctlogs: [],
    timestampAuthorities: timestampAuthority === undefined ? [] : [authority(timestampAuthority)],
}, null, 2)}\n`);
function authority(chain) {
    const root = chain.at(-1);
    return {
        subject: { organization: '', commonName: root?.subject.text ?? '' },
        uri: '',
        certChain: { certificates: chain.map(({ der }) => ({ rawBytes: (0,base64/* base64 */.K)(der) })) },
        validFor: { start: root?.notBefore.toISOString() },
    };
}
function checkTrustedRoot(bytes) {
    if (bytes.length > limits/* limits */.F.attestationBytes) {
        throw new error/* ReleaseSigningError */.B('limit-exceeded', `trusted root: more than ${limits/* limits */.F.attestationBytes} bytes`);
    }
    const fields = (0,json_fields/* jsonFields */.y)((0,json/* parseJson */.q)(bytes, 'trusted root'), 'trusted root', 'trusted-root-invalid');
    fields.only('mediaType', 'tlogs', 'certificateAuthorities', 'ctlogs', 'timestampAuthorities');
    const logs = [...fields.objects('tlogs'), ...fields.objects('ctlogs')];
    if (fields.text('mediaType') !== mediaType || logs.length > 0) {
        throw new error/* ReleaseSigningError */.B('trusted-root-invalid', 'trusted root: it was written by another tool');
    }
}

// EXTERNAL MODULE: ./build/core/timestamp/signer.js
var signer = __webpack_require__(4436);
// EXTERNAL MODULE: ./build/core/timestamp/token.js + 1 modules
var timestamp_token = __webpack_require__(1618);
// EXTERNAL MODULE: ./build/core/timestamp/verify.js
var verify = __webpack_require__(4375);
// EXTERNAL MODULE: ./build/release/sidecar-kind.js
var sidecar_kind = __webpack_require__(6853);
;// CONCATENATED MODULE: ./build/release/sign/sign-trusted-root.js








function checkTrustedRootRequest(path, request) {
    if (request.rootCertificates.length === 0) {
        throw new error/* ReleaseSigningError */.B('usage', 'a trusted root is asked for without a root certificate', {
            hint: 'Give root-certificate: it is what the trusted root tells others to trust.',
        });
    }
    if (Object.values(sidecar_kind/* sidecarKinds */.jW).some(({ suffix }) => path.endsWith(suffix))) {
        throw new error/* ReleaseSigningError */.B('usage', `${path} has the name of a sidecar: call the trusted root something else`);
    }
    if (request.artifacts.some((artifact) => (0,external_node_path_.resolve)(artifact) === (0,external_node_path_.resolve)(path))) {
        throw new error/* ReleaseSigningError */.B('usage', `${path} is an artifact, and where the trusted root would go`);
    }
}
function trustedRootFile(path, plan, token) {
    const root = plan.anchors.find(({ certificate }) => certificate.sha256 === plan.root?.sha256);
    if (root === undefined)
        throw new error/* ReleaseSigningError */.B('internal', 'the pinned root is not there');
    const bytes = encodeTrustedRoot({
        certificateAuthority: [...plan.chain.intermediates, root.certificate],
        timestampAuthority: token === undefined ? undefined : timestampChain(token, plan),
    });
    return { path, bytes };
}
function timestampChain(token, { timestampAnchors }) {
    const parsed = (0,timestamp_token/* parseTimeStampToken */.h)(token);
    return (0,verify/* timeStampPath */.Oo)(parsed, (0,signer/* signerOf */.K)(parsed), { anchors: timestampAnchors }).certificates;
}


/***/ })

};
;