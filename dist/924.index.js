"use strict";
exports.id = 924;
exports.ids = [924];
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
        return new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('repository-mismatch', `attestation: it is of repository ${found}`);
    }
    if (expected.repositoryId !== undefined && expected.repositoryId !== packageId) {
        const id = packageId === undefined ? 'names no repository id' : `is of repository id ${packageId}`;
        return new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('repository-id-mismatch', `attestation: it ${id}`);
    }
    if (expected.tag !== undefined && expected.tag !== release.tag) {
        return new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('tag-mismatch', `attestation: it is of tag ${release.tag}`);
    }
    return undefined;
}
function createSubjectIndex({ subjects }) {
    const byName = new Map(subjects.map((subject) => [subject.name, subject]));
    const byAssetName = new Map(subjects.map((subject) => [(0,_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .githubAssetName */ .DZ)(subject.name), subject]));
    return (name) => byName.get(name) ?? byAssetName.get(name) ?? byAssetName.get((0,_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .githubAssetName */ .DZ)(name));
}
const hashesOf = ({ subjects }) => [
    ...new Set(subjects.flatMap(({ digests }) => hashNames.filter((name) => digests[name] !== undefined))),
];
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
    const listed = hashNames.filter((name) => subject.digests[name] !== undefined);
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

/***/ 3387:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   _i: () => (/* binding */ encodeStatement),
/* harmony export */   bc: () => (/* binding */ subject),
/* harmony export */   en: () => (/* binding */ isPackageId)
/* harmony export */ });
/* unused harmony exports statementType, predicateType, certificateField, checkSubjects */
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

/***/ 8924:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startPublishing: () => (/* binding */ startPublishing)
});

// EXTERNAL MODULE: ./build/core/bytes.js
var core_bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/crypto.js
var core_crypto = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/release/in-parallel.js
var in_parallel = __webpack_require__(3844);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/artifact-name.js
var artifact_name = __webpack_require__(4477);
// EXTERNAL MODULE: ./build/core/attestation/release.js
var attestation_release = __webpack_require__(1155);
// EXTERNAL MODULE: ./build/release/rehearsal.js
var rehearsal = __webpack_require__(8862);
// EXTERNAL MODULE: ./build/release/sidecar-kind.js
var sidecar_kind = __webpack_require__(6853);
;// CONCATENATED MODULE: ./build/release/publish-plan.js







