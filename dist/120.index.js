"use strict";
exports.id = 120;
exports.ids = [120,155];
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

/***/ 3120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ hashesOfSubject),
/* harmony export */   Fm: () => (/* binding */ createSubjectIndex),
/* harmony export */   ic: () => (/* binding */ checkDigests),
/* harmony export */   mU: () => (/* binding */ hashesOf),
/* harmony export */   sI: () => (/* binding */ parseAttestation),
/* harmony export */   tK: () => (/* binding */ checkGivenDigests),
/* harmony export */   uj: () => (/* binding */ otherRelease)
/* harmony export */ });
/* harmony import */ var _algorithm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1426);
/* harmony import */ var _artifact_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4477);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _timestamp_response_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2405);
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7543);
/* harmony import */ var _bundle_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4044);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1104);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1155);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3387);










function parseAttestation(bytes) {
    const { certificates, timeStampResponse, envelope } = (0,_bundle_js__WEBPACK_IMPORTED_MODULE_6__/* .parseBundle */ .QN)(bytes);
    const statement = (0,_statement_js__WEBPACK_IMPORTED_MODULE_9__/* .parseStatement */ .By)(envelope.payload);
    const [leaf, ...others] = certificates;
    if (leaf === undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('attestation-invalid', 'attestation: it has no certificate');
    return {
        statement,
        sidecar: {
            leaf,
            certificates: others,
            algorithm: undefined,
            signedForm: (0,_envelope_js__WEBPACK_IMPORTED_MODULE_7__/* .preAuthenticationEncoding */ .J)(envelope.payload),
            signature: envelope.signature,
            timestampToken: timeStampResponse === undefined ? undefined : (0,_timestamp_response_js__WEBPACK_IMPORTED_MODULE_4__/* .tokenOfResponse */ .Q)(timeStampResponse),
            checkContent: (signer) => {
                if (statement.certificateSha256 === signer.sha256)
                    return;
                throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('attestation-certificate-mismatch', 'attestation: it was made for another certificate than the one beside it', { hint: 'The certificate in it was exchanged: get it again.', certificate: (0,_x509_certificate_js__WEBPACK_IMPORTED_MODULE_5__/* .certificateReference */ .l)(signer) });
            },
        },
    };
}
function otherRelease({ release, packageId }, expected) {
    const found = (0,_release_js__WEBPACK_IMPORTED_MODULE_8__/* .repositoryText */ .g_)(release.repository);
    if (expected.repository !== undefined && (0,_release_js__WEBPACK_IMPORTED_MODULE_8__/* .repositoryText */ .g_)(expected.repository) !== found) {
        return anotherRelease('repository-mismatch', `of repository ${found}, not ${(0,_release_js__WEBPACK_IMPORTED_MODULE_8__/* .repositoryText */ .g_)(expected.repository)}`);
    }
    if (expected.repositoryId !== undefined && expected.repositoryId !== packageId) {
        const id = packageId === undefined ? 'of no repository id' : `of repository id ${packageId}`;
        return anotherRelease('repository-id-mismatch', `${id}, not ${expected.repositoryId}`);
    }
    if (expected.tag !== undefined && expected.tag !== release.tag) {
        return anotherRelease('tag-mismatch', `of tag ${release.tag}, not ${expected.tag}`);
    }
    return undefined;
}
const anotherRelease = (code, what) => new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B(code, `attestation: it is ${what}`, {
    hint: 'These are the files of another release: get those of the one you want, or ask for the one you have.',
});
function createSubjectIndex({ subjects }) {
    const byName = new Map(subjects.map((subject) => [subject.name, subject]));
    const byAssetName = new Map(subjects.map((subject) => [(0,_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .githubAssetName */ .DZ)(subject.name), subject]));
    return (name) => byName.get(name) ?? byAssetName.get(name) ?? byAssetName.get((0,_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .githubAssetName */ .DZ)(name));
}
const hashesOf = ({ subjects }) => [
    ...new Set(subjects.flatMap(hashesOfSubject)),
];
const hashesOfSubject = ({ digests }) => hashNames.filter((name) => digests[name] !== undefined);
const hashNames = _algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .hashes */ .RY.map(({ name }) => name);
function checkDigests(subject, digests) {
    for (const name of hashNames) {
        if (subject.digests[name] === undefined)
            continue;
        if (digests[name] === undefined) {
            throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('internal', `the ${name} of ${subject.name} is not there`);
        }
        checkDigest(subject, name, digests[name]);
    }
}
function checkGivenDigests(subject, given) {
    const listed = hashesOfSubject(subject);
    const shared = listed.filter((name) => given[name] !== undefined);
    for (const name of shared)
        checkDigest(subject, name, given[name] ?? new Uint8Array());
    if (shared.length > 0)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('digest-not-given', `attestation: it has the ${listed.join(' and ')} of ${JSON.stringify(subject.name)}, which was not given`, { hint: 'Give the digest by that hash, or the file itself.' });
}
function checkDigest(subject, hash, digest) {
    if ((0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesToHex */ .My)(digest) === subject.digests[hash])
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('subject-digest-mismatch', `attestation: the artifact is not ${JSON.stringify(subject.name)} as it was signed: its ${hash} differs`, { hint: 'The file was changed or exchanged after the release was signed.' });
}


/***/ }),

