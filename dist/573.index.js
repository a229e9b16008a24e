"use strict";
exports.id = 573;
exports.ids = [573,155];
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

/***/ 1155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   EH: () => (/* binding */ packageUrl),
/* harmony export */   YS: () => (/* binding */ releaseOfPackageUrl),
/* harmony export */   "do": () => (/* binding */ releaseName),
/* harmony export */   g_: () => (/* binding */ repositoryText),
/* harmony export */   kA: () => (/* binding */ attestationName),
/* harmony export */   parseRepository: () => (/* binding */ parseRepository)
/* harmony export */ });
/* harmony import */ var packageurl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7091);
/* harmony import */ var packageurl_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(packageurl_js__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);


function parseRepository(text) {
    const match = /^(?:([a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?)\/)?([a-z0-9][a-z0-9_-]*)\/([a-z0-9._-]+)$/i.exec(text);
    const [, host, owner, name] = match ?? [];
    if (owner === undefined || name === undefined || /^\.{1,2}$/.test(name)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('repository-invalid', `repository ${JSON.stringify(text)} is not OWNER/REPOSITORY`, {
            hint: 'Write it as owner/repository, or host/owner/repository on another server than github.com.',
        });
    }
    const server = host?.toLowerCase();
    return {
        host: server === 'github.com' ? undefined : server,
        owner: owner.toLowerCase(),
        name: name.toLowerCase(),
    };
}
const repositoryText = ({ host, owner, name }) => [...(host === undefined ? [] : [host]), owner, name].join('/');
function parseTag(text) {
    const bad = text === '' ||
        text === '@' ||
        text.length > 255 ||
        !text.isWellFormed() ||
        /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$/u.test(text) ||
        text.split('/').some((part) => part.startsWith('.') || part.endsWith('.lock'));
    if (bad)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('tag-invalid', `tag ${JSON.stringify(text)} is not the name of a tag`);
    return text;
}
function packageUrl({ repository: { host, owner, name }, tag }) {
    const qualifiers = host === undefined ? undefined : { repository_url: `https://${host}` };
    return new packageurl_js__WEBPACK_IMPORTED_MODULE_0__.PackageURL('github', owner, name, tag, qualifiers, undefined)
        .toString()
        .replace(/[!'()*+]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
function releaseOfPackageUrl(text) {
    const invalid = (problem, cause) => new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('package-url-invalid', `attestation: package URL ${JSON.stringify(text)} ${problem}`, {
        rule: 'package-url specification',
        cause,
    });
    try {
        const { namespace, name, version, qualifiers } = packageurl_js__WEBPACK_IMPORTED_MODULE_0__.PackageURL.fromString(text);
        const server = qualifiers?.repository_url;
        const host = typeof server === 'string' && server.startsWith('https://') ? [server.slice('https://'.length)] : [];
        const repository = parseRepository([...host, namespace ?? '', name].join('/'));
        const release = { repository, tag: parseTag(version ?? '') };
        if (packageUrl(release) !== text)
            throw invalid('does not encode to itself again');
        return release;
    }
    catch (error) {
        if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B && error.code === 'package-url-invalid')
            throw error;
        throw invalid('names no release on GitHub', error);
    }
}
const releaseName = ({ repository, tag }) => `${repository.owner}/${repository.name}-${tag}`.replaceAll('/', '-');
const attestationName = (release) => `${releaseName(release)}.release.sigstore.json`;


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

/***/ 8982:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ placeOfRelease)
/* harmony export */ });
/* harmony import */ var _core_attestation_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1155);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _common_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6602);



function placeOfRelease({ repository, tag, outputDirectory }, artifacts, what) {
    if (repository === undefined || tag === undefined) {
        const unknown = repository === undefined ? (tag === undefined ? 'repository and tag are' : 'repository is') : 'tag is';
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('attestation-release-unknown', `${what} is asked for, but the ${unknown} unknown`, {
            hint: 'It is of a whole release: give repository and tag, or ask for sidecars cms alone.',
        });
    }
    const release = { repository: (0,_core_attestation_release_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository), tag: (0,_core_attestation_release_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTag */ .ED)(tag) };
    const directory = outputDirectory ?? (0,_common_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .commonDirectory */ .h)(artifacts);
    if (directory === undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('attestation-place-unknown', `the artifacts have no folder in common that ${what} could lie in`, { hint: 'Name one with output-directory.' });
    }
    return { release, directory };
}