async function planPublishing(upload, request, signing, host) {
    if (host === undefined || request.repository === undefined) {
        throw new core_error/* ReleaseSigningError */.B('usage', 'an upload is asked for, and the repository is unknown', {
            hint: 'Give repository.',
        });
    }
    const repository = (0,attestation_release/* repositoryText */.g_)((0,attestation_release/* parseRepository */.SU)(request.repository));
    const places = placesOf(signing, request.outputDirectory);
    checkNames(places);
    const warnings = slownessWarnings(places.filter((place) => isUploaded(place, upload)).length);
    const tolerate = (refusal) => {
        if (request.rehearsal !== true)
            throw refusal;
        const hint = refusal.hint === undefined ? '' : ` ${refusal.hint}`;
        return { plan: undefined, warnings: [...warnings, `a run on the tag would fail: ${refusal.message}.${hint}`] };
    };
    const release = upload.tag === undefined ? undefined : await host.findRelease(upload.tag);
    const tag = upload.tag ?? rehearsal/* rehearsalTag */.o;
    const permission = await host.writePermission(tag, release?.targetCommitish);
    if (permission.mayWrite === 'no')
        return tolerate(notWritable(repository, release, tag));
    if (permission.mayWrite === 'unknown') {
        warnings.push(`whether the token may write to ${repository} is not known before the upload: ${permission.reason}`);
    }
    if (release === undefined) {
        if (upload.tag !== undefined)
            return tolerate(missing(repository, tag));
        return { plan: undefined, warnings: [...warnings, 'no release was looked for: this run is of no tag'] };
    }
    const found = await host.listAssets(release);
    const assets = new Map(found.filter(({ uploaded }) => uploaded).map((asset) => [asset.name, asset]));
    const wanted = places.filter((place) => isUploaded(place, upload));
    if (isClosed(release)) {
        const lacking = wanted.find(({ name }) => !assets.has(name));
        if (lacking !== undefined)
            throw publish_plan_closed(release, `${lacking.name} is not on it`);
    }
    checkRoom(release, found, wanted);
    return { plan: { host, upload, release, places, assets }, warnings };
}
const isUploaded = ({ kind }, { artifacts }) => kind === 'artifact' ? artifacts : kind !== 'unseen';
const isClosed = ({ draft, immutable }) => immutable && !draft;
const publish_plan_closed = ({ tag, url }, problem) => new core_error/* ReleaseSigningError */.B('release-immutable', `the release ${tag} is published and immutable, and ${problem}: ${url}`, {
    hint: 'An immutable release takes no files after it was published: upload to a draft, and let publish make it public. This version can only be released anew, under another tag.',
});
function placesOf({ artifacts, unseen, kinds, raw, attestation }, outputDirectory) {
    const assetName = (path) => (0,artifact_name/* githubAssetName */.DZ)((0,external_node_path_.basename)(path));
    const perArtifact = kinds.filter((kind) => sidecar_kind/* sidecarKinds */.jW[kind].per === 'artifact');
    return [
        ...artifacts.map((path) => ({ name: assetName(path), path, kind: 'artifact', artifact: path })),
        ...unseen.map(({ path }) => ({ name: assetName(path), path, kind: 'unseen', artifact: path })),
        ...artifacts.flatMap((artifact) => perArtifact.map((kind) => ({
            name: assetName(artifact) + sidecar_kind/* sidecarKinds */.jW[kind].suffix,
            path: (0,sidecar_kind/* sidecarPath */.n8)(artifact, kind, outputDirectory),
            kind,
            artifact,
        }))),
        ...(raw === undefined
            ? []
            : [
                {
                    name: assetName(raw.certificates),
                    path: raw.certificates,
                    kind: 'certificates',
                    artifact: undefined,
                },
            ]),
        ...(attestation === undefined
            ? []
            : [
                {
                    name: assetName(attestation.path),
                    path: attestation.path,
                    kind: 'attestation',
                    artifact: undefined,
                },
            ]),
    ];
}
const placeKey = (path) => (0,external_node_path_.resolve)(path);
function checkNames(places) {
    for (const { name, path } of places) {
        if ((0,artifact_name/* githubAssetName */.DZ)(name) === name)
            continue;
        throw new core_error/* ReleaseSigningError */.B('asset-name-unfit', `${path}: GitHub would change its name, and change it again`, {
            hint: 'Give it a name with some ASCII letters or digits.',
        });
    }
    (0,artifact_name/* checkNamesApart */.HF)(places.map(({ name }) => name));
}
function checkRoom({ tag }, found, wanted) {
    const count = new Set([...found, ...wanted].map(({ name }) => name)).size;
    if (count <= limits/* limits */.F.releaseAssets)
        return;
    throw new core_error/* ReleaseSigningError */.B('release-full', `the release ${tag} would have ${count} files, and GitHub takes ${limits/* limits */.F.releaseAssets}`, { hint: 'Ask for sidecars: attestation, which is one file for all, or put the artifacts into fewer archives.' });
}
const manyAssets = 400;
const perHour = 500;
const perMinute = 60;
function slownessWarnings(count) {
    if (count <= manyAssets)
        return [];
    const hours = Math.floor((count - 1) / perHour);
    const minutes = Math.ceil((count - hours * perHour) / perMinute);
    const time = [...(hours === 0 ? [] : [`${hours} h`]), `${minutes} min`].join(' ');
    return [
        `${count} files are to be uploaded: with GitHub's limits of ${perHour} an hour that takes about ${time}. One attestation for all of them, sidecars: attestation, is one file`,
    ];
}
function missing(repository, tag) {
    return new core_error/* ReleaseSigningError */.B('release-missing', `${repository} has no release of the tag ${tag}`, {
        hint: `Make a draft first: gh release create ${shellTag(tag)} --repo ${repository} --draft --verify-tag --generate-notes`,
    });
}
const shellTag = (tag) => (/^[\w./+@-]+$/.test(tag) && !tag.startsWith('-') ? tag : "'TAG'");
function notWritable(repository, release, tag) {
    const unseen = release === undefined ? `, and sees no release of the tag ${tag}: drafts are shown only to whoever may write` : '';
    return new core_error/* ReleaseSigningError */.B('release-not-writable', `the token may not write releases of ${repository}${unseen}`, {
        hint: 'The job needs `permissions: { contents: write }`, or the token the same. A pull request from a fork gets none.',
    });
}