/***/ 4044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QN: () => (/* binding */ parseBundle),
/* harmony export */   n: () => (/* binding */ encodeBundle)
/* harmony export */ });
/* unused harmony export bundleMediaType */
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2088);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3779);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1104);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8142);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8670);







const bundleMediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const what = 'attestation';
const code = 'attestation-invalid';
function encodeBundle({ certificates, form, timeStampResponse, envelope }) {
    const raw = certificates.map((certificate) => ({ rawBytes: (0,_base64_js__WEBPACK_IMPORTED_MODULE_6__/* .base64 */ .K)(certificate) }));
    const material = form === 'chain' ? { x509CertificateChain: { certificates: raw } } : { certificate: raw[0] };
    const stamps = timeStampResponse === undefined
        ? {}
        : { timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: (0,_base64_js__WEBPACK_IMPORTED_MODULE_6__/* .base64 */ .K)(timeStampResponse) }] } };
    const bundle = {
        mediaType: bundleMediaType,
        verificationMaterial: { ...material, tlogEntries: [], ...stamps },
        dsseEnvelope: {
            payload: (0,_base64_js__WEBPACK_IMPORTED_MODULE_6__/* .base64 */ .K)(envelope.payload),
            payloadType: _envelope_js__WEBPACK_IMPORTED_MODULE_3__/* .payloadType */ .h,
            signatures: [{ sig: (0,_base64_js__WEBPACK_IMPORTED_MODULE_6__/* .base64 */ .K)(envelope.signature) }],
        },
    };
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As)(`${JSON.stringify(bundle)}\n`);
}
function parseBundle(bytes) {
    if (bytes.length > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.attestationBytes) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('limit-exceeded', `attestation: more than ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.attestationBytes} bytes`);
    }
    const bundle = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonFields */ .y)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .q)(bytes, what), what, code);
    bundle.only('mediaType', 'verificationMaterial', 'dsseEnvelope');
    exact(bundle, 'mediaType', bundleMediaType);
    const material = bundle.object('verificationMaterial');
    material.only('x509CertificateChain', 'certificate', 'tlogEntries', 'timestampVerificationData');
    if (material.optionalObjects('tlogEntries').length > 0)
        throw invalid('it has log entries, which nobody checks here');
    return { ...certificatesOf(material), timeStampResponse: timeStampOf(material), envelope: envelopeOf(bundle) };
}
const invalid = (problem) => new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B(code, `attestation: ${problem}`, { rule: 'Sigstore bundle v0.3' });
function exact(fields, name, expected) {
    const value = fields.text(name);
    if (value !== expected)
        throw invalid(`${name} is ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`);
}
function certificatesOf(material) {
    const chain = material.optionalObject('x509CertificateChain');
    const single = material.optionalObject('certificate');
    if (chain !== undefined && single !== undefined)
        throw invalid('it has both a certificate and a chain');
    chain?.only('certificates');
    const items = chain?.objects('certificates') ?? (single === undefined ? [] : [single]);
    if (items.length === 0)
        throw invalid('it has no certificate');
    if (items.length > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.certificates) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('limit-exceeded', `attestation: more than ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.certificates} certificates`);
    }
    const certificates = items.map((item) => {
        item.only('rawBytes');
        return item.bytes('rawBytes');
    });
    return { certificates, form: chain === undefined ? 'leaf' : 'chain' };
}
function timeStampOf(material) {
    const data = material.optionalObject('timestampVerificationData');
    data?.only('rfc3161Timestamps');
    const [stamp, ...more] = data?.optionalObjects('rfc3161Timestamps') ?? [];
    if (more.length > 0)
        throw invalid('it has more than one time stamp');
    stamp?.only('signedTimestamp');
    return stamp?.bytes('signedTimestamp');
}
function envelopeOf(bundle) {
    const envelope = bundle.object('dsseEnvelope');
    envelope.only('payload', 'payloadType', 'signatures');
    exact(envelope, 'payloadType', _envelope_js__WEBPACK_IMPORTED_MODULE_3__/* .payloadType */ .h);
    const [signature, ...more] = envelope.objects('signatures');
    if (signature === undefined || more.length > 0)
        throw invalid('not exactly one signature');
    signature.only('sig', 'keyid');
    if (signature.has('keyid') && signature.text('keyid') !== '')
        throw invalid('it names a key');
    return { payload: envelope.bytes('payload'), signature: signature.bytes('sig') };
}