/***/ }),

/***/ 6573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certificatesFile: () => (/* binding */ certificatesFile),
/* harmony export */   checkRawArtifacts: () => (/* binding */ checkRawArtifacts),
/* harmony export */   planRaw: () => (/* binding */ planRaw),
/* harmony export */   rawPlaces: () => (/* binding */ rawPlaces),
/* harmony export */   signRaw: () => (/* binding */ signRaw)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_attestation_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1155);
/* harmony import */ var _core_bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _core_message_bundle_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8637);
/* harmony import */ var _core_raw_signature_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2630);
/* harmony import */ var _core_x509_pem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6434);
/* harmony import */ var _release_place_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8982);
/* harmony import */ var _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6853);
/* harmony import */ var _verify_find_sidecars_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(929);










function planRaw(kinds, request, { artifacts, algorithm }) {
    if (algorithm.messageType !== 'DIGEST') {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('algorithm-mismatch', `${kinds.join(' and ')}: ${algorithm.name} signs no digest`, {
            hint: 'Use an RSA or elliptic-curve key for these kinds, or ask for cms and attestation.',
        });
    }
    const { release, directory } = (0,_release_place_js__WEBPACK_IMPORTED_MODULE_7__/* .placeOfRelease */ .Q)(request, artifacts, kinds.join(' and '));
    return { kinds, certificates: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, (0,_core_attestation_release_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseName */ ["do"])(release) + _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_8__/* .certificatesSuffix */ .gt) };
}
function rawPlaces({ kinds, certificates }, artifacts, directory) {
    const places = kinds.flatMap((kind) => artifacts.map((artifact) => ({ path: (0,_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_8__/* .sidecarPath */ .n8)(artifact, kind, directory), parse: parsers[kind], artifact })));
    const parse = (bytes) => (0,_core_x509_pem_js__WEBPACK_IMPORTED_MODULE_6__/* .readCertificates */ .jZ)(bytes, certificates);
    return [...places, { path: certificates, parse, artifact: 'the certificates' }];
}
const parsers = {
    signature: () => {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('file-unwritable', 'a signature is there already, and may be anybody’s');
    },
    'message-bundle': _core_message_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .parseMessageBundle */ .Dw,
};
const checkRawArtifacts = (artifacts) => artifacts.forEach(_core_raw_signature_js__WEBPACK_IMPORTED_MODULE_5__/* .checkNotSelfDescribing */ .U);
async function signRaw({ kinds }, artifact, { plan, ports, outputDirectory }) {
    const { algorithm, chain } = plan;
    (0,_core_raw_signature_js__WEBPACK_IMPORTED_MODULE_5__/* .checkNotSelfDescribing */ .U)(artifact);
    const digest = (0,_verify_find_sidecars_js__WEBPACK_IMPORTED_MODULE_9__/* .digestOf */ .o)(artifact, algorithm.hash);
    const { signature, requestId } = await ports.signer.signDigest(algorithm, digest);
    const checked = await ports.files.checkSignatures(artifact.path, signature, [
        { algorithm, key: chain.leaf.publicKey.key },
    ]);
    const { sha256 } = artifact.digests;
    if (checked.valid[0] !== true || sha256 === undefined || !(0,_core_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .equalBytes */ .ex)(checked.sha256, sha256)) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('self-check-failed', `${artifact.path}: the signature just made does not verify`, {
            hint: 'Nothing was written. The key service answered with a wrong signature, or the artifact changed meanwhile.',
        });
    }
    const bytes = {
        signature,
        'message-bundle': (0,_core_message_bundle_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeMessageBundle */ .Eg)({ hash: algorithm.hash.name, digest, signature }),
    };
    return kinds.map((kind, i) => ({
        artifact: artifact.path,
        sidecar: { path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.normalize)((0,_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_8__/* .sidecarPath */ .n8)(artifact.path, kind, outputDirectory)), bytes: bytes[kind] },
        requestId: i === 0 ? requestId : undefined,
    }));
}
const certificatesFile = ({ certificates }, { chain }) => ({
    path: certificates,
    bytes: (0,_core_x509_pem_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeCertificatePem */ .k1)([chain.leaf, ...chain.intermediates].map(({ der }) => der)),
});


/***/ })

};
;