;// CONCATENATED MODULE: ./build/release/publish.js






async function publish({ plan, decisions, digests, files, progress }) {
    const { host, upload, release } = plan;
    const content = contentsOf(digests, files);
    let state = release.draft ? 'was not published' : 'was public before';
    const unknown = () => {
        state = 'may be public';
    };
    try {
        const uploads = decisions.filter(({ action }) => action === 'upload');
        let done = 0;
        const put = async ({ place, existing }) => {
            const file = content(place);
            if (existing !== undefined)
                await host.deleteAsset(existing);
            await host.upload(release, file);
            progress?.('upload', ++done, uploads.length);
            const { name, size, sha256 } = file;
            return { name, size, sha256, uploaded: true };
        };
        const wanted = [];
        for (const stage of [isArtifact, isBesideArtifact, isAttestation]) {
            const some = uploads.filter(({ place }) => stage(place));
            wanted.push(...(await (0,in_parallel/* inParallel */.H)(some, limits/* limits */.F.githubRequestsAtOnce, put)));
        }
        for (const { action, existing } of decisions) {
            if (action !== 'keep' || existing === undefined)
                continue;
            const { name, size } = existing;
            wanted.push({ name, size, sha256: await host.sha256(existing), uploaded: false });
        }
        const assets = await readBack(plan, release, wanted);
        if (!release.draft || !upload.publish)
            return reportOf(release, wanted, assets);
        const now = await makePublic(plan, unknown);
        if (now.draft) {
            throw new core_error/* ReleaseSigningError */.B('github-answer-invalid', `GitHub: the release ${release.tag} stays a draft`, {
                hint: 'Look at the release on GitHub, and run it again.',
            });
        }
        state = 'is public';
        return reportOf(now, wanted, await readBack(plan, now, wanted));
    }
    catch (error) {
        throw error instanceof core_error/* ReleaseSigningError */.B ? withPlace(error, release, state) : error;
    }
}
async function makePublic({ host, upload, release }, unknown) {
    try {
        return await host.publish(release, upload);
    }
    catch (error) {
        if (!(error instanceof core_error/* ReleaseSigningError */.B) || error.code !== 'github-unavailable')
            throw error;
        const now = await host.getRelease(release).catch(unknown);
        if (now === undefined || now.draft)
            throw error;
        return now;
    }
}
const isArtifact = ({ kind }) => kind === 'artifact';
const isAttestation = ({ kind }) => kind === 'attestation';
const isBesideArtifact = (place) => !isArtifact(place) && !isAttestation(place);
function contentsOf(digests, files) {
    const artifacts = new Map(digests.map((digest) => [digest.path, digest]));
    const made = new Map(files.map(({ path, bytes }) => [placeKey(path), bytes]));
    return ({ kind, name, path }) => {
        if (kind !== 'artifact') {
            const bytes = made.get(placeKey(path));
            if (bytes === undefined)
                throw new core_error/* ReleaseSigningError */.B('internal', `${path} was not made`);
            return { name, size: bytes.length, sha256: (0,core_crypto/* sha256Hex */.fg)(bytes), content: bytes };
        }
        const digest = artifacts.get(path);
        const sha256 = digest?.digests.sha256;
        if (digest === undefined || sha256 === undefined)
            throw new core_error/* ReleaseSigningError */.B('internal', `${path} was not digested`);
        return { name, size: digest.size, sha256: (0,core_bytes/* bytesToHex */.My)(sha256), content: path };
    };
}
const readings = 3;
async function readBack({ host }, release, wanted) {
    for (let reading = 1;; reading++) {
        const assets = new Map((await host.listAssets(release)).map((asset) => [asset.name, asset]));
        const problems = await (0,in_parallel/* inParallel */.H)(wanted, limits/* limits */.F.githubRequestsAtOnce, async (file) => problemOf(file, assets.get(file.name), host.sha256));
        const problem = problems.find((one) => one !== undefined);
        if (problem === undefined)
            return assets;
        if (reading < readings)
            continue;
        throw new core_error/* ReleaseSigningError */.B('asset-mismatch', `the release ${release.tag} is not as it was left: ${problem}`, {
            hint: 'Let one run at a time write to the release, and run it again.',
        });
    }
}
async function problemOf({ name, size, sha256 }, asset, sha256Of) {
    if (asset === undefined)
        return `${name} is not there`;
    if (!asset.uploaded)
        return `the upload of ${name} is not finished`;
    if (asset.size !== size)
        return `${name} has ${asset.size} bytes, not ${size}`;
    const found = await sha256Of(asset);
    return found === sha256 ? undefined : `${name} has the SHA-256 ${found}, not ${sha256}`;
}
function reportOf(release, wanted, assets) {
    const { id, tag, url, draft } = release;
    return {
        id,
        tag,
        url,
        draft,
        assets: wanted
            .map(({ name, size, sha256, uploaded }) => {
            const asset = assets.get(name);
            return { name, id: asset?.id ?? 0, size, sha256, url: asset?.url ?? '', uploaded };
        })
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
}
function withPlace(error, { tag, url }, state) {
    const { code, message, hint, rule, certificate } = error;
    return new core_error/* ReleaseSigningError */.B(code, message, {
        hint: `${hint ?? 'Run it again.'} Sidecars are written; the release ${tag} ${state} (${url}), and another run completes it.`,
        rule,
        certificate,
        cause: error,
    });
}

// EXTERNAL MODULE: ./build/core/algorithm.js
var algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/attestation/attestation.js
var attestation = __webpack_require__(3120);
// EXTERNAL MODULE: ./build/core/cms/sidecar.js
var sidecar = __webpack_require__(4542);
// EXTERNAL MODULE: ./build/core/cms/signed-data.js
var signed_data = __webpack_require__(5474);
// EXTERNAL MODULE: ./build/core/message-bundle.js
var message_bundle = __webpack_require__(8637);
// EXTERNAL MODULE: ./build/core/x509/pem.js
var pem = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/release/find-sidecars.js
var find_sidecars = __webpack_require__(7111);
// EXTERNAL MODULE: ./build/release/self-check.js
var self_check = __webpack_require__(4326);
;// CONCATENATED MODULE: ./build/release/publish-existing.js














const equal = { isOurs: true, isEqual: true, problem: '' };
const foreign = (problem) => ({ isOurs: false, isEqual: false, problem });
const unequal = (problem) => ({ isOurs: true, isEqual: false, problem });
function createExistingJudge({ host }, digests, { plan, ports, stamper }) {
    const verify = (0,self_check/* createRunVerifier */.G)(plan, stamper.always);
    const verdictOf = (read) => {
        const problem = verify(read);
        return problem === undefined ? equal : unequal(problem.message);
    };
    const byPath = new Map(digests.map((digest) => [digest.path, digest]));
    const judges = {
        cms(bytes, artifact) {
            const signedData = (0,signed_data/* parseSignedData */.e)(bytes);
            return verdictOf(() => (0,sidecar/* cmsSidecar */.n)(signedData, (hash) => (0,find_sidecars/* digestOf */.o)(known(artifact), hash)));
        },
        attestation: (bytes) => judgeAttestation(bytes, [...digests, ...plan.unseen], plan, verdictOf),
        signature: (bytes, artifact) => judgeSignature(bytes, known(artifact), plan, ports.files),
        async 'message-bundle'(bytes, artifact) {
            const bundle = (0,message_bundle/* parseMessageBundle */.Dw)(bytes);
            (0,message_bundle/* checkMessageDigest */.IO)(bundle, known(artifact).digests[bundle.hash]);
            const verdict = await judgeSignature(bundle.signature, known(artifact), plan, ports.files);
            return { ...verdict, isOurs: true };
        },
        certificates(bytes) {
            const ours = [plan.chain.leaf, ...plan.chain.intermediates].map(({ der }) => der);
            const theirs = (0,pem/* readCertificates */.jZ)(bytes, 'certificates');
            const isEqual = ours.length === theirs.length && ours.every((der, i) => (0,core_bytes/* equalBytes */.ex)(der, theirs[i] ?? der.subarray(1)));
            return isEqual ? equal : unequal('it holds other certificates');
        },
    };
    return async (place, asset) => {
        const { kind } = place;
        if (kind === 'artifact' || kind === 'unseen')
            throw new core_error/* ReleaseSigningError */.B('internal', `${place.name} is no sidecar`);
        if (asset.size > limits/* limits */.F.attestationBytes)
            return foreign(`it has ${asset.size} bytes`);
        const bytes = await host.read(asset, limits/* limits */.F.attestationBytes);
        try {
            return await judges[kind](bytes, place.artifact === undefined ? undefined : byPath.get(place.artifact));
        }
        catch (error) {
            if (!(error instanceof core_error/* ReleaseSigningError */.B) || error.code === 'attestation-lists-less')
                throw error;
            return foreign(error.message);
        }
    };
}
function known(artifact) {
    if (artifact === undefined)
        throw new core_error/* ReleaseSigningError */.B('internal', 'a sidecar of no artifact');
    return artifact;
}
function judgeAttestation(bytes, artifacts, plan, verdictOf) {
    const { sidecar, statement } = (0,attestation/* parseAttestation */.sI)(bytes);
    const ours = new Map(artifacts.map(({ path, digests }) => [(0,artifact_name/* artifactNameKey */.pr)((0,external_node_path_.basename)(path)), digests]));
    const dropped = statement.subjects.filter(({ name }) => !ours.has((0,artifact_name/* artifactNameKey */.pr)(name))).map(({ name }) => name);
    if (dropped.length > 0)
        throw listsLess(dropped);
    const isSame = statement.subjects.length === ours.size &&
        statement.subjects.every(({ name, digests }) => agree(digests, ours.get((0,artifact_name/* artifactNameKey */.pr)(name)) ?? {}));
    if (!isSame)
        return unequal('it lists other files, or other digests of them');
    if (!isOfRelease(statement, plan))
        return unequal('it is of another release');
    const intermediates = plan.chain.intermediates.map(({ der }) => der);
    return verdictOf(() => ({ ...sidecar, certificates: [...sidecar.certificates, ...intermediates] }));
}
function agree(listed, ours) {
    const common = algorithm/* hashes */.RY.filter(({ name }) => listed[name] !== undefined && ours[name] !== undefined);
    return common.length > 0 && common.every(({ name }) => listed[name] === (0,core_bytes/* bytesToHex */.My)(ours[name] ?? new Uint8Array()));
}
const isOfRelease = ({ release, packageId }, { attestation }) => attestation !== undefined &&
    (0,attestation_release/* packageUrl */.EH)(release) === (0,attestation_release/* packageUrl */.EH)(attestation.release) &&
    packageId === attestation.packageId;
const shownNames = 10;
function listsLess(dropped) {
    const more = dropped.length > shownNames ? ` and ${dropped.length - shownNames} more` : '';
    return new core_error/* ReleaseSigningError */.B('attestation-lists-less', `the attestation on the release lists files that this run does not sign: ${dropped.slice(0, shownNames).join(', ')}${more}`, {
        hint: 'Sign all files of the release in one run, after all have been built. If they are no longer part of it, delete the attestation from the release first.',
    });
}
async function judgeSignature(signature, artifact, { algorithm, chain }, files) {
    const { key } = chain.leaf.publicKey;
    const { valid } = await files.checkSignatures(artifact.path, signature, [{ algorithm, key }]);
    return valid[0] === true ? equal : foreign('it is no signature over the artifact by the key of this run');
}

;// CONCATENATED MODULE: ./build/release/publish-decisions.js






async function decidePublishing(plan, digests, tools) {
    const byPath = new Map([...digests, ...tools.plan.unseen].map((digest) => [digest.path, digest]));
    const judge = createExistingJudge(plan, digests, tools);
    const decisions = await (0,in_parallel/* inParallel */.H)(plan.places, limits/* limits */.F.githubRequestsAtOnce, (place) => {
        const existing = plan.assets.get(place.name);
        return place.kind === 'artifact' || place.kind === 'unseen'
            ? decideArtifact(plan, place, existing, byPath.get(place.path))
            : decideSidecar(plan, place, existing, judge);
    });
    const left = decisions.filter(({ action }) => action === 'leave').map(({ place }) => place.name);
    return {
        decisions,
        warnings: left.length === 0 ? [] : [`not on the release, and not uploaded without upload-artifacts: ${left.join(', ')}`],
    };
}
async function decideArtifact({ upload, release, host }, place, existing, digest) {
    const uploads = upload.artifacts && place.kind === 'artifact';
    if (existing !== undefined) {
        if (await isSame(existing, digest, host))
            return { place, action: 'keep', existing };
        if (isClosed(release))
            throw publish_plan_closed(release, `${place.name} on it is another file than ${place.path}`);
        if (!uploads || !upload.overwrite)
            throw differs(place, existing, release.tag, uploads);
    }
    else if (!uploads) {
        if (!upload.publish)
            return { place, action: 'leave', existing };
        throw new core_error/* ReleaseSigningError */.B('artifact-not-on-release', `the release ${release.tag} would be published without ${place.name}`, { hint: 'Upload it with upload-artifacts, or put it on the draft before signing.' });
    }
    checkSize(place, digest?.size ?? 0);
    return { place, action: 'upload', existing };
}
async function isSame(existing, artifact, host) {
    const { digests: { sha256 } = {}, size } = artifact ?? {};
    if (sha256 === undefined)
        return true;
    return (size === undefined || size === existing.size) && (await host.sha256(existing)) === (0,core_bytes/* bytesToHex */.My)(sha256);
}
function checkSize({ path }, size) {
    if (size === 0) {
        throw new core_error/* ReleaseSigningError */.B('asset-empty', `${path} is empty, and GitHub takes no empty files`, {
            hint: 'Leave it out of the artifacts, or put it into an archive.',
        });
    }
    if (size < limits/* limits */.F.releaseAssetBytes)
        return;
    throw new core_error/* ReleaseSigningError */.B('asset-too-large', `${path} has ${size} bytes, and GitHub takes less than 2 GiB`, {
        hint: 'Split it, or compress it more.',
    });
}
function differs(place, existing, tag, uploads) {
    const by = existing.uploader === undefined ? '' : ` by ${existing.uploader}`;
    return new core_error/* ReleaseSigningError */.B('asset-differs', `the release ${tag} has another file of the name ${place.name}, uploaded${by} at ${existing.updatedAt.toISOString()}, than ${place.path}`, {
        hint: uploads
            ? 'Find out which is right. overwrite: true replaces the one on the release.'
            : 'Find out which is right. upload-artifacts: true with overwrite: true replaces the one on the release.',
    });
}
async function decideSidecar({ upload, release }, place, existing, judge) {
    if (existing === undefined)
        return { place, action: 'upload', existing };
    const { isOurs, isEqual, problem } = await judge(place, existing);
    if (!release.draft && isEqual)
        return { place, action: 'keep', existing };
    if (isClosed(release))
        throw publish_plan_closed(release, `${place.name} on it is not what this run would make: ${problem}`);
    if (upload.overwrite)
        return { place, action: 'upload', existing };
    if (!isOurs) {
        throw new core_error/* ReleaseSigningError */.B('sidecar-foreign', `the release ${release.tag} has a file in the place of a sidecar that is not one of ours, ${place.name}: ${problem}`, { hint: 'Delete it, or let overwrite: true replace it.' });
    }
    if (release.draft)
        return { place, action: 'upload', existing };
    throw new core_error/* ReleaseSigningError */.B('sidecar-published', `the release ${release.tag} is published, and ${place.name} on it is not what this run would make: ${problem}`, { hint: 'Somebody may rely on it already. overwrite: true replaces it.' });
}

;// CONCATENATED MODULE: ./build/release/publishing.js



async function startPublishing(upload, request, signing, host) {
    const { plan, warnings } = await planPublishing(upload, request, signing, host);
    return {
        warnings,
        async prepare(digests, tools) {
            if (plan === undefined)
                return undefined;
            const { decisions, warnings } = await decidePublishing(plan, digests, tools);
            const { id, tag, url, draft } = plan.release;
            const wouldUpload = decisions.filter(({ action }) => action === 'upload').map(({ place }) => place.name);
            return {
                warnings,
                foreseen: { id, tag, url, draft, assets: [], wouldUpload },
                publish: (files) => publish({ plan, decisions, digests, files, progress: tools.ports.progress }),
            };
        },
    };
}


/***/ })

};
;