/***/ }),

/***/ 1104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ preAuthenticationEncoding),
/* harmony export */   h: () => (/* binding */ payloadType)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);

const payloadType = 'application/vnd.in-toto+json';
const preAuthenticationEncoding = (payload) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .concatBytes */ .Id)((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As)(`DSSEv1 ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As)(payloadType).length} ${payloadType} ${payload.length} `), payload);


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

/***/ 3387:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   _i: () => (/* binding */ encodeStatement),
/* harmony export */   bc: () => (/* binding */ subject),
/* harmony export */   en: () => (/* binding */ isPackageId)
/* harmony export */ });
/* unused harmony exports predicateType, certificateField */
/* harmony import */ var _algorithm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1426);
/* harmony import */ var _artifact_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4477);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8142);
/* harmony import */ var _json_fields_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8670);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1155);








const statementType = 'https://in-toto.io/Statement/v1';
const predicateType = 'https://in-toto.io/attestation/release/v0.2';
const certificateField = 'kmsReleaseSigningCertificateSha256';
function encodeStatement({ release, packageId, certificateSha256, subjects }) {
    checkSubjects(subjects);
    const sorted = [...subjects].sort((a, b) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .compareBytes */ .Xo)((0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8 */ .As)(a.name), (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8 */ .As)(b.name)));
    const statement = {
        _type: statementType,
        subject: sorted.map(({ name, digests }) => ({ name, digest: digests })),
        predicateType,
        predicate: {
            purl: (0,_release_js__WEBPACK_IMPORTED_MODULE_7__/* .packageUrl */ .EH)(release),
            ...(packageId === undefined ? {} : { packageId }),
            [certificateField]: certificateSha256,
        },
    };
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8 */ .As)(JSON.stringify(statement));
}
const what = 'attestation: statement';
const code = 'attestation-invalid';
function parseStatement(payload) {
    const statement = (0,_json_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonFields */ .y)((0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .q)(payload, what), what, code);
    exact(statement, '_type', statementType);
    exact(statement, 'predicateType', predicateType);
    const predicate = statement.object('predicate');
    const subjects = statement.objects('subject').map(parseSubject);
    checkSubjects(subjects);
    const packageId = predicate.optionalText('packageId');
    if (packageId !== undefined && !isPackageId(packageId))
        throw invalid('packageId is not an id');
    return {
        release: (0,_release_js__WEBPACK_IMPORTED_MODULE_7__/* .releaseOfPackageUrl */ .YS)(predicate.text('purl')),
        packageId,
        certificateSha256: digestText(predicate.text(certificateField), 32, certificateField),
        subjects,
    };
}
const isPackageId = (text) => /^[\x21-\x7e]{1,64}$/.test(text);
const invalid = (problem) => new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B(code, `${what}: ${problem}`);
function exact(fields, name, expected) {
    const value = fields.text(name);
    if (value !== expected)
        throw invalid(`${name} is ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`);
}
function digestText(value, length, name) {
    if (value.length !== 2 * length || !/^[0-9a-f]*$/.test(value))
        throw invalid(`${name} is not a digest in lower case`);
    return value;
}
function parseSubject(fields) {
    const digest = fields.object('digest');
    const read = ({ name, length }) => digest.has(name) ? [[name, digestText(digest.text(name), length, name)]] : [];
    const digests = Object.fromEntries(_algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .hashes */ .RY.flatMap(read));
    const name = fields.text('name');
    if (Object.keys(digests).length === 0)
        throw invalid(`subject ${JSON.stringify(name)} has no digest that is known`);
    return { name, digests };
}
function checkSubjects(subjects) {
    if (subjects.length === 0)
        throw invalid('it has no subject');
    if (subjects.length > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.subjects) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('attestation-too-large', `attestation: ${subjects.length} artifacts, at most ${_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.subjects} fit into one statement`, { hint: 'Put the artifacts into fewer archives, or sign with cms alone.' });
    }
    for (const { name } of subjects)
        checkName(name);
    (0,_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNamesApart */ .HF)(subjects.map(({ name }) => name));
}
function checkName(name) {
    const bad = name === '' || name === '.' || name === '..' || !name.isWellFormed() || /[\p{Cc}/]/u.test(name);
    if (bad || (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8 */ .As)(name).length > 255) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('subject-name-invalid', `attestation: ${JSON.stringify(name)} cannot name an artifact`, {
            hint: 'Names may not be empty, longer than 255 bytes, or hold control characters.',
        });
    }
}
const subject = (name, digests) => ({ name, digests: (0,_algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .hexDigests */ .$k)(digests) });


/***/ })

};
;