"use strict";
exports.id = 39;
exports.ids = [39];
exports.modules = {

/***/ 1426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ hexDigests),
/* harmony export */   AE: () => (/* binding */ fittingAlgorithms),
/* harmony export */   KD: () => (/* binding */ hashByAlgorithmIdentifier),
/* harmony export */   Py: () => (/* binding */ signatureAlgorithms),
/* harmony export */   RY: () => (/* binding */ hashes),
/* harmony export */   W8: () => (/* binding */ algorithmByName),
/* harmony export */   YH: () => (/* binding */ algorithmByIdentifier),
/* harmony export */   cn: () => (/* binding */ algorithmForKey)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6335);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8884);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);




const hash = (name, length, oid) => ({
    name,
    length,
    identifier: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIdentifier */ .RG)(oid)),
});
const sha256 = hash('sha256', 32, '2.16.840.1.101.3.4.2.1');
const sha384 = hash('sha384', 48, '2.16.840.1.101.3.4.2.2');
const sha512 = hash('sha512', 64, '2.16.840.1.101.3.4.2.3');
const hexDigests = (digests) => Object.fromEntries(Object.entries(digests).map(([hash, bytes]) => [hash, (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)(bytes)]));
const hashes = [sha256, sha384, sha512];
const rsaSpecs = ['RSA_2048', 'RSA_3072', 'RSA_4096'];
const pkcs1 = (name, hash, oid) => ({
    name,
    scheme: 'rsa-pkcs1',
    hash,
    keySpecs: rsaSpecs,
    messageType: 'DIGEST',
    identifier: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIdentifier */ .RG)(oid), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .derNull */ .f7)()),
});
const pss = (name, hash, hashOid) => {
    const hashIdentifier = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIdentifier */ .RG)(hashOid), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .derNull */ .f7)());
    return {
        name,
        scheme: 'rsa-pss',
        hash,
        keySpecs: rsaSpecs,
        messageType: 'DIGEST',
        identifier: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIdentifier */ .RG)('1.2.840.113549.1.1.10'), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .der */ .y8)((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextConstructed */ .yi)(0), hashIdentifier), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .der */ .y8)((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextConstructed */ .yi)(1), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIdentifier */ .RG)('1.2.840.113549.1.1.8'), hashIdentifier)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .der */ .y8)((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextConstructed */ .yi)(2), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(hash.length)))),
    };
};
const ecdsa = (name, hash, oid, keySpecs) => ({
    name,
    scheme: 'ecdsa',
    hash,
    keySpecs,
    messageType: 'DIGEST',
    identifier: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIdentifier */ .RG)(oid)),
});
const ed25519 = {
    name: 'ED25519_SHA_512',
    scheme: 'ed25519',
    hash: sha512,
    keySpecs: ['ECC_NIST_EDWARDS25519'],
    messageType: 'RAW',
    identifier: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIdentifier */ .RG)('1.3.101.112')),
};
const mlDsa = (spec, oid) => ({
    name: 'ML_DSA_SHAKE_256',
    scheme: 'ml-dsa',
    hash: sha512,
    keySpecs: [spec],
    messageType: 'EXTERNAL_MU',
    identifier: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIdentifier */ .RG)(oid)),
});
const signatureAlgorithms = [
    pkcs1('RSASSA_PKCS1_V1_5_SHA_256', sha256, '1.2.840.113549.1.1.11'),
    pkcs1('RSASSA_PKCS1_V1_5_SHA_384', sha384, '1.2.840.113549.1.1.12'),
    pkcs1('RSASSA_PKCS1_V1_5_SHA_512', sha512, '1.2.840.113549.1.1.13'),
    pss('RSASSA_PSS_SHA_256', sha256, '2.16.840.1.101.3.4.2.1'),
    pss('RSASSA_PSS_SHA_384', sha384, '2.16.840.1.101.3.4.2.2'),
    pss('RSASSA_PSS_SHA_512', sha512, '2.16.840.1.101.3.4.2.3'),
    ecdsa('ECDSA_SHA_256', sha256, '1.2.840.10045.4.3.2', ['ECC_NIST_P256', 'ECC_SECG_P256K1']),
    ecdsa('ECDSA_SHA_384', sha384, '1.2.840.10045.4.3.3', ['ECC_NIST_P384']),
    ecdsa('ECDSA_SHA_512', sha512, '1.2.840.10045.4.3.4', ['ECC_NIST_P521']),
    ed25519,
    mlDsa('ML_DSA_44', '2.16.840.1.101.3.4.3.17'),
    mlDsa('ML_DSA_65', '2.16.840.1.101.3.4.3.18'),
    mlDsa('ML_DSA_87', '2.16.840.1.101.3.4.3.19'),
];
const byName = Map.groupBy(signatureAlgorithms, ({ name }) => name);
const byIdentifier = new Map(signatureAlgorithms.map((row) => [(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)(row.identifier), row]));
const hashByIdentifier = new Map(hashes.flatMap((row) => {
    const withNull = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)(row.identifier.subarray(2), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .derNull */ .f7)());
    return [row.identifier, withNull].map((identifier) => [(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)(identifier), row]);
}));
function algorithmByName(name, spec) {
    const rows = byName.get(name) ?? [];
    const row = rows.find(({ keySpecs }) => spec !== undefined && keySpecs.includes(spec)) ?? rows[0];
    if (row === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('algorithm-unknown', `signing algorithm ${name} is not known`, {
            hint: `Use one of ${[...byName.keys()].join(', ')}.`,
        });
    }
    return row;
}
function algorithmByIdentifier(identifier, what) {
    const row = byIdentifier.get((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)(identifier));
    if (row === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('algorithm-unknown', `${what}: signature algorithm or its parameters not accepted`, {
            hint: 'RSA PKCS#1 v1.5, RSA-PSS (salt as long as the digest) and ECDSA, each with SHA-256, SHA-384 or SHA-512, are; so are Ed25519 and ML-DSA.',
        });
    }
    return row;
}
function hashByAlgorithmIdentifier(identifier, what) {
    const row = hashByIdentifier.get((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)(identifier));
    if (row === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('algorithm-unknown', `${what}: digest algorithm not accepted`, {
            hint: 'SHA-256, SHA-384 and SHA-512 are.',
        });
    }
    return row;
}
const fittingAlgorithms = (spec, named) => signatureAlgorithms.filter((row) => spec !== undefined && row.keySpecs.includes(spec) && (named === undefined || row === named));
function algorithmForKey(spec, asked) {
    const fitting = signatureAlgorithms.filter((row) => row.keySpecs.includes(spec));
    const row = asked === undefined ? fitting[0] : algorithmByName(asked, spec);
    if (row === undefined || !fitting.includes(row)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('algorithm-mismatch', `a key of spec ${spec} does not sign with ${asked}`, {
            hint: `Leave signing-algorithm out, or use ${fitting.map(({ name }) => name).join(' or ')}.`,
        });
    }
    return row;
}


/***/ }),

/***/ 2088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ bytesOfBase64),
/* harmony export */   K: () => (/* binding */ base64)
/* harmony export */ });
function base64(bytes) {
    const step = 0x8000;
    let binary = '';
    for (let i = 0; i < bytes.length; i += step)
        binary += String.fromCharCode(...bytes.subarray(i, i + step));
    return btoa(binary);
}
function bytesOfBase64(text) {
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
        return undefined;
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++)
        bytes[i] = binary.charCodeAt(i);
    return btoa(binary) === text ? bytes : undefined;
}


/***/ }),

/***/ 9604:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ utf8),
/* harmony export */   Id: () => (/* binding */ concatBytes),
/* harmony export */   My: () => (/* binding */ bytesToHex),
/* harmony export */   Xo: () => (/* binding */ compareBytes),
/* harmony export */   aT: () => (/* binding */ hexToBytes),
/* harmony export */   ex: () => (/* binding */ equalBytes)
/* harmony export */ });
const hexPairs = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));
function bytesToHex(bytes) {
    let hex = '';
    for (const octet of bytes)
        hex += hexPairs[octet];
    return hex;
}
const hexToBytes = (hex) => Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
function compareBytes(a, b) {
    const shared = Math.min(a.length, b.length);
    for (let i = 0; i < shared; i++) {
        const difference = (a[i] ?? 0) - (b[i] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return a.length - b.length;
}
const equalBytes = (a, b) => a.length === b.length && compareBytes(a, b) === 0;
function concatBytes(...parts) {
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let offset = 0;
    for (const part of parts) {
        bytes.set(part, offset);
        offset += part.length;
    }
    return bytes;
}
const utf8 = (text) => new TextEncoder().encode(text);


/***/ }),

/***/ 3475:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   NQ: () => (/* binding */ checkAgreement),
/* harmony export */   nG: () => (/* binding */ byName),
/* harmony export */   oT: () => (/* binding */ isArtifactPath),
/* harmony export */   x6: () => (/* binding */ parseNamedDigest),
/* harmony export */   yk: () => (/* binding */ parseChecksums)
/* harmony export */ });
/* harmony import */ var _algorithm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1426);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);



function parseChecksums(bytes, what) {
    const lines = splitLines(bytes);
    if (lines.length === 0) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('checksums-invalid', `${what}: the list is empty`, {
            hint: 'It has a line for every artifact. The list of a runner is empty where no earlier step declared one.',
        });
    }
    return byName(lines.map((line, i) => parseLine(line, what, `line ${i + 1}`)), what);
}
function splitLines(bytes) {
    const lines = [];
    for (let start = 0; start < bytes.length;) {
        const end = bytes.indexOf(0x0a, start);
        const line = bytes.subarray(start, end === -1 ? bytes.length : end);
        lines.push(line.at(-1) === 0x0d && end !== -1 ? line.subarray(0, -1) : line);
        start = end === -1 ? bytes.length : end + 1;
    }
    return lines;
}
const linePattern = /^([0-9a-f]{64}|[0-9a-f]{128}) [ *](.+)$/is;
function parseLine(line, what, where) {
    const match = linePattern.exec(decode(line) ?? '');
    const [, hex, path] = match ?? [];
    if (hex === undefined || path === undefined || !isArtifactPath(path)) {
        throw invalid(what, `${where} is no digest by SHA-256 or SHA-512 with a name behind it`);
    }
    const hash = hex.length === 64 ? 'sha256' : 'sha512';
    return { where, path, name: baseName(path), digests: { [hash]: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .hexToBytes */ .aT)(hex) } };
}
function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
const isArtifactPath = (path) => !/\p{Cc}|^\s|\s$/u.test(path) && !['', '.', '..'].includes(baseName(path));
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);
function byName(entries, what) {
    const artifacts = new Map();
    for (const entry of entries) {
        const known = artifacts.get(entry.name);
        for (const { name: hash } of _algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .hashes */ .RY) {
            const [one, other] = [known?.digests[hash], entry.digests[hash]];
            if (known === undefined || one === undefined || other === undefined || (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(one, other))
                continue;
            throw invalid(what, `${entry.where} gives another ${hash} of ${entry.name} than ${known.where}`);
        }
        const paths = new Set([...(known?.morePaths ?? []), entry.path]);
        paths.delete((known ?? entry).path);
        const digests = { ...known?.digests, ...entry.digests };
        artifacts.set(entry.name, { ...entry, ...known, morePaths: [...paths], digests });
    }
    return [...artifacts.values()].map(({ path, name, morePaths = [], digests }) => morePaths.length === 0 ? { path, name, digests } : { path, morePaths, name, digests });
}
function parseNamedDigest(text) {
    const [, path, algorithm = '', hex] = /^(.*)@(sha\d+):([0-9a-z]*)$/is.exec(text) ?? [];
    if (path === undefined || hex === undefined)
        return undefined;
    const hash = _algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .hashes */ .RY.find(({ name }) => name === algorithm.toLowerCase());
    if (hash === undefined || hex.length !== 2 * hash.length || !/^[0-9a-f]*$/i.test(hex) || !isArtifactPath(path)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('input-invalid', `${text} is no name with a digest`, {
            hint: 'Write NAME@sha256: and the 64 digits of the digest; sha384 and sha512 are taken as well.',
        });
    }
    return { path, name: baseName(path), digests: { [hash.name]: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .hexToBytes */ .aT)(hex) } };
}
function checkAgreement(path, digests, expected) {
    for (const { name: hash } of _algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .hashes */ .RY) {
        const [actual, wanted] = [digests[hash], expected[hash]];
        if (wanted === undefined)
            continue;
        if (actual === undefined)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('internal', `${path} was not digested with ${hash}`);
        if ((0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(actual, wanted))
            continue;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('checksums-mismatch', `${path}: its ${hash} is not the one that was given for it`, {
            hint: 'The file changed after the digest was taken, or is another one of that name: build or get it again.',
        });
    }
}
const invalid = (what, problem) => new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('checksums-invalid', `${what}: ${problem}`, {
    hint: 'Each line has the digest, two spaces (or a space and *), and the name, as sha256sum prints them; no line may be empty.',
});


/***/ }),

/***/ 7516:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ attributeType),
/* harmony export */   nR: () => (/* binding */ attributeEncoder),
/* harmony export */   u9: () => (/* binding */ singleValue),
/* harmony export */   wb: () => (/* binding */ readAttributes)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4262);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6335);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8884);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3779);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1609);







const attributeType = (oid) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .objectIdentifier */ .RG)(oid));
function attributeEncoder(oid) {
    const type = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .objectIdentifier */ .RG)(oid);
    return (value) => (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .sequence */ .K2)(type, (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .setOf */ .s4)([value]));
}
function readAttributes(element, what) {
    const { children } = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .openDer */ .st)(element, what, _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .limits */ .F.cmsAttributes);
    if (!(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .isSorted */ .WC)(children))
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refusal */ .x)('cms-attribute-order', `${what} do not stand in DER order`);
    return children.map((child) => {
        if (child.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence)
            throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refusal */ .x)('cms-invalid', `${what}: not an Attribute`);
        const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .openDer */ .st)(child, what, 3), what);
        const type = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.objectIdentifier, 'attrType');
        const values = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.set, 'attrValues');
        fields.end();
        return { type: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)(type.bytes), values: (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .openDer */ .st)(values, what, _limits_js__WEBPACK_IMPORTED_MODULE_5__/* .limits */ .F.cmsAttributes).children };
    });
}
function singleValue(attribute, code, name) {
    const [value, ...more] = attribute.values;
    if (value === undefined || more.length > 0) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refusal */ .x)(code, `${name} has ${attribute.values.length} values in place of one`);
    }
    return value;
}


/***/ }),

/***/ 228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ oid)
/* harmony export */ });
const oid = {
    data: '1.2.840.113549.1.7.1',
    signedData: '1.2.840.113549.1.7.2',
    contentType: '1.2.840.113549.1.9.3',
    messageDigest: '1.2.840.113549.1.9.4',
    signingTime: '1.2.840.113549.1.9.5',
    signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
    algorithmProtection: '1.2.840.113549.1.9.52',
    timeStampToken: '1.2.840.113549.1.9.16.2.14',
};


/***/ }),

/***/ 1609:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

const refusal = (code, message) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B(code, message, {
    hint: 'Only sidecars in the profile of this program are read: sign the artifact again, or get its own sidecar.',
});


/***/ }),

/***/ 4542:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ cmsSidecar)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _crypto_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1806);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8884);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7543);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1609);






function cmsSidecar(signedData, artifactDigest) {
    const { algorithm, attributes, certificates, signature, signedBytes, timestampToken } = signedData;
    const { certificateHash, issuerAndSerialNumber } = attributes.signer;
    const leaf = certificates.find((certificate) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)((0,_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)('sha256', certificate), certificateHash));
    if (leaf === undefined) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .refusal */ .x)('cms-signing-certificate', 'CMS does not carry the certificate that its signed attributes name');
    }
    return {
        leaf,
        certificates,
        algorithm,
        signedForm: signedBytes,
        signature,
        timestampToken,
        checkContent: (certificate) => {
            if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2)(certificate.issuer.der, (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd)(certificate.serial)), issuerAndSerialNumber)) {
                throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('cms-signing-certificate', 'CMS names a certificate by its hash, and another by issuer and serial number', {
                    hint: 'The sidecar was put together wrongly or forged: get it again from the release.',
                    rule: 'RFC 5035 section 5.4',
                    certificate: (0,_x509_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .certificateReference */ .l)(certificate),
                });
            }
            if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(artifactDigest(algorithm.hash), attributes.messageDigest)) {
                throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('digest-mismatch', 'the artifact is not the one that was signed', {
                    hint: 'The artifact was changed, cut short, or is another file: get it again, with its own sidecar.',
                    rule: 'RFC 5652 section 5.6',
                    certificate: (0,_x509_certificate_js__WEBPACK_IMPORTED_MODULE_4__/* .certificateReference */ .l)(certificate),
                });
            }
        },
    };
}


/***/ }),

/***/ 503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readSignedAttributes),
/* harmony export */   b: () => (/* binding */ algorithmProtection)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4262);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6335);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8884);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7516);
/* harmony import */ var _object_identifier_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(228);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1609);








const types = {
    contentType: (0,_attributes_js__WEBPACK_IMPORTED_MODULE_5__/* .attributeType */ .H2)(_object_identifier_js__WEBPACK_IMPORTED_MODULE_6__/* .oid */ .j.contentType),
    messageDigest: (0,_attributes_js__WEBPACK_IMPORTED_MODULE_5__/* .attributeType */ .H2)(_object_identifier_js__WEBPACK_IMPORTED_MODULE_6__/* .oid */ .j.messageDigest),
    signingTime: (0,_attributes_js__WEBPACK_IMPORTED_MODULE_5__/* .attributeType */ .H2)(_object_identifier_js__WEBPACK_IMPORTED_MODULE_6__/* .oid */ .j.signingTime),
    signingCertificateV2: (0,_attributes_js__WEBPACK_IMPORTED_MODULE_5__/* .attributeType */ .H2)(_object_identifier_js__WEBPACK_IMPORTED_MODULE_6__/* .oid */ .j.signingCertificateV2),
    CMSAlgorithmProtection: (0,_attributes_js__WEBPACK_IMPORTED_MODULE_5__/* .attributeType */ .H2)(_object_identifier_js__WEBPACK_IMPORTED_MODULE_6__/* .oid */ .j.algorithmProtection),
};
const dataType = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .objectIdentifier */ .RG)(_object_identifier_js__WEBPACK_IMPORTED_MODULE_6__/* .oid */ .j.data);
function readSignedAttributes(element, algorithm) {
    const attributes = (0,_attributes_js__WEBPACK_IMPORTED_MODULE_5__/* .readAttributes */ .wb)(element, 'signed attributes');
    const known = new Set(Object.values(types));
    if (attributes.some(({ type }) => !known.has(type))) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refusal */ .x)('cms-attribute-unexpected', 'CMS has a signed attribute beyond the five of the profile');
    }
    const value = (name) => {
        const [attribute, ...more] = attributes.filter(({ type }) => type === types[name]);
        if (attribute === undefined)
            throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refusal */ .x)('cms-attribute-missing', `signed attribute ${name} is missing`);
        if (more.length > 0)
            throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refusal */ .x)('cms-attribute-duplicate', `signed attribute ${name} is there more than once`);
        return (0,_attributes_js__WEBPACK_IMPORTED_MODULE_5__/* .singleValue */ .u9)(attribute, 'cms-attribute-values', `signed attribute ${name}`);
    };
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(value('contentType').bytes, dataType)) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refusal */ .x)('cms-attribute-content-type', 'signed attribute contentType is not id-data');
    }
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(value('CMSAlgorithmProtection').bytes, algorithmProtection(algorithm))) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refusal */ .x)('cms-algorithm-protection', 'CMSAlgorithmProtection names other algorithms than CMS does');
    }
    return {
        messageDigest: readMessageDigest(value('messageDigest'), algorithm),
        signingTime: readSigningTime(value('signingTime')),
        signer: readSignerReference(value('signingCertificateV2')),
    };
}
const algorithmProtection = ({ hash, identifier }) => (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .sequence */ .K2)(hash.identifier, (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .retag */ .s1)(identifier, (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextConstructed */ .yi)(1)));
function readMessageDigest(element, algorithm) {
    if (element.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.octetString || element.content.length !== algorithm.hash.length) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refusal */ .x)('cms-attribute-invalid', `messageDigest is not a digest of ${algorithm.hash.length} bytes`);
    }
    return element.content;
}
function readSigningTime(element) {
    const date = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOf */ .nR)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDer */ .zE)(element.bytes, 'signingTime'), 'signingTime');
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .time */ .kB)(date), element.bytes)) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refusal */ .x)('cms-attribute-invalid', 'signingTime is not in the form that its year asks for');
    }
    return date;
}
function readSignerReference({ bytes }) {
    const element = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDer */ .zE)(bytes, 'signingCertificateV2');
    const [identifiers, ...policies] = childrenOf(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence);
    const [identifier, ...others] = childrenOf(identifiers, _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence);
    const [hash, issuerSerial, ...rest] = childrenOf(identifier, _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence);
    const [issuer, serialNumber, ...more] = childrenOf(issuerSerial, _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence);
    const [directoryName, ...otherNames] = childrenOf(issuer, _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence);
    const [name, ...otherContent] = childrenOf(directoryName, (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextConstructed */ .yi)(4));
    const surplus = [policies, others, rest, more, otherNames, otherContent];
    if (surplus.some(({ length }) => length > 0) ||
        hash?.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.octetString ||
        hash.content.length !== 32 ||
        name?.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence ||
        serialNumber?.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.integer) {
        throw invalidReference();
    }
    return { certificateHash: hash.content, issuerAndSerialNumber: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .sequence */ .K2)(name.bytes, serialNumber.bytes) };
}
const invalidReference = () => (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refusal */ .x)('cms-attribute-invalid', 'signingCertificateV2 is not one SHA-256 hash with issuer and serial number');
function childrenOf(element, expected) {
    if (element?.tag !== expected)
        throw invalidReference();
    return element.children;
}


/***/ }),

/***/ 5474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseSignedData)
/* harmony export */ });
/* harmony import */ var _algorithm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1426);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9604);
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4262);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6335);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8884);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3779);
/* harmony import */ var _attributes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7516);
/* harmony import */ var _object_identifier_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(228);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1609);
/* harmony import */ var _signed_attributes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(503);











const bytesOf = {
    data: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdentifier */ .RG)(_object_identifier_js__WEBPACK_IMPORTED_MODULE_8__/* .oid */ .j.data),
    signedData: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdentifier */ .RG)(_object_identifier_js__WEBPACK_IMPORTED_MODULE_8__/* .oid */ .j.signedData),
    version1: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .integer */ .nd)(1),
};
const fieldsAtMost = 16;
const timeStampTokenType = (0,_attributes_js__WEBPACK_IMPORTED_MODULE_7__/* .attributeType */ .H2)(_object_identifier_js__WEBPACK_IMPORTED_MODULE_8__/* .oid */ .j.timeStampToken);
function parseSignedData(bytes) {
    if (bytes.length > _limits_js__WEBPACK_IMPORTED_MODULE_6__/* .limits */ .F.cmsBytes) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('limit-exceeded', `CMS of ${bytes.length} bytes, at most ${_limits_js__WEBPACK_IMPORTED_MODULE_6__/* .limits */ .F.cmsBytes} are read`);
    }
    const outermost = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .Pf)({ children: [...(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .splitDer */ .qd)(bytes, 'CMS', 2)] }, 'CMS');
    const contentInfo = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .Pf)(open(outermost.any('ContentInfo'), _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'ContentInfo'), 'ContentInfo');
    outermost.end();
    const contentType = contentInfo.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.objectIdentifier, 'contentType');
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(contentType.bytes, bytesOf.signedData))
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-content-type', 'CMS is not a SignedData');
    const content = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .Pf)(open(contentInfo.any('content'), (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .contextConstructed */ .yi)(0), 'content'), 'content');
    contentInfo.end();
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .Pf)(open(content.any('SignedData'), _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'SignedData'), 'SignedData');
    content.end();
    const version = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.integer, 'version');
    const digestAlgorithms = open(fields.any('digestAlgorithms'), _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.set, 'digestAlgorithms').children;
    readEncapsulatedContent(fields.any('encapContentInfo'));
    const certificates = readCertificates(fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .contextConstructed */ .yi)(0)));
    if (fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .contextConstructed */ .yi)(1)) !== undefined)
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-crls', 'CMS carries CRLs');
    const signerInfos = open(fields.any('signerInfos'), _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.set, 'signerInfos').children;
    fields.end();
    const [signerInfo, ...otherSigners] = signerInfos;
    if (signerInfo === undefined || otherSigners.length > 0) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-signer-count', `CMS has ${signerInfos.length} signers in place of one`);
    }
    const signer = readSignerInfo(signerInfo);
    const [digestAlgorithm, ...otherDigests] = digestAlgorithms;
    if (digestAlgorithm === undefined ||
        otherDigests.length > 0 ||
        !(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(digestAlgorithm.bytes, signer.algorithm.hash.identifier)) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-digest-algorithms', 'CMS does not list exactly the digest algorithm of its signer');
    }
    requireVersion1(version, 'SignedData');
    return { ...signer, certificates };
}
function readEncapsulatedContent(element) {
    const [type, ...content] = open(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'encapContentInfo').children;
    if (type === undefined || !(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(type.bytes, bytesOf.data)) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-encapsulated-content-type', 'CMS signs a content type other than id-data');
    }
    if (content.length > 0)
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-content-attached', 'CMS carries its content: it must be detached');
}
function readCertificates(element) {
    const children = element === undefined ? [] : (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .openDer */ .st)(element, 'certificates', _limits_js__WEBPACK_IMPORTED_MODULE_6__/* .limits */ .F.certificates).children;
    if (children.length === 0)
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-certificates', 'CMS carries no certificate');
    if (children.some((child) => child.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence)) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-certificates', 'CMS carries something other than X.509 certificates among them');
    }
    if (!(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .isSorted */ .WC)(children))
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-certificates', 'certificates in CMS do not stand in DER order');
    return children.map(({ bytes }) => bytes);
}
function readSignerInfo(element) {
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .Pf)(open(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'SignerInfo'), 'SignerInfo');
    const version = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.integer, 'version');
    const identifier = fields.any('sid');
    if (identifier.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-signer-identifier', 'CMS names its signer otherwise than by issuer and serial number');
    }
    requireVersion1(version, 'SignerInfo');
    const digestAlgorithm = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'digestAlgorithm');
    const signed = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .contextConstructed */ .yi)(0));
    if (signed === undefined)
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-signed-attributes-missing', 'CMS has no signed attributes');
    const signatureAlgorithm = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'signatureAlgorithm');
    const signature = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.octetString, 'signature').content;
    const unsigned = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .contextConstructed */ .yi)(1));
    fields.end();
    const algorithm = (0,_algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmByIdentifier */ .YH)(signatureAlgorithm.bytes, 'CMS');
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(digestAlgorithm.bytes, algorithm.hash.identifier)) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-digest-algorithm', `CMS digests otherwise than ${algorithm.name} does`);
    }
    const attributes = (0,_signed_attributes_js__WEBPACK_IMPORTED_MODULE_10__/* .readSignedAttributes */ .M)(signed, algorithm);
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(identifier.bytes, attributes.signer.issuerAndSerialNumber)) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-signer-identifier', 'CMS names another signer than its signed attributes do');
    }
    return {
        algorithm,
        signedBytes: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .retag */ .s1)(signed.bytes, _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.set),
        attributes,
        signature,
        timestampToken: readTimestampToken(unsigned),
    };
}
function readTimestampToken(unsigned) {
    if (unsigned === undefined)
        return undefined;
    const attributes = (0,_attributes_js__WEBPACK_IMPORTED_MODULE_7__/* .readAttributes */ .wb)(unsigned, 'unsigned attributes');
    if (attributes.length === 0)
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-invalid', 'CMS has an empty set of unsigned attributes');
    const [token, ...more] = attributes.filter(({ type }) => type === timeStampTokenType);
    if (token === undefined)
        return undefined;
    if (more.length > 0)
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-timestamp-count', 'CMS has more than one time-stamp attribute');
    return (0,_attributes_js__WEBPACK_IMPORTED_MODULE_7__/* .singleValue */ .u9)(token, 'cms-timestamp-count', 'the time-stamp attribute').bytes;
}
function requireVersion1(version, what) {
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(version.bytes, bytesOf.version1))
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-version', `${what} is not of version 1`);
}
function open(element, expected, what) {
    if (element.tag !== expected)
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusal */ .x)('cms-invalid', `CMS: ${what} is of another type`);
    return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .openDer */ .st)(element, what, fieldsAtMost);
}


/***/ }),

/***/ 1806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ sha1Identification),
/* harmony export */   KG: () => (/* binding */ importPublicKey),
/* harmony export */   OX: () => (/* binding */ mlDsaMessageRepresentative),
/* harmony export */   Od: () => (/* binding */ verifySignature),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   fg: () => (/* binding */ sha256Hex),
/* harmony export */   hG: () => (/* binding */ verifyStreamed)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9604);


function digest(name, ...parts) {
    const [first = new Uint8Array()] = parts;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)(name, parts.length < 2 ? first : (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)(...parts), 'buffer');
}
const sha1Identification = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha1', bytes, 'buffer');
const sha256Hex = (bytes) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesToHex */ .My)(digest('sha256', bytes));
function mlDsaMessageRepresentative(publicKey, message) {
    const shake = () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('shake256', { outputLength: 64 });
    const keyHash = shake().update(publicKey).digest();
    return shake().update(keyHash).update(Uint8Array.of(0, 0)).update(message).digest();
}
function importPublicKey(spki) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    }
    catch {
        return undefined;
    }
}
function verifySignature(algorithm, key, message, signature) {
    try {
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(hashFor(algorithm), message, { key, ...schemeOptions(algorithm) }, signature);
    }
    catch {
        return false;
    }
}
function verifyStreamed(algorithm) {
    const state = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createVerify)(algorithm.hash.name);
    return {
        update: (part) => {
            state.update(part);
        },
        verify(key, signature) {
            try {
                return state.verify({ key, ...schemeOptions(algorithm) }, signature);
            }
            catch {
                return false;
            }
        },
    };
}
function hashFor({ scheme, hash }) {
    return scheme === 'ed25519' || scheme === 'ml-dsa' ? null : hash.name;
}
function schemeOptions(algorithm) {
    switch (algorithm.scheme) {
        case 'rsa-pkcs1':
            return { padding: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_PKCS1_PADDING };
        case 'rsa-pss':
            return { padding: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.hash.length };
        case 'ecdsa':
            return { dsaEncoding: 'der' };
        case 'ed25519':
        case 'ml-dsa':
            return {};
    }
}


/***/ }),

/***/ 4262:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ki: () => (/* binding */ objectIdentifierOf),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   SF: () => (/* binding */ booleanOf),
/* harmony export */   Xo: () => (/* binding */ smallIntegerOf),
/* harmony export */   cP: () => (/* binding */ integerOf),
/* harmony export */   mE: () => (/* binding */ bitStringOctetsOf),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   ne: () => (/* binding */ namedBitsOf),
/* harmony export */   yi: () => (/* binding */ expectTag)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _primitive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1514);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6335);




function fieldsOf(element, what) {
    let next = 0;
    const missing = (name) => new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: ${name} is missing or misplaced`);
    return {
        required(expected, name) {
            const field = element.children[next];
            if (field?.tag !== expected)
                throw missing(name);
            next++;
            return field;
        },
        any(name) {
            const field = element.children[next];
            if (field === undefined)
                throw missing(name);
            next++;
            return field;
        },
        optional(expected) {
            const field = element.children[next];
            if (field?.tag !== expected)
                return undefined;
            next++;
            return field;
        },
        get done() {
            return next === element.children.length;
        },
        end() {
            if (next !== element.children.length) {
                throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: an unexpected field after the ones known`);
            }
        },
    };
}
function expectTag(element, expected, what) {
    if (element.tag !== expected) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: tag ${hexTag(expected)} expected, ${hexTag(element.tag)} found`);
    }
    return element;
}
const hexTag = (value) => value.toString(16).padStart(2, '0');
function integerOf(element, what) {
    const { content } = element;
    if (!(0,_primitive_js__WEBPACK_IMPORTED_MODULE_2__/* .isMinimalInteger */ .Ag)(content))
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: not a DER INTEGER`);
    const value = BigInt(`0x${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)(content)}`);
    return (content[0] ?? 0) >= 0x80 ? value - (1n << BigInt(8 * content.length)) : value;
}
function smallIntegerOf(element, what) {
    const value = element.content.length > 4 ? -1n : integerOf(element, what);
    if (value < 0n)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: not an INTEGER from 0 to 2^31 - 1`);
    return Number(value);
}
function booleanOf(element, what) {
    const [value] = element.content;
    if (element.content.length !== 1 || (value !== 0 && value !== 0xff)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: not a DER BOOLEAN`);
    }
    return value === 0xff;
}
function objectIdentifierOf(element, what) {
    const { content } = element;
    if (!(0,_primitive_js__WEBPACK_IMPORTED_MODULE_2__/* .isMinimalObjectIdentifier */ .A$)(content)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: not a DER OBJECT IDENTIFIER`);
    }
    const arcs = [];
    let arc = 0;
    for (const octet of content) {
        const low = octet & 0x7f;
        arc = typeof arc === 'number' && arc < 2 ** 45 ? arc * 128 + low : BigInt(arc) * 128n + BigInt(low);
        if (arc >= 2 ** 128)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: object identifier arc too large`);
        if (octet < 0x80) {
            arcs.push(arc);
            arc = 0;
        }
    }
    const [first = 0, ...rest] = arcs;
    const root = first < 80 ? Math.floor(Number(first) / 40) : 2;
    const second = typeof first === 'number' ? first - root * 40 : first - 80n;
    return [root, second, ...rest].join('.');
}
function bitStringOctetsOf(element, what) {
    const { content } = element;
    if (content[0] !== 0)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: not a BIT STRING of whole octets`);
    return content.subarray(1);
}
function namedBitsOf(element, what) {
    const { content } = element;
    const unused = content[0] ?? 0;
    const last = content[content.length - 1] ?? 0;
    if (!(0,_primitive_js__WEBPACK_IMPORTED_MODULE_2__/* .isCanonicalBitString */ .JK)(content) || (content.length > 1 && ((last >> unused) & 1) === 0)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: not a DER BIT STRING of named bits`);
    }
    const bits = new Set();
    content.subarray(1).forEach((octet, i) => {
        for (let bit = 0; bit < 8; bit++)
            if (octet & (0x80 >> bit))
                bits.add(8 * i + bit);
    });
    return bits;
}
function timeOf(element, what) {
    const text = String.fromCharCode(...element.content.subarray(0, 32));
    const pattern = element.tag === _tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.utcTime ? /^(\d\d)(\d{10})Z$/ : /^(\d{4})(\d{10})Z$/;
    const match = element.tag === _tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.utcTime || element.tag === _tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.generalizedTime ? pattern.exec(text) : null;
    if (match === null || element.content.length > 15)
        throw invalidTime(what);
    const [, yearText = '', rest = ''] = match;
    const year = element.tag === _tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.utcTime ? Number(yearText) + (Number(yearText) < 50 ? 2000 : 1900) : Number(yearText);
    const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = (rest.match(/\d\d/g) ?? []).map(Number);
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute, second);
    const read = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours()];
    if (![year, month, day, hour].every((value, i) => value === read[i]) || minute > 59 || second > 59) {
        throw invalidTime(what);
    }
    return date;
}
const invalidTime = (what) => new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: not a time in the form that RFC 5280 demands`, {
    rule: 'RFC 5280 section 4.1.2.5',
});


/***/ }),

/***/ 1514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ isMinimalObjectIdentifier),
/* harmony export */   Ag: () => (/* binding */ isMinimalInteger),
/* harmony export */   JK: () => (/* binding */ isCanonicalBitString),
/* harmony export */   K4: () => (/* binding */ checkPrimitive)
/* harmony export */ });
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6335);

function checkPrimitive(identifier, content) {
    switch (identifier) {
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.boolean:
            return content.length === 1 && (content[0] === 0 || content[0] === 0xff) ? undefined : 'BOOLEAN is not 00 or FF';
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.integer:
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.enumerated:
            return isMinimalInteger(content) ? undefined : 'INTEGER not in its shortest form';
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.bitString:
            return isCanonicalBitString(content) ? undefined : 'BIT STRING with wrong padding';
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.null:
            return content.length === 0 ? undefined : 'NULL with content';
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.objectIdentifier:
            return isMinimalObjectIdentifier(content) ? undefined : 'OBJECT IDENTIFIER not in its shortest form';
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.utf8String:
            return isUtf8(content) ? undefined : 'UTF8String is not UTF-8';
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.ia5String:
            return content.every((octet) => octet < 0x80) ? undefined : 'IA5String beyond ASCII';
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.bmpString:
            return content.length % 2 === 0 ? undefined : 'BMPString with half a character';
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.universalString:
            return content.length % 4 === 0 ? undefined : 'UniversalString with part of a character';
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.sequence & 0x1f:
        case _tag_js__WEBPACK_IMPORTED_MODULE_0__/* .tag */ .Tc.set & 0x1f:
            return 'SEQUENCE or SET in primitive form';
        default:
            return undefined;
    }
}
function isMinimalInteger(content) {
    const [first, second] = content;
    if (first === undefined)
        return false;
    if (second === undefined)
        return true;
    return !(first === 0 && second < 0x80) && !(first === 0xff && second >= 0x80);
}
function isCanonicalBitString(content) {
    const unused = content[0];
    if (unused === undefined || unused > 7)
        return false;
    if (content.length === 1)
        return unused === 0;
    return ((content[content.length - 1] ?? 0) & ((1 << unused) - 1)) === 0;
}
function isMinimalObjectIdentifier(content) {
    if (content.length === 0 || (content[content.length - 1] ?? 0x80) >= 0x80)
        return false;
    return content.every((octet, i) => octet !== 0x80 || (i > 0 && (content[i - 1] ?? 0) >= 0x80));
}
const utf8Decoder = new TextDecoder('utf-8', { fatal: true });
function isUtf8(content) {
    try {
        utf8Decoder.decode(content);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WC: () => (/* binding */ isSorted),
/* harmony export */   qd: () => (/* binding */ splitDer),
/* harmony export */   st: () => (/* binding */ openDer),
/* harmony export */   zE: () => (/* binding */ parseDer)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3779);
/* harmony import */ var _primitive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1514);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6335);





function parseDer(bytes, what, bounds = {}) {
    const maximum = bounds.bytes ?? _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.certificateBytes;
    if (bytes.length > maximum) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('limit-exceeded', `${what}: ${bytes.length} bytes, at most ${maximum} are read`);
    }
    const parser = new Parser(bytes, what, bounds.nodes ?? _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.derNodes);
    const element = parser.element(0, bytes.length, 1);
    if (element.end !== bytes.length)
        throw parser.invalid(element.end, 'trailing bytes after the outermost element');
    return element;
}
const invalidAt = (what, offset, problem) => new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('der-invalid', `${what}: not DER at byte ${offset}: ${problem}`, { rule: 'ITU-T X.690' });
const none = [];
class Element {
    tag;
    children;
    end;
    #source;
    #start;
    #contentStart;
    constructor(source, start, contentStart, end, children) {
        this.tag = source[start] ?? 0;
        this.children = children;
        this.end = end;
        this.#source = source;
        this.#start = start;
        this.#contentStart = contentStart;
    }
    get bytes() {
        return this.#source.subarray(this.#start, this.end);
    }
    get content() {
        return this.#source.subarray(this.#contentStart, this.end);
    }
}
class Parser {
    #bytes;
    #what;
    #nodesLeft;
    constructor(bytes, what, nodes) {
        this.#bytes = bytes;
        this.#what = what;
        this.#nodesLeft = nodes;
    }
    invalid = (offset, problem) => invalidAt(this.#what, offset, problem);
    element(start, end, depth) {
        if (--this.#nodesLeft < 0) {
            throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('limit-exceeded', `${this.#what}: too many DER elements`);
        }
        if (depth > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.derDepth) {
            throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('limit-exceeded', `${this.#what}: DER nested more than ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.derDepth} deep`);
        }
        const identifier = this.#bytes[start];
        if (identifier === undefined || start >= end)
            throw this.invalid(start, 'an element is missing');
        if ((identifier & 0x1f) === 0x1f)
            throw this.invalid(start, 'tag number above 30');
        if (identifier === 0)
            throw this.invalid(start, 'end-of-contents octets');
        const { contentStart, contentEnd } = contentRange(this.#bytes, start + 1, end, this.invalid);
        const universal = (identifier & 0xc0) === 0;
        const constructed = (identifier & 0x20) !== 0;
        if (!constructed) {
            const problem = universal ? (0,_primitive_js__WEBPACK_IMPORTED_MODULE_3__/* .checkPrimitive */ .K4)(identifier, this.#bytes.subarray(contentStart, contentEnd)) : undefined;
            if (problem !== undefined)
                throw this.invalid(start, problem);
            return new Element(this.#bytes, start, contentStart, contentEnd, none);
        }
        if (universal && identifier !== _tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence && identifier !== _tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.set) {
            throw this.invalid(start, `constructed encoding of universal tag ${identifier & 0x1f}`);
        }
        const children = [];
        for (let offset = contentStart; offset < contentEnd;) {
            const child = this.element(offset, contentEnd, depth + 1);
            children.push(child);
            offset = child.end;
        }
        if (identifier === _tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.set && !isSorted(children))
            throw this.invalid(start, 'SET elements out of order');
        return new Element(this.#bytes, start, contentStart, contentEnd, children);
    }
}
function contentRange(bytes, start, end, invalid) {
    const first = start < end ? bytes[start] : undefined;
    if (first === undefined)
        throw invalid(start, 'the length is missing');
    let contentStart = start + 1;
    let length = first;
    if (first === 0x80)
        throw invalid(start, 'indefinite length');
    if (first > 0x80) {
        const octets = first & 0x7f;
        if (octets > 4)
            throw invalid(start, `length of ${octets} octets`);
        if (contentStart + octets > end)
            throw invalid(start, 'the length is cut short');
        length = 0;
        for (let i = 0; i < octets; i++)
            length = length * 256 + (bytes[contentStart + i] ?? 0);
        if (length < 0x80 || length < 256 ** (octets - 1))
            throw invalid(start, 'length not in its shortest form');
        contentStart += octets;
    }
    const contentEnd = contentStart + length;
    if (contentEnd > end)
        throw invalid(start, `length ${length} reaches past the end`);
    return { contentStart, contentEnd };
}
function* splitDer(bytes, what, most) {
    const invalid = (offset, problem) => invalidAt(what, offset, problem);
    let left = most;
    for (let offset = 0; offset < bytes.length;) {
        if (--left < 0)
            throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('limit-exceeded', `${what}: too many DER elements`);
        const { contentStart, contentEnd } = contentRange(bytes, offset + 1, bytes.length, invalid);
        yield {
            tag: bytes[offset] ?? 0,
            bytes: bytes.subarray(offset, contentEnd),
            content: bytes.subarray(contentStart, contentEnd),
        };
        offset = contentEnd;
    }
}
const openDer = ({ content }, what, most) => ({
    children: [...splitDer(content, what, most)],
});
function isSorted(elements) {
    return elements.every((element, i) => {
        const previous = elements[i - 1];
        return previous === undefined || (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(previous.bytes, element.bytes) <= 0;
    });
}


/***/ }),

/***/ 6335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ contextPrimitive),
/* harmony export */   Tc: () => (/* binding */ tag),
/* harmony export */   yi: () => (/* binding */ contextConstructed)
/* harmony export */ });
const tag = {
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    null: 0x05,
    objectIdentifier: 0x06,
    enumerated: 0x0a,
    utf8String: 0x0c,
    numericString: 0x12,
    printableString: 0x13,
    teletexString: 0x14,
    ia5String: 0x16,
    utcTime: 0x17,
    generalizedTime: 0x18,
    visibleString: 0x1a,
    universalString: 0x1c,
    bmpString: 0x1e,
    sequence: 0x30,
    set: 0x31,
};
const contextPrimitive = (number) => 0x80 | number;
const contextConstructed = (number) => 0xa0 | number;


/***/ }),

/***/ 8884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ bitString),
/* harmony export */   J8: () => (/* binding */ octetString),
/* harmony export */   K2: () => (/* binding */ sequence),
/* harmony export */   RG: () => (/* binding */ objectIdentifier),
/* harmony export */   cl: () => (/* binding */ derBoolean),
/* harmony export */   f7: () => (/* binding */ derNull),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   s1: () => (/* binding */ retag),
/* harmony export */   s4: () => (/* binding */ setOf),
/* harmony export */   y8: () => (/* binding */ der)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6335);



function der(identifier, ...parts) {
    const content = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .concatBytes */ .Id)(...parts);
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .concatBytes */ .Id)(Uint8Array.of(identifier, ...lengthOctets(content.length)), content);
}
function lengthOctets(length) {
    if (length < 0x80)
        return [length];
    const octets = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256))
        octets.unshift(rest % 256);
    return [0x80 | octets.length, ...octets];
}
const sequence = (...parts) => der(_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence, ...parts);
const setOf = (parts, identifier = _tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.set) => der(identifier, ...[...parts].sort(_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo));
function retag(element, identifier) {
    const copy = Uint8Array.from(element);
    copy[0] = identifier;
    return copy;
}
const octetString = (bytes) => der(_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.octetString, bytes);
const bitString = (bytes) => der(_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.bitString, Uint8Array.of(0), bytes);
const derNull = () => der(_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.null);
const derBoolean = (value) => der(_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.boolean, Uint8Array.of(value ? 0xff : 0));
function integer(value) {
    let rest = BigInt(value);
    const octets = [];
    do {
        octets.unshift(Number(rest & 0xffn));
        rest >>= 8n;
    } while (rest !== 0n && rest !== -1n);
    const negative = rest === -1n;
    if (negative !== (octets[0] ?? 0) >= 0x80)
        octets.unshift(negative ? 0xff : 0);
    return der(_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.integer, Uint8Array.from(octets));
}
function objectIdentifier(dotted) {
    const [first = Number.NaN, second = Number.NaN, ...rest] = dotted.split('.').map(Number);
    const arcs = [first * 40 + second, ...rest];
    if (!arcs.every((arc) => Number.isSafeInteger(arc) && arc >= 0)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('input-invalid', `${dotted} is no object identifier, or one with too large an arc`);
    }
    const octets = arcs.flatMap((arc) => {
        const base128 = [arc % 128];
        for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
            base128.unshift((left % 128) | 0x80);
        return base128;
    });
    return der(_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.objectIdentifier, Uint8Array.from(octets));
}
function time(date) {
    const digits = date.toISOString().replace(/[-:T]|\.\d+Z$/g, '');
    const year = date.getUTCFullYear();
    return year >= 1950 && year < 2050
        ? der(_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.utcTime, (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As)(`${digits.slice(2)}Z`))
        : der(_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.generalizedTime, (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As)(`${digits}Z`));
}


/***/ }),

/***/ 9218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ judgeTime)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7905);
/* harmony import */ var _timestamp_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1618);
/* harmony import */ var _timestamp_verify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4375);




function judgeTime(sidecar, policy, revocation) {
    const { timestampToken } = sidecar;
    if (timestampToken !== undefined && policy.timestampAnchors.length > 0) {
        return stampedTime(timestampToken, sidecar.signature, policy, revocation);
    }
    if (policy.requireTimestamp) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('timestamp-missing', 'a verified time stamp is required, and there is none', {
            hint: timestampToken === undefined
                ? 'Ask the signer for a sidecar with a time stamp.'
                : 'Pin the root of the time-stamp server: its token cannot be checked without.',
        });
    }
    const at = policy.at ?? policy.now;
    const report = {
        at: at.toISOString(),
        source: policy.at === undefined ? 'now' : 'caller',
        timestamp: timestampToken === undefined ? 'none' : 'not-checked',
        revocation: 'not-checked',
    };
    return { at, earliest: at, latest: at, report, warnings: [] };
}
function stampedTime(token, signature, policy, revocation) {
    const parsed = (0,_timestamp_token_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTimeStampToken */ .h)(token);
    const { genTime, latest } = parsed.info;
    const warnings = [];
    let state = 'not-checked';
    const stamp = (0,_timestamp_verify_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyTimeStamp */ .eu)(parsed, signature, {
        anchors: policy.timestampAnchors,
        intermediates: policy.intermediates,
        accept: (path) => {
            if (revocation?.concerns(path) !== true)
                return;
            const finding = revocation.check(path, {
                scope: policy.crlScope,
                freshAt: policy.at ?? policy.now,
                signedAt: latest,
                ofTimeStamps: true,
                intermediates: [...parsed.certificates, ...policy.intermediates],
            });
            warnings.push(...finding.warnings);
            state = 'good';
        },
    });
    (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNotDenied */ .bO)(stamp.path.certificates, policy.deniedSerials);
    if (revocation !== undefined && state === 'not-checked') {
        warnings.push('no CRL was given for the time-stamp certificates: their revocation was not checked');
    }
    return {
        at: genTime,
        earliest: stamp.info.earliest,
        latest: stamp.info.latest,
        report: { at: genTime.toISOString(), source: 'timestamp', timestamp: 'verified', revocation: state },
        warnings: [...warnings, ...stamp.path.warnings],
    };
}


/***/ }),

/***/ 7905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UI: () => (/* binding */ identitiesOf),
/* harmony export */   Z0: () => (/* binding */ checkIdentity),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   bO: () => (/* binding */ checkNotDenied)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7543);


const formOf = (value) => /^[a-z][a-z0-9+.-]*:/i.test(value) ? 'uri' : value.includes('@') ? 'email' : 'dns';
const identitiesOf = (leaf) => nameIdentities(leaf).map(({ value }) => value);
function nameIdentities(leaf) {
    return (leaf.extensions.subjectAlternativeName ?? []).flatMap((name) => {
        switch (name.kind) {
            case 'uri':
            case 'email':
            case 'dns':
                return [{ form: name.kind, value: name.text }];
            default:
                return [];
        }
    });
}
function checkIdentity(leaf, identity) {
    if (identity.kind === 'dedicated-root' || (identity.value !== '' && isIdentity(leaf, identity)))
        return;
    const claims = { san: identitiesOf(leaf).join(', ') || 'none', subject: leaf.subject.text, sha256: leaf.sha256 };
    const found = claims[identity.kind];
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('identity-mismatch', `signed by another than ${identity.value}: it is ${found}`, {
        hint: 'Verify with the identity of the signer you expect; if this is the one, take it from a source you trust.',
        certificate: (0,_x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateReference */ .l)(leaf),
    });
}
function isIdentity(leaf, { kind, value }) {
    switch (kind) {
        case 'san':
            return nameIdentities(leaf).some((name) => name.value === value && name.form === formOf(value));
        case 'subject':
            return leaf.subject.text === value;
        case 'sha256':
            return leaf.sha256 === fingerprintOf(value);
    }
}
const fingerprintOf = (text) => text.replaceAll(':', '').toLowerCase();
function checkNotDenied(certificates, denied) {
    const found = certificates.find(({ serial }) => denied.includes(serial));
    if (found === undefined)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('certificate-denied', 'a certificate in the path has a serial number that is denied', {
        hint: 'Whoever denied it has a reason: do not use what it signed.',
        certificate: (0,_x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateReference */ .l)(found),
    });
}


/***/ }),

/***/ 4436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ timeStampingPurpose),
/* harmony export */   K: () => (/* binding */ signerOf)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _crypto_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1806);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7543);
/* harmony import */ var _x509_distribution_point_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9203);
/* harmony import */ var _x509_extensions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9236);
/* harmony import */ var _x509_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3579);
/* harmony import */ var _x509_signature_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(230);
/* harmony import */ var _signing_certificate_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5753);









const timeStampingPurpose = '1.3.6.1.5.5.7.3.8';
function signerOf(token, certificates = []) {
    const bytes = [...token.certificates, ...certificates].find((candidate) => token.certificateIdentifiers.every((identifier) => (0,_signing_certificate_js__WEBPACK_IMPORTED_MODULE_8__/* .identifies */ .H)(identifier, candidate)));
    if (bytes === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('timestamp-signer-missing', "time stamp: the signer's certificate is not there", {
            hint: 'Ask the server for its certificate, or supply the chain of the time-stamp server.',
            rule: 'RFC 5816 section 2.2.1',
        });
    }
    const signer = (0,_x509_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCertificate */ .h)(bytes);
    checkNamed(token, signer);
    checkFit(signer);
    checkSignature(token, signer);
    return signer;
}
function unfit(certificate, message, rule) {
    return new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('timestamp-signer-unfit', `time stamp: ${message}`, {
        rule,
        certificate: (0,_x509_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateReference */ .l)(certificate),
    });
}
function checkNamed(token, signer) {
    const claims = token.certificateIdentifiers.flatMap(({ issuerSerial }) => issuerSerial ?? []);
    if ('issuer' in token.signer)
        claims.push(token.signer);
    else if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(token.signer.subjectKeyIdentifier, signer.extensions.subjectKeyIdentifier ?? new Uint8Array())) {
        throw unfit(signer, 'the SignerInfo names another key', 'RFC 5652 section 5.3');
    }
    for (const { issuer, serial } of claims) {
        if (serial !== signer.serial || !(0,_x509_name_js__WEBPACK_IMPORTED_MODULE_6__/* .sameName */ .q)((0,_x509_name_js__WEBPACK_IMPORTED_MODULE_6__/* .parseName */ .$q)(issuer, 'time-stamp signer'), signer.issuer)) {
            throw unfit(signer, 'issuer and serial number name another certificate', 'RFC 5816 section 2.2.1');
        }
    }
    const { tsa } = token.info;
    if (tsa !== undefined && !isNameOf(signer, tsa)) {
        throw unfit(signer, 'the tsa field names another authority', 'RFC 3161 section 2.4.2');
    }
}
const isNameOf = ({ subject, extensions }, name) => (name.kind === 'directory' && (0,_x509_name_js__WEBPACK_IMPORTED_MODULE_6__/* .sameName */ .q)(name.name, subject)) ||
    (extensions.subjectAlternativeName ?? []).some((one) => (0,_x509_distribution_point_js__WEBPACK_IMPORTED_MODULE_4__/* .sameGeneralName */ .Ik)(one, name));
function checkFit(signer) {
    const { extendedKeyUsage, keyUsage } = signer.extensions;
    const { critical } = signer.rawExtensions.get(_x509_extensions_js__WEBPACK_IMPORTED_MODULE_5__/* .extensionKinds */ .P.extendedKeyUsage.oid) ?? {};
    if (critical !== true || extendedKeyUsage?.size !== 1 || !extendedKeyUsage.has(timeStampingPurpose)) {
        throw unfit(signer, 'the certificate is not for time stamping alone, by a critical extension', 'RFC 3161 section 2.3');
    }
    if (keyUsage !== undefined && !keyUsage.has('digitalSignature') && !keyUsage.has('nonRepudiation')) {
        throw unfit(signer, 'the key may not sign', 'RFC 3161 section 2.3');
    }
}
function checkSignature(token, signer) {
    const { algorithm, signedAttributes, signature } = token;
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)((0,_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(token.hash.name, token.content), token.messageDigest)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('timestamp-signature-invalid', 'time stamp: its content is not what was signed', {
            rule: 'RFC 5652 section 5.6',
        });
    }
    const { publicKey } = signer;
    if (!(0,_x509_signature_js__WEBPACK_IMPORTED_MODULE_7__/* .fitsKey */ .i)(algorithm, publicKey) || !(0,_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .verifySignature */ .Od)(algorithm, publicKey.key, signedAttributes, signature)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('timestamp-signature-invalid', 'time stamp: the signature does not verify', {
            rule: 'RFC 5652 section 5.6',
            certificate: (0,_x509_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateReference */ .l)(signer),
        });
    }
}


/***/ }),

/***/ 5753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ certificateIdentifiersOf),
/* harmony export */   H: () => (/* binding */ identifies)
/* harmony export */ });
/* harmony import */ var _algorithm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1426);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9604);
/* harmony import */ var _crypto_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1806);
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4262);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6335);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8884);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9797);







const signingCertificate = '1.2.840.113549.1.9.16.2.12';
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';
const invalid = (message) => new _error_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseSigningError */ .B('timestamp-invalid', `time-stamp token: ${message}`, { rule: 'RFC 5816 section 2.2.1' });
function certificateIdentifiersOf(attributes) {
    const found = [
        ...identifiersIn(attributes.get(signingCertificate), 1),
        ...identifiersIn(attributes.get(signingCertificateV2), 2),
    ];
    if (found.length === 0)
        throw invalid('no signing-certificate attribute binds the signer');
    return found;
}
function identifiersIn(values, version) {
    if (values === undefined)
        return [];
    const name = 'time-stamp signing-certificate attribute';
    const [value, ...more] = values;
    if (value === undefined || more.length > 0)
        throw invalid('signing-certificate attribute without exactly one value');
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .Pf)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .expectTag */ .yi)(value, _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, name), name);
    const certificates = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'certs');
    fields.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence);
    fields.end();
    const [first] = certificates.children;
    if (first === undefined)
        throw invalid('signing-certificate attribute without a certificate');
    const identifier = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .Pf)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .expectTag */ .yi)(first, _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, name), name);
    const algorithm = version === 2 ? identifier.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence) : undefined;
    const hash = version === 1 ? 'sha1' : algorithm === undefined ? defaultHash : hashOf(algorithm);
    const certHash = identifier.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.octetString, 'certHash').content;
    const issuerSerial = identifier.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence);
    identifier.end();
    return [
        { hash, digest: certHash, issuerSerial: issuerSerial === undefined ? undefined : issuerSerialOf(issuerSerial) },
    ];
}
const defaultHash = (0,_algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .hashByAlgorithmIdentifier */ .KD)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdentifier */ .RG)('2.16.840.1.101.3.4.2.1')), 'ESSCertIDv2');
const hashOf = (element) => (0,_algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .hashByAlgorithmIdentifier */ .KD)(element.bytes, 'time-stamp ESSCertIDv2');
function issuerSerialOf(element) {
    const name = 'time-stamp IssuerSerial';
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .Pf)(element, name);
    const names = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .Pf)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'issuer'), name);
    const directoryName = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .Pf)(names.required((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .contextConstructed */ .yi)(4), 'directoryName'), name);
    names.end();
    const issuer = directoryName.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'Name');
    directoryName.end();
    const serial = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .integerOf */ .cP)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.integer, 'serialNumber'), name);
    fields.end();
    return { issuer, serial };
}
function identifies({ hash, digest: expected }, certificate) {
    const actual = hash === 'sha1' ? (0,_crypto_js__WEBPACK_IMPORTED_MODULE_2__/* .sha1Identification */ .ES)(certificate) : (0,_crypto_js__WEBPACK_IMPORTED_MODULE_2__/* .digest */ .br)(hash.name, certificate);
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(actual, expected);
}


/***/ }),

/***/ 1618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ parseTimeStampToken)
});

// EXTERNAL MODULE: ./build/core/algorithm.js
var core_algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/der/fields.js
var der_fields = __webpack_require__(4262);
// EXTERNAL MODULE: ./build/core/der/reader.js
var reader = __webpack_require__(728);
// EXTERNAL MODULE: ./build/core/der/tag.js
var tag = __webpack_require__(6335);
// EXTERNAL MODULE: ./build/core/der/writer.js
var writer = __webpack_require__(8884);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/core/timestamp/signing-certificate.js
var signing_certificate = __webpack_require__(5753);
// EXTERNAL MODULE: ./build/core/x509/general-name.js
var general_name = __webpack_require__(6002);
;// CONCATENATED MODULE: ./build/core/timestamp/tst-info.js







const what = 'time stamp';
function parseTstInfo(bytes) {
    const root = (0,der_fields/* expectTag */.yi)((0,reader/* parseDer */.zE)(bytes, what, { bytes: limits/* limits */.F.timestampBytes }), tag/* tag */.Tc.sequence, what);
    const fields = (0,der_fields/* fieldsOf */.Pf)(root, what);
    if ((0,der_fields/* smallIntegerOf */.Xo)(fields.required(tag/* tag */.Tc.integer, 'version'), 'time stamp version') !== 1) {
        throw new error/* ReleaseSigningError */.B('timestamp-invalid', 'time stamp: its version is not 1', { rule });
    }
    const policy = (0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'policy'), 'time stamp policy');
    const imprint = imprintOf(fields.required(tag/* tag */.Tc.sequence, 'messageImprint'));
    const serial = (0,der_fields/* integerOf */.cP)(fields.required(tag/* tag */.Tc.integer, 'serialNumber'), 'time stamp serial number');
    const microseconds = generalizedTimeOf(fields.required(tag/* tag */.Tc.generalizedTime, 'genTime'));
    const accuracy = fields.optional(tag/* tag */.Tc.sequence);
    const margin = accuracy === undefined ? 0 : accuracyOf(accuracy);
    const ordering = fields.optional(tag/* tag */.Tc.boolean);
    if (ordering !== undefined && !(0,der_fields/* booleanOf */.SF)(ordering, 'time stamp ordering')) {
        throw new error/* ReleaseSigningError */.B('der-invalid', 'time stamp: ordering is encoded with its default value');
    }
    const nonce = fields.optional(tag/* tag */.Tc.integer);
    const tsa = fields.optional((0,tag/* contextConstructed */.yi)(0));
    const extensions = fields.optional((0,tag/* contextConstructed */.yi)(1));
    if (extensions !== undefined)
        checkExtensions(extensions);
    fields.end();
    return {
        policy,
        imprint,
        serial,
        genTime: new Date(Math.floor(microseconds / 1000)),
        earliest: new Date(Math.floor((microseconds - margin) / 1000)),
        latest: new Date(Math.ceil((microseconds + margin) / 1000)),
        nonce: nonce === undefined ? undefined : (0,der_fields/* integerOf */.cP)(nonce, 'time stamp nonce'),
        tsa: tsa === undefined ? undefined : authorityNameOf(tsa),
    };
}
const rule = 'RFC 3161 section 2.4.2';
function imprintOf(element) {
    const fields = (0,der_fields/* fieldsOf */.Pf)(element, 'time stamp messageImprint');
    const hash = (0,core_algorithm/* hashByAlgorithmIdentifier */.KD)(fields.required(tag/* tag */.Tc.sequence, 'hashAlgorithm').bytes, 'time stamp');
    const digest = fields.required(tag/* tag */.Tc.octetString, 'hashedMessage').content;
    fields.end();
    if (digest.length !== hash.length) {
        throw new error/* ReleaseSigningError */.B('timestamp-invalid', 'time stamp: the imprint is not as long as its hash', { rule });
    }
    return { hash, digest };
}
function generalizedTimeOf(element) {
    const text = element.content.length > 40 ? '' : String.fromCharCode(...element.content);
    const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d*[1-9]))?Z$/.exec(text);
    const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = match ?? [];
    const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
    const date = new Date(`${iso}Z`);
    if (match === null || Number.isNaN(date.getTime()) || date.toISOString() !== `${iso}.000Z`) {
        throw new error/* ReleaseSigningError */.B('timestamp-invalid', 'time stamp: genTime is not a UTC time in the form of RFC 3161', {
            rule,
        });
    }
    return date.getTime() * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}
function accuracyOf(element) {
    const fields = (0,der_fields/* fieldsOf */.Pf)(element, 'time stamp accuracy');
    const seconds = fields.optional(tag/* tag */.Tc.integer);
    const millis = fields.optional((0,tag/* contextPrimitive */.LF)(0));
    const micros = fields.optional((0,tag/* contextPrimitive */.LF)(1));
    fields.end();
    const part = (field, name) => {
        if (field === undefined)
            return 0;
        const value = (0,der_fields/* smallIntegerOf */.Xo)(field, `time stamp accuracy ${name}`);
        if (value < 1 || value > 999) {
            throw new error/* ReleaseSigningError */.B('timestamp-invalid', `time stamp: accuracy of ${value} ${name}`, { rule });
        }
        return value;
    };
    const whole = seconds === undefined ? 0 : (0,der_fields/* smallIntegerOf */.Xo)(seconds, 'time stamp accuracy seconds');
    return whole * 1_000_000 + part(millis, 'millis') * 1000 + part(micros, 'micros');
}
function authorityNameOf(tsa) {
    const fields = (0,der_fields/* fieldsOf */.Pf)(tsa, 'time stamp tsa');
    const name = (0,general_name/* parseGeneralName */.Z$)(fields.any('GeneralName'), 'time stamp tsa');
    fields.end();
    return name;
}
function checkExtensions(extensions) {
    if (extensions.children.length === 0)
        throw new error/* ReleaseSigningError */.B('der-invalid', 'time stamp: empty extensions');
    for (const extension of extensions.children) {
        const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)(extension, tag/* tag */.Tc.sequence, 'time stamp extension'), 'time stamp extension');
        const oid = (0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'extnID'), 'time stamp extension');
        const critical = fields.optional(tag/* tag */.Tc.boolean);
        fields.required(tag/* tag */.Tc.octetString, 'extnValue');
        fields.end();
        if (critical !== undefined) {
            throw new error/* ReleaseSigningError */.B('timestamp-invalid', `time stamp: critical extension ${oid} is not known`, { rule });
        }
    }
}

;// CONCATENATED MODULE: ./build/core/timestamp/token.js










const oid = {
    signedData: '1.2.840.113549.1.7.2',
    tstInfo: '1.2.840.113549.1.9.16.1.4',
    contentType: '1.2.840.113549.1.9.3',
    messageDigest: '1.2.840.113549.1.9.4',
    algorithmProtection: '1.2.840.113549.1.9.52',
};
const token_what = 'time-stamp token';
const invalid = (message, rule) => new error/* ReleaseSigningError */.B('timestamp-invalid', `time-stamp token: ${message}`, { rule });
function parseTimeStampToken(bytes) {
    const root = (0,der_fields/* expectTag */.yi)((0,reader/* parseDer */.zE)(bytes, token_what, { bytes: limits/* limits */.F.timestampBytes }), tag/* tag */.Tc.sequence, token_what);
    const contentInfo = (0,der_fields/* fieldsOf */.Pf)(root, token_what);
    if ((0,der_fields/* objectIdentifierOf */.Ki)(contentInfo.required(tag/* tag */.Tc.objectIdentifier, 'contentType'), token_what) !== oid.signedData) {
        throw invalid('not a SignedData', 'RFC 3161 section 2.4.2');
    }
    const signedData = only(contentInfo.required((0,tag/* contextConstructed */.yi)(0), 'content'), tag/* tag */.Tc.sequence);
    contentInfo.end();
    const fields = (0,der_fields/* fieldsOf */.Pf)(signedData, token_what);
    if ((0,der_fields/* smallIntegerOf */.Xo)(fields.required(tag/* tag */.Tc.integer, 'version'), token_what) !== 3) {
        throw invalid('the SignedData version is not 3', 'RFC 5652 section 5.1');
    }
    const digestAlgorithms = fields.required(tag/* tag */.Tc.set, 'digestAlgorithms');
    const content = contentOf(fields.required(tag/* tag */.Tc.sequence, 'encapContentInfo'));
    const certificates = certificatesOf(fields.optional((0,tag/* contextConstructed */.yi)(0)));
    fields.optional((0,tag/* contextConstructed */.yi)(1));
    const signerInfos = fields.required(tag/* tag */.Tc.set, 'signerInfos');
    fields.end();
    const [signerInfo, ...more] = signerInfos.children;
    if (signerInfo === undefined || more.length > 0)
        throw invalid('not exactly one signer', 'RFC 3161 section 2.4.2');
    const signer = signerInfoOf((0,der_fields/* expectTag */.yi)(signerInfo, tag/* tag */.Tc.sequence, 'time-stamp SignerInfo'));
    if (!digestAlgorithms.children.some((row) => sameIdentifier(row, signer.hash.identifier))) {
        throw invalid("digestAlgorithms leaves the signer's out", 'RFC 5652 section 5.1');
    }
    return { info: parseTstInfo(content), content, certificates, ...signer };
}
function only(element, expected) {
    const fields = (0,der_fields/* fieldsOf */.Pf)(element, token_what);
    const child = fields.required(expected, 'content');
    fields.end();
    return child;
}
function contentOf(element) {
    const fields = (0,der_fields/* fieldsOf */.Pf)(element, 'time-stamp encapContentInfo');
    if ((0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'eContentType'), token_what) !== oid.tstInfo) {
        throw invalid('what is signed is not a TSTInfo', 'RFC 3161 section 2.4.2');
    }
    const content = only(fields.required((0,tag/* contextConstructed */.yi)(0), 'eContent'), tag/* tag */.Tc.octetString);
    fields.end();
    return content.content;
}
function certificatesOf(element) {
    const certificates = element?.children ?? [];
    if (certificates.length > limits/* limits */.F.certificates) {
        throw new error/* ReleaseSigningError */.B('limit-exceeded', `time-stamp token: more than ${limits/* limits */.F.certificates} certificates`);
    }
    if (certificates.some((certificate) => certificate.tag !== tag/* tag */.Tc.sequence)) {
        throw invalid('a certificate of an unknown kind', 'RFC 5652 section 5.1');
    }
    return certificates.map(({ bytes }) => bytes);
}
function signerInfoOf(element) {
    const fields = (0,der_fields/* fieldsOf */.Pf)(element, 'time-stamp SignerInfo');
    const version = (0,der_fields/* smallIntegerOf */.Xo)(fields.required(tag/* tag */.Tc.integer, 'version'), 'time-stamp SignerInfo version');
    const signer = signerIdentifierOf(fields, version);
    const hash = (0,core_algorithm/* hashByAlgorithmIdentifier */.KD)(fields.required(tag/* tag */.Tc.sequence, 'digestAlgorithm').bytes, token_what);
    const attributes = fields.required((0,tag/* contextConstructed */.yi)(0), 'signedAttrs');
    const algorithmIdentifier = fields.required(tag/* tag */.Tc.sequence, 'signatureAlgorithm');
    const algorithm = signatureAlgorithmOf(algorithmIdentifier.bytes, hash);
    const signature = fields.required(tag/* tag */.Tc.octetString, 'signature').content;
    fields.optional((0,tag/* contextConstructed */.yi)(1));
    fields.end();
    const values = attributeValues(attributes);
    const contentType = requiredValue(values, oid.contentType, tag/* tag */.Tc.objectIdentifier, 'contentType');
    if ((0,der_fields/* objectIdentifierOf */.Ki)(contentType, token_what) !== oid.tstInfo) {
        throw invalid('the signed contentType is not that of a TSTInfo', 'RFC 5652 section 11.1');
    }
    checkProtection(values.get(oid.algorithmProtection), hash, algorithm);
    return {
        signer,
        certificateIdentifiers: (0,signing_certificate/* certificateIdentifiersOf */.D)(values),
        hash,
        algorithm,
        signedAttributes: (0,bytes/* concatBytes */.Id)(Uint8Array.of(tag/* tag */.Tc.set), attributes.bytes.subarray(1)),
        messageDigest: requiredValue(values, oid.messageDigest, tag/* tag */.Tc.octetString, 'messageDigest').content,
        signature,
    };
}
function signerIdentifierOf(fields, version) {
    if (version === 3) {
        return { subjectKeyIdentifier: fields.required((0,tag/* contextPrimitive */.LF)(0), 'subjectKeyIdentifier').content };
    }
    if (version !== 1)
        throw invalid('the SignerInfo version is neither 1 nor 3', 'RFC 5652 section 5.3');
    const sid = (0,der_fields/* fieldsOf */.Pf)(fields.required(tag/* tag */.Tc.sequence, 'issuerAndSerialNumber'), 'time-stamp signer');
    const issuer = sid.required(tag/* tag */.Tc.sequence, 'issuer');
    const serial = (0,der_fields/* integerOf */.cP)(sid.required(tag/* tag */.Tc.integer, 'serialNumber'), 'time-stamp signer');
    sid.end();
    return { issuer, serial };
}
const rsaEncryption = (0,writer/* objectIdentifier */.RG)('1.2.840.113549.1.1.1');
const plainRsa = [(0,writer/* sequence */.K2)(rsaEncryption, (0,writer/* derNull */.f7)()), (0,writer/* sequence */.K2)(rsaEncryption)].map(bytes/* bytesToHex */.My);
function signatureAlgorithmOf(identifier, hash) {
    const row = plainRsa.includes((0,bytes/* bytesToHex */.My)(identifier))
        ? core_algorithm/* signatureAlgorithms */.Py.find(({ scheme, hash: { name } }) => scheme === 'rsa-pkcs1' && name === hash.name)
        : (0,core_algorithm/* algorithmByIdentifier */.YH)(identifier, token_what);
    if (row?.hash.name !== hash.name) {
        throw invalid('signature algorithm and digest algorithm disagree', 'RFC 5652 section 5.3');
    }
    return row;
}
function attributeValues(attributes) {
    if (!(0,reader/* isSorted */.WC)(attributes.children)) {
        throw new error/* ReleaseSigningError */.B('der-invalid', 'time-stamp token: signed attributes out of order');
    }
    const values = new Map();
    for (const attribute of attributes.children) {
        const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)(attribute, tag/* tag */.Tc.sequence, 'time-stamp attribute'), 'time-stamp attribute');
        const type = (0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'attrType'), 'time-stamp attribute');
        const set = fields.required(tag/* tag */.Tc.set, 'attrValues');
        fields.end();
        if (values.has(type))
            throw invalid(`signed attribute ${type} stands there twice`, 'RFC 5652 section 5.3');
        values.set(type, set.children);
    }
    return values;
}
function requiredValue(values, type, expected, name) {
    const [value, ...more] = values.get(type) ?? [];
    if (value?.tag !== expected || more.length > 0) {
        throw invalid(`signed attribute ${name} is missing or has not exactly one value`, 'RFC 5652 section 11');
    }
    return value;
}
function checkProtection(values, hash, algorithm) {
    if (values === undefined)
        return;
    const [value, ...more] = values;
    const [digestAlgorithm, signatureAlgorithm, ...rest] = value?.children ?? [];
    const agrees = more.length === 0 &&
        rest.length === 0 &&
        digestAlgorithm !== undefined &&
        sameIdentifier(digestAlgorithm, hash.identifier) &&
        signatureAlgorithm?.tag === (0,tag/* contextConstructed */.yi)(1) &&
        signatureAlgorithmOf((0,writer/* sequence */.K2)(signatureAlgorithm.content), hash) === algorithm;
    if (!agrees)
        throw invalid('CMSAlgorithmProtection names other algorithms', 'RFC 6211 section 3');
}
function sameIdentifier(element, identifier) {
    const withNull = (0,writer/* sequence */.K2)(identifier.subarray(2), (0,writer/* derNull */.f7)());
    return [identifier, withNull].some((one) => (0,bytes/* equalBytes */.ex)(one, element.bytes));
}


/***/ }),

/***/ 4375:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oo: () => (/* binding */ timeStampPath),
/* harmony export */   dG: () => (/* binding */ checkAnswer),
/* harmony export */   eu: () => (/* binding */ verifyTimeStamp),
/* harmony export */   sh: () => (/* binding */ checkValidThroughout)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _crypto_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1806);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7543);
/* harmony import */ var _x509_path_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8859);
/* harmony import */ var _signer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4436);






function verifyTimeStamp(token, message, trust) {
    const { hash, digest: imprint } = token.info.imprint;
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)((0,_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(hash.name, message), imprint))
        throw otherMessage();
    const signer = (0,_signer_js__WEBPACK_IMPORTED_MODULE_5__/* .signerOf */ .K)(token, trust.intermediates);
    return { info: token.info, signer, path: timeStampPath(token, signer, trust) };
}
function checkAnswer(token, request, trust) {
    const { imprint, nonce, policy } = token.info;
    if (imprint.hash.name !== request.hash.name || !(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(imprint.digest, request.digest))
        throw otherMessage();
    if (nonce !== request.nonce) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('timestamp-nonce-mismatch', 'time stamp: the nonce is not that of the request', {
            rule: 'RFC 3161 section 2.4.2',
        });
    }
    if (request.policy !== undefined && request.policy !== policy) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('timestamp-policy-mismatch', `time stamp: made under policy ${policy}`, {
            rule: 'RFC 3161 section 2.4.2',
        });
    }
    const signer = (0,_signer_js__WEBPACK_IMPORTED_MODULE_5__/* .signerOf */ .K)(token, trust?.intermediates);
    if (trust === undefined)
        checkValidThroughout([signer], token.info.earliest, token.info.latest);
    else
        timeStampPath(token, signer, trust);
}
const otherMessage = () => new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('timestamp-imprint-mismatch', 'time stamp: it was made for something else', {
    rule: 'RFC 3161 section 2.4.2',
});
function timeStampPath(token, signer, trust) {
    const { genTime, earliest, latest } = token.info;
    try {
        return (0,_x509_path_js__WEBPACK_IMPORTED_MODULE_4__/* .findPath */ .H)({
            leaf: signer,
            intermediates: [...token.certificates, ...(trust.intermediates ?? [])],
            anchors: trust.anchors,
            at: genTime,
            profile: 'rfc5280',
            purpose: _signer_js__WEBPACK_IMPORTED_MODULE_5__/* .timeStampingPurpose */ .$,
            accept: (path) => {
                checkValidThroughout(path.certificates, earliest, latest);
                trust.accept?.(path);
            },
        });
    }
    catch (cause) {
        if (!(cause instanceof _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B))
            throw cause;
        if (/^(timestamp-|crl-|certificate-revoked$)/.test(cause.code))
            throw cause;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('timestamp-untrusted', `time stamp: ${cause.message}`, {
            hint: cause.hint ?? 'Pin the root of the time-stamp server with timestamp-root-certificate.',
            rule: cause.rule,
            certificate: cause.certificate,
            cause,
        });
    }
}
function checkValidThroughout(certificates, earliest, latest) {
    for (const certificate of certificates) {
        const until = Math.floor(latest.getTime() / 1000) * 1000;
        if (earliest < certificate.notBefore || until > certificate.notAfter.getTime()) {
            throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('timestamp-time-outside-validity', 'time stamp: its time, with its accuracy, reaches outside the validity of a certificate', { rule: 'RFC 3161 section 2.4.2', certificate: (0,_x509_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateReference */ .l)(certificate) });
        }
    }
}


/***/ }),

/***/ 4068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ nothingFound),
/* harmony export */   y: () => (/* binding */ refusalResult)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

const nothingFound = { signer: null, root: null, time: null, revocation: 'not-checked', warnings: [] };
function refusalResult(error, findings = nothingFound) {
    if (!(error instanceof _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B))
        throw error;
    const { code, hint = 'Get the sidecar again; if it stays so, ask whoever signed the release.' } = error;
    return { verified: false, code, message: (0,_error_js__WEBPACK_IMPORTED_MODULE_0__/* .fullMessage */ .P)(error), hint, ...findings };
}


/***/ }),

/***/ 1753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ checkMadeWith),
  S: () => (/* binding */ createSidecarVerifier)
});

// EXTERNAL MODULE: ./build/core/algorithm.js
var core_algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/crypto.js
var core_crypto = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/judged-time.js
var judged_time = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
;// CONCATENATED MODULE: ./build/core/memory.js

function remembering() {
    const outcomes = new Map();
    return (key, compute) => {
        let outcome = outcomes.get(key);
        if (outcome === undefined) {
            if (outcomes.size >= limits/* limits */.F.remembered)
                outcomes.clear();
            outcome = outcomeOf(compute);
            outcomes.set(key, outcome);
        }
        if ('error' in outcome)
            throw outcome.error;
        return outcome.value;
    };
}
function outcomeOf(compute) {
    try {
        return { value: compute() };
    }
    catch (error) {
        return { error };
    }
}

// EXTERNAL MODULE: ./build/core/policy.js
var core_policy = __webpack_require__(7905);
// EXTERNAL MODULE: ./build/core/timestamp/verify.js
var verify = __webpack_require__(4375);
// EXTERNAL MODULE: ./build/core/verification-result.js
var verification_result = __webpack_require__(4068);
// EXTERNAL MODULE: ./build/core/x509/certificate.js
var x509_certificate = __webpack_require__(7543);
// EXTERNAL MODULE: ./build/core/x509/path.js + 1 modules
var x509_path = __webpack_require__(8859);
// EXTERNAL MODULE: ./build/core/x509/revocation.js + 3 modules
var x509_revocation = __webpack_require__(6885);
;// CONCATENATED MODULE: ./build/core/verify-sidecar.js












function createSidecarVerifier(policy) {
    const revocation = policy.crls.length === 0 ? undefined : (0,x509_revocation/* createRevocationChecker */.k)(policy.crls);
    const leaves = remembering();
    const paths = remembering();
    const unrevokedPaths = remembering();
    const search = (sidecar, leaf, time) => ({
        leaf,
        intermediates: [...sidecar.certificates, ...policy.intermediates],
        anchors: policy.anchors,
        at: time.at,
        profile: 'code-signing',
        accept: ({ certificates }) => (0,verify/* checkValidThroughout */.sh)(certificates, time.earliest, time.latest),
    });
    function unrevokedPath(checker, sidecar, leaf, time) {
        const request = search(sidecar, leaf, time);
        let warnings = [];
        const path = (0,x509_path/* findPath */.H)({
            ...request,
            accept: (candidate) => {
                request.accept(candidate);
                const finding = checker.check(candidate, {
                    scope: policy.crlScope,
                    freshAt: policy.at ?? policy.now,
                    signedAt: time.latest,
                    intermediates: request.intermediates,
                });
                warnings = finding.warnings;
            },
        });
        return { ...path, warnings: [...path.warnings, ...warnings] };
    }
    return (read) => {
        let findings = verification_result/* nothingFound */.S;
        try {
            const sidecar = read();
            const leaf = leaves((0,core_crypto/* sha256Hex */.fg)(sidecar.leaf), () => (0,x509_certificate/* parseCertificate */.h)(sidecar.leaf));
            findings = { ...findings, signer: signerReport(leaf) };
            const time = (0,judged_time/* judgeTime */.Z)(sidecar, policy, revocation);
            findings = { ...findings, time: time.report, warnings: time.warnings };
            const key = memoryKey(sidecar, time);
            let path = paths(key, () => (0,x509_path/* findPath */.H)(search(sidecar, leaf, time)));
            findings = withPath(findings, path, time);
            checkSignature(sidecar, leaf);
            sidecar.checkContent(leaf);
            if (revocation !== undefined) {
                path = unrevokedPaths(key, () => unrevokedPath(revocation, sidecar, leaf, time));
                findings = { ...withPath(findings, path, time), revocation: 'good' };
            }
            (0,core_policy/* checkNotDenied */.bO)(path.certificates, policy.deniedSerials);
            (0,core_policy/* checkIdentity */.Z0)(leaf, policy.identity);
            return { verified: true, ...findings };
        }
        catch (error) {
            return (0,verification_result/* refusalResult */.y)(error, findings);
        }
    };
}
function memoryKey({ leaf, certificates }, { at, earliest, latest }) {
    const all = [leaf, ...certificates];
    const instants = [at, earliest, latest].map((date) => date.getTime());
    return [(0,core_crypto/* sha256Hex */.fg)((0,bytes/* concatBytes */.Id)(...all)), ...all.map(({ length }) => length), ...instants].join(' ');
}
const withPath = (findings, path, time) => ({
    ...findings,
    root: { sha256: path.anchor.certificate.sha256 },
    warnings: [...time.warnings, ...path.warnings],
});
const signerReport = (leaf) => ({
    subject: leaf.subject.text,
    sha256: leaf.sha256,
    identities: (0,core_policy/* identitiesOf */.UI)(leaf),
});
function checkMadeWith(sidecar, leaf) {
    if (!(0,bytes/* equalBytes */.ex)(sidecar.leaf, leaf.der)) {
        throw new error/* ReleaseSigningError */.B('identity-mismatch', 'the sidecar names another certificate than it was made with');
    }
    checkSignature(sidecar, leaf);
    sidecar.checkContent(leaf);
}
function checkSignature({ algorithm, signedForm, signature, isSignedBy }, leaf) {
    const { keySpec, key } = leaf.publicKey;
    const certificate = (0,x509_certificate/* certificateReference */.l)(leaf);
    const fitting = (0,core_algorithm/* fittingAlgorithms */.AE)(keySpec, algorithm);
    if (fitting.length === 0) {
        throw new error/* ReleaseSigningError */.B('algorithm-mismatch', "the sidecar's signature algorithm does not fit its key", {
            hint: `Keys as AWS KMS makes them are taken; this one is ${keySpec ?? 'none of them'}.`,
            certificate,
        });
    }
    const isSigned = isSignedBy?.(leaf) ?? fitting.some((row) => (0,core_crypto/* verifySignature */.Od)(row, key, signedForm, signature));
    if (!isSigned) {
        throw new error/* ReleaseSigningError */.B('signature-invalid', "the sidecar's signature is not one by its certificate's key", {
            hint: 'The sidecar was changed or forged: get it again from the release.',
            certificate,
        });
    }
}


/***/ }),

/***/ 6193:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ rfc5280Rules),
/* harmony export */   Jz: () => (/* binding */ firstRefusal),
/* harmony export */   fb: () => (/* binding */ purposeNesting)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3779);
/* harmony import */ var _extensions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9236);
/* harmony import */ var _object_identifiers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3500);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6300);




function firstRefusal(rules, certificate, context) {
    for (const rule of rules) {
        const refusal = rule(certificate, context);
        if (refusal !== undefined)
            return refusal;
    }
    return undefined;
}
const kindByOid = new Map(Object.values(_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extensionKinds */ .P).map((kind) => [kind.oid, kind]));
const criticalExtensions = (certificate) => {
    for (const { oid, critical } of certificate.rawExtensions.values()) {
        if (!critical)
            continue;
        const kind = kindByOid.get(oid);
        if (kind === undefined) {
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-extension-unknown', `critical extension ${oid} is not known`, {
                section: '4.2',
                hint: 'It asks for a check that is not made here; use a certificate without it.',
            });
        }
        if (kind.critical === 'never') {
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-extension-critical', `extension ${oid} must not be critical`, {
                section: kind.section,
            });
        }
    }
    return undefined;
};
const validity = (certificate, { at }) => {
    const { notBefore, notAfter } = certificate;
    const second = Math.floor(at.getTime() / 1000);
    if (!(second >= notBefore.getTime() / 1000)) {
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-not-yet-valid', `valid from ${text(notBefore)}, not yet at ${text(at)}`, {
            section: '6.1.3 (a)(2)',
            hint: 'Look at the clock, or at the time that was asked for.',
        });
    }
    if (!(second <= notAfter.getTime() / 1000)) {
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-expired', `valid until ${text(notAfter)}, no longer at ${text(at)}`, {
            section: '6.1.3 (a)(2)',
            hint: 'Use a certificate that is valid; what was signed before it expired needs a time stamp to show it.',
        });
    }
    return undefined;
};
const text = (date) => (Number.isNaN(date.getTime()) ? 'no valid time' : date.toISOString());
const serialLength = (certificate) => certificate.serialHex.length > 2 * _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.serialOctets
    ? (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-serial', `serial number longer than ${_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .limits */ .F.serialOctets} octets`, {
        section: '4.1.2.2',
    })
    : undefined;
const policyQualifiers = (certificate) => {
    const { unknownQualifier } = certificate.extensions.certificatePolicies ?? {};
    const isCritical = certificate.rawExtensions.get(_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extensionKinds */ .P.certificatePolicies.oid)?.critical === true;
    return isCritical && unknownQualifier !== undefined
        ? (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-policy-qualifier', `policy qualifier ${unknownQualifier} is not known`, {
            section: '4.2.1.4',
        })
        : undefined;
};
const isAuthority = (certificate) => certificate.extensions.basicConstraints?.ca === true
    ? undefined
    : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-not-ca', 'issued a certificate but is not a CA', {
        section: '6.1.4 (k)',
        hint: 'Its basic constraints do not let it issue; ask its CA for a chain of CA certificates.',
    });
const mayIssue = (certificate) => certificate.extensions.keyUsage?.has('keyCertSign') === false
    ? (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'key-usage-cert-sign-missing', 'issued a certificate but its key usage lacks keyCertSign', {
        section: '6.1.4 (n)',
    })
    : undefined;
const purposeNesting = (certificate, { purpose }) => {
    const usages = certificate.extensions.extendedKeyUsage;
    if (purpose === 'any' || usages === undefined || usages.has(purpose) || usages.has(_object_identifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .purpose */ .X7.any))
        return undefined;
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'extended-key-usage-nesting', `a CA that is not for the purpose ${purpose}`, {
        section: '4.2.1.12',
        hint: 'The signing certificate must be issued by a CA whose extended key usages allow for it.',
    });
};
const leafPurpose = (certificate, { purpose }) => {
    const usages = certificate.extensions.extendedKeyUsage;
    if (purpose === 'any' || usages === undefined || usages.has(purpose) || usages.has(_object_identifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .purpose */ .X7.any))
        return undefined;
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'extended-key-usage-mismatch', `not for the purpose ${purpose}`, {
        section: '4.2.1.12',
        hint: 'Its extended key usages must hold the purpose (codeSigning to sign a release).',
    });
};
const anchorAuthority = (certificate, context) => certificate.version === 3 ? isAuthority(certificate, context) : undefined;
const below = [serialLength, criticalExtensions, validity, policyQualifiers];
const rfc5280Rules = {
    leaf: [...below, leafPurpose],
    intermediate: [...below, isAuthority, mayIssue, purposeNesting],
    anchor: [criticalExtensions, validity, anchorAuthority, mayIssue],
};


/***/ }),

/***/ 7543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseCertificate),
/* harmony export */   l: () => (/* binding */ certificateReference)
/* harmony export */ });
/* harmony import */ var _algorithm_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1426);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9604);
/* harmony import */ var _crypto_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1806);
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4262);
/* harmony import */ var _der_primitive_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1514);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6335);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9797);
/* harmony import */ var _extension_list_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9658);
/* harmony import */ var _extensions_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9236);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3579);
/* harmony import */ var _public_key_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8257);












const certificateReference = ({ subject, sha256 }) => ({
    subject: subject.text,
    sha256,
});
function parseCertificate(der, what = 'certificate') {
    const sha256 = (0,_crypto_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Hex */ .fg)(der);
    let subject = '';
    try {
        const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .Pf)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .expectTag */ .yi)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDer */ .zE)(der, what), _der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.sequence, what), what);
        const tbs = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.sequence, 'tbsCertificate');
        const algorithm = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.sequence, 'signatureAlgorithm');
        const signature = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.bitString, 'signatureValue');
        fields.end();
        const body = parseTbs(tbs, what, (name) => {
            subject = name.text;
        });
        if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .equalBytes */ .ex)(body.signatureIdentifier, algorithm.bytes)) {
            throw refusal('certificate-algorithm-mismatch', `${what}: two different signature algorithms inside and outside`, '4.1.1.2');
        }
        const { signatureIdentifier: _, ...rest } = body;
        return {
            ...rest,
            der,
            sha256,
            tbs: tbs.bytes,
            signatureAlgorithm: acceptedAlgorithm(algorithm, what),
            signature: (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .bitStringOctetsOf */ .mE)(signature, `${what}: signatureValue`),
            selfIssued: (0,_name_js__WEBPACK_IMPORTED_MODULE_10__/* .sameName */ .q)(body.issuer, body.subject),
        };
    }
    catch (error) {
        if (!(error instanceof _error_js__WEBPACK_IMPORTED_MODULE_7__/* .ReleaseSigningError */ .B) || error.certificate !== undefined)
            throw error;
        const { code, message, hint, rule } = error;
        throw new _error_js__WEBPACK_IMPORTED_MODULE_7__/* .ReleaseSigningError */ .B(code, message, { hint, rule, certificate: { subject, sha256 }, cause: error.cause });
    }
}
function acceptedAlgorithm(identifier, what) {
    try {
        return (0,_algorithm_js__WEBPACK_IMPORTED_MODULE_0__/* .algorithmByIdentifier */ .YH)(identifier.bytes, what);
    }
    catch (error) {
        if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_7__/* .ReleaseSigningError */ .B && error.code === 'algorithm-unknown')
            return undefined;
        throw error;
    }
}
function parseTbs(tbs, what, subjectFound) {
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .Pf)(tbs, what);
    const version = parseVersion(fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .contextConstructed */ .yi)(0)), what);
    const serial = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.integer, 'serialNumber');
    const signatureIdentifier = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.sequence, 'signature').bytes;
    const issuer = (0,_name_js__WEBPACK_IMPORTED_MODULE_10__/* .parseName */ .$q)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.sequence, 'issuer'), `${what}: issuer`);
    const validity = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOf */ .Pf)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.sequence, 'validity'), `${what}: validity`);
    const notBefore = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .timeOf */ .nR)(validity.any('notBefore'), `${what}: notBefore`);
    const notAfter = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .timeOf */ .nR)(validity.any('notAfter'), `${what}: notAfter`);
    validity.end();
    const subject = (0,_name_js__WEBPACK_IMPORTED_MODULE_10__/* .parseName */ .$q)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.sequence, 'subject'), `${what}: subject`);
    subjectFound(subject);
    const publicKey = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.sequence, 'subjectPublicKeyInfo');
    const uniqueIds = [fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .contextPrimitive */ .LF)(1)), fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .contextPrimitive */ .LF)(2))];
    const list = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .contextConstructed */ .yi)(3));
    fields.end();
    for (const id of uniqueIds)
        if (id !== undefined)
            checkUniqueId(id, version, what);
    if (issuer.rdns.length === 0)
        throw refusal('certificate-issuer-empty', `${what}: the issuer is empty`, '4.1.2.4');
    if (list !== undefined && version !== 3) {
        throw refusal('certificate-version', `${what}: extensions in a certificate of version ${version}`, '4.1.2.1');
    }
    const rawExtensions = parseRawExtensions(list, what);
    return {
        version,
        serial: (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .integerOf */ .cP)(serial, `${what}: serialNumber`),
        serialHex: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesToHex */ .My)(serial.content),
        signatureIdentifier,
        issuer,
        notBefore,
        notAfter,
        subject,
        publicKey: (0,_public_key_js__WEBPACK_IMPORTED_MODULE_11__/* .parsePublicKey */ .e)(publicKey, what),
        extensions: (0,_extensions_js__WEBPACK_IMPORTED_MODULE_9__/* .parseExtensions */ .w)(rawExtensions, what),
        rawExtensions,
    };
}
function parseVersion(element, what) {
    if (element === undefined)
        return 1;
    const [version, ...more] = element.children;
    const value = version?.tag === _der_tag_js__WEBPACK_IMPORTED_MODULE_6__/* .tag */ .Tc.integer && more.length === 0 ? (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .integerOf */ .cP)(version, `${what}: version`) : undefined;
    if (value === 1n)
        return 2;
    if (value === 2n)
        return 3;
    throw refusal('certificate-version', `${what}: not of version 1, 2 or 3`, '4.1.2.1');
}
function checkUniqueId(id, version, what) {
    if (!(0,_der_primitive_js__WEBPACK_IMPORTED_MODULE_4__/* .isCanonicalBitString */ .JK)(id.content)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_7__/* .ReleaseSigningError */ .B('der-invalid', `${what}: a unique identifier that is not a DER BIT STRING`);
    }
    if (version === 1) {
        throw refusal('certificate-version', `${what}: a unique identifier in a certificate of version 1`, '4.1.2.8');
    }
}
function parseRawExtensions(wrapper, what) {
    if (wrapper === undefined)
        return new Map();
    const [list, ...more] = wrapper.children;
    if (list === undefined || more.length > 0)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_7__/* .ReleaseSigningError */ .B('der-invalid', `${what}: malformed extensions`);
    return (0,_extension_list_js__WEBPACK_IMPORTED_MODULE_8__/* .parseExtensionList */ .h)(list, what, 'certificate-extension-duplicate');
}
const refusal = (code, message, section) => new _error_js__WEBPACK_IMPORTED_MODULE_7__/* .ReleaseSigningError */ .B(code, message, {
    rule: `RFC 5280 section ${section}`,
    hint: 'Whoever issued the certificate has to issue it again.',
});


/***/ }),

/***/ 2791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ codeSigningRules)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _extensions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9236);
/* harmony import */ var _internet_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4439);
/* harmony import */ var _object_identifiers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3500);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6300);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(230);






const codeSigningRequirements = 'CA/Browser Forum Code Signing requirements section 7.1.2.3';
const versionThree = (certificate) => certificate.version === 3
    ? undefined
    : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-version', `version ${certificate.version}, not 3`, { section: '4.1.2.1' });
const positiveSerial = (certificate) => certificate.serial > 0n
    ? undefined
    : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-serial', 'serial number zero or negative', { section: '4.1.2.2' });
const isCritical = ({ rawExtensions }, name) => rawExtensions.get(_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extensionKinds */ .P[name].oid)?.critical === true;
const criticality = (certificate) => {
    for (const { oid, section, critical } of Object.values(_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .extensionKinds */ .P)) {
        if (critical === 'always' && certificate.rawExtensions.get(oid)?.critical === false) {
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-extension-not-critical', `extension ${oid} must be critical`, { section });
        }
    }
    return undefined;
};
const criticalBasicConstraints = (certificate) => isCritical(certificate, 'basicConstraints')
    ? undefined
    : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-extension-not-critical', "a CA's basic constraints must be critical", {
        section: '4.2.1.9',
    });
const subjectKeyIdentifier = (certificate) => certificate.extensions.subjectKeyIdentifier !== undefined
    ? undefined
    : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'subject-key-identifier-missing', 'a CA without a subject key identifier', {
        section: '4.2.1.2',
    });
const authorityKeyIdentifier = (certificate) => certificate.extensions.authorityKeyIdentifier?.keyId !== undefined
    ? undefined
    : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'authority-key-identifier-missing', 'no authority key identifier', { section: '4.2.1.1' });
function isWellFormed(name) {
    switch (name.kind) {
        case 'dns':
            return (0,_internet_name_js__WEBPACK_IMPORTED_MODULE_5__/* .isDnsName */ .rM)(name.text) && !name.text.includes('_') && !(0,_internet_name_js__WEBPACK_IMPORTED_MODULE_5__/* .endsInNumber */ .VA)(name.text);
        case 'email':
            return (0,_internet_name_js__WEBPACK_IMPORTED_MODULE_5__/* .parseMailbox */ .i2)(name.text) !== undefined;
        case 'uri':
            return (0,_internet_name_js__WEBPACK_IMPORTED_MODULE_5__/* .isAbsoluteUri */ .CP)(name.text);
        default:
            return true;
    }
}
const alternativeNames = (certificate) => {
    const broken = certificate.extensions.subjectAlternativeName?.find((name) => !isWellFormed(name));
    return broken === undefined
        ? undefined
        : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'alternative-name-malformed', `a subject alternative name that is no ${broken.kind} name`, {
            section: '4.2.1.6',
        });
};
const notAuthority = (certificate) => certificate.extensions.basicConstraints?.ca === true
    ? (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-is-ca', 'a CA where the signing certificate should be', {
        section: codeSigningRequirements,
        hint: 'Sign with a certificate that is not a CA; with one key, one use.',
    })
    : undefined;
const noNameConstraints = (certificate) => certificate.extensions.nameConstraints === undefined
    ? undefined
    : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-name-constraints', 'name constraints in a certificate that is no CA', {
        section: '4.2.1.10',
    });
const noCertificateSigning = (certificate) => certificate.extensions.keyUsage?.has('keyCertSign') === true
    ? (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'key-usage-cert-sign-unexpected', 'key usage keyCertSign in a certificate that is no CA', {
        section: '4.2.1.3',
    })
    : undefined;
const digitalSignature = (certificate, { purpose }) => {
    const usages = certificate.extensions.keyUsage;
    if (usages === undefined || usages.has('digitalSignature'))
        return undefined;
    if (purpose === _object_identifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .purpose */ .X7.timeStamping && usages.has('nonRepudiation'))
        return undefined;
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'key-usage-digital-signature-missing', 'key usage without digitalSignature', {
        section: '4.2.1.3',
        hint: 'Ask the CA for a certificate with key usage digitalSignature.',
    });
};
const exactPurpose = (certificate, { purpose }) => {
    if (purpose === 'any')
        return undefined;
    const rule = {
        section: codeSigningRequirements,
        hint: 'Ask the CA for a certificate with extended key usage codeSigning.',
    };
    const usages = certificate.extensions.extendedKeyUsage;
    if (usages === undefined) {
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'extended-key-usage-missing', 'no extended key usage', rule);
    }
    if (usages.has(_object_identifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .purpose */ .X7.any)) {
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'extended-key-usage-any', 'extended key usage anyExtendedKeyUsage', rule);
    }
    if (usages.has(_object_identifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .purpose */ .X7.serverAuth) && purpose !== _object_identifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .purpose */ .X7.serverAuth) {
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'extended-key-usage-server-auth', 'extended key usage serverAuth', rule);
    }
    return undefined;
};
const leafHasName = (certificate) => {
    if (certificate.subject.rdns.length > 0)
        return undefined;
    return isCritical(certificate, 'subjectAlternativeName')
        ? undefined
        : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-name-missing', 'neither a subject nor a critical subject alternative name', {
            section: '4.1.2.6, 4.2.1.6',
        });
};
const anchorKeyIdentifier = (certificate) => {
    const { authorityKeyIdentifier: own, subjectKeyIdentifier } = certificate.extensions;
    if (own === undefined || !certificate.selfIssued)
        return undefined;
    if (own.keyId === undefined || own.issuer !== undefined) {
        return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'authority-key-identifier-unfit', 'authority key identifier is not a key identifier alone', {
            section: '4.2.1.1',
        });
    }
    return subjectKeyIdentifier !== undefined && (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(own.keyId, subjectKeyIdentifier)
        ? undefined
        : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'authority-key-identifier-mismatch', 'names another key than its own', { section: '4.2.1.1' });
};
const ownSignature = (certificate) => {
    const { selfIssued, signatureAlgorithm, publicKey } = certificate;
    if (!selfIssued || signatureAlgorithm === undefined || (0,_signature_js__WEBPACK_IMPORTED_MODULE_4__/* .isSignedBy */ .s)(certificate, publicKey))
        return undefined;
    return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(certificate, 'certificate-signature-invalid', 'a root that is not signed with its own key', {
        section: '6.1.1 (d)',
        hint: 'Get the root certificate again, from where you trust it to be right.',
    });
};
const everywhere = [versionThree, criticality, alternativeNames];
const authority = [...everywhere, criticalBasicConstraints, subjectKeyIdentifier];
const codeSigningRules = {
    leaf: [
        ...everywhere,
        positiveSerial,
        authorityKeyIdentifier,
        notAuthority,
        noNameConstraints,
        noCertificateSigning,
        digitalSignature,
        exactPurpose,
        leafHasName,
    ],
    intermediate: [...authority, positiveSerial, authorityKeyIdentifier],
    anchor: [...authority, anchorKeyIdentifier, ownSignature],
};


/***/ }),

/***/ 846:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ refuseCritical),
/* harmony export */   RJ: () => (/* binding */ parseGeneralizedTime),
/* harmony export */   UF: () => (/* binding */ crlReason),
/* harmony export */   VS: () => (/* binding */ parseRevokedCertificate),
/* harmony export */   nL: () => (/* binding */ expectCritical),
/* harmony export */   xT: () => (/* binding */ crlInvalid)
/* harmony export */ });
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4262);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6335);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);
/* harmony import */ var _distribution_point_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9203);
/* harmony import */ var _extension_list_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9658);
/* harmony import */ var _general_name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6002);








const crlReason = {
    unspecified: 0,
    keyCompromise: 1,
    cACompromise: 2,
    affiliationChanged: 3,
    superseded: 4,
    cessationOfOperation: 5,
    certificateHold: 6,
    removeFromCrl: 8,
};
const reasonCodes = new Set([0, 1, 2, 3, 4, 5, 6, 8, 9, 10]);
function parseRevokedCertificate(element, what) {
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence, `${what}: entry`), `${what}: entry`);
    const number = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.integer, 'userCertificate');
    if (number.content.length > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.crlSerialOctets)
        throw crlInvalid(`${what}: serial number too long`, '4.1.2.2');
    const serial = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .integerOf */ .cP)(number, what);
    const revocationDate = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(fields.any('revocationDate'), `${what}: revocationDate`);
    const list = fields.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence);
    fields.end();
    const extensions = list === undefined ? undefined : (0,_extension_list_js__WEBPACK_IMPORTED_MODULE_6__/* .parseExtensionList */ .h)(list, `${what}: entry ${serial}`, 'crl-invalid');
    return {
        serial,
        revocationDate,
        ...(extensions === undefined ? none : entryExtensions(extensions, `${what}: entry ${serial}`)),
    };
}
const none = { reason: undefined, invalidityDate: undefined, certificateIssuer: undefined };
function entryExtensions(extensions, what) {
    let reason;
    let invalidityDate;
    let certificateIssuer;
    for (const { oid, critical, value } of extensions.values()) {
        switch (oid) {
            case '2.5.29.21':
                expectCritical(critical, false, 'reasonCode', what);
                reason = parseReason(value, what);
                break;
            case '2.5.29.24':
                expectCritical(critical, false, 'invalidityDate', what);
                invalidityDate = parseGeneralizedTime(value, `${what}: invalidityDate`);
                break;
            case '2.5.29.29':
                expectCritical(critical, true, 'certificateIssuer', what);
                certificateIssuer = (0,_distribution_point_js__WEBPACK_IMPORTED_MODULE_5__/* .directoryNames */ .IP)((0,_general_name_js__WEBPACK_IMPORTED_MODULE_7__/* .parseGeneralNames */ .aQ)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDer */ .zE)(value, what), what));
                if (certificateIssuer.length === 0)
                    throw crlInvalid(`${what}: certificateIssuer without a directory name`, '5.3.3');
                break;
            default:
                refuseCritical({ oid, critical, value }, what);
        }
    }
    return { reason, invalidityDate, certificateIssuer };
}
function parseReason(value, what) {
    const element = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDer */ .zE)(value, what);
    const code = element.tag === _der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.enumerated ? Number((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .integerOf */ .cP)(element, what)) : -1;
    if (!reasonCodes.has(code))
        throw crlInvalid(`${what}: unknown reason code`, '5.3.1');
    return code;
}
function parseGeneralizedTime(value, what) {
    const element = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDer */ .zE)(value, what);
    if (element.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.generalizedTime)
        throw crlInvalid(`${what}: not a GeneralizedTime`, '5.3.2');
    return (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(element, what);
}
const crlInvalid = (message, section) => new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('crl-invalid', message, {
    rule: `RFC 5280 section ${section}`,
    hint: 'Ask the issuer for a well-formed CRL.',
});
function expectCritical(critical, expected, name, what) {
    if (critical !== expected) {
        throw crlInvalid(`${what}: ${name} must ${expected ? '' : 'not '}be critical`, '5.2');
    }
}
function refuseCritical({ oid, critical }, what) {
    if (!critical)
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('crl-extension-unknown', `${what}: critical extension ${oid} is not known`, {
        rule: 'RFC 5280 section 5.2',
        hint: 'This CRL can tell nothing here. Ask the issuer for one without that extension.',
    });
}


/***/ }),

/***/ 4616:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rt: () => (/* binding */ describeCrl),
  lD: () => (/* binding */ parseCrl),
  Tl: () => (/* binding */ readCrls),
  zu: () => (/* binding */ sameOptional)
});

// EXTERNAL MODULE: ./build/core/algorithm.js
var core_algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/crypto.js
var core_crypto = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/core/der/fields.js
var der_fields = __webpack_require__(4262);
// EXTERNAL MODULE: ./build/core/der/reader.js
var reader = __webpack_require__(728);
// EXTERNAL MODULE: ./build/core/der/tag.js
var tag = __webpack_require__(6335);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/core/x509/crl-entry.js
var crl_entry = __webpack_require__(846);
// EXTERNAL MODULE: ./build/core/x509/distribution-point.js
var distribution_point = __webpack_require__(9203);
// EXTERNAL MODULE: ./build/core/x509/extension-list.js
var extension_list = __webpack_require__(9658);
// EXTERNAL MODULE: ./build/core/x509/extension-values.js
var extension_values = __webpack_require__(2272);
;// CONCATENATED MODULE: ./build/core/x509/crl-extensions.js







function parseCrlExtensions(element, what) {
    const [list, ...more] = element.children;
    if (list === undefined || more.length > 0)
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: malformed list of extensions`, '5.1.2.7');
    let number;
    let baseNumber;
    let issuingDistributionPoint;
    let authorityKeyId;
    let expiredSince;
    const extensions = (0,extension_list/* parseExtensionList */.h)(list, what, 'crl-invalid');
    for (const extension of extensions.values()) {
        const { oid, critical, value } = extension;
        switch (oid) {
            case oids.authorityKeyIdentifier:
                (0,crl_entry/* expectCritical */.nL)(critical, false, 'authorityKeyIdentifier', what);
                authorityKeyId = (0,extension_values/* parseAuthorityKeyIdentifier */.Nt)((0,reader/* parseDer */.zE)(value, what), what).keyId;
                break;
            case oids.crlNumber:
                (0,crl_entry/* expectCritical */.nL)(critical, false, 'cRLNumber', what);
                number = parseNumber(extension, 'cRLNumber', what);
                break;
            case oids.deltaCrlIndicator:
                (0,crl_entry/* expectCritical */.nL)(critical, true, 'deltaCRLIndicator', what);
                baseNumber = parseNumber(extension, 'deltaCRLIndicator', what);
                break;
            case oids.issuingDistributionPoint:
                (0,crl_entry/* expectCritical */.nL)(critical, true, 'issuingDistributionPoint', what);
                issuingDistributionPoint = (0,distribution_point/* parseIssuingDistributionPoint */._G)((0,reader/* parseDer */.zE)(value, what), what);
                break;
            case oids.freshestCrl:
                (0,crl_entry/* expectCritical */.nL)(critical, false, 'freshestCRL', what);
                (0,distribution_point/* parseDistributionPoints */.R4)((0,reader/* parseDer */.zE)(value, what), what);
                break;
            case oids.expiredCertsOnCrl:
                expiredSince = (0,crl_entry/* parseGeneralizedTime */.RJ)(value, `${what}: expiredCertsOnCRL`);
                break;
            default:
                (0,crl_entry/* refuseCritical */.CA)(extension, what);
        }
    }
    if (number === undefined)
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: cRLNumber is missing`, '5.2.3');
    if (baseNumber !== undefined && (baseNumber >= number || extensions.has(oids.freshestCrl))) {
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: a delta CRL not above its base, or with freshestCRL`, '5.2.4');
    }
    return {
        number,
        baseNumber,
        issuingDistributionPoint,
        scope: extensions.get(oids.issuingDistributionPoint)?.value,
        authorityKeyIdentifier: extensions.get(oids.authorityKeyIdentifier)?.value,
        authorityKeyId,
        expiredSince,
    };
}
const oids = {
    crlNumber: '2.5.29.20',
    deltaCrlIndicator: '2.5.29.27',
    issuingDistributionPoint: '2.5.29.28',
    authorityKeyIdentifier: '2.5.29.35',
    freshestCrl: '2.5.29.46',
    expiredCertsOnCrl: '2.5.29.60',
};
function parseNumber({ value }, name, what) {
    const element = (0,der_fields/* expectTag */.yi)((0,reader/* parseDer */.zE)(value, what), tag/* tag */.Tc.integer, `${what}: ${name}`);
    const number = (0,der_fields/* integerOf */.cP)(element, what);
    if (number < 0n || element.content.length > 20)
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: ${name} out of range`, '5.2.3');
    return number;
}

// EXTERNAL MODULE: ./build/core/x509/name.js + 1 modules
var x509_name = __webpack_require__(3579);
// EXTERNAL MODULE: ./build/core/x509/pem.js
var pem = __webpack_require__(6434);
;// CONCATENATED MODULE: ./build/core/x509/crl.js












const readCrls = (bytes, what) => (0,pem/* readPemOrDer */.Tw)(bytes, 'X509 CRL', what, limits/* limits */.F.crlFileBytes);
function parseCrl(der, what = 'CRL') {
    if (der.length > limits/* limits */.F.crlBytes) {
        throw new error/* ReleaseSigningError */.B('limit-exceeded', `${what}: ${der.length} bytes, at most ${limits/* limits */.F.crlBytes} are read`);
    }
    const [list] = slices(der, 1, what);
    if (list?.tag !== tag/* tag */.Tc.sequence)
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: not one SEQUENCE`, '5.1');
    const [tbs, algorithm, signature] = slices(list.content, 3, what);
    if (tbs?.tag !== tag/* tag */.Tc.sequence || algorithm === undefined || signature?.tag !== tag/* tag */.Tc.bitString) {
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: not the three fields of a CRL`, '5.1');
    }
    const signatureAlgorithm = (0,core_algorithm/* algorithmByIdentifier */.YH)(algorithm.bytes, what);
    const fields = parseTbs(tbs, algorithm.bytes, what);
    return {
        ...fields,
        sha256: (0,core_crypto/* sha256Hex */.fg)(der),
        tbs: tbs.bytes,
        signatureAlgorithm,
        signature: (0,der_fields/* bitStringOctetsOf */.mE)((0,reader/* parseDer */.zE)(signature.bytes, what), `${what}: signature`),
    };
}
function slices(bytes, most, what) {
    const found = [];
    for (const slice of (0,reader/* splitDer */.qd)(bytes, what, most + 1)) {
        found.push(slice);
        if (found.length > most)
            throw (0,crl_entry/* crlInvalid */.xT)(`${what}: an unexpected field after the ones known`, '5.1');
    }
    return found;
}
function parseTbs(tbs, algorithm, what) {
    const fields = slices(tbs.content, 7, what);
    const take = (accepted) => {
        const next = fields[0];
        return next !== undefined && accepted(next) ? fields.shift() : undefined;
    };
    const required = (name, expected) => {
        const slice = take(({ tag: found }) => expected.includes(found));
        if (slice === undefined)
            throw (0,crl_entry/* crlInvalid */.xT)(`${what}: ${name} is missing or misplaced`, '5.1.2');
        return (0,reader/* parseDer */.zE)(slice.bytes, what);
    };
    const times = [tag/* tag */.Tc.utcTime, tag/* tag */.Tc.generalizedTime];
    if ((0,der_fields/* smallIntegerOf */.Xo)(required('version 2', [tag/* tag */.Tc.integer]), what) !== 1) {
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: not of version 2`, '5.1.2.1');
    }
    if (!(0,bytes/* equalBytes */.ex)(required('signature', [tag/* tag */.Tc.sequence]).bytes, algorithm)) {
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: the signature algorithms inside and outside differ`, '5.1.1.2');
    }
    const issuer = (0,x509_name/* parseName */.$q)(required('issuer', [tag/* tag */.Tc.sequence]), `${what}: issuer`);
    if (issuer.rdns.length === 0)
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: the issuer has no name`, '5.1.2.3');
    const thisUpdate = (0,der_fields/* timeOf */.nR)(required('thisUpdate', times), `${what}: thisUpdate`);
    const nextUpdate = (0,der_fields/* timeOf */.nR)(required('nextUpdate', times), `${what}: nextUpdate`);
    const revoked = take((slice) => slice.tag === tag/* tag */.Tc.sequence);
    const extensions = required('the list of extensions', [(0,tag/* contextConstructed */.yi)(0)]);
    if (fields.length > 0)
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: an unexpected field after the ones known`, '5.1.2');
    if (nextUpdate < thisUpdate)
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: nextUpdate is before thisUpdate`, '5.1.2.5');
    const parsed = parseCrlExtensions(extensions, what);
    return { ...parsed, issuer, thisUpdate, nextUpdate, ...indexEntries({ revoked, issuer, what, extensions: parsed }) };
}
function indexEntries({ revoked, issuer, what, extensions, }) {
    const entries = new Map();
    if (revoked?.content.length === 0)
        throw (0,crl_entry/* crlInvalid */.xT)(`${what}: an empty list of revoked certificates`, '5.1.2.6');
    const indirect = extensions.issuingDistributionPoint?.indirect === true;
    let issuers = [issuer];
    let nodes = 0;
    for (const slice of (0,reader/* splitDer */.qd)(revoked?.content ?? new Uint8Array(), what, limits/* limits */.F.crlNodes)) {
        const element = (0,reader/* parseDer */.zE)(slice.bytes, what);
        nodes += countNodes(element);
        if (nodes > limits/* limits */.F.crlNodes)
            throw new error/* ReleaseSigningError */.B('limit-exceeded', `${what}: too many DER elements`);
        const entry = (0,crl_entry/* parseRevokedCertificate */.VS)(element, what);
        if (entry.certificateIssuer !== undefined) {
            if (!indirect)
                throw (0,crl_entry/* crlInvalid */.xT)(`${what}: certificateIssuer in a CRL that is not indirect`, '5.3.3');
            issuers = entry.certificateIssuer;
        }
        if (entry.reason === crl_entry/* crlReason */.UF.removeFromCrl && extensions.baseNumber === undefined) {
            throw (0,crl_entry/* crlInvalid */.xT)(`${what}: removeFromCRL in a CRL that is not a delta`, '5.3.1');
        }
        const key = keyOf(entry.serial);
        const known = entries.get(key);
        if (known === undefined)
            entries.set(key, [{ issuers, entry }]);
        else
            known.push({ issuers, entry });
    }
    return {
        find: (wanted, serial) => (entries.get(keyOf(serial)) ?? [])
            .filter((found) => found.issuers.some((one) => (0,x509_name/* sameName */.q)(one, wanted)))
            .map(({ entry }) => entry),
        serials: () => [...entries.keys()],
    };
}
const keyOf = (serial) => serial.toString(16);
const countNodes = (element) => element.children.reduce((sum, child) => sum + countNodes(child), 1);
const sameOptional = (a, b) => a === undefined || b === undefined ? a === b : (0,bytes/* equalBytes */.ex)(a, b);
const describeCrl = (crl) => `CRL of ${crl.issuer.text} issued ${crl.thisUpdate.toISOString()}`;


/***/ }),

/***/ 9203:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ directoryNames),
/* harmony export */   Ik: () => (/* binding */ sameGeneralName),
/* harmony export */   R4: () => (/* binding */ parseDistributionPoints),
/* harmony export */   Ww: () => (/* binding */ fullNames),
/* harmony export */   _G: () => (/* binding */ parseIssuingDistributionPoint),
/* harmony export */   nP: () => (/* binding */ allReasons),
/* harmony export */   pt: () => (/* binding */ shareName)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4262);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6335);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8884);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9797);
/* harmony import */ var _general_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6002);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3579);








const allReasons = new Set([1, 2, 3, 4, 5, 6, 7, 8]);
const invalid = (what, problem, section) => new _error_js__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseSigningError */ .B('der-invalid', `${what}: ${problem}`, { rule: `RFC 5280 section ${section}` });
function parseDistributionPoints(element, what) {
    (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence, what);
    if (element.children.length === 0)
        throw invalid(what, 'an empty list of distribution points', '4.2.1.13');
    return element.children.map((child) => parseDistributionPoint(child, what));
}
function parseDistributionPoint(element, what) {
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence, what), `${what}: distribution point`);
    const name = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextConstructed */ .yi)(0));
    const reasons = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextPrimitive */ .LF)(1));
    const crlIssuer = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextConstructed */ .yi)(2));
    fields.end();
    if (name === undefined && crlIssuer === undefined) {
        throw invalid(what, 'a distribution point with neither name nor cRLIssuer', '4.2.1.13');
    }
    return {
        name: name === undefined ? undefined : parseDistributionPointName(name, what),
        reasons: reasons === undefined ? undefined : parseReasons(reasons, what),
        crlIssuer: crlIssuer === undefined ? undefined : (0,_general_name_js__WEBPACK_IMPORTED_MODULE_6__/* .parseGeneralNames */ .aQ)(crlIssuer, what),
    };
}
function parseDistributionPointName(element, what) {
    const [choice, ...more] = element.children;
    if (choice?.tag === (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextConstructed */ .yi)(0) && more.length === 0) {
        return { kind: 'full', names: (0,_general_name_js__WEBPACK_IMPORTED_MODULE_6__/* .parseGeneralNames */ .aQ)(choice, what) };
    }
    if (choice?.tag !== (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextConstructed */ .yi)(1) || more.length > 0 || choice.children.length === 0) {
        throw invalid(what, 'malformed distribution point name', '4.2.1.13');
    }
    if (!(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .isSorted */ .WC)(choice.children))
        throw invalid(what, 'relative name out of order', '4.2.1.13');
    return { kind: 'relative', attributes: choice.children.map(({ bytes }) => bytes) };
}
function parseReasons(element, what) {
    const bits = [...(0,_der_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .namedBitsOf */ .ne)(element, `${what}: reasons`)].filter((bit) => bit !== 0);
    if (bits.length === 0 || bits.some((bit) => !allReasons.has(bit))) {
        throw invalid(what, 'no reasons, or unknown ones', '4.2.1.13');
    }
    return new Set(bits);
}
function parseIssuingDistributionPoint(element, what) {
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .Pf)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .tag */ .Tc.sequence, what), what);
    const flag = (number) => {
        const field = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextPrimitive */ .LF)(number));
        if (field === undefined)
            return false;
        if (!(0,_der_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanOf */ .SF)(field, what))
            throw invalid(what, 'a default is written out', '5.2.5');
        return true;
    };
    const name = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextConstructed */ .yi)(0));
    const onlyUserCertificates = flag(1);
    const onlyAuthorityCertificates = flag(2);
    const reasons = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextPrimitive */ .LF)(3));
    const indirect = flag(4);
    const onlyAttributeCertificates = flag(5);
    fields.end();
    const scopes = [onlyUserCertificates, onlyAuthorityCertificates, onlyAttributeCertificates].filter(Boolean);
    if (scopes.length > 1)
        throw invalid(what, 'more than one of the onlyContains… flags', '5.2.5');
    if (element.children.length === 0)
        throw invalid(what, 'an empty issuing distribution point', '5.2.5');
    return {
        name: name === undefined ? undefined : parseDistributionPointName(name, what),
        onlyUserCertificates,
        onlyAuthorityCertificates,
        onlySomeReasons: reasons === undefined ? undefined : parseReasons(reasons, what),
        indirect,
        onlyAttributeCertificates,
    };
}
function fullNames(name, issuer, what) {
    if (name.kind === 'full')
        return name.names;
    const directoryName = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .sequence */ .K2)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDer */ .zE)(issuer.der, what).content, (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .setOf */ .s4)(name.attributes));
    return (0,_general_name_js__WEBPACK_IMPORTED_MODULE_6__/* .parseGeneralNames */ .aQ)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDer */ .zE)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_4__/* .der */ .y8)((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .contextConstructed */ .yi)(4), directoryName)), what), what);
}
function sameGeneralName(a, b) {
    if (a.kind === 'directory' && b.kind === 'directory')
        return (0,_name_js__WEBPACK_IMPORTED_MODULE_7__/* .sameName */ .q)(a.name, b.name);
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(a.bytes, b.bytes);
}
const directoryNames = (names) => names.flatMap((one) => (one.kind === 'directory' ? [one.name] : []));
const shareName = (a, b) => a.some((one) => b.some((other) => sameGeneralName(one, other)));


/***/ }),

/***/ 9658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseExtensionList)
/* harmony export */ });
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4262);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6335);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);



function parseExtensionList(list, what, duplicate) {
    if (list.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence || list.children.length === 0) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('der-invalid', `${what}: extensions are no list, or an empty one`);
    }
    const extensions = new Map();
    for (const child of list.children) {
        const extension = parseExtension(child, what);
        if (extensions.has(extension.oid)) {
            throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B(duplicate, `${what}: extension ${extension.oid} stands there twice`, {
                rule: 'RFC 5280 section 4.2',
            });
        }
        extensions.set(extension.oid, extension);
    }
    return extensions;
}
function parseExtension(element, what) {
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)(element, `${what}: extension`);
    const oid = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIdentifierOf */ .Ki)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.objectIdentifier, 'extnID'), what);
    const flag = fields.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.boolean);
    const critical = flag !== undefined && (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanOf */ .SF)(flag, what);
    if (element.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence || (flag !== undefined && !critical)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('der-invalid', `${what}: extension ${oid} writes out a default, or is no SEQUENCE`);
    }
    const value = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.octetString, 'extnValue').content;
    fields.end();
    return { oid, critical, value };
}


/***/ }),

/***/ 2272:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ parseSubjectKeyIdentifier),
/* harmony export */   Cm: () => (/* binding */ parseInformationAccess),
/* harmony export */   ER: () => (/* binding */ nonEmptySequence),
/* harmony export */   Lw: () => (/* binding */ parseExtendedKeyUsage),
/* harmony export */   Nt: () => (/* binding */ parseAuthorityKeyIdentifier),
/* harmony export */   Qr: () => (/* binding */ keyUsages),
/* harmony export */   UG: () => (/* binding */ parseKeyUsage),
/* harmony export */   _P: () => (/* binding */ parseBasicConstraints),
/* harmony export */   xq: () => (/* binding */ parseAlternativeNames)
/* harmony export */ });
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4262);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6335);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _general_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6002);




const keyUsages = [
    'digitalSignature',
    'nonRepudiation',
    'keyEncipherment',
    'dataEncipherment',
    'keyAgreement',
    'keyCertSign',
    'cRLSign',
    'encipherOnly',
    'decipherOnly',
];
const invalid = (what, problem) => new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('der-invalid', `${what}: ${problem}`);
function nonEmptySequence(element, what) {
    const { children } = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, what);
    if (children.length === 0)
        throw invalid(what, 'an empty list');
    return children;
}
function parseBasicConstraints(element, what) {
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, what), what);
    const flag = fields.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.boolean);
    const length = fields.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.integer);
    fields.end();
    if (flag !== undefined && !(0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanOf */ .SF)(flag, what))
        throw invalid(what, 'cA FALSE, a default, is written out');
    const ca = flag !== undefined;
    if (length !== undefined && !ca)
        throw invalid(what, 'pathLenConstraint without cA');
    return { ca, pathLength: length === undefined ? undefined : (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .smallIntegerOf */ .Xo)(length, what) };
}
function parseKeyUsage(element, what) {
    const bits = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .namedBitsOf */ .ne)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.bitString, what), what);
    if (bits.size === 0)
        throw invalid(what, 'no bit is set');
    return new Set([...bits].map((bit) => {
        const usage = keyUsages[bit];
        if (usage === undefined)
            throw invalid(what, `bit ${bit} is not known`);
        return usage;
    }));
}
const parseExtendedKeyUsage = (element, what) => new Set(nonEmptySequence(element, what).map((child) => (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIdentifierOf */ .Ki)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)(child, _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.objectIdentifier, what), what)));
const parseAlternativeNames = (element, what) => (0,_general_name_js__WEBPACK_IMPORTED_MODULE_3__/* .parseGeneralNames */ .aQ)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, what), what);
function parseAuthorityKeyIdentifier(element, what) {
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, what), what);
    const keyId = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPrimitive */ .LF)(0));
    const issuer = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextConstructed */ .yi)(1));
    const serial = fields.optional((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPrimitive */ .LF)(2));
    fields.end();
    if ((issuer === undefined) !== (serial === undefined))
        throw invalid(what, 'half of issuer and serial number');
    if (keyId?.content.length === 0)
        throw invalid(what, 'an empty key identifier');
    return {
        keyId: keyId?.content,
        issuer: issuer === undefined ? undefined : (0,_general_name_js__WEBPACK_IMPORTED_MODULE_3__/* .parseGeneralNames */ .aQ)(issuer, what),
        serial: serial === undefined ? undefined : (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .integerOf */ .cP)(serial, what),
    };
}
function parseSubjectKeyIdentifier(element, what) {
    const { content } = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)(element, _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.octetString, what);
    if (content.length === 0)
        throw invalid(what, 'an empty key identifier');
    return content;
}
const parseInformationAccess = (element, what) => nonEmptySequence(element, what).map((child) => {
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)((0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)(child, _der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.sequence, what), what);
    const method = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIdentifierOf */ .Ki)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.objectIdentifier, 'accessMethod'), what);
    const location = (0,_general_name_js__WEBPACK_IMPORTED_MODULE_3__/* .parseGeneralName */ .Z$)(fields.any('accessLocation'), what);
    fields.end();
    return { method, location };
});


/***/ }),

/***/ 9236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ extensionKinds),
  w: () => (/* binding */ parseExtensions)
});

// EXTERNAL MODULE: ./build/core/der/reader.js
var reader = __webpack_require__(728);
// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/x509/distribution-point.js
var distribution_point = __webpack_require__(9203);
// EXTERNAL MODULE: ./build/core/x509/extension-values.js
var extension_values = __webpack_require__(2272);
// EXTERNAL MODULE: ./build/core/der/fields.js
var der_fields = __webpack_require__(4262);
// EXTERNAL MODULE: ./build/core/der/tag.js
var tag = __webpack_require__(6335);
// EXTERNAL MODULE: ./build/core/x509/general-name.js
var general_name = __webpack_require__(6002);
// EXTERNAL MODULE: ./build/core/x509/internet-name.js
var internet_name = __webpack_require__(4439);
;// CONCATENATED MODULE: ./build/core/x509/name-constraints.js





function parseNameConstraints(element, what) {
    const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)(element, tag/* tag */.Tc.sequence, what), what);
    const permitted = fields.optional((0,tag/* contextConstructed */.yi)(0));
    const excluded = fields.optional((0,tag/* contextConstructed */.yi)(1));
    fields.end();
    if (permitted === undefined && excluded === undefined)
        throw invalid(what, 'neither permitted nor excluded subtrees');
    return { permitted: parseSubtrees(permitted, what), excluded: parseSubtrees(excluded, what) };
}
function parseSubtrees(element, what) {
    if (element === undefined)
        return [];
    if (element.children.length === 0)
        throw invalid(what, 'an empty list of subtrees');
    return element.children.map((child) => {
        const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)(child, tag/* tag */.Tc.sequence, what), what);
        const base = parseBase(fields.any('base'), what);
        fields.end();
        return base;
    });
}
function parseBase(element, what) {
    switch (element.tag) {
        case (0,tag/* contextPrimitive */.LF)(1):
            return parseEmailBase((0,general_name/* asciiText */.Jl)(element, what), what);
        case (0,tag/* contextPrimitive */.LF)(2):
            return { kind: 'dns', host: parseHost((0,general_name/* asciiText */.Jl)(element, what), what) };
        case (0,tag/* contextPrimitive */.LF)(6):
            return { kind: 'uri', host: parseHostOrDomain((0,general_name/* asciiText */.Jl)(element, what), what) };
        case (0,tag/* contextPrimitive */.LF)(7):
            return parseAddressRange(element.content, what);
        default: {
            const base = (0,general_name/* parseGeneralName */.Z$)(element, what);
            return base.kind === 'directory' ? { kind: 'directory', name: base.name } : otherForm(base, what);
        }
    }
}
function otherForm(base, what) {
    switch (base.kind) {
        case 'other':
        case 'x400':
        case 'edi':
        case 'registered':
            return { kind: base.kind };
        default:
            throw invalid(what, 'a base of unknown form');
    }
}
function parseEmailBase(text, what) {
    if (!text.includes('@'))
        return { kind: 'email', localPart: undefined, host: parseHostOrDomain(text, what) };
    const mailbox = (0,internet_name/* parseMailbox */.i2)(text);
    if (mailbox === undefined)
        throw invalid(what, 'an rfc822Name base that is no mailbox');
    return { kind: 'email', ...mailbox };
}
function parseHost(text, what) {
    if (text !== '' && !(0,internet_name/* isHostName */.uy)(text))
        throw invalid(what, 'a base that is no host name');
    return text.toLowerCase();
}
const parseHostOrDomain = (text, what) => text.startsWith('.') && text.length > 1 ? `.${parseHost(text.slice(1), what)}` : parseHost(text, what);
function parseAddressRange(content, what) {
    if (content.length !== 8 && content.length !== 32)
        throw invalid(what, 'an address range of neither 8 nor 32 octets');
    const address = content.subarray(0, content.length / 2);
    const mask = content.subarray(content.length / 2);
    const bits = Array.from(mask, (octet) => octet.toString(2).padStart(8, '0')).join('');
    if (bits.includes('01'))
        throw invalid(what, 'a mask that is not contiguous');
    return { kind: 'ip', address, mask };
}
const invalid = (what, problem) => new core_error/* ReleaseSigningError */.B('der-invalid', `${what}: ${problem}`, { rule: 'RFC 5280 section 4.2.1.10' });

;// CONCATENATED MODULE: ./build/core/x509/policy-values.js




const policy_values_invalid = (what, problem) => new core_error/* ReleaseSigningError */.B('der-invalid', `${what}: ${problem}`);
function parseCertificatePolicies(element, what) {
    const policies = new Set();
    let unknownQualifier;
    for (const child of (0,extension_values/* nonEmptySequence */.ER)(element, what)) {
        const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)(child, tag/* tag */.Tc.sequence, what), what);
        const policy = (0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'policyIdentifier'), what);
        const qualifiers = fields.optional(tag/* tag */.Tc.sequence);
        fields.end();
        if (policies.has(policy))
            throw policy_values_invalid(what, `policy ${policy} stands there twice`);
        policies.add(policy);
        if (qualifiers !== undefined)
            unknownQualifier = parseQualifiers(qualifiers, what) ?? unknownQualifier;
    }
    return { policies, unknownQualifier };
}
const qualifierTags = new Map([
    ['1.3.6.1.5.5.7.2.1', tag/* tag */.Tc.ia5String],
    ['1.3.6.1.5.5.7.2.2', tag/* tag */.Tc.sequence],
]);
function parseQualifiers(element, what) {
    let unknown;
    for (const child of (0,extension_values/* nonEmptySequence */.ER)(element, what)) {
        const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)(child, tag/* tag */.Tc.sequence, what), what);
        const id = (0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'policyQualifierId'), what);
        const qualifier = fields.any('qualifier');
        fields.end();
        const expected = qualifierTags.get(id);
        if (expected === undefined)
            unknown ??= id;
        else
            (0,der_fields/* expectTag */.yi)(qualifier, expected, `${what}: qualifier`);
    }
    return unknown;
}
function parsePolicyMappings(element, what) {
    const mappings = new Map();
    for (const child of (0,extension_values/* nonEmptySequence */.ER)(element, what)) {
        const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)(child, tag/* tag */.Tc.sequence, what), what);
        const issuer = (0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'issuerDomainPolicy'), what);
        const subject = (0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'subjectDomainPolicy'), what);
        fields.end();
        mappings.set(issuer, (mappings.get(issuer) ?? new Set()).add(subject));
    }
    return mappings;
}
function parsePolicyConstraints(element, what) {
    const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)(element, tag/* tag */.Tc.sequence, what), what);
    const requireExplicitPolicy = fields.optional((0,tag/* contextPrimitive */.LF)(0));
    const inhibitPolicyMapping = fields.optional((0,tag/* contextPrimitive */.LF)(1));
    fields.end();
    if (requireExplicitPolicy === undefined && inhibitPolicyMapping === undefined)
        throw policy_values_invalid(what, 'it is empty');
    const skip = (field) => (field === undefined ? undefined : (0,der_fields/* smallIntegerOf */.Xo)(field, what));
    return {
        requireExplicitPolicy: skip(requireExplicitPolicy),
        inhibitPolicyMapping: skip(inhibitPolicyMapping),
    };
}
const parseInhibitAnyPolicy = (element, what) => (0,der_fields/* smallIntegerOf */.Xo)((0,der_fields/* expectTag */.yi)(element, tag/* tag */.Tc.integer, what), what);

;// CONCATENATED MODULE: ./build/core/x509/extensions.js






const extensionKinds = {
    authorityKeyIdentifier: { oid: '2.5.29.35', section: '4.2.1.1', critical: 'never' },
    subjectKeyIdentifier: { oid: '2.5.29.14', section: '4.2.1.2', critical: 'never' },
    keyUsage: { oid: '2.5.29.15', section: '4.2.1.3', critical: 'either' },
    certificatePolicies: { oid: '2.5.29.32', section: '4.2.1.4', critical: 'either' },
    policyMappings: { oid: '2.5.29.33', section: '4.2.1.5', critical: 'either' },
    subjectAlternativeName: { oid: '2.5.29.17', section: '4.2.1.6', critical: 'either' },
    issuerAlternativeName: { oid: '2.5.29.18', section: '4.2.1.7', critical: 'either' },
    basicConstraints: { oid: '2.5.29.19', section: '4.2.1.9', critical: 'either' },
    nameConstraints: { oid: '2.5.29.30', section: '4.2.1.10', critical: 'always' },
    policyConstraints: { oid: '2.5.29.36', section: '4.2.1.11', critical: 'always' },
    extendedKeyUsage: { oid: '2.5.29.37', section: '4.2.1.12', critical: 'either' },
    crlDistributionPoints: { oid: '2.5.29.31', section: '4.2.1.13', critical: 'either' },
    inhibitAnyPolicy: { oid: '2.5.29.54', section: '4.2.1.14', critical: 'always' },
    freshestCrl: { oid: '2.5.29.46', section: '4.2.1.15', critical: 'never' },
    authorityInformationAccess: { oid: '1.3.6.1.5.5.7.1.1', section: '4.2.2.1', critical: 'never' },
    subjectInformationAccess: { oid: '1.3.6.1.5.5.7.1.11', section: '4.2.2.2', critical: 'never' },
};
function parseExtensions(raw, what) {
    const read = (name, parse) => {
        const { oid, section } = extensionKinds[name];
        const extension = raw.get(oid);
        if (extension === undefined)
            return undefined;
        try {
            return parse((0,reader/* parseDer */.zE)(extension.value, name), name);
        }
        catch (error) {
            if (!(error instanceof core_error/* ReleaseSigningError */.B) || error.code === 'limit-exceeded')
                throw error;
            throw new core_error/* ReleaseSigningError */.B('certificate-extension-malformed', `${what}: malformed extension ${error.message}`, {
                rule: `RFC 5280 section ${section}`,
                hint: 'Whoever issued the certificate has to issue it again.',
                cause: error,
            });
        }
    };
    return {
        authorityKeyIdentifier: read('authorityKeyIdentifier', extension_values/* parseAuthorityKeyIdentifier */.Nt),
        subjectKeyIdentifier: read('subjectKeyIdentifier', extension_values/* parseSubjectKeyIdentifier */.Av),
        keyUsage: read('keyUsage', extension_values/* parseKeyUsage */.UG),
        certificatePolicies: read('certificatePolicies', parseCertificatePolicies),
        policyMappings: read('policyMappings', parsePolicyMappings),
        subjectAlternativeName: read('subjectAlternativeName', extension_values/* parseAlternativeNames */.xq),
        issuerAlternativeName: read('issuerAlternativeName', extension_values/* parseAlternativeNames */.xq),
        basicConstraints: read('basicConstraints', extension_values/* parseBasicConstraints */._P),
        nameConstraints: read('nameConstraints', parseNameConstraints),
        policyConstraints: read('policyConstraints', parsePolicyConstraints),
        extendedKeyUsage: read('extendedKeyUsage', extension_values/* parseExtendedKeyUsage */.Lw),
        crlDistributionPoints: read('crlDistributionPoints', distribution_point/* parseDistributionPoints */.R4),
        inhibitAnyPolicy: read('inhibitAnyPolicy', parseInhibitAnyPolicy),
        freshestCrl: read('freshestCrl', distribution_point/* parseDistributionPoints */.R4),
        authorityInformationAccess: read('authorityInformationAccess', extension_values/* parseInformationAccess */.Cm),
        subjectInformationAccess: read('subjectInformationAccess', extension_values/* parseInformationAccess */.Cm),
    };
}


/***/ }),

/***/ 6002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jl: () => (/* binding */ asciiText),
/* harmony export */   Z$: () => (/* binding */ parseGeneralName),
/* harmony export */   aQ: () => (/* binding */ parseGeneralNames)
/* harmony export */ });
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4262);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6335);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3579);




function parseGeneralNames(element, what) {
    if ((element.tag & 0x20) === 0 || element.children.length === 0)
        throw malformed(what, 'an empty list of names');
    return element.children.map((child) => parseGeneralName(child, what));
}
function parseGeneralName(element, what) {
    const { bytes, content } = element;
    switch (element.tag) {
        case (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextConstructed */ .yi)(0): {
            const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)(element, `${what}: other name`);
            const type = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIdentifierOf */ .Ki)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .tag */ .Tc.objectIdentifier, 'its type'), what);
            if (fields.required((0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextConstructed */ .yi)(0), 'its value').children.length !== 1)
                throw malformed(what, 'other name');
            fields.end();
            return { kind: 'other', bytes, type };
        }
        case (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPrimitive */ .LF)(1):
            return { kind: 'email', bytes, text: visibleText(element, what) };
        case (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPrimitive */ .LF)(2):
            return { kind: 'dns', bytes, text: visibleText(element, what) };
        case (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextConstructed */ .yi)(3):
            return { kind: 'x400', bytes };
        case (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextConstructed */ .yi)(4): {
            const [name, ...more] = element.children;
            if (name === undefined || more.length > 0)
                throw malformed(what, 'directory name');
            const parsed = (0,_name_js__WEBPACK_IMPORTED_MODULE_3__/* .parseName */ .$q)(name, what);
            return { kind: 'directory', bytes, name: parsed, text: parsed.text };
        }
        case (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextConstructed */ .yi)(5):
            return { kind: 'edi', bytes };
        case (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPrimitive */ .LF)(6):
            return { kind: 'uri', bytes, text: visibleText(element, what) };
        case (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPrimitive */ .LF)(7):
            if (content.length !== 4 && content.length !== 16)
                throw malformed(what, 'an IP address of neither 4 nor 16 octets');
            return { kind: 'ip', bytes, address: content, text: addressText(content) };
        case (0,_der_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .contextPrimitive */ .LF)(8):
            return { kind: 'registered', bytes, text: (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIdentifierOf */ .Ki)(element, what) };
        default:
            throw malformed(what, 'a name of unknown form');
    }
}
function visibleText(element, what) {
    const text = asciiText(element, what);
    if (text === '')
        throw malformed(what, 'an empty name');
    return text;
}
function asciiText({ content }, what) {
    let text = '';
    for (const octet of content)
        text += String.fromCharCode(octet);
    if (!/^[\x20-\x7e]*$/.test(text))
        throw malformed(what, 'a name with characters beyond printable ASCII');
    return text;
}
function addressText(address) {
    if (address.length === 4)
        return address.join('.');
    const groups = Array.from({ length: 8 }, (_, i) => ((address[2 * i] ?? 0) * 256 + (address[2 * i + 1] ?? 0)).toString(16));
    const zeros = groups.join(':').match(/\b0(?::0)+\b/g) ?? [];
    const longest = zeros.reduce((best, run) => (run.length > best.length ? run : best), '');
    if (longest === '')
        return groups.join(':');
    const [before = '', after = ''] = splitOnce(groups.join(':'), longest);
    return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}
function splitOnce(text, separator) {
    const at = text.search(new RegExp(`\\b${separator}\\b`));
    return [text.slice(0, at), text.slice(at + separator.length)];
}
const malformed = (what, problem) => new _error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('name-malformed', `${what}: ${problem}`, { rule: 'RFC 5280 section 4.2.1.6' });


/***/ }),

/***/ 4439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ isAbsoluteUri),
/* harmony export */   T8: () => (/* binding */ uriHost),
/* harmony export */   VA: () => (/* binding */ endsInNumber),
/* harmony export */   i2: () => (/* binding */ parseMailbox),
/* harmony export */   rM: () => (/* binding */ isDnsName),
/* harmony export */   uy: () => (/* binding */ isHostName)
/* harmony export */ });
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;
const isHostName = (text) => text.length <= 253 && text.split('.').every((part) => label.test(part));
const endsInNumber = (host) => /(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)$/i.test(host);
const isDnsName = (text) => isHostName(text.startsWith('*.') ? text.slice(2) : text);
function parseMailbox(text) {
    const [localPart = '', host = '', ...more] = text.split('@');
    const atoms = localPart.split('.');
    const isMailbox = more.length === 0 && isHostName(host) && atoms.every((atom) => /^[a-z0-9!#$%&'*+\-/=?^_`{|}~]+$/i.test(atom));
    return isMailbox ? { localPart, host: host.toLowerCase() } : undefined;
}
function uriHost(text) {
    const [, authority = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(text) ?? [];
    const [, host = ''] = /^(?:[a-z0-9\-._~!$&'()*+,;=:%]*@)?([^@:]*)(?::[0-9]*)?$/i.exec(authority) ?? [];
    return isHostName(host) && !endsInNumber(host) ? host.toLowerCase() : undefined;
}
const isAbsoluteUri = (text) => /^[a-z][a-z0-9+.-]*:./i.test(text);


/***/ }),

/***/ 861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ escapeValue),
/* harmony export */   T: () => (/* binding */ attributeLabel)
/* harmony export */ });
const labels = new Map([
    ['2.5.4.3', 'CN'],
    ['2.5.4.4', 'SN'],
    ['2.5.4.5', 'serialNumber'],
    ['2.5.4.6', 'C'],
    ['2.5.4.7', 'L'],
    ['2.5.4.8', 'ST'],
    ['2.5.4.9', 'STREET'],
    ['2.5.4.10', 'O'],
    ['2.5.4.11', 'OU'],
    ['2.5.4.12', 'title'],
    ['2.5.4.15', 'businessCategory'],
    ['2.5.4.17', 'postalCode'],
    ['2.5.4.42', 'GN'],
    ['2.5.4.46', 'dnQualifier'],
    ['2.5.4.97', 'organizationIdentifier'],
    ['0.9.2342.19200300.100.1.1', 'UID'],
    ['0.9.2342.19200300.100.1.25', 'DC'],
    ['1.2.840.113549.1.9.1', 'emailAddress'],
    ['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionL'],
    ['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionST'],
    ['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionC'],
]);
const attributeLabel = (type) => labels.get(type);
function escapeValue(text) {
    const escaped = text.replace(/["+,;<>\\]/g, '\\$&').replace(/[\p{Cc}\u2028\u2029]/gu, hexPairs);
    return escaped.replace(/^[ #]/, '\\$&').replace(/(^|[^\\]|\\\\) $/, '$1\\ ');
}
const hexPairs = (character) => Array.from(new TextEncoder().encode(character), (octet) => `\\${octet.toString(16).padStart(2, '0').toUpperCase()}`).join('');


/***/ }),

/***/ 3579:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N6: () => (/* binding */ isWithinName),
  $q: () => (/* binding */ parseName),
  q: () => (/* binding */ sameName)
});

// UNUSED EXPORTS: nameOf

// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/der/fields.js
var der_fields = __webpack_require__(4262);
// EXTERNAL MODULE: ./build/core/der/tag.js
var tag = __webpack_require__(6335);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
;// CONCATENATED MODULE: ./build/core/x509/attribute-value.js


const decoderOf = (encoding) => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
const utf8 = decoderOf('utf-8');
const utf16 = decoderOf('utf-16be');
function textOf(value, what) {
    const { content } = value;
    switch (value.tag) {
        case tag/* tag */.Tc.utf8String:
            return decoded(utf8, content, what);
        case tag/* tag */.Tc.bmpString:
            return decoded(utf16, content, what);
        case tag/* tag */.Tc.universalString:
            return universalText(content, what);
        case tag/* tag */.Tc.printableString:
            return matching(/^[A-Za-z0-9 '()+,\-./:=?*&]*$/, content, what);
        case tag/* tag */.Tc.numericString:
            return matching(/^[0-9 ]*$/, content, what);
        case tag/* tag */.Tc.ia5String:
        case tag/* tag */.Tc.visibleString:
            return matching(/^\p{ASCII}*$/u, content, what);
        case tag/* tag */.Tc.teletexString:
            return latin1(content);
        default:
            return undefined;
    }
}
function latin1(content) {
    let text = '';
    for (const octet of content)
        text += String.fromCharCode(octet);
    return text;
}
function matching(pattern, content, what) {
    const text = latin1(content);
    if (!pattern.test(text))
        throw malformed(what);
    return text;
}
function decoded(decoder, content, what) {
    try {
        return decoder.decode(content);
    }
    catch (cause) {
        throw malformed(what, cause);
    }
}
function universalText(content, what) {
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    let text = '';
    for (let offset = 0; offset < content.length; offset += 4) {
        const point = view.getUint32(offset);
        if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
            throw malformed(what);
        text += String.fromCodePoint(point);
    }
    return text;
}
const malformed = (what, cause) => new error/* ReleaseSigningError */.B('name-malformed', `${what}: an attribute value with characters that its type does not have`, {
    rule: 'ITU-T X.680 section 41',
    cause,
});
const ignorable = /\p{Cf}|\u034f|[\u180b-\u180d]|[\ufe00-\ufe0f]|\ufffc|(?![\s\u0085])\p{Cc}/gu;
const spaces = /[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
function comparisonForm(text) {
    if (/^[\x20-\x7e]*$/.test(text))
        return text.toLowerCase().trim().replace(/ {2,}/g, ' ');
    return text
        .replace(ignorable, '')
        .normalize('NFKC')
        .toLowerCase()
        .replace(/ß/g, 'ss')
        .replace(/ς/g, 'σ')
        .normalize('NFKC')
        .replace(spaces, ' ')
        .trim();
}

// EXTERNAL MODULE: ./build/core/x509/name-text.js
var name_text = __webpack_require__(861);
;// CONCATENATED MODULE: ./build/core/x509/name.js






function parseName(element, what) {
    if (element.tag !== tag/* tag */.Tc.sequence)
        throw name_malformed(what);
    return nameOf(element.bytes, element.children.map((rdn) => parseRelativeName(rdn, what)));
}
function nameOf(der, rdns) {
    return { der, rdns, key: rdns.map(({ key }) => key).join('\n'), text: rdns.map(relativeText).reverse().join(',') };
}
function parseRelativeName(element, what) {
    if (element.tag !== tag/* tag */.Tc.set)
        throw name_malformed(what);
    return relativeNameOf(element.children, what);
}
function relativeNameOf(elements, what) {
    if (elements.length === 0)
        throw name_malformed(what);
    const attributes = elements.map((attribute) => parseAttribute(attribute, what));
    return { attributes, key: attributes.map(attributeKey).sort().join('+') };
}
function parseAttribute(element, what) {
    if (element.tag !== tag/* tag */.Tc.sequence)
        throw name_malformed(what);
    const fields = (0,der_fields/* fieldsOf */.Pf)(element, what);
    const type = (0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'an attribute type'), what);
    const value = fields.any('an attribute value');
    fields.end();
    return { type, text: textOf(value, what), der: value.bytes };
}
function attributeKey({ type, text, der }) {
    const value = text === undefined ? `#${(0,bytes/* bytesToHex */.My)(der)}` : comparisonForm(text);
    return `${type}=${text === undefined ? 'x' : 's'}${value.length}:${value}`;
}
const relativeText = ({ attributes }) => attributes
    .map(({ type, text, der }) => {
    const label = (0,name_text/* attributeLabel */.T)(type);
    return label === undefined || text === undefined
        ? `${label ?? type}=#${(0,bytes/* bytesToHex */.My)(der)}`
        : `${label}=${(0,name_text/* escapeValue */.P)(text)}`;
})
    .join('+');
const sameName = (a, b) => a.key === b.key;
const isWithinName = (name, base) => base.rdns.every(({ key }, i) => name.rdns[i]?.key === key);
const name_malformed = (what) => new error/* ReleaseSigningError */.B('name-malformed', `${what}: not a distinguished name`, {
    rule: 'RFC 5280 section 4.1.2.4',
});


/***/ }),

/***/ 3500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ extensionRequest),
/* harmony export */   X7: () => (/* binding */ purpose),
/* harmony export */   _J: () => (/* binding */ smtpUtf8Mailbox),
/* harmony export */   rw: () => (/* binding */ anyPolicy),
/* harmony export */   tY: () => (/* binding */ emailAddress)
/* harmony export */ });
const purpose = {
    any: '2.5.29.37.0',
    serverAuth: '1.3.6.1.5.5.7.3.1',
    clientAuth: '1.3.6.1.5.5.7.3.2',
    codeSigning: '1.3.6.1.5.5.7.3.3',
    timeStamping: '1.3.6.1.5.5.7.3.8',
};
const anyPolicy = '2.5.29.32.0';
const smtpUtf8Mailbox = '1.3.6.1.5.5.7.8.9';
const emailAddress = '1.2.840.113549.1.9.1';
const extensionRequest = '1.2.840.113549.1.9.14';


/***/ }),

/***/ 4599:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ createPathChecks)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3779);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7543);
/* harmony import */ var _certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6193);
/* harmony import */ var _code_signing_rules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2791);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3579);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6300);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(230);









function createPathChecks(profile, context) {
    const strict = profile === 'code-signing';
    const intermediates = new Map();
    const links = new Map();
    let signatureChecksLeft = _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.signatureChecks;
    const signatureRefusal = (certificate, issuer) => {
        const { signatureAlgorithm } = certificate;
        if (signatureAlgorithm === undefined) {
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refuse */ .TR)(certificate, 'algorithm-unknown', 'signed with an algorithm or parameters that are not accepted', {
                section: '6.1.3 (a)(1)',
                hint: 'RSA PKCS#1 v1.5, RSA-PSS (salt as long as the digest) and ECDSA, each with SHA-256, SHA-384 or SHA-512, are.',
            });
        }
        if (!(0,_signature_js__WEBPACK_IMPORTED_MODULE_8__/* .fitsKey */ .i)(signatureAlgorithm, issuer.publicKey)) {
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refuse */ .TR)(certificate, 'algorithm-mismatch', `${signatureAlgorithm.name} is not for the key of its issuer`, {
                section: '6.1.3 (a)(1)',
            });
        }
        if (--signatureChecksLeft < 0) {
            throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('limit-exceeded', `${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .describeCertificate */ .dF)(certificate)}: no path found within ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.signatureChecks} signature checks`, {
                certificate: (0,_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateReference */ .l)(certificate),
                hint: 'Give only the certificates between the signing certificate and the root.',
            });
        }
        return (0,_signature_js__WEBPACK_IMPORTED_MODULE_8__/* .isSignedBy */ .s)(certificate, issuer.publicKey)
            ? undefined
            : (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refuse */ .TR)(certificate, 'certificate-signature-invalid', `its signature is not by ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .shortened */ .vI)(issuer.subject.text)}`, {
                section: '6.1.3 (a)(1)',
                hint: 'The certificate was altered, or another CA of the same name issued it: get it again.',
            });
    };
    const linkRefusal = (certificate, issuer) => {
        if (!(0,_name_js__WEBPACK_IMPORTED_MODULE_6__/* .sameName */ .q)(certificate.issuer, issuer.subject))
            throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('internal', 'not an issuer by name');
        if (strict && !namesKeyOf(certificate, issuer)) {
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .refuse */ .TR)(certificate, 'authority-key-identifier-mismatch', `names another key than that of ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .shortened */ .vI)(issuer.subject.text)}`, {
                section: '4.2.1.1',
                hint: 'Give the certificate of the CA that issued it.',
            });
        }
        return signatureRefusal(certificate, issuer);
    };
    return {
        leaf: (certificate) => (0,_certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .firstRefusal */ .Jz)(_certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .rfc5280Rules */ .Ix.leaf, certificate, context) ??
            (strict ? (0,_certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .firstRefusal */ .Jz)(_code_signing_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSigningRules */ .A.leaf, certificate, context) : undefined),
        intermediate: (certificate) => kept(intermediates, certificate.sha256, () => (0,_certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .firstRefusal */ .Jz)(_certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .rfc5280Rules */ .Ix.intermediate, certificate, context) ??
            (strict ? (0,_certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .firstRefusal */ .Jz)(_code_signing_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .codeSigningRules */ .A.intermediate, certificate, context) : undefined)),
        anchor: ({ certificate, refusal }) => (0,_certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .firstRefusal */ .Jz)(_certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .rfc5280Rules */ .Ix.anchor, certificate, context) ??
            (strict ? (refusal ?? (0,_certificate_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .purposeNesting */ .fb)(certificate, context)) : undefined),
        link: (certificate, issuer) => kept(links, `${certificate.sha256} ${issuer.sha256}`, () => linkRefusal(certificate, issuer)),
        warnings: (path) => (strict ? path.flatMap(weakKeyWarning) : []),
    };
}
function kept(memory, key, find) {
    if (!memory.has(key))
        memory.set(key, find());
    return memory.get(key);
}
function namesKeyOf({ extensions }, issuer) {
    const { authorityKeyIdentifier: named } = extensions;
    const { subjectKeyIdentifier: own } = issuer.extensions;
    if (named?.keyId !== undefined && own !== undefined && !(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(named.keyId, own))
        return false;
    if (named?.issuer === undefined || named.serial === undefined)
        return true;
    const names = named.issuer.flatMap((one) => (one.kind === 'directory' ? [one.name] : []));
    return named.serial === issuer.serial && (names.length === 0 || names.some((name) => (0,_name_js__WEBPACK_IMPORTED_MODULE_6__/* .sameName */ .q)(name, issuer.issuer)));
}
const weakKeyWarning = (certificate) => {
    const { type, bits } = certificate.publicKey;
    return type === 'rsa' && bits < _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.rsaBitsRecommended
        ? [`${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_7__/* .describeCertificate */ .dF)(certificate)}: RSA with ${bits} bits; ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .limits */ .F.rsaBitsRecommended} are asked for today`]
        : [];
};


/***/ }),

/***/ 3028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ validatePath)
});

// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/core/x509/internet-name.js
var internet_name = __webpack_require__(4439);
// EXTERNAL MODULE: ./build/core/x509/name.js + 1 modules
var x509_name = __webpack_require__(3579);
// EXTERNAL MODULE: ./build/core/x509/object-identifiers.js
var object_identifiers = __webpack_require__(3500);
// EXTERNAL MODULE: ./build/core/x509/refusal.js
var refusal = __webpack_require__(6300);
;// CONCATENATED MODULE: ./build/core/x509/name-constraint-state.js






function createNameConstraintState(budget) {
    const permitted = new Map();
    const excluded = new Map();
    const compareWithin = (name, base) => {
        if (--budget.left < 0) {
            throw new error/* ReleaseSigningError */.B('limit-exceeded', `more than ${limits/* limits */.F.nameComparisons} comparisons with name constraints`);
        }
        return compare(name, base);
    };
    const checkName = (certificate, kind, label, name) => {
        const lists = permitted.get(kind) ?? [];
        const bases = excluded.get(kind) ?? [];
        if (lists.length === 0 && bases.length === 0)
            return;
        if (name === undefined) {
            throw violation(certificate, 'path-name-unconstrainable', `${(0,refusal/* shortened */.vI)(label)} is of a form or shape that cannot be constrained`);
        }
        if (bases.some((base) => compareWithin(name, base) !== 'outside')) {
            throw violation(certificate, 'path-name-excluded', `${(0,refusal/* shortened */.vI)(label)} is excluded by a CA above`);
        }
        if (!lists.every((subtrees) => subtrees.some((base) => compareWithin(name, base) === 'inside'))) {
            throw violation(certificate, 'path-name-not-permitted', `${(0,refusal/* shortened */.vI)(label)} is not permitted by a CA above`);
        }
    };
    return {
        add(constraints) {
            for (const [kind, subtrees] of byKind(constraints.permitted)) {
                permitted.set(kind, [...(permitted.get(kind) ?? []), subtrees]);
            }
            for (const [kind, subtrees] of byKind(constraints.excluded)) {
                excluded.set(kind, [...(excluded.get(kind) ?? []), ...subtrees]);
            }
        },
        check(certificate) {
            if (permitted.size === 0 && excluded.size === 0)
                return;
            const { subject, extensions } = certificate;
            if (subject.rdns.length > 0) {
                checkName(certificate, 'directory', `subject ${subject.text}`, { kind: 'directory', name: subject });
            }
            for (const mailbox of mailboxesOf(subject)) {
                checkName(certificate, 'email', `emailAddress ${mailbox} in the subject`, emailOf(mailbox));
            }
            for (const name of extensions.subjectAlternativeName ?? []) {
                const label = 'text' in name ? `${name.kind} name ${name.text}` : `${name.kind} name`;
                checkName(certificate, name.kind, label, constrainedOf(name));
                if (name.kind === 'other' && name.type === object_identifiers/* smtpUtf8Mailbox */._J)
                    checkName(certificate, 'email', label, undefined);
            }
        },
    };
}
const byKind = (subtrees) => Map.groupBy(subtrees, ({ kind }) => kind);
const mailboxesOf = (name) => name.rdns
    .flatMap(({ attributes }) => attributes)
    .flatMap(({ type, text }) => (type === object_identifiers/* emailAddress */.tY ? [text ?? ''] : []));
function emailOf(text) {
    const mailbox = (0,internet_name/* parseMailbox */.i2)(text);
    return mailbox === undefined ? undefined : { kind: 'email', ...mailbox };
}
function constrainedOf(name) {
    switch (name.kind) {
        case 'email':
            return emailOf(name.text);
        case 'dns': {
            if (!(0,internet_name/* isDnsName */.rM)(name.text))
                return undefined;
            const wildcard = name.text.startsWith('*.');
            return { kind: 'dns', host: (wildcard ? name.text.slice(2) : name.text).toLowerCase(), wildcard };
        }
        case 'uri': {
            const host = (0,internet_name/* uriHost */.T8)(name.text);
            return host === undefined ? undefined : { kind: 'uri', host };
        }
        case 'ip':
            return { kind: 'ip', address: name.address };
        case 'directory':
            return { kind: 'directory', name: name.name };
        default:
            return undefined;
    }
}
function compare(name, base) {
    const inside = (is) => (is ? 'inside' : 'outside');
    switch (name.kind) {
        case 'email':
            if (base.kind !== 'email')
                return 'outside';
            if (base.localPart !== undefined)
                return inside(base.localPart === name.localPart && base.host === name.host);
            return inside(isHostOrBelow(name.host, base.host));
        case 'uri':
            return inside(base.kind === 'uri' && isHostOrBelow(name.host, base.host));
        case 'dns': {
            if (base.kind !== 'dns')
                return 'outside';
            if (base.host === '' || name.host === base.host || isBelow(name.host, base.host))
                return 'inside';
            return name.wildcard && base.host.slice(base.host.indexOf('.') + 1) === name.host ? 'overlap' : 'outside';
        }
        case 'ip':
            return inside(base.kind === 'ip' && isInRange(name.address, base.address, base.mask));
        case 'directory':
            return inside(base.kind === 'directory' && (0,x509_name/* isWithinName */.N6)(name.name, base.name));
    }
}
const isBelow = (host, base) => host.endsWith(base) && host.at(-base.length - 1) === '.';
const isHostOrBelow = (host, base) => base === '' || host === base || (base.startsWith('.') && host.length > base.length && host.endsWith(base));
const isInRange = (address, base, mask) => address.length === base.length && address.every((octet, i) => ((octet ^ (base[i] ?? 0)) & (mask[i] ?? 0xff)) === 0);
const violation = (certificate, code, problem) => (0,refusal/* refuse */.TR)(certificate, code, problem, {
    section: '6.1.3 (b), (c)',
    hint: 'The name constraints of a CA in the path do not allow for this certificate.',
});

;// CONCATENATED MODULE: ./build/core/x509/policy-graph.js



function createPolicyGraph() {
    const root = { policy: object_identifiers/* anyPolicy */.rw, expected: new Set([object_identifiers/* anyPolicy */.rw]), parents: new Set() };
    let levels = [new Map([[object_identifiers/* anyPolicy */.rw, root]])];
    let nodes = 1;
    const bottomLevel = () => levels.at(-1) ?? new Map();
    const addNode = (to, node) => {
        if (++nodes > limits/* limits */.F.policyNodes) {
            throw new error/* ReleaseSigningError */.B('limit-exceeded', `more than ${limits/* limits */.F.policyNodes} policies in one path`);
        }
        to.set(node.policy, node);
    };
    const prune = () => {
        if (bottomLevel().size === 0) {
            levels = [];
            return;
        }
        for (let depth = levels.length - 2; depth >= 0; depth--) {
            const kept = new Set([...(levels[depth + 1]?.values() ?? [])].flatMap(({ parents }) => [...parents]));
            const above = levels[depth];
            for (const node of above?.values() ?? [])
                if (!kept.has(node))
                    above?.delete(node.policy);
        }
    };
    return {
        get empty() {
            return levels.length === 0;
        },
        descend(policies, takesAny) {
            if (levels.length === 0)
                return;
            if (policies === undefined) {
                levels = [];
                return;
            }
            const above = bottomLevel();
            const expecting = parentsByExpected(above);
            const anyParent = above.get(object_identifiers/* anyPolicy */.rw);
            const next = new Map();
            levels.push(next);
            for (const policy of policies) {
                if (policy === object_identifiers/* anyPolicy */.rw)
                    continue;
                const parents = expecting.get(policy) ?? (anyParent === undefined ? undefined : new Set([anyParent]));
                if (parents !== undefined)
                    addNode(next, { policy, expected: new Set([policy]), parents });
            }
            if (takesAny && policies.has(object_identifiers/* anyPolicy */.rw)) {
                for (const [policy, parents] of expecting) {
                    if (!next.has(policy))
                        addNode(next, { policy, expected: new Set([policy]), parents });
                }
            }
            prune();
        },
        map(mappings, allowed) {
            const bottom = bottomLevel();
            const anyNode = bottom.get(object_identifiers/* anyPolicy */.rw);
            for (const [issuerPolicy, subjectPolicies] of mappings) {
                const node = bottom.get(issuerPolicy);
                if (!allowed)
                    bottom.delete(issuerPolicy);
                else if (node !== undefined)
                    node.expected = subjectPolicies;
                else if (anyNode !== undefined) {
                    addNode(bottom, { policy: issuerPolicy, expected: subjectPolicies, parents: anyNode.parents });
                }
            }
            if (levels.length > 0)
                prune();
        },
        authorityConstrained() {
            const found = new Set();
            for (const at of levels.slice(1)) {
                for (const { policy, parents } of at.values()) {
                    if (policy !== object_identifiers/* anyPolicy */.rw && [...parents].some((parent) => parent.policy === object_identifiers/* anyPolicy */.rw))
                        found.add(policy);
                }
            }
            if (bottomLevel().has(object_identifiers/* anyPolicy */.rw))
                found.add(object_identifiers/* anyPolicy */.rw);
            return found;
        },
    };
}
function parentsByExpected(level) {
    const expecting = new Map();
    for (const node of level.values()) {
        for (const policy of node.expected)
            expecting.set(policy, (expecting.get(policy) ?? new Set()).add(node));
    }
    return expecting;
}

;// CONCATENATED MODULE: ./build/core/x509/path-validation.js




function validatePath(path, inputs, budget) {
    const [anchor, ...certificates] = path;
    if (anchor === undefined)
        return;
    const state = createState(certificates.length, inputs, budget);
    state.constrain(anchor);
    certificates.forEach((certificate, i) => {
        const isFinal = i === certificates.length - 1;
        state.process(certificate, isFinal);
        if (isFinal)
            state.wrapUp(certificate);
        else
            state.prepareForNext(certificate);
    });
}
const above = (counter) => Math.max(counter - 1, 0);
function createState(length, inputs, budget) {
    const names = createNameConstraintState(budget);
    const graph = createPolicyGraph();
    let explicitPolicy = inputs.requireExplicitPolicy === true ? 0 : length + 1;
    let policyMapping = inputs.inhibitPolicyMapping === true ? 0 : length + 1;
    let inhibitAny = inputs.inhibitAnyPolicy === true ? 0 : length + 1;
    let maxPathLength = length;
    const constrain = ({ extensions }) => {
        const { nameConstraints, policyConstraints, inhibitAnyPolicy, basicConstraints } = extensions;
        if (nameConstraints !== undefined)
            names.add(nameConstraints);
        explicitPolicy = Math.min(explicitPolicy, policyConstraints?.requireExplicitPolicy ?? explicitPolicy);
        policyMapping = Math.min(policyMapping, policyConstraints?.inhibitPolicyMapping ?? policyMapping);
        inhibitAny = Math.min(inhibitAny, inhibitAnyPolicy ?? inhibitAny);
        maxPathLength = Math.min(maxPathLength, basicConstraints?.pathLength ?? maxPathLength);
    };
    const policyMissing = (certificate) => (0,refusal/* refuse */.TR)(certificate, 'path-policy-missing', 'no certificate policy holds along the path that was asked for', {
        section: '6.1.3 (f), 6.1.5 (g)',
        hint: 'The path needs a policy that every certificate in it carries, among those asked for.',
    });
    return {
        constrain,
        process(certificate, isFinal) {
            const exempt = certificate.selfIssued && !isFinal;
            if (!exempt)
                names.check(certificate);
            graph.descend(certificate.extensions.certificatePolicies?.policies, inhibitAny > 0 || exempt);
            if (explicitPolicy === 0 && graph.empty)
                throw policyMissing(certificate);
        },
        prepareForNext(certificate) {
            const { policyMappings } = certificate.extensions;
            if (policyMappings !== undefined) {
                if ([...policyMappings].some(([from, to]) => from === object_identifiers/* anyPolicy */.rw || to.has(object_identifiers/* anyPolicy */.rw))) {
                    throw (0,refusal/* refuse */.TR)(certificate, 'path-policy-mapping', 'maps anyPolicy', { section: '6.1.4 (a)' });
                }
                graph.map(policyMappings, policyMapping > 0);
            }
            if (!certificate.selfIssued) {
                explicitPolicy = above(explicitPolicy);
                policyMapping = above(policyMapping);
                inhibitAny = above(inhibitAny);
                if (maxPathLength === 0) {
                    throw (0,refusal/* refuse */.TR)(certificate, 'path-length-exceeded', 'one CA more than the path length of a CA above allows', {
                        section: '6.1.4 (l)',
                        hint: 'Use a chain with fewer intermediate CAs.',
                    });
                }
                maxPathLength--;
            }
            constrain(certificate);
        },
        wrapUp(certificate) {
            explicitPolicy = above(explicitPolicy);
            if (certificate.extensions.policyConstraints?.requireExplicitPolicy === 0)
                explicitPolicy = 0;
            const found = graph.authorityConstrained();
            const { initialPolicies } = inputs;
            const asked = initialPolicies ?? [object_identifiers/* anyPolicy */.rw];
            const holds = asked.some((policy) => found.has(policy) || found.has(object_identifiers/* anyPolicy */.rw) || (policy === object_identifiers/* anyPolicy */.rw && found.size > 0));
            if (explicitPolicy === 0 && !holds)
                throw policyMissing(certificate);
        },
    };
}


/***/ }),

/***/ 8859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ findPath)
});

// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/core/x509/certificate.js
var x509_certificate = __webpack_require__(7543);
// EXTERNAL MODULE: ./build/core/x509/object-identifiers.js
var object_identifiers = __webpack_require__(3500);
;// CONCATENATED MODULE: ./build/core/x509/path-candidates.js

function createIssuerIndex(anchors, intermediates, at) {
    const byName = new Map();
    const seen = new Set();
    const add = (candidate) => {
        const { sha256, subject } = candidate.certificate;
        if (seen.has(sha256))
            return;
        seen.add(sha256);
        byName.set(subject.key, [...(byName.get(subject.key) ?? []), candidate]);
    };
    for (const anchor of anchors)
        add({ certificate: anchor.certificate, anchor });
    for (const certificate of intermediates)
        add({ certificate, anchor: undefined });
    return (certificate) => {
        const rank = (candidate) => (candidate.anchor === undefined ? 8 : 0) +
            2 * keyIdentifierRank(certificate, candidate.certificate) +
            (isValid(candidate.certificate, at) ? 0 : 1);
        const candidates = byName.get(certificate.issuer.key) ?? [];
        return candidates
            .map((candidate) => ({ candidate, rank: rank(candidate) }))
            .sort((a, b) => a.rank - b.rank || (a.candidate.certificate.sha256 < b.candidate.certificate.sha256 ? -1 : 1))
            .map(({ candidate }) => candidate);
    };
}
function keyIdentifierRank(certificate, issuer) {
    const named = certificate.extensions.authorityKeyIdentifier?.keyId;
    const own = issuer.extensions.subjectKeyIdentifier;
    if (named === undefined || own === undefined)
        return 1;
    return (0,bytes/* equalBytes */.ex)(named, own) ? 0 : 2;
}
const isValid = ({ notBefore, notAfter }, at) => notBefore <= at && at <= notAfter;

// EXTERNAL MODULE: ./build/core/x509/path-checks.js
var path_checks = __webpack_require__(4599);
// EXTERNAL MODULE: ./build/core/x509/path-validation.js + 2 modules
var path_validation = __webpack_require__(3028);
// EXTERNAL MODULE: ./build/core/x509/refusal.js
var refusal = __webpack_require__(6300);
;// CONCATENATED MODULE: ./build/core/x509/path.js









function findPath(request) {
    const { leaf, anchors, at, profile, purpose } = request;
    const checks = (0,path_checks/* createPathChecks */.h)(profile, { at, purpose: purpose ?? object_identifiers/* purpose */.X7.codeSigning });
    const refusal = checks.leaf(leaf);
    if (refusal !== undefined)
        throw refusal;
    const { certificates, unreadable } = readIntermediates(request.intermediates);
    const usable = anchors.filter(({ certificate }) => certificate.sha256 !== leaf.sha256);
    const issuersOf = createIssuerIndex(usable, certificates, request.at);
    let furthest;
    let stepsLeft = limits/* limits */.F.pathSteps;
    let pathsLeft = limits/* limits */.F.paths;
    const comparisons = { left: limits/* limits */.F.nameComparisons };
    const fail = (progress, error) => {
        if (furthest === undefined || progress > furthest.progress)
            furthest = { progress, error };
    };
    const complete = (chain, anchor) => {
        if (--pathsLeft < 0)
            throw exhausted('paths', limits/* limits */.F.paths, leaf);
        const path = { anchor, certificates: chain, warnings: [...anchor.warnings, ...checks.warnings(chain)] };
        let progress = progressOf.complete;
        try {
            (0,path_validation/* validatePath */.i)(chain.toReversed(), request.policy ?? {}, comparisons);
            progress = progressOf.valid;
            request.accept?.(path);
            return path;
        }
        catch (error) {
            if (!(error instanceof core_error/* ReleaseSigningError */.B) || error.code === 'limit-exceeded')
                throw error;
            fail(progress, error);
            return undefined;
        }
    };
    const extend = (chain, current) => {
        const depth = chain.length;
        const candidates = issuersOf(current).filter(({ certificate }) => !chain.some((one) => isSame(one, certificate)));
        if (candidates.length === 0)
            fail(progressOf.noIssuer(depth), notFound(current, unreadable));
        for (const { certificate, anchor } of candidates) {
            if (--stepsLeft < 0)
                throw exhausted('issuers', limits/* limits */.F.pathSteps, leaf);
            if (depth === limits/* limits */.F.pathLength) {
                fail(progressOf.noIssuer(depth), exhausted('certificates in a path', limits/* limits */.F.pathLength, leaf));
                continue;
            }
            const unlinked = checks.link(current, certificate);
            if (unlinked !== undefined) {
                fail(progressOf.unlinked(depth), unlinked);
                continue;
            }
            const unfit = anchor === undefined ? checks.intermediate(certificate) : checks.anchor(anchor);
            if (unfit !== undefined) {
                fail(progressOf.unfit(depth), unfit);
                continue;
            }
            const longer = [...chain, certificate];
            const found = anchor === undefined ? extend(longer, certificate) : complete(longer, anchor);
            if (found !== undefined)
                return found;
        }
        return undefined;
    };
    const found = extend([leaf], leaf);
    if (found !== undefined)
        return found;
    if (usable.length < anchors.length)
        throw leafIsAnchor(leaf);
    throw furthest?.error ?? notFound(leaf, unreadable);
}
const progressOf = {
    unlinked: (depth) => 4 * depth,
    noIssuer: (depth) => 4 * depth + 1,
    unfit: (depth) => 4 * depth + 2,
    complete: 4 * (limits/* limits */.F.pathLength + 1),
    valid: 4 * (limits/* limits */.F.pathLength + 1) + 1,
};
function readIntermediates(ders) {
    const certificates = [];
    const unreadable = [];
    for (const der of ders) {
        try {
            certificates.push((0,x509_certificate/* parseCertificate */.h)(der, 'intermediate certificate'));
        }
        catch (error) {
            if (!(error instanceof core_error/* ReleaseSigningError */.B))
                throw error;
            unreadable.push(error);
        }
    }
    return { certificates, unreadable };
}
const isSame = (a, b) => a.subject.key === b.subject.key && (0,bytes/* equalBytes */.ex)(a.publicKey.spki, b.publicKey.spki);
function notFound(certificate, unreadable) {
    const [broken] = unreadable;
    const also = broken === undefined ? '' : `; ${unreadable.length} of the certificates given cannot be read: ${broken.message}`;
    const problem = certificate.selfIssued
        ? 'is not pinned, and has no other issuer'
        : `its issuer ${(0,refusal/* shortened */.vI)(certificate.issuer.text)} is neither pinned nor among the certificates given`;
    return new core_error/* ReleaseSigningError */.B('path-not-found', `${(0,refusal/* describeCertificate */.dF)(certificate)}: ${problem}${also}`, {
        certificate: (0,x509_certificate/* certificateReference */.l)(certificate),
        rule: 'RFC 5280 section 6.1',
        hint: 'Pin the root of the signer you expect, from a source you trust, and give all intermediate certificates. Where that is so, somebody else signed.',
        cause: broken,
    });
}
const leafIsAnchor = (leaf) => new core_error/* ReleaseSigningError */.B('anchor-is-leaf', `${(0,refusal/* describeCertificate */.dF)(leaf)}: pinned as a root, but not issued by one`, {
    certificate: (0,x509_certificate/* certificateReference */.l)(leaf),
    rule: 'RFC 5280 section 6.1',
    hint: 'Pin the root certificate that issued it; no certificate vouches for itself.',
});
const exhausted = (what, bound, leaf) => new core_error/* ReleaseSigningError */.B('limit-exceeded', `${(0,refusal/* describeCertificate */.dF)(leaf)}: no path found within ${bound} ${what}`, {
    certificate: (0,x509_certificate/* certificateReference */.l)(leaf),
    hint: 'Give only the certificates between the signing certificate and the root.',
});


/***/ }),

/***/ 6434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ encodePem),
/* harmony export */   Tw: () => (/* binding */ readPemOrDer),
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   k1: () => (/* binding */ encodeCertificatePem)
/* harmony export */ });
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2088);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6335);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);






function readCertificates(bytes, what) {
    const certificates = readPemOrDer(bytes, 'CERTIFICATE', what, _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.certificateFileBytes);
    if (certificates.length > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.certificates) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('limit-exceeded', `${what}: ${certificates.length} certificates, at most ${_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.certificates} are read`);
    }
    return certificates;
}
const encodeCertificatePem = (certificates) => encodePem('CERTIFICATE', certificates);
function encodePem(label, ders) {
    const blocks = ders.map((der) => {
        const lines = (0,_base64_js__WEBPACK_IMPORTED_MODULE_5__/* .base64 */ .K)(der).match(/.{1,64}/g) ?? [];
        return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
    });
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As)(blocks.join(''));
}
function readPemOrDer(bytes, label, what, maximumBytes) {
    if (bytes.length > maximumBytes) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('limit-exceeded', `${what}: ${bytes.length} bytes, at most ${maximumBytes} are read`);
    }
    if (bytes[0] === _der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence && isPrivateKey(bytes, what))
        throw privateKey(what);
    const length = bytes[1] ?? 0;
    if (bytes[0] === _der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence && (length >= 0x80 || length === bytes.length - 2))
        return [bytes];
    const text = new TextDecoder().decode(bytes);
    if (/PRIVATE KEY|PuTTY-User-Key-File/.test(text))
        throw privateKey(what);
    return pemBlocks(text, label, what);
}
function pemBlocks(text, label, what) {
    const blocks = [];
    let body;
    for (const line of text.split(/\r\n|\n|\r/)) {
        const boundary = /^-----(BEGIN|END) (.*)-----[ \t]*$/.exec(line);
        if (boundary === null) {
            if (body === undefined && line.startsWith('-----'))
                throw invalid(what, label, 'a damaged boundary line');
            body?.push(line.trim());
            continue;
        }
        const [, edge, found] = boundary;
        if (found !== label)
            throw invalid(what, label, `a block that is no ${label}`);
        if ((edge === 'BEGIN') !== (body === undefined))
            throw invalid(what, label, `${edge} ${label} without its counterpart`);
        if (body !== undefined)
            blocks.push(decodeBase64(body.join(''), what, label));
        body = edge === 'BEGIN' ? [] : undefined;
    }
    if (body !== undefined)
        throw invalid(what, label, 'cut short');
    if (blocks.length === 0)
        throw invalid(what, label, `no ${label} in it`);
    return blocks;
}
function decodeBase64(text, what, label) {
    const octets = /^[A-Za-z0-9+/]+=*$/.test(text) && text.length % 4 === 0 ? atob(text) : '';
    if (octets === '' || btoa(octets) !== text)
        throw invalid(what, label, 'a block that is not Base64');
    return Uint8Array.from(octets, (octet) => octet.charCodeAt(0));
}
function isPrivateKey(bytes, what) {
    try {
        const [first, second, third] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDer */ .zE)(bytes, what).children;
        return first?.tag === _der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.integer || (second?.tag === _der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.octetString && third === undefined);
    }
    catch (error) {
        if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B)
            return false;
        throw error;
    }
}
const privateKey = (what) => new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('private-key-in-input', `${what}: holds a private key`, {
    hint: 'Take it out, and replace the key: it has been where others can read it.',
});
const invalid = (what, label, problem) => new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('pem-invalid', `${what}: not PEM: ${problem}`, {
    rule: 'RFC 7468',
    hint: `Give PEM (-----BEGIN ${label}-----), or DER.`,
});


/***/ }),

/***/ 8257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parsePublicKey)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _crypto_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1806);
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4262);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6335);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8884);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3779);








const curve = (oid, keySpec, bits) => ({
    algorithm: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdentifier */ .RG)('1.2.840.10045.2.1'), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdentifier */ .RG)(oid)),
    read(octets, what) {
        if (octets[0] !== 4 || octets.length !== 1 + 2 * Math.ceil(bits / 8)) {
            throw invalid(what, 'not an uncompressed point of its curve');
        }
        return { type: 'ec', keySpec, bits };
    },
});
const fixedLength = (oid, type, keySpec, length) => ({
    algorithm: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdentifier */ .RG)(oid)),
    read(octets, what) {
        if (octets.length !== length)
            throw invalid(what, 'not as long as its kind');
        return { type, keySpec, bits: 8 * length };
    },
});
const rsaSpecs = new Map([
    [2048, 'RSA_2048'],
    [3072, 'RSA_3072'],
    [4096, 'RSA_4096'],
]);
const keyKinds = new Map([
    {
        algorithm: (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .objectIdentifier */ .RG)('1.2.840.113549.1.1.1'), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_5__/* .derNull */ .f7)()),
        read: (octets, what) => {
            const bits = rsaBits(octets, what);
            return { type: 'rsa', keySpec: rsaSpecs.get(bits), bits };
        },
    },
    curve('1.2.840.10045.3.1.7', 'ECC_NIST_P256', 256),
    curve('1.3.132.0.34', 'ECC_NIST_P384', 384),
    curve('1.3.132.0.35', 'ECC_NIST_P521', 521),
    curve('1.3.132.0.10', 'ECC_SECG_P256K1', 256),
    fixedLength('1.3.101.112', 'ed25519', 'ECC_NIST_EDWARDS25519', 32),
    fixedLength('2.16.840.1.101.3.4.3.17', 'ml-dsa', 'ML_DSA_44', 1312),
    fixedLength('2.16.840.1.101.3.4.3.18', 'ml-dsa', 'ML_DSA_65', 1952),
    fixedLength('2.16.840.1.101.3.4.3.19', 'ml-dsa', 'ML_DSA_87', 2592),
].map((kind) => [(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)(kind.algorithm), kind]));
function parsePublicKey(source, what = 'public key') {
    const element = source instanceof Uint8Array ? (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDer */ .zE)(source, what) : source;
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .Pf)(element, what);
    const algorithm = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence, 'the algorithm of the public key');
    const octets = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .bitStringOctetsOf */ .mE)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.bitString, 'the public key'), `${what}: the public key`);
    fields.end();
    const kind = keyKinds.get((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesToHex */ .My)(algorithm.bytes));
    if (element.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence || kind === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseSigningError */ .B('key-unsupported', `${what}: key type or its parameters not accepted`, {
            rule: 'RFC 5480 section 2.1.1, RFC 3279 section 2.3.1, RFC 8410 section 3, RFC 9881 section 3',
            hint: 'RSA keys, keys on the named curves P-256, P-384, P-521 and secp256k1, Ed25519 and ML-DSA keys are.',
        });
    }
    const properties = kind.read(octets, what);
    const key = (0,_crypto_js__WEBPACK_IMPORTED_MODULE_1__/* .importPublicKey */ .KG)(element.bytes);
    if (key === undefined)
        throw invalid(what, 'not a key that can be used');
    return { ...properties, spki: element.bytes, octets, key };
}
function rsaBits(octets, what) {
    const element = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDer */ .zE)(octets, `${what}: RSA key`);
    if (element.tag !== _der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.sequence)
        throw invalid(what, 'not an RSA key');
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .Pf)(element, `${what}: RSA key`);
    const modulus = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.integer, 'the modulus').content;
    const exponent = fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .tag */ .Tc.integer, 'the exponent').content;
    fields.end();
    if (isNegative(modulus) || isNegative(exponent))
        throw invalid(what, 'a negative RSA modulus or exponent');
    const bits = bitLength(modulus);
    if (bits < _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limits */ .F.rsaBitsMinimum || bits > _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limits */ .F.rsaBitsMaximum || bits % 8 !== 0) {
        throw weak(what, `RSA with ${bits} bits`);
    }
    if (isEven(modulus) || isEven(exponent) || bitLength(exponent) < 2)
        throw weak(what, 'RSA modulus or exponent');
    if (bitLength(exponent) > _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limits */ .F.rsaExponentBits)
        throw weak(what, 'RSA exponent too large');
    return bits;
}
const isNegative = (content) => (content[0] ?? 0) >= 0x80;
const isEven = (content) => ((content[content.length - 1] ?? 0) & 1) === 0;
function bitLength(content) {
    const digits = content[0] === 0 ? content.subarray(1) : content;
    return digits.length === 0 ? 0 : 8 * digits.length - Math.clz32(digits[0] ?? 0) + 24;
}
const weak = (what, problem) => new _error_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseSigningError */ .B('key-weak', `${what}: ${problem}`, {
    rule: 'CA/Browser Forum Code Signing requirements section 6.1.5 and 6.1.6',
    hint: `RSA takes a modulus of ${_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limits */ .F.rsaBitsMinimum} to ${_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .limits */ .F.rsaBitsMaximum} bits, a multiple of 8, and an odd exponent from 3.`,
});
const invalid = (what, problem) => new _error_js__WEBPACK_IMPORTED_MODULE_6__/* .ReleaseSigningError */ .B('key-invalid', `${what}: the public key is ${problem}`, { rule: 'RFC 5280 section 4.1.2.7' });


/***/ }),

/***/ 6300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   dF: () => (/* binding */ describeCertificate),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3779);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7543);



const shortened = (text) => text.length > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.quotedCharacters ? `${text.slice(0, _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.quotedCharacters)}…` : text;
const describeCertificate = ({ subject, sha256 }) => subject.text === '' ? `certificate with SHA-256 ${sha256}` : `certificate ${shortened(subject.text)}`;
const reissue = 'Whoever issued the certificate has to issue it again.';
const refuse = (certificate, code, problem, rule) => new _error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B(code, `${describeCertificate(certificate)}: ${problem}`, {
    certificate: (0,_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateReference */ .l)(certificate),
    rule: /^\d/.test(rule.section) ? `RFC 5280 section ${rule.section}` : rule.section,
    hint: rule.hint ?? reissue,
});


/***/ }),

/***/ 6885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ createRevocationChecker)
});

// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/core/x509/certificate.js
var x509_certificate = __webpack_require__(7543);
// EXTERNAL MODULE: ./build/core/x509/crl.js + 1 modules
var x509_crl = __webpack_require__(4616);
// EXTERNAL MODULE: ./build/core/x509/distribution-point.js
var distribution_point = __webpack_require__(9203);
// EXTERNAL MODULE: ./build/core/x509/name.js + 1 modules
var x509_name = __webpack_require__(3579);
;// CONCATENATED MODULE: ./build/core/x509/crl-scope.js


function coveredReasons(crl, certificate, point) {
    const scope = crl.issuingDistributionPoint;
    const covered = isIssuerExpected(crl, certificate, point) &&
        isNameExpected(crl, certificate, point) &&
        !(scope?.onlyUserCertificates === true && isAuthority(certificate)) &&
        !(scope?.onlyAuthorityCertificates === true && !isAuthority(certificate)) &&
        scope?.onlyAttributeCertificates !== true;
    if (!covered)
        return new Set();
    const reasons = point?.reasons ?? distribution_point/* allReasons */.nP;
    return new Set([...(scope?.onlySomeReasons ?? distribution_point/* allReasons */.nP)].filter((reason) => reasons.has(reason)));
}
function isIssuerExpected(crl, certificate, point) {
    if (point?.crlIssuer === undefined)
        return (0,x509_name/* sameName */.q)(crl.issuer, certificate.issuer);
    const named = (0,distribution_point/* directoryNames */.IP)(point.crlIssuer).some((name) => (0,x509_name/* sameName */.q)(name, crl.issuer));
    return named && crl.issuingDistributionPoint?.indirect === true;
}
function isNameExpected(crl, certificate, point) {
    const name = crl.issuingDistributionPoint?.name;
    if (name === undefined)
        return true;
    const names = (0,distribution_point/* fullNames */.Ww)(name, crl.issuer, 'CRL: distribution point name');
    if (point === undefined)
        return (0,distribution_point/* directoryNames */.IP)(names).some((one) => (0,x509_name/* sameName */.q)(one, certificate.issuer));
    if (point.name === undefined)
        return (0,distribution_point/* shareName */.pt)(names, point.crlIssuer ?? []);
    const [base = certificate.issuer] = (0,distribution_point/* directoryNames */.IP)(point.crlIssuer ?? []);
    return (0,distribution_point/* shareName */.pt)(names, (0,distribution_point/* fullNames */.Ww)(point.name, base, 'certificate: distribution point name'));
}
const isAuthority = ({ extensions }) => extensions.basicConstraints?.ca === true;

// EXTERNAL MODULE: ./build/core/x509/path.js + 1 modules
var path = __webpack_require__(8859);
// EXTERNAL MODULE: ./build/core/x509/signature.js
var signature = __webpack_require__(230);
;// CONCATENATED MODULE: ./build/core/x509/crl-signer.js








function createCrlSignerSearch(search, verified) {
    const inPath = search.path.certificates.slice(1);
    const candidates = [...inPath, ...parsable(search.intermediates)];
    const found = new Map();
    const budget = { signatureChecks: limits/* limits */.F.signatureChecks, paths: limits/* limits */.F.crlSignerPaths };
    const hasSigned = (certificate, crl) => {
        const id = `${crl.sha256} ${(0,bytes/* bytesToHex */.My)(certificate.publicKey.spki)}`;
        const known = verified.get(id);
        if (known !== undefined)
            return known;
        if (--budget.signatureChecks < 0)
            throw exhausted(crl);
        const good = (0,signature/* isSignedBy */.s)(crl, certificate.publicKey);
        verified.set(id, good);
        return good;
    };
    const pathOf = (certificate, crl) => {
        const position = inPath.indexOf(certificate);
        if (position !== -1) {
            const path = inPath.slice(position);
            const outside = path.find(({ notBefore, notAfter }) => search.at < notBefore || search.at > notAfter);
            if (outside === undefined)
                return path;
            throw new core_error/* ReleaseSigningError */.B('crl-signer-untrusted', `${(0,x509_crl/* describeCrl */.Rt)(crl)}: the certificate of its signer is not valid at ${search.at.toISOString()}`, {
                rule: 'RFC 5280 section 6.3.3 (f)',
                hint: 'Give the renewed certificate of the issuer among the intermediates.',
                certificate: (0,x509_certificate/* certificateReference */.l)(outside),
            });
        }
        if (--budget.paths < 0)
            throw exhausted(crl);
        try {
            return (0,path/* findPath */.H)({
                leaf: certificate,
                intermediates: [...inPath.map(({ der }) => der), ...search.intermediates],
                anchors: [search.path.anchor],
                at: search.at,
                profile: 'rfc5280',
                purpose: 'any',
            }).certificates;
        }
        catch (cause) {
            throw untrusted(cause, certificate, crl);
        }
    };
    const examine = (crl) => {
        let problem;
        for (const certificate of candidates) {
            if (!(0,x509_name/* sameName */.q)(certificate.subject, crl.issuer) || !fitsKeyId(crl, certificate))
                continue;
            if (!hasSigned(certificate, crl)) {
                problem ??= refusal('crl-signature-invalid', crl, 'its signature is not by the key of its issuer', certificate);
                continue;
            }
            if (!maySignCrls(certificate)) {
                problem = refusal('crl-signer-unfit', crl, 'the certificate of its signer may not sign CRLs', certificate);
                continue;
            }
            try {
                return { certificate, path: pathOf(certificate, crl) };
            }
            catch (error) {
                if (!(error instanceof core_error/* ReleaseSigningError */.B) || error.code === 'limit-exceeded')
                    throw error;
                problem = error;
            }
        }
        return problem ?? refusal('crl-signer-unknown', crl, 'the certificate of its signer is not there');
    };
    return (crl) => {
        const answer = found.get(crl.sha256) ?? examine(crl);
        found.set(crl.sha256, answer);
        if (answer instanceof core_error/* ReleaseSigningError */.B)
            throw answer;
        return answer;
    };
}
function parsable(ders) {
    return ders.flatMap((der) => {
        try {
            return [(0,x509_certificate/* parseCertificate */.h)(der)];
        }
        catch (error) {
            if (error instanceof core_error/* ReleaseSigningError */.B)
                return [];
            throw error;
        }
    });
}
function fitsKeyId(crl, { extensions }) {
    const subject = extensions.subjectKeyIdentifier;
    return crl.authorityKeyId === undefined || subject === undefined || (0,bytes/* equalBytes */.ex)(crl.authorityKeyId, subject);
}
function maySignCrls({ extensions }) {
    const usage = extensions.keyUsage;
    return usage === undefined ? extensions.basicConstraints?.ca === true : usage.has('cRLSign');
}
const hints = {
    'crl-signature-invalid': 'Fetch the CRL again.',
    'crl-signer-unfit': 'Ask the issuer for a CRL signed under a certificate with cRLSign.',
    'crl-signer-unknown': 'Give the certificate of the CRL’s issuer among the intermediates.',
};
function refusal(code, crl, problem, certificate) {
    return new core_error/* ReleaseSigningError */.B(code, `${(0,x509_crl/* describeCrl */.Rt)(crl)}: ${problem}`, {
        rule: 'RFC 5280 section 6.3.3 (f), (g)',
        hint: hints[code],
        certificate: certificate === undefined ? undefined : (0,x509_certificate/* certificateReference */.l)(certificate),
    });
}
function untrusted(cause, certificate, crl) {
    if (!(cause instanceof core_error/* ReleaseSigningError */.B) || cause.code === 'limit-exceeded')
        return cause;
    return new core_error/* ReleaseSigningError */.B('crl-signer-untrusted', `${(0,x509_crl/* describeCrl */.Rt)(crl)}: no path from its signer to the pinned root: ${cause.message}`, {
        rule: 'RFC 5280 section 6.3.3 (f)',
        hint: 'Give the certificates of the CRL’s issuer among the intermediates.',
        certificate: (0,x509_certificate/* certificateReference */.l)(certificate),
        cause,
    });
}
const exhausted = (crl) => new core_error/* ReleaseSigningError */.B('limit-exceeded', `${(0,x509_crl/* describeCrl */.Rt)(crl)}: too many certificates could have signed it`);

// EXTERNAL MODULE: ./build/core/x509/crl-entry.js
var crl_entry = __webpack_require__(846);
;// CONCATENATED MODULE: ./build/core/x509/crl-verdict.js




function judgeByCrls(group, certificate, times) {
    const complete = newest(inForce(group.complete, times));
    const deltas = newest(inForce(group.deltas, times)).filter((delta) => !isSuperseded(delta, complete));
    const following = deltas.filter(({ number }) => complete.every((one) => number > one.number));
    const current = [...complete, ...following];
    const problem = current.map((crl) => staleness(crl, times)).find((found) => found !== undefined);
    const entries = entriesFor(certificate, complete, deltas, following);
    const refusing = entries.find((entry) => isRefused(entry, times) && (problem === undefined || entry.reason !== crl_entry/* crlReason */.UF.certificateHold));
    if (refusing !== undefined)
        return { problem: revoked(refusing, certificate), warnings: [] };
    if (complete.length === 0)
        return { problem: noComplete(group, certificate), warnings: [] };
    return {
        problem: problem ?? misfit(following, complete) ?? (entries.length > 0 ? undefined : silence(current, certificate)),
        warnings: entries.map((entry) => `${certificate.subject.text} was revoked on ${entry.revocationDate.toISOString()}, after it had signed`),
    };
}
const inForce = (crls, { freshAt, signedAt }) => signedAt === undefined ? crls.filter(({ thisUpdate }) => thisUpdate <= freshAt) : crls;
const newest = (crls) => crls.filter((crl) => !isSuperseded(crl, crls));
const isSuperseded = (crl, others) => others.some(({ thisUpdate, number }) => thisUpdate >= crl.thisUpdate && number >= crl.number && (thisUpdate > crl.thisUpdate || number > crl.number));
function entriesFor({ issuer, serial, notAfter }, complete, deltas, following) {
    const removes = (delta) => notAfter >= delta.thisUpdate && delta.find(issuer, serial).some(({ reason }) => reason === crl_entry/* crlReason */.UF.removeFromCrl);
    const removed = following.length > 0 && following.every(removes);
    const listed = complete.flatMap((crl) => crl.find(issuer, serial));
    const added = deltas.flatMap((delta) => delta.find(issuer, serial));
    return [
        ...listed.filter(({ reason }) => !(removed && reason === crl_entry/* crlReason */.UF.certificateHold)),
        ...added.filter(({ reason }) => reason !== crl_entry/* crlReason */.UF.removeFromCrl),
    ];
}
const harmlessToTimeStamps = new Set([
    crl_entry/* crlReason */.UF.unspecified,
    crl_entry/* crlReason */.UF.affiliationChanged,
    crl_entry/* crlReason */.UF.superseded,
    crl_entry/* crlReason */.UF.cessationOfOperation,
]);
function isRefused(entry, { signedAt, ofTimeStamps }) {
    if (signedAt === undefined)
        return true;
    if (entry.reason === crl_entry/* crlReason */.UF.keyCompromise || entry.reason === crl_entry/* crlReason */.UF.cACompromise)
        return true;
    if (ofTimeStamps === true && !harmlessToTimeStamps.has(entry.reason))
        return true;
    return [entry.revocationDate, entry.invalidityDate].some((date) => date !== undefined && !(date > signedAt));
}
function revoked(entry, certificate) {
    const invalid = entry.invalidityDate === undefined ? '' : `, invalid since ${entry.invalidityDate.toISOString()}`;
    const date = entry.revocationDate.toISOString();
    return new core_error/* ReleaseSigningError */.B('certificate-revoked', `certificate revoked on ${date}${invalid}, reason code ${entry.reason ?? 'not given'}, says its issuer ${certificate.issuer.text}`, {
        rule: 'RFC 5280 section 6.3.3',
        hint: 'Do not trust what it signed. Ask the signer for a release under a certificate that stands.',
        certificate: (0,x509_certificate/* certificateReference */.l)(certificate),
    });
}
function staleness(crl, { freshAt }) {
    const at = freshAt.toISOString();
    if (freshAt < crl.thisUpdate) {
        return new core_error/* ReleaseSigningError */.B('crl-not-yet-valid', `${(0,x509_crl/* describeCrl */.Rt)(crl)}: it is not yet in force at ${at}`, {
            rule: 'RFC 5280 section 5.1.2.4',
            hint: 'Give the CRL that was in force then, and none that was issued later.',
        });
    }
    if (freshAt <= crl.nextUpdate)
        return undefined;
    const until = crl.nextUpdate.toISOString();
    return new core_error/* ReleaseSigningError */.B('crl-stale', `${(0,x509_crl/* describeCrl */.Rt)(crl)}: it was good until ${until}, and not at ${at}`, {
        rule: 'RFC 5280 section 6.3.3 (a)',
        hint: 'Fetch a fresh CRL from the issuer.',
    });
}
function misfit(deltas, complete) {
    const pairs = deltas.flatMap((delta) => complete.map((one) => ({ delta, one })));
    const unfit = pairs.find(({ delta, one }) => delta.baseNumber === undefined ||
        delta.baseNumber > one.number ||
        !(0,x509_crl/* sameOptional */.zu)(delta.authorityKeyIdentifier, one.authorityKeyIdentifier));
    if (unfit === undefined)
        return undefined;
    const { delta, one } = unfit;
    return new core_error/* ReleaseSigningError */.B('crl-delta-unusable', `${(0,x509_crl/* describeCrl */.Rt)(delta)}: it is a delta to number ${delta.baseNumber}, the complete CRL given is number ${one.number}`, { rule: 'RFC 5280 section 5.2.4', hint: 'Fetch a newer complete CRL from the issuer.' });
}
function silence(crls, certificate) {
    const { notAfter } = certificate;
    const silent = crls.find(({ thisUpdate, expiredSince }) => notAfter < thisUpdate && (expiredSince === undefined || notAfter < expiredSince));
    if (silent === undefined)
        return undefined;
    return new core_error/* ReleaseSigningError */.B('crl-silent-on-expired', `${(0,x509_crl/* describeCrl */.Rt)(silent)}: it no longer tells whether certificates that expired on ${notAfter.toISOString()} were revoked`, {
        rule: 'ITU-T X.509 expiredCertsOnCRL',
        hint: 'Ask the issuer for a CRL with expiredCertsOnCRL that reaches back to then.',
        certificate: (0,x509_certificate/* certificateReference */.l)(certificate),
    });
}
function noComplete(group, certificate) {
    const [later] = group.complete;
    if (later !== undefined) {
        return new core_error/* ReleaseSigningError */.B('crl-not-yet-valid', `${(0,x509_crl/* describeCrl */.Rt)(later)}: it is not yet in force`, {
            rule: 'RFC 5280 section 5.1.2.4',
            hint: 'Give the CRL that was in force at the instant asked about.',
        });
    }
    return new core_error/* ReleaseSigningError */.B('crl-delta-unusable', `only delta CRLs of ${certificate.issuer.text} are there, and no complete one`, { rule: 'RFC 5280 section 5.2.4', hint: 'Give the complete CRL too.' });
}

;// CONCATENATED MODULE: ./build/core/x509/revocation.js










function createRevocationChecker(crls) {
    if (crls.length > limits/* limits */.F.crls) {
        throw new core_error/* ReleaseSigningError */.B('limit-exceeded', `${crls.length} CRLs given, at most ${limits/* limits */.F.crls} are taken`);
    }
    const distinct = [...new Map(crls.map((crl) => [crl.sha256, crl])).values()];
    const signatures = new Map();
    return {
        check(path, asked) {
            const freshAt = new Date(Math.floor(asked.freshAt.getTime() / 1000) * 1000);
            const request = { ...asked, freshAt };
            for (const time of [freshAt, asked.signedAt]) {
                if (Number.isNaN(time?.getTime()))
                    throw new core_error/* ReleaseSigningError */.B('internal', 'revocation asked at no valid time');
            }
            const search = { path, intermediates: request.intermediates, at: freshAt };
            const judge = { crls: distinct, path, request, findSigner: createCrlSignerSearch(search, signatures) };
            const subjects = path.certificates.slice(0, request.scope === 'leaf' ? 1 : -1);
            const warnings = subjects.flatMap((certificate, i) => expectGood(judge, { certificate, issuer: path.certificates[i + 1], distrusted: new Set() }));
            return { warnings };
        },
        concerns: ({ certificates }) => certificates.slice(0, -1).some(({ issuer }) => distinct.some((crl) => (0,x509_name/* sameName */.q)(crl.issuer, issuer))),
    };
}
function expectGood(judge, subject) {
    const { certificate } = subject;
    const problems = [];
    const warnings = [];
    const known = new Set();
    for (const point of [...(certificate.extensions.crlDistributionPoints ?? []), undefined]) {
        for (const { group, decides } of groupsFor(judge, subject, point, problems)) {
            const { problem, warnings: more } = judgeByCrls(group, certificate, judge.request);
            if (problem?.code === 'certificate-revoked')
                throw problem;
            if (!decides)
                continue;
            if (problem !== undefined) {
                problems.unshift(problem);
                continue;
            }
            warnings.push(...more);
            for (const crl of group.complete) {
                for (const reason of coveredReasons(crl, certificate, point))
                    known.add(reason);
            }
        }
    }
    if ([...distribution_point/* allReasons */.nP].every((reason) => known.has(reason)))
        return warnings;
    throw problems[0] ?? missing(certificate, known.size > 0);
}
function groupsFor(judge, subject, point, problems) {
    const groups = new Map();
    for (const crl of judge.crls) {
        if (coveredReasons(crl, subject.certificate, point).size === 0)
            continue;
        const signer = trustedSigner(judge, subject, crl, problems);
        if (signer === undefined)
            continue;
        const key = signer.certificate.publicKey.spki;
        const id = `${(0,bytes/* bytesToHex */.My)(key)} ${(0,bytes/* bytesToHex */.My)(crl.scope ?? new Uint8Array())}`;
        const group = groups.get(id) ?? { key, complete: [], deltas: [] };
        groups.set(id, crl.baseNumber === undefined
            ? { ...group, complete: [...group.complete, crl] }
            : { ...group, deltas: [...group.deltas, crl] });
    }
    const issuerKey = subject.issuer?.publicKey.spki;
    const isOwn = ({ key }) => issuerKey !== undefined && (0,bytes/* equalBytes */.ex)(key, issuerKey);
    const all = [...groups.values()];
    const ownDecide = point?.crlIssuer === undefined && all.some(isOwn);
    return all.map((group) => ({ group, decides: !ownDecide || isOwn(group) }));
}
function trustedSigner(judge, subject, crl, problems) {
    try {
        const signer = judge.findSigner(crl);
        const key = (0,bytes/* bytesToHex */.My)(signer.certificate.publicKey.spki);
        const ownKey = (0,bytes/* bytesToHex */.My)(subject.certificate.publicKey.spki);
        if (key === ownKey || subject.distrusted.has(key))
            return undefined;
        expectSignerNotRevoked(judge, signer, new Set([...subject.distrusted, key, ownKey]), crl);
        return signer;
    }
    catch (error) {
        if (!(error instanceof core_error/* ReleaseSigningError */.B) || error.code === 'limit-exceeded')
            throw error;
        if (isListed(judge, subject.certificate, [crl]))
            throw error;
        problems.push(error);
        return undefined;
    }
}
const isListed = ({ request }, { issuer, serial }, crls) => request.signedAt !== undefined && crls.some((crl) => crl.find(issuer, serial).length > 0);
function expectSignerNotRevoked(judge, signer, distrusted, crl) {
    const inPath = new Set(judge.path.certificates.map(({ sha256 }) => sha256));
    signer.path.slice(0, -1).forEach((certificate, i) => {
        if (inPath.has(certificate.sha256))
            return;
        try {
            expectGood(judge, { certificate, issuer: signer.path[i + 1], distrusted });
        }
        catch (cause) {
            if (!(cause instanceof core_error/* ReleaseSigningError */.B) || cause.code === 'limit-exceeded')
                throw cause;
            if (cause.code !== 'certificate-revoked' && !isListed(judge, certificate, judge.crls))
                return;
            throw new core_error/* ReleaseSigningError */.B('crl-signer-untrusted', `${(0,x509_crl/* describeCrl */.Rt)(crl)}: its signer: ${cause.message}`, {
                rule: cause.rule,
                hint: 'Fetch a CRL from the issuer that is signed under a certificate that stands.',
                certificate: (0,x509_certificate/* certificateReference */.l)(certificate),
                cause,
            });
        }
    });
}
function missing(certificate, partly) {
    return new core_error/* ReleaseSigningError */.B('crl-missing', `no CRL tells ${partly ? 'for all reasons ' : ''}whether the certificate is revoked; its issuer is ${certificate.issuer.text}`, {
        rule: 'RFC 5280 section 6.3.3',
        hint: 'Give the CRL of that issuer too, or ask for the leaf alone with crl-scope leaf.',
        certificate: (0,x509_certificate/* certificateReference */.l)(certificate),
    });
}


/***/ }),

/***/ 230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ fitsKey),
/* harmony export */   s: () => (/* binding */ isSignedBy)
/* harmony export */ });
/* harmony import */ var _crypto_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1806);

const keyTypes = {
    'rsa-pkcs1': 'rsa',
    'rsa-pss': 'rsa',
    ecdsa: 'ec',
    ed25519: 'ed25519',
    'ml-dsa': 'ml-dsa',
};
const fitsKey = ({ scheme, keySpecs }, { type, keySpec }) => keyTypes[scheme] === type && (type !== 'ml-dsa' || (keySpec !== undefined && keySpecs.includes(keySpec)));
const isSignedBy = ({ tbs, signatureAlgorithm, signature }, key) => signatureAlgorithm !== undefined &&
    fitsKey(signatureAlgorithm, key) &&
    (0,_crypto_js__WEBPACK_IMPORTED_MODULE_0__/* .verifySignature */ .Od)(signatureAlgorithm, key.key, tbs, signature);


/***/ }),

/***/ 1882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ createTrustAnchor)
/* harmony export */ });
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7543);
/* harmony import */ var _certificate_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var _code_signing_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2791);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6300);




function createTrustAnchor(der, name = 'root certificate') {
    const certificate = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCertificate */ .h)(der, name);
    const rules = [..._certificate_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .rfc5280Rules */ .Ix.anchor, ..._code_signing_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSigningRules */ .A.anchor];
    const refusal = (0,_certificate_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .firstRefusal */ .Jz)(rules, certificate, { at: certificate.notBefore, purpose: 'any' });
    return { certificate, refusal, warnings: anchorWarnings(certificate) };
}
function anchorWarnings(certificate) {
    const { extensions, signatureAlgorithm, selfIssued } = certificate;
    const warnings = [];
    if (extensions.keyUsage === undefined)
        warnings.push('no key usage');
    if (!selfIssued)
        warnings.push('issued by another CA, which was not looked at');
    else if (signatureAlgorithm === undefined) {
        warnings.push('self-signed with an algorithm that is not accepted; that signature was not checked');
    }
    return warnings.map((warning) => `root ${(0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .describeCertificate */ .dF)(certificate)}: ${warning}`);
}


/***/ }),

/***/ 5039:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createFiles: () => (/* reexport */ createFiles),
  findArtifacts: () => (/* reexport */ artifact_globs/* findArtifacts */.n1),
  keepingMemorySmall: () => (/* reexport */ keepingMemorySmall),
  limits: () => (/* reexport */ limits/* limits */.F),
  loadCheckChain: () => (/* binding */ loadCheckChain),
  loadInspection: () => (/* binding */ loadInspection),
  loadOnline: () => (/* binding */ loadOnline),
  loadTrustedKey: () => (/* binding */ loadTrustedKey),
  readVerifyRequest: () => (/* reexport */ readVerifyRequest),
  verifyNamed: () => (/* reexport */ verifyNamed),
  verifyText: () => (/* reexport */ verify_text/* verifyText */.Bn)
});

// EXTERNAL MODULE: ./build/adapters/files/artifact-globs.js
var artifact_globs = __webpack_require__(970);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
var external_node_fs_default = /*#__PURE__*/__webpack_require__.n(external_node_fs_);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/adapters/files/file-error.js
var file_error = __webpack_require__(7963);
;// CONCATENATED MODULE: ./build/adapters/files/file-hash.js
function* hashFile(system, path, hashes, buffer) {
    let descriptor;
    try {
        if (!system.statSync(path, { bigint: true }).isFile())
            return { failure: 'not-regular' };
        descriptor = system.openSync(path, system.constants.O_RDONLY | (system.constants.O_NONBLOCK ?? 0));
        const before = system.fstatSync(descriptor, { bigint: true });
        if (!before.isFile())
            return { failure: 'not-regular' };
        const states = hashes.map((name) => ({ name, state: system.createHash(name) }));
        let size = 0;
        let start = new Uint8Array();
        for (;;) {
            const count = system.readSync(descriptor, buffer);
            if (count === 0)
                break;
            size += count;
            if (size > before.size)
                return { failure: 'changed' };
            const chunk = buffer.subarray(0, count);
            if (start.length < 144) {
                const longer = new Uint8Array(Math.min(144, start.length + count));
                longer.set(start);
                longer.set(chunk.subarray(0, longer.length - start.length), start.length);
                start = longer;
            }
            for (const { state } of states)
                state.update(chunk);
            yield;
        }
        for (const after of [system.fstatSync(descriptor, { bigint: true }), system.statSync(path, { bigint: true })]) {
            const same = after.dev === before.dev &&
                after.ino === before.ino &&
                after.size === before.size &&
                after.mtimeNs === before.mtimeNs &&
                after.ctimeNs === before.ctimeNs;
            if (!same || after.size !== BigInt(size))
                return { failure: 'changed' };
        }
        return {
            size,
            start,
            digests: Object.fromEntries(states.map(({ name, state }) => [name, Uint8Array.from(state.digest())])),
        };
    }
    catch (error) {
        const { code, message } = error;
        return { failure: 'system', error: { code, message } };
    }
    finally {
        if (descriptor !== undefined)
            system.closeSync(descriptor);
    }
}

;// CONCATENATED MODULE: ./build/adapters/files/file-digests.js







const bufferBytes = 1024 * 1024;
const bytesPerThread = 16 * 1024 * 1024;
const sliceMilliseconds = 50;
const system = {
    statSync: (external_node_fs_default()).statSync,
    fstatSync: (external_node_fs_default()).fstatSync,
    openSync: (external_node_fs_default()).openSync,
    readSync: (external_node_fs_default()).readSync,
    closeSync: (external_node_fs_default()).closeSync,
    createHash: external_node_crypto_.createHash,
    constants: (external_node_fs_default()).constants,
};
async function digestFiles(paths, hashes, options = {}) {
    const bySize = paths.map((path, index) => ({ path, index, size: sizeOf(path) })).sort((a, b) => b.size - a.size);
    const queue = { paths: bySize.map(({ path }) => path), hashes, next: new SharedArrayBuffer(4) };
    const bytes = bySize.reduce((sum, { size }) => sum + size, 0);
    const threads = Math.min(options.threads ?? Math.min((0,external_node_os_.availableParallelism)(), 8), paths.length, Math.ceil(bytes / bytesPerThread));
    const others = Array.from({ length: Math.max(0, threads - 1) }, () => hashInWorker(queue));
    const found = new Map(await hashQueue(queue));
    for (const some of await Promise.all(others))
        for (const [index, hash] of some)
            found.set(index, hash);
    const inOrder = [];
    const rank = new Map(bySize.map(({ index }, position) => [index, position]));
    for (const [index, path] of paths.entries()) {
        const position = rank.get(index) ?? -1;
        inOrder.push(artifactDigest(path, found.get(position) ?? (await hashHere(path, hashes))));
    }
    return inOrder;
}
function sizeOf(path) {
    try {
        return external_node_fs_default().statSync(path).size;
    }
    catch {
        return 0;
    }
}
function artifactDigest(path, hash) {
    if ('digests' in hash)
        return { path, size: hash.size, start: hash.start, digests: hash.digests };
    switch (hash.failure) {
        case 'not-regular':
            throw (0,file_error/* notRegular */.oQ)(path);
        case 'changed':
            throw (0,file_error/* changedWhileRead */.a4)(path);
        case 'system':
            throw (0,file_error/* readError */.lS)(path, hash.error);
    }
}
async function hashQueue({ paths, hashes, next }) {
    const counter = new Int32Array(next);
    const buffer = new Uint8Array(bufferBytes);
    const found = [];
    let sliceStart = performance.now();
    for (let i = Atomics.add(counter, 0, 1); i < paths.length; i = Atomics.add(counter, 0, 1)) {
        const steps = hashFile(system, paths[i] ?? '', hashes, buffer);
        let step = steps.next();
        while (!step.done) {
            if (performance.now() - sliceStart > sliceMilliseconds) {
                await (0,promises_.setImmediate)();
                sliceStart = performance.now();
            }
            step = steps.next();
        }
        found.push([i, step.value]);
    }
    return found;
}
async function hashHere(path, hashes) {
    const [first] = await hashQueue({ paths: [path], hashes, next: new SharedArrayBuffer(4) });
    if (first === undefined)
        throw new core_error/* ReleaseSigningError */.B('internal', `${path}: was not hashed`);
    return first[1];
}
const workerSource = `
const { parentPort, workerData: { paths, hashes, next } } = require('node:worker_threads')
const system = { ...require('node:fs'), createHash: require('node:crypto').createHash }
const hashFile = ${hashFile}
const counter = new Int32Array(next)
const buffer = new Uint8Array(${bufferBytes})
const found = []
for (let i = Atomics.add(counter, 0, 1); i < paths.length; i = Atomics.add(counter, 0, 1)) {
  const steps = hashFile(system, paths[i], hashes, buffer)
  let step = steps.next()
  while (!step.done) step = steps.next()
  found.push([i, step.value])
}
parentPort.postMessage(found)
`;
function hashInWorker(queue) {
    return new Promise((resolve) => {
        const { Worker } = process.getBuiltinModule('node:worker_threads');
        const worker = new Worker(workerSource, { eval: true, workerData: queue, execArgv: [], env: {} });
        worker.once('message', resolve);
        worker.once('error', () => resolve([]));
        worker.once('exit', () => resolve([]));
    });
}

;// CONCATENATED MODULE: ./build/adapters/files/file-read.js



function readBounded(path, maximum) {
    const bytes = readIfThere(path, maximum);
    if (bytes === undefined)
        throw (0,file_error/* fileNotFound */.Ko)(path);
    return bytes;
}
function readIfThere(path, maximum) {
    try {
        if (!external_node_fs_default().statSync(path).isFile())
            throw (0,file_error/* notRegular */.oQ)(path);
        const descriptor = external_node_fs_default().openSync(path, (external_node_fs_default()).constants.O_RDONLY | ((external_node_fs_default()).constants.O_NONBLOCK ?? 0));
        try {
            return readDescriptor(descriptor, path, maximum);
        }
        finally {
            external_node_fs_default().closeSync(descriptor);
        }
    }
    catch (error) {
        if (error instanceof core_error/* ReleaseSigningError */.B)
            throw error;
        const code = (0,file_error/* systemCode */.xU)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw (0,file_error/* readError */.lS)(path, error);
    }
}
function listDirectory(directory) {
    try {
        return external_node_fs_default().readdirSync(directory);
    }
    catch (error) {
        const code = (0,file_error/* systemCode */.xU)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return [];
        throw (0,file_error/* readError */.lS)(directory, error);
    }
}
function readDescriptor(descriptor, path, maximum) {
    const found = external_node_fs_default().fstatSync(descriptor);
    if (!found.isFile())
        throw (0,file_error/* notRegular */.oQ)(path);
    if (found.size > maximum) {
        throw new core_error/* ReleaseSigningError */.B('limit-exceeded', `${path}: ${found.size} bytes, more than the ${maximum} it may have`);
    }
    const bytes = new Uint8Array(found.size + 1);
    let length = 0;
    for (;;) {
        const count = external_node_fs_default().readSync(descriptor, bytes, length, bytes.length - length, null);
        if (count === 0)
            break;
        length += count;
        if (length > found.size)
            throw (0,file_error/* changedWhileRead */.a4)(path);
    }
    if (length !== found.size)
        throw (0,file_error/* changedWhileRead */.a4)(path);
    return bytes.subarray(0, length);
}

// EXTERNAL MODULE: ./build/core/crypto.js
var core_crypto = __webpack_require__(1806);
;// CONCATENATED MODULE: ./build/adapters/files/file-signatures.js




const highWaterMark = 1024 * 1024;
async function checkSignatures(path, signature, candidates) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const attempts = candidates.map(({ algorithm, key }) => ({ key, verification: (0,core_crypto/* verifyStreamed */.hG)(algorithm) }));
    try {
        for await (const part of external_node_fs_default().createReadStream(path, { highWaterMark })) {
            hash.update(part);
            for (const { verification } of attempts)
                verification.update(part);
        }
    }
    catch (error) {
        throw (0,file_error/* readError */.lS)(path, error);
    }
    return {
        sha256: Uint8Array.from(hash.digest()),
        valid: attempts.map(({ key, verification }) => verification.verify(key, signature)),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
;// CONCATENATED MODULE: ./build/adapters/files/file-place.js







const temporaryPrefix = '.kms-release-signing-';
const temporaryIn = (directory) => (0,external_node_path_.join)(directory, `${temporaryPrefix}${(0,external_node_crypto_.randomUUID)()}.tmp`);
function existing(path) {
    try {
        const found = external_node_fs_default().lstatSync(path, { throwIfNoEntry: false });
        if (found?.isDirectory()) {
            throw new core_error/* ReleaseSigningError */.B('file-unwritable', `${path}: cannot be written: a directory is there`);
        }
        return found;
    }
    catch (error) {
        throw error instanceof core_error/* ReleaseSigningError */.B ? error : (0,file_error/* writeError */.oG)(path, error);
    }
}
function putInPlace({ path, temporary, replaces }, undo, backups) {
    const replaced = existing(path);
    checkReplaced(path, replaced, replaces);
    try {
        if (replaced === undefined) {
            if (replaces === 'nothing')
                putNewInPlace(temporary, path);
            else
                external_node_fs_default().renameSync(temporary, path);
            undo.push(() => external_node_fs_default().unlinkSync(path));
            return;
        }
        const backup = temporaryIn((0,external_node_path_.dirname)(path));
        keep(path, backup, replaced);
        backups.push(backup);
        undo.push(() => {
            external_node_fs_default().renameSync(backup, path);
            external_node_fs_default().rmSync(backup, { force: true });
        });
        external_node_fs_default().renameSync(temporary, path);
    }
    catch (error) {
        throw error instanceof core_error/* ReleaseSigningError */.B ? error : (0,file_error/* writeError */.oG)(path, error);
    }
}
function checkReplaced(path, found, replaces) {
    if (replaces === undefined)
        return;
    if (replaces === 'nothing') {
        if (found !== undefined)
            throw (0,file_error/* fileExists */.hR)(path);
    }
    else if (found === undefined || !(0,bytes/* equalBytes */.ex)(readBounded(path, Math.max(replaces.length, found.size)), replaces)) {
        throw (0,file_error/* changedMeanwhile */.Fd)(path);
    }
}
function putNewInPlace(temporary, path) {
    try {
        external_node_fs_default().linkSync(temporary, path);
    }
    catch (error) {
        const code = (0,file_error/* systemCode */.xU)(error) ?? '';
        if (code === 'EEXIST')
            throw (0,file_error/* fileExists */.hR)(path);
        if (!noLinks.has(code))
            throw error;
        external_node_fs_default().renameSync(temporary, path);
        return;
    }
    external_node_fs_default().rmSync(temporary);
}
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES']);
function keep(path, backup, found) {
    if (found.isFile()) {
        try {
            external_node_fs_default().linkSync(path, backup);
            return;
        }
        catch (error) {
            if (!noLinks.has((0,file_error/* systemCode */.xU)(error) ?? ''))
                throw error;
        }
    }
    external_node_fs_default().renameSync(path, backup);
}

;// CONCATENATED MODULE: ./build/adapters/files/file-lock.js





function whileLocked(files, work) {
    const locks = [];
    try {
        for (const { path, replaces } of files)
            if (replaces instanceof Uint8Array)
                locks.push(lock(path));
        work();
    }
    finally {
        for (const path of locks)
            external_node_fs_default().rmSync(path, { force: true });
    }
}
function lock(path) {
    const place = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `${temporaryPrefix}${(0,external_node_path_.basename)(path)}.lock`);
    try {
        external_node_fs_default().closeSync(external_node_fs_default().openSync(place, 'wx'));
        return place;
    }
    catch (error) {
        if ((0,file_error/* systemCode */.xU)(error) !== 'EEXIST')
            throw (0,file_error/* writeError */.oG)(path, error);
        throw new core_error/* ReleaseSigningError */.B('file-changed', `${path}: another run is writing it`, {
            hint: `Nothing was written: run it again. If no other run is under way, one was killed: remove ${place}.`,
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/adapters/files/signals.js

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
async function holdingSignals(work) {
    const held = new Set();
    const hold = (signal) => held.add(signal);
    for (const signal of signals)
        process.on(signal, hold);
    try {
        work();
        await (0,promises_.setImmediate)();
    }
    finally {
        for (const signal of signals)
            process.off(signal, hold);
        for (const signal of held)
            if (process.listenerCount(signal) === 0)
                process.kill(process.pid, signal);
    }
}

;// CONCATENATED MODULE: ./build/adapters/files/file-writes.js








const leftoverAge = 60 * 60 * 1000;
const stagingLanes = 16;
const fdatasync = (0,external_node_util_.promisify)((external_node_fs_default()).fdatasync);
const directoriesOf = (paths) => [...new Set(paths.map((path) => (0,external_node_path_.dirname)(path)))];
function checkWritable(paths) {
    for (const path of paths)
        existing(path);
    for (const directory of directoriesOf(paths)) {
        const probe = temporaryIn(nearestDirectory(directory));
        try {
            external_node_fs_default().closeSync(external_node_fs_default().openSync(probe, 'wx'));
            external_node_fs_default().unlinkSync(probe);
        }
        catch (error) {
            throw (0,file_error/* writeError */.oG)(directory, error);
        }
    }
}
function nearestDirectory(directory) {
    try {
        if (external_node_fs_default().statSync(directory, { throwIfNoEntry: false }) !== undefined || (0,external_node_path_.dirname)(directory) === directory) {
            return directory;
        }
    }
    catch (error) {
        throw (0,file_error/* writeError */.oG)(directory, error);
    }
    return nearestDirectory((0,external_node_path_.dirname)(directory));
}
async function writeAll(files, clock) {
    const undo = [];
    const backups = [];
    const directories = directoriesOf(files.map(({ path }) => path));
    try {
        for (const directory of directories)
            makeDirectory(directory, undo);
        const staged = await stage(files, undo);
        await holdingSignals(() => whileLocked(staged, () => {
            try {
                for (const file of staged)
                    putInPlace(file, undo, backups);
                for (const directory of directories)
                    syncDirectory(directory);
            }
            catch (error) {
                takeBack(undo, error);
                throw error;
            }
        }));
    }
    catch (error) {
        takeBack(undo, error);
        throw error;
    }
    removeBackups(backups);
    for (const directory of directories)
        removeLeftovers(directory, clock);
}
function makeDirectory(directory, undo) {
    try {
        const first = external_node_fs_default().mkdirSync(directory, { recursive: true });
        if (first === undefined)
            return;
        const made = [(0,external_node_path_.resolve)(directory)];
        for (let each = (0,external_node_path_.resolve)(directory); each !== (0,external_node_path_.resolve)(first); made.unshift(each))
            each = (0,external_node_path_.dirname)(each);
        for (const each of made)
            undo.push(() => external_node_fs_default().rmdirSync(each));
    }
    catch (error) {
        throw (0,file_error/* writeError */.oG)(directory, error);
    }
}
async function stage(files, undo) {
    const staged = files.map((file) => ({ ...file, temporary: temporaryIn((0,external_node_path_.dirname)(file.path)) }));
    const waiting = staged.values();
    const lane = async () => {
        for (const { path, bytes, temporary } of waiting)
            await writeSynced(temporary, path, bytes, undo);
    };
    const ends = await Promise.allSettled(Array.from({ length: stagingLanes }, lane));
    for (const end of ends)
        if (end.status === 'rejected')
            throw end.reason;
    return staged;
}
async function writeSynced(temporary, path, bytes, undo) {
    try {
        const descriptor = external_node_fs_default().openSync(temporary, 'wx');
        undo.push(() => external_node_fs_default().rmSync(temporary, { force: true }));
        try {
            external_node_fs_default().writeFileSync(descriptor, bytes);
            await fdatasync(descriptor).catch(ignoreNoSync);
        }
        finally {
            external_node_fs_default().closeSync(descriptor);
        }
    }
    catch (error) {
        throw (0,file_error/* writeError */.oG)(path, error);
    }
}
function takeBack(undo, cause) {
    const failures = [];
    for (const step of undo.splice(0).reverse()) {
        try {
            step();
        }
        catch (error) {
            failures.push(error);
        }
    }
    if (failures.length === 0)
        return;
    throw new core_error/* ReleaseSigningError */.B('file-unwritable', `the files could not all be written, and not all of them taken back: ${failures.map(String).join('; ')}`, { hint: 'Remove the sidecars of this run by hand before anything is published.', cause });
}
function syncDirectory(directory) {
    if (process.platform === 'win32')
        return;
    try {
        const descriptor = external_node_fs_default().openSync(directory, 'r');
        try {
            external_node_fs_default().fsyncSync(descriptor);
        }
        finally {
            external_node_fs_default().closeSync(descriptor);
        }
    }
    catch (error) {
        ignoreNoSync(error);
    }
}
function ignoreNoSync(error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes((0,file_error/* systemCode */.xU)(error) ?? ''))
        throw error;
}
function removeBackups(backups) {
    try {
        for (const backup of backups)
            external_node_fs_default().rmSync(backup, { force: true });
    }
    catch (error) {
        if ((0,file_error/* systemCode */.xU)(error) === undefined)
            throw error;
    }
}
function removeLeftovers(directory, clock) {
    const oldest = clock().getTime() - leftoverAge;
    const isLeftover = (path) => {
        const found = external_node_fs_default().lstatSync(path, { throwIfNoEntry: false });
        return found?.isFile() && found.mtimeMs < oldest;
    };
    try {
        for (const name of external_node_fs_default().readdirSync(directory)) {
            const path = (0,external_node_path_.join)(directory, name);
            if (name.startsWith(temporaryPrefix) && isLeftover(path))
                external_node_fs_default().rmSync(path, { force: true });
        }
    }
    catch (error) {
        if ((0,file_error/* systemCode */.xU)(error) === undefined)
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/adapters/files/files.js






const createFiles = ({ clock, ...digestOptions }) => ({
    read: async (path, maximum) => readBounded(path, maximum),
    readIfThere: async (path, maximum) => readIfThere(path, maximum),
    exists: async (path) => external_node_fs_default().lstatSync(path, { throwIfNoEntry: false }) !== undefined,
    list: async (directory) => listDirectory(directory),
    async digest(paths, hashes) {
        await (0,promises_.setImmediate)();
        return digestFiles(paths, hashes, digestOptions);
    },
    checkSignatures: checkSignatures,
    checkWritable: async (paths) => checkWritable(paths),
    writeAll: (files) => writeAll(files, clock),
});

;// CONCATENATED MODULE: ./build/adapters/garbage.js
const longWork = 512;
const spareBytes = 24 * 2 ** 20;
function keepingMemorySmall(progress, heap = v8Heap()) {
    let kept;
    return (step, done, of) => {
        if (of >= longWork) {
            if (kept === undefined) {
                heap.keepYoungSmall();
                kept = heap.used();
            }
            if (heap.used() - kept > spareBytes) {
                heap.collect();
                kept = heap.used();
            }
        }
        progress?.(step, done, of);
    };
}
function v8Heap() {
    const v8 = () => process.getBuiltinModule('node:v8');
    let collect;
    return {
        used: () => v8().getHeapStatistics().used_heap_size,
        keepYoungSmall: () => v8().setFlagsFromString('--semi-space-growth-factor=1'),
        collect() {
            if (collect === undefined) {
                v8().setFlagsFromString('--expose-gc');
                collect = process.getBuiltinModule('node:vm').runInNewContext('gc');
            }
            collect();
        },
    };
}

// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/adapters/files/download-folder.js
var download_folder = __webpack_require__(2783);
// EXTERNAL MODULE: ./build/core/algorithm.js
var algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/release/classify.js
var classify = __webpack_require__(603);
// EXTERNAL MODULE: ./build/release/in-parallel.js
var in_parallel = __webpack_require__(3844);
// EXTERNAL MODULE: ./build/release/sidecar-kind.js
var sidecar_kind = __webpack_require__(6853);
;// CONCATENATED MODULE: ./build/release/verify/digests-in-place.js
const noDigests = {
    paths: [],
    alone: () => undefined,
    expected: () => undefined,
    check: () => { },
    warnings: [],
};

// EXTERNAL MODULE: ./build/release/common-directory.js
var common_directory = __webpack_require__(6602);
;// CONCATENATED MODULE: ./build/release/verify/find-attestations.js





async function findAttestations(artifacts, request, files) {
    const { attestations: named, sidecarDirectory } = request;
    const common = sidecarDirectory ?? (0,common_directory/* commonDirectory */.h)(artifacts);
    for (const path of named) {
        if (!(await files.exists(path))) {
            throw new core_error/* ReleaseSigningError */.B('file-not-found', `${path}: the attestation that is named is not there`);
        }
    }
    const shared = new Set(named.map((path) => (0,external_node_path_.normalize)(path)));
    for (const path of common === undefined ? [] : await attestationsIn(common, files))
        shared.add(path);
    const found = [...shared].map((path) => ({ path, isFor: () => true }));
    if (sidecarDirectory === undefined) {
        for (const directory of new Set(artifacts.map(directoryOf))) {
            const isFor = (artifact) => directoryOf(artifact) === directory;
            for (const path of await attestationsIn(directory, files))
                if (!shared.has(path))
                    found.push({ path, isFor });
        }
    }
    if (found.length > limits/* limits */.F.attestations) {
        throw new core_error/* ReleaseSigningError */.B('limit-exceeded', `${found.length} attestations, at most ${limits/* limits */.F.attestations} are read`, {
            hint: 'Verify the artifacts of one release at a time, in a folder of their own.',
        });
    }
    return found;
}
const directoryOf = (path) => (0,external_node_path_.dirname)((0,external_node_path_.normalize)(path));
async function attestationsIn(directory, files) {
    const names = await files.list(directory);
    const { suffix } = sidecar_kind/* sidecarKinds */.jW.attestation;
    return names
        .filter((name) => name.endsWith(suffix) && !name.startsWith('.'))
        .map((name) => (0,external_node_path_.normalize)((0,external_node_path_.join)(directory, name)));
}

// EXTERNAL MODULE: ./build/release/verify/find-sidecars.js
var find_sidecars = __webpack_require__(929);
// EXTERNAL MODULE: ./build/core/verify-sidecar.js + 1 modules
var verify_sidecar = __webpack_require__(1753);
// EXTERNAL MODULE: ./build/release/verify/verify-policy.js
var verify_policy = __webpack_require__(7465);
;// CONCATENATED MODULE: ./build/release/verify/judges.js



async function createJudges(request, { files, clock, trustedKey }) {
    const now = clock();
    if (trustedKey !== undefined) {
        const policy = (0,verify_policy/* keyPolicy */.IG)(request, now);
        const { createKeyJudges } = await __webpack_require__.e(/* import() */ 207).then(__webpack_require__.bind(__webpack_require__, 8207));
        const { sidecar, signature } = createKeyJudges(trustedKey, policy);
        return {
            sidecar,
            raw: () => rawJudge(request, files, async () => signature),
            key: trustedKey.report,
            warnings: trustedKey.warnings ?? [],
            atOnce: trustedKey.atOnce,
        };
    }
    const policy = (0,verify_policy/* verificationPolicy */.WG)(request, now);
    const verify = (0,verify_sidecar/* createSidecarVerifier */.S)(policy);
    return {
        sidecar: verify,
        raw: (artifacts) => rawJudge(request, files, async () => {
            const { createCertificateSignatureJudge } = await __webpack_require__.e(/* import() */ 822).then(__webpack_require__.bind(__webpack_require__, 7822));
            return createCertificateSignatureJudge(artifacts, request, files, verify);
        }),
        key: null,
        warnings: (0,verify_policy/* anchorWarnings */.Dj)(policy),
        atOnce: 1,
    };
}
async function rawJudge(request, files, signatureJudge) {
    const kinds = (0,sidecar_kind/* rawKindsIn */.dT)(request.require);
    if (kinds.length === 0)
        return undefined;
    const { createRawJudge } = await __webpack_require__.e(/* import() */ 843).then(__webpack_require__.bind(__webpack_require__, 9843));
    return createRawJudge(kinds, request, files, await signatureJudge());
}

;// CONCATENATED MODULE: ./build/release/verify/release-judge.js
const noAttestations = {
    hashes: () => [],
    lists: () => false,
    judge: () => ({ sidecars: [], statements: [], hashes: [], release: null, inapplicable: undefined }),
    judgeRun: (artifacts) => artifacts.map(({ report }) => report),
    unused: () => [],
};

;// CONCATENATED MODULE: ./build/release/verify/verify-artifact.js



async function verifyArtifact({ artifact, byDigest, sidecars: found, raw }, request, judge, releases) {
    const { path, digests } = artifact;
    const unfit = byDigest ? found.filter(({ hash }) => hash !== undefined && digests[hash] === undefined) : [];
    const ofArtifact = [];
    const signed = new Set();
    for (const { path, kind, hash, read } of found.filter((sidecar) => !unfit.includes(sidecar))) {
        const result = await judge(() => read(artifact));
        ofArtifact.push({ path, kind, ...result });
        if (result.verified && hash !== undefined)
            signed.add(hash);
    }
    const ofRelease = releases.judge(artifact, byDigest);
    const sidecars = [...ofArtifact, ...ofRelease.sidecars, ...raw];
    for (const hash of ofRelease.hashes)
        signed.add(hash);
    const refusal = refusalOf(sidecars, request, [ofRelease.inapplicable, ...unfit.map(hashNotGiven)]) ??
        (byDigest ? notSigned(digests, signed) : undefined);
    const report = {
        path,
        sha256: digests.sha256 === undefined ? '' : (0,bytes/* bytesToHex */.My)(digests.sha256),
        verified: refusal === undefined,
        ...(byDigest ? { byDigest } : {}),
        release: ofRelease.release,
        sidecars,
        ...refusal,
    };
    return { report, statements: ofRelease.statements };
}
const hashNotGiven = ({ path, hash }) => new core_error/* ReleaseSigningError */.B('digest-not-given', `${path}: it is over the ${hash} of the artifact, which was not given`, {
    hint: 'Give the digest by that hash, or the file itself.',
});
function notSigned(given, signed) {
    const unknown = algorithm/* hashes */.RY.find(({ name }) => given[name] !== undefined && !signed.has(name));
    if (unknown === undefined)
        return undefined;
    return refusal('digest-not-signed', `nothing that is signed has its ${unknown.name}, which was given`, `Give its digest by ${[...signed].join(' or ')} alone, or the file itself.`);
}
function refusalOf(sidecars, request, inapplicable) {
    const failed = sidecars.find(({ verified }) => !verified);
    if (failed !== undefined)
        return refusal(failed.code ?? 'internal', failed.message ?? '', failed.hint);
    const missing = requiredKinds(request).filter((kind) => !sidecars.some((sidecar) => sidecar.kind === kind));
    const lacksAttestation = sidecars.length === 0 || missing.includes('attestation');
    const reason = inapplicable.find((one) => one !== undefined);
    if (lacksAttestation && reason !== undefined)
        return refusal(reason.code, (0,core_error/* fullMessage */.P)(reason), reason.hint);
    if (sidecars.length === 0) {
        return refusal('sidecar-missing', 'no sidecar of ours is there for it', 'Get the .p7s beside it or the attestation of the release, or name where they lie with sidecar-directory.');
    }
    if (missing.length === 0)
        return undefined;
    return refusal('sidecar-required', `required and not there: ${missing.join(', ')}`, 'Get the missing sidecars from the release, or do not require them.');
}
const refusal = (code, message, hint) => ({
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
});
function requiredKinds({ require, repository, repositoryId, tag, complete }) {
    const ofRelease = complete || [repository, repositoryId, tag].some((name) => name !== undefined);
    return ofRelease ? [...new Set([...require, 'attestation'])] : require;
}
const refusedArtifact = (path, error) => ({
    report: {
        path,
        sha256: '',
        verified: false,
        release: null,
        sidecars: [],
        ...refusal(error.code, (0,core_error/* fullMessage */.P)(error), error.hint),
    },
    statements: [],
});

;// CONCATENATED MODULE: ./build/release/verify-release.js













async function verifyRelease(request, ports) {
    const { files, progress } = ports;
    const judges = await createJudges(request, ports);
    const given = await givenDigests(request, files);
    const paths = await (0,classify/* classifyPaths */.j)([...request.artifacts, ...morePaths(request, given)], filesWith(given, files), request.require);
    const attestations = await findAttestations(paths.artifact, request, files);
    const run = {
        request,
        files,
        given,
        judges,
        releases: await releaseJudge(attestations, request, files, judges.sidecar),
        raw: await judges.raw(paths.artifact),
    };
    const named = new Set([...(request.named ?? []), ...(request.digests ?? []).map(({ path }) => (0,external_node_path_.normalize)(path))]);
    const strays = paths.orphan.filter((path) => !named.has(path));
    const listed = new Set(paths.foreign.filter(run.releases.lists));
    const toJudge = [...paths.artifact, ...listed];
    const ignored = new Set(paths.foreign.filter((path) => !listed.has(path)));
    const judged = [
        ...paths.orphan.filter((path) => named.has(path)).map(missingArtifact),
        ...forgottenArtifacts([...paths.sidecar, ...ignored], named, toJudge),
    ];
    for (let start = 0; start < toJudge.length; start += limits/* limits */.F.artifactsAtOnce) {
        const some = toJudge.slice(start, start + limits/* limits */.F.artifactsAtOnce);
        const found = await Promise.all(some.map((path) => (0,find_sidecars/* findSidecars */.W)(path, request.sidecarDirectory, files)));
        judged.push(...(await verifyArtifacts(some, found, run)));
        if (!request.require.includes('message-bundle')) {
            for (const path of found.flatMap(({ foreign }) => foreign))
                if (!listed.has(path))
                    ignored.add(path);
        }
        progress?.('verify', start + some.length, toJudge.length);
    }
    if (judged.length === 0) {
        throw new core_error/* ReleaseSigningError */.B('artifacts-none', 'there is no artifact to verify, only sidecars', {
            hint: 'Name the artifacts: their sidecars are found beside them.',
        });
    }
    const artifacts = run.releases.judgeRun(judged, request.complete);
    return {
        verified: artifacts.every(({ verified }) => verified),
        artifacts,
        ignored: [...ignored],
        key: judges.key,
        passedOver: paths.sidecar,
        warnings: [
            ...judges.warnings,
            ...strays.map((path) => `${path}: the artifact of this sidecar is not there`),
            ...run.releases.unused(artifacts),
            ...given.warnings,
        ],
    };
}
async function givenDigests(request, files) {
    const { digests = [], checksums } = request;
    if (digests.length === 0 && checksums === undefined)
        return noDigests;
    return (await __webpack_require__.e(/* import() */ 734).then(__webpack_require__.bind(__webpack_require__, 734))).readGivenDigests(request, files);
}
function morePaths({ artifacts }, { paths }) {
    const named = new Set(artifacts.map((path) => (0,external_node_path_.resolve)(path)));
    return paths.filter((path) => !named.has((0,external_node_path_.resolve)(path)));
}
const filesWith = (given, files) => ({
    exists: async (path) => given.alone(path) !== undefined || files.exists(path),
});
async function releaseJudge(attestations, request, files, verify) {
    const { repository, tag } = request;
    if (attestations.length === 0 && repository === undefined && tag === undefined)
        return noAttestations;
    const { createReleaseJudge } = await Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(120), __webpack_require__.e(625)]).then(__webpack_require__.bind(__webpack_require__, 5413));
    return createReleaseJudge(attestations, request, files, verify);
}
async function verifyArtifacts(paths, found, run) {
    const { given, files, releases } = run;
    const read = paths.filter((path) => given.alone(path) === undefined);
    const hashes = new Set(['sha256', ...read.flatMap(releases.hashes)]);
    for (const { hash } of found.flatMap(({ sidecars }) => sidecars))
        if (hash !== undefined)
            hashes.add(hash);
    for (const path of read)
        for (const { name } of hashesIn(given.expected(path)))
            hashes.add(name);
    const digests = new Map((await digestEach(read, [...hashes], files)).map((digest, i) => [read[i], digest]));
    const items = paths.map((path, i) => ({ path, sidecars: found[i]?.sidecars ?? [] }));
    return (0,in_parallel/* inParallel */.H)(items, run.judges.atOnce, ({ path, sidecars }) => judgeArtifact(path, digests.get(path), sidecars, run));
}
async function judgeArtifact(path, digest, sidecars, { given, raw, request, judges, releases }) {
    const alone = given.alone(path);
    if (alone !== undefined) {
        const artifact = { path, digests: alone };
        return verifyArtifact({ artifact, byDigest: true, sidecars, raw: [] }, request, judges.sidecar, releases);
    }
    const artifact = held(path, digest, given);
    if (artifact instanceof core_error/* ReleaseSigningError */.B)
        return refusedArtifact(path, artifact);
    const ofBytes = (await raw?.judge(artifact)) ?? [];
    return verifyArtifact({ artifact, byDigest: false, sidecars, raw: ofBytes }, request, judges.sidecar, releases);
}
const hashesIn = (digests) => algorithm/* hashes */.RY.filter(({ name }) => digests?.[name] !== undefined);
function held(path, digest, given) {
    if (digest === undefined)
        return new core_error/* ReleaseSigningError */.B('internal', `${path} was not digested`);
    if (digest instanceof core_error/* ReleaseSigningError */.B)
        return digest;
    try {
        given.check(path, digest.digests);
        return digest;
    }
    catch (error) {
        if (error instanceof core_error/* ReleaseSigningError */.B)
            return error;
        throw error;
    }
}
async function digestEach(paths, hashes, files) {
    try {
        return await files.digest(paths, hashes);
    }
    catch (error) {
        if (!(error instanceof core_error/* ReleaseSigningError */.B))
            throw error;
        if (paths.length === 1)
            return [error];
        const digests = [];
        for (const path of paths)
            digests.push(...(await digestEach([path], hashes, files)));
        return digests;
    }
}
const missingArtifact = (path) => refusedArtifact(path, new core_error/* ReleaseSigningError */.B('file-not-found', `${path}: the artifact of this sidecar is not there`, {
    hint: 'Name the artifact, not its sidecar.',
}));
function forgottenArtifacts(passedOver, named, artifacts) {
    const known = new Set(artifacts);
    return passedOver
        .filter((path) => {
        const artifact = (0,sidecar_kind/* artifactOfSidecar */.Ph)(path);
        return named.has(path) && artifact !== undefined && !known.has(artifact);
    })
        .map((path) => refusedArtifact(path, new core_error/* ReleaseSigningError */.B('artifact-not-named', `${path}: a sidecar was named, and its artifact was not`, {
        hint: 'Name the artifact: its sidecar is found beside it.',
    })));
}

// EXTERNAL MODULE: ./build/core/checksums.js
var checksums = __webpack_require__(3475);
;// CONCATENATED MODULE: ./build/entry/artifacts-or-digests.js



function findArtifactsOrDigests(patterns, mayLack) {
    const { digests, others } = splitDigests(patterns);
    const both = digests.find(({ text }) => (0,artifact_globs/* isThere */.$B)(text));
    if (both !== undefined) {
        throw new core_error/* ReleaseSigningError */.B('input-invalid', `${both.text} is a file, and a name with a digest`, {
            hint: 'Name the file by a pattern, with ? in place of the colon, or give the digest with checksums-file.',
        });
    }
    return { ...(0,artifact_globs/* findArtifacts */.n1)(others, { mayLack: mayLack || digests.length > 0 }), digests };
}
function splitDigests(patterns) {
    const digests = [];
    const others = patterns.filter((pattern) => {
        const digest = pattern.startsWith('!') ? undefined : (0,checksums/* parseNamedDigest */.x6)(pattern);
        if (digest !== undefined)
            digests.push({ ...digest, text: pattern });
        return digest === undefined;
    });
    return { digests, others };
}

// EXTERNAL MODULE: ./build/entry/read-values.js
var read_values = __webpack_require__(1633);
;// CONCATENATED MODULE: ./build/entry/verify-named.js







async function verifyNamed(values, request, options) {
    const source = readReleaseSource(values);
    if (source !== undefined)
        return verifyFetched(source, values.text('download-directory'), request, options);
    const { patterns, ports } = options;
    const { paths, named, digests, unmatched } = findArtifactsOrDigests(patterns, request.checksums !== undefined);
    const report = await verifyRelease({ ...request, artifacts: paths, named, digests }, ports);
    return { report, unmatched, directory: undefined };
}
function readReleaseSource(values) {
    const [repository, tag] = [values.text('from-repository'), values.text('from-release-tag')];
    if (repository === undefined && tag === undefined) {
        if (values.text('download-directory') === undefined)
            return undefined;
        throw (0,read_values/* missing */.LO)(values.label('from-repository'), 'Name the release to download from, or leave the folder out.');
    }
    if (repository === undefined)
        throw (0,read_values/* missing */.LO)(values.label('from-repository'));
    if (tag === undefined)
        throw (0,read_values/* missing */.LO)(values.label('from-release-tag'));
    for (const [name, from, value] of [
        ['repository', 'from-repository', repository],
        ['tag', 'from-release-tag', tag],
    ]) {
        const given = values.text(name);
        const isSame = name === 'tag' ? given === value : given?.toLowerCase() === value.toLowerCase();
        if (given === undefined || isSame)
            continue;
        throw new core_error/* ReleaseSigningError */.B('usage', `${values.label(name)} and ${values.label(from)} differ`, {
            hint: `What is fetched must be of the release that it is fetched from: leave ${values.label(name)} out.`,
        });
    }
    if (values.text('sidecar-directory') !== undefined) {
        throw new core_error/* ReleaseSigningError */.B('usage', `${values.label('sidecar-directory')} and a release to fetch from`, {
            hint: 'The sidecars come from the release.',
        });
    }
    return { repository, tag };
}
async function verifyFetched(source, named, request, { patterns, environment, token, keepIn, notice, ports }) {
    const { digests, others } = splitDigests(patterns);
    const folder = named === undefined ? (0,download_folder/* temporaryDownloadFolder */.U)(keepIn ?? (0,external_node_os_.tmpdir)()) : (0,download_folder/* namedDownloadFolder */.w)(named);
    let isKept = false;
    try {
        const { fetchReleaseFiles } = await __webpack_require__.e(/* import() */ 241).then(__webpack_require__.bind(__webpack_require__, 9241));
        const { artifacts, attestations, certificates, unmatched } = await fetchReleaseFiles(source, {
            patterns: patterns.length === 0 ? ['*'] : others,
            kinds: request.require,
            directory: folder.path,
            environment,
            token,
            progress: ports.progress,
            notice,
        });
        const report = await verifyRelease({
            ...request,
            artifacts,
            named: artifacts.filter((path) => others.includes((0,external_node_path_.basename)(path))),
            digests,
            attestations: [...request.attestations, ...attestations],
        }, ports);
        isKept = report.verified && (named !== undefined || keepIn !== undefined);
        if (isKept)
            folder.keepOnly([...judgedPaths(report), ...certificates]);
        return { report, unmatched, directory: isKept ? folder.path : undefined };
    }
    finally {
        if (!isKept)
            folder.discard();
    }
}
const judgedPaths = ({ artifacts }) => artifacts.flatMap(({ path, sidecars }) => [path, ...sidecars.map((sidecar) => sidecar.path)]);

// EXTERNAL MODULE: ./build/entry/time.js
var time = __webpack_require__(1467);
// EXTERNAL MODULE: ./build/entry/verify-options.js
var verify_options = __webpack_require__(3748);
;// CONCATENATED MODULE: ./build/entry/verify-request.js





async function readVerifyRequest(values, artifacts) {
    const at = values.text('at');
    const certificates = (name) => values.files(name, limits/* limits */.F.certificateFileBytes);
    const trustsKey = checkTrust(values);
    const identity = trustsKey ? undefined : readIdentity(values);
    if (values.texts('crl').length === 0 && values.text('crl-scope') !== undefined) {
        throw new core_error/* ReleaseSigningError */.B('usage', `${values.label('crl-scope')} without ${values.label('crl')}`, {
            hint: 'Give the revocation lists to check, or leave the scope out.',
        });
    }
    if (at !== undefined && values.texts('timestamp-root-certificate').length > 0) {
        throw new core_error/* ReleaseSigningError */.B('usage', `${values.label('at')} and ${values.label('timestamp-root-certificate')} exclude each other`, { hint: 'The time to judge at comes from verified stamps, or from you.' });
    }
    return {
        artifacts,
        checksums: await (0,read_values/* oneFile */.V_)(values, 'checksums-file', limits/* limits */.F.checksumsBytes),
        identity,
        rootCertificates: await certificates('root-certificate'),
        intermediates: await certificates('intermediates'),
        timestampRootCertificates: await certificates('timestamp-root-certificate'),
        requireTimestamp: values.flag('require-timestamp'),
        require: (0,read_values/* kinds */.EZ)(values, 'require') ?? [],
        repository: values.text('repository') ?? values.text('from-repository'),
        repositoryId: values.text('repository-id'),
        tag: values.text('tag') ?? values.text('from-release-tag'),
        complete: values.flag('complete'),
        attestations: values.texts('attestation'),
        sidecarDirectory: values.text('sidecar-directory'),
        crls: await values.files('crl', limits/* limits */.F.crlFileBytes),
        crlScope: (0,read_values/* choice */.Yq)(values, 'crl-scope', ['path', 'leaf']),
        deniedSerials: values.texts('deny-serial'),
        at: at === undefined ? undefined : (0,time/* parseInstant */.n)(at, values.label('at')),
    };
}
const aboutCertificates = [
    'root-certificate',
    'certificate-identity',
    'certificate-subject',
    'certificate-sha256',
    'dedicated-root',
    'at',
    'crl',
    'crl-scope',
    'deny-serial',
    'intermediates',
];
const flags = new Set(verify_options/* verifyOptions */.G.flatMap((row) => ('value' in row ? [] : [row.name])));
function checkTrust(values) {
    const exclude = (a, b, hint) => {
        throw new core_error/* ReleaseSigningError */.B('usage', `${values.label(a)} and ${values.label(b)} exclude each other`, { hint });
    };
    const isGiven = (name) => (flags.has(name) ? values.flag(name) : values.texts(name).length > 0);
    const [key, another] = ['public-key', 'kms-key-id'].filter((name) => values.texts(name).length > 0);
    if (key !== undefined) {
        if (another !== undefined)
            exclude(key, another, 'Trust the key in the file, or the one in AWS.');
        const idle = aboutCertificates.find(isGiven);
        if (idle !== undefined)
            exclude(key, idle, 'With a key no certificate is looked at: trust a key, or pin a root and name the signer.');
    }
    const online = ['aws-region', 'use-fips-endpoint'].find(isGiven);
    if (online !== undefined && key !== 'kms-key-id') {
        throw new core_error/* ReleaseSigningError */.B('usage', `${values.label(online)} without ${values.label('kms-key-id')}`, {
            hint: 'It is about a key in AWS KMS: name it, or leave this out.',
        });
    }
    if (key === undefined && values.texts('root-certificate').length === 0) {
        throw (0,read_values/* missing */.LO)(values.label('root-certificate'), 'Pin the root certificate of whoever signs: trust starts from it alone.');
    }
    return key !== undefined;
}
const identityKinds = [
    { name: 'certificate-identity', kind: 'san' },
    { name: 'certificate-subject', kind: 'subject' },
    { name: 'certificate-sha256', kind: 'sha256' },
];
function readIdentity(values) {
    const given = identityKinds.flatMap(({ name, kind }) => {
        const value = values.text(name);
        return value === undefined ? [] : [{ kind, value }];
    });
    if (values.flag('dedicated-root'))
        given.push({ kind: 'dedicated-root' });
    const [identity, another] = given;
    if (identity !== undefined && another === undefined)
        return identity;
    const labels = [...identityKinds.map(({ name }) => name), 'dedicated-root'].map((name) => values.label(name));
    const hint = 'A root says who may issue certificates; which of its signers made this release you have to say. inspect prints the names in a sidecar: compare them with what you know of the signer.';
    if (identity === undefined) {
        throw new core_error/* ReleaseSigningError */.B('input-missing', `nothing says who must have signed: give one of ${labels.join(', ')}`, { hint });
    }
    throw new core_error/* ReleaseSigningError */.B('usage', `more than one of ${labels.join(', ')}`, { hint: 'Give exactly one.' });
}

// EXTERNAL MODULE: ./build/entry/verify-text.js
var verify_text = __webpack_require__(7915);
;// CONCATENATED MODULE: ./build/entry/offline.js







const loadCheckChain = () => __webpack_require__.e(/* import() */ 385).then(__webpack_require__.bind(__webpack_require__, 9385));
const loadInspection = () => Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(120), __webpack_require__.e(383)]).then(__webpack_require__.bind(__webpack_require__, 8720));
const loadTrustedKey = () => __webpack_require__.e(/* import() */ 912).then(__webpack_require__.bind(__webpack_require__, 4912));
const loadOnline = () => __webpack_require__.e(/* import() */ 738).then(__webpack_require__.bind(__webpack_require__, 738));


/***/ }),

/***/ 603:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ classifyPaths)
/* harmony export */ });
/* harmony import */ var _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6853);

async function classifyPaths(paths, files, kinds = []) {
    const found = { artifact: [], sidecar: [], orphan: [], foreign: [] };
    for (const path of new Set(paths))
        found[await classOf(path, files, (0,_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .rawKindsIn */ .dT)(kinds))].push(path);
    return found;
}
async function classOf(path, files, raw) {
    const { cms, attestation } = _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .sidecarKinds */ .jW;
    if (path.endsWith(attestation.suffix))
        return 'sidecar';
    if (path.endsWith(cms.suffix)) {
        return (await files.exists(path.slice(0, -cms.suffix.length))) ? 'sidecar' : 'orphan';
    }
    if (raw.length > 0 && path.endsWith(_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatesSuffix */ .gt))
        return 'sidecar';
    for (const kind of raw) {
        const { suffix } = _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .sidecarKinds */ .jW[kind];
        if (path.endsWith(suffix) && (await files.exists(path.slice(0, -suffix.length))))
            return 'sidecar';
    }
    const isForeign = path.endsWith(_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignSuffix */ .QK) &&
        (await files.exists(path.slice(0, -_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignSuffix */ .QK.length))) &&
        !(await files.exists(path + cms.suffix));
    return isForeign ? 'foreign' : 'artifact';
}


/***/ }),

/***/ 6602:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ commonDirectory)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

function commonDirectory(paths) {
    const directories = [...new Set(paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(path))))];
    const [first, ...others] = directories;
    if (first === undefined)
        return undefined;
    const common = others.reduce(sharedStart, first);
    if (common === undefined || (others.length > 0 && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.parse)(common).root === common))
        return undefined;
    return paths.some(node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute) ? common : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)('.', common) || '.';
}
function sharedStart(a, b) {
    if (a === undefined || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.parse)(a).root.toLowerCase() !== (0,node_path__WEBPACK_IMPORTED_MODULE_0__.parse)(b).root.toLowerCase())
        return undefined;
    const { root } = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.parse)(a);
    const [left, right] = [a, b].map((path) => path.slice(root.length).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep));
    const difference = left?.findIndex((part, i) => part !== right?.[i]) ?? 0;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, ...(difference < 0 ? (left ?? []) : (left ?? []).slice(0, difference)));
}


/***/ }),

/***/ 3844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
async function inParallel(items, atOnce, work) {
    const results = [];
    const failures = [];
    const queue = items.entries();
    const worker = async () => {
        for (const [i, item] of queue) {
            if (failures.length > 0)
                return;
            try {
                results[i] = await work(item);
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}


/***/ }),

/***/ 929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ findSidecars),
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var _core_cms_sidecar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4542);
/* harmony import */ var _core_cms_signed_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5474);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _core_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3779);
/* harmony import */ var _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6853);





async function findSidecars(artifact, directory, files) {
    const path = (0,_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .sidecarPath */ .n8)(artifact, 'cms', directory);
    const cms = await readCms(path, files);
    const other = artifact + _sidecar_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .foreignSuffix */ .QK;
    const isForeign = !other.endsWith(_sidecar_kind_js__WEBPACK_IMPORTED_MODULE_4__/* .sidecarKinds */ .jW.attestation.suffix) && (await files.exists(other));
    return { sidecars: cms === undefined ? [] : [cms], foreign: isForeign ? [other] : [] };
}
async function readCms(path, files) {
    try {
        const bytes = await files.readIfThere(path, _core_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .limits */ .F.cmsBytes);
        if (bytes === undefined)
            return undefined;
        const signedData = (0,_core_cms_signed_data_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSignedData */ .e)(bytes);
        const read = (artifact) => (0,_core_cms_sidecar_js__WEBPACK_IMPORTED_MODULE_0__/* .cmsSidecar */ .n)(signedData, (hash) => digestOf(artifact, hash));
        return { path, kind: 'cms', hash: signedData.algorithm.hash.name, read };
    }
    catch (error) {
        if (!(error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B))
            throw error;
        const read = () => {
            throw error;
        };
        return { path, kind: 'cms', hash: undefined, read };
    }
}
function digestOf({ path, digests }, hash) {
    const digest = digests[hash.name];
    if (digest === undefined)
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('internal', `${path} was not digested with ${hash.name}`);
    return digest;
}


/***/ }),

/***/ 7465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dj: () => (/* binding */ anchorWarnings),
/* harmony export */   EF: () => (/* binding */ anchorsOf),
/* harmony export */   IG: () => (/* binding */ keyPolicy),
/* harmony export */   WG: () => (/* binding */ verificationPolicy),
/* harmony export */   mm: () => (/* binding */ certificatesOf),
/* harmony export */   vW: () => (/* binding */ unusedAnchorWarnings)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _core_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7905);
/* harmony import */ var _core_x509_crl_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4616);
/* harmony import */ var _core_x509_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6434);
/* harmony import */ var _core_x509_trust_anchor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1882);





function verificationPolicy(request, now) {
    checkRequest(request);
    return {
        anchors: anchorsOf(request.rootCertificates),
        identity: checkedIdentity(request.identity),
        deniedSerials: request.deniedSerials.map(serialOf),
        intermediates: certificatesOf(request.intermediates),
        now,
        at: request.at,
        timestampAnchors: anchorsOf(request.timestampRootCertificates),
        requireTimestamp: request.requireTimestamp,
        crls: request.crls.flatMap(({ name, bytes }) => (0,_core_x509_crl_js__WEBPACK_IMPORTED_MODULE_2__/* .readCrls */ .Tl)(bytes, name).map((der) => (0,_core_x509_crl_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCrl */ .lD)(der, name))),
        crlScope: request.crlScope,
    };
}
function keyPolicy(request, now) {
    const { rootCertificates, identity, intermediates, crls, crlScope, deniedSerials, at } = request;
    const lists = [rootCertificates, intermediates, crls, deniedSerials];
    if (identity !== undefined || at !== undefined || crlScope === 'leaf' || lists.some(({ length }) => length > 0)) {
        throw usage('a trusted key excludes everything that is about certificates', 'Trust a key, or pin a root and name the signer.');
    }
    checkTimestamps(request);
    return {
        deniedSerials: [],
        intermediates: [],
        now,
        at: undefined,
        timestampAnchors: anchorsOf(request.timestampRootCertificates),
        requireTimestamp: request.requireTimestamp,
        crlScope,
    };
}
function anchorsOf(files) {
    const anchors = files.flatMap(({ name, bytes }) => (0,_core_x509_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .readCertificates */ .jZ)(bytes, name).map((der) => (0,_core_x509_trust_anchor_js__WEBPACK_IMPORTED_MODULE_4__/* .createTrustAnchor */ .m)(der, `root certificate ${name}`)));
    return [...new Map(anchors.map((anchor) => [anchor.certificate.sha256, anchor])).values()];
}
const certificatesOf = (files) => files.flatMap(({ name, bytes }) => (0,_core_x509_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .readCertificates */ .jZ)(bytes, name));
function anchorWarnings({ anchors, timestampAnchors }) {
    const signing = new Set(anchors.map(({ certificate }) => certificate.sha256));
    const shared = timestampAnchors.filter(({ certificate }) => signing.has(certificate.sha256));
    return [
        ...unusedAnchorWarnings(anchors),
        ...shared.map(({ certificate: { subject } }) => `root certificate ${subject.text} is pinned for signing and for time stamps: one CA can then make up the time`),
    ];
}
const unusedAnchorWarnings = (anchors) => anchors.flatMap(({ certificate, refusal }) => refusal === undefined ? [] : [`root certificate ${certificate.subject.text} is not used: ${refusal.message}`]);
function checkRequest(request) {
    if (request.rootCertificates.length === 0) {
        throw usage('no root certificate is given', 'Name the root that you trust with root-certificate.');
    }
    if (request.timestampRootCertificates.length > 0 && request.at !== undefined) {
        throw usage('at and timestamp-root-certificate exclude each other', 'Time comes from the token, or from you.');
    }
    checkTimestamps(request);
    if (request.crlScope === 'leaf' && request.crls.length === 0) {
        throw usage('crl-scope is given without crl', 'Give the CRLs with crl.');
    }
}
function checkTimestamps({ requireTimestamp, timestampRootCertificates }) {
    if (!requireTimestamp || timestampRootCertificates.length > 0)
        return;
    throw usage('require-timestamp needs a pinned time-stamp root', 'Name the root of the time-stamp server with timestamp-root-certificate.');
}
function checkedIdentity(identity) {
    if (identity === undefined)
        throw usage('no identity is given', 'Name the signer that you expect.');
    if (identity.kind === 'dedicated-root')
        return identity;
    if (identity.value === '')
        throw usage('the identity is empty', 'Name the signer that you expect.');
    if (identity.kind === 'sha256' && !/^[0-9a-f]{64}$/.test((0,_core_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .ax)(identity.value))) {
        throw usage('certificate-sha256 is not a SHA-256', 'Give 64 hexadecimal digits, as `openssl x509 -fingerprint -sha256` prints them.');
    }
    return identity;
}
function serialOf(text) {
    const digits = (0,_core_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprintOf */ .ax)(text).replace(/^0x/, '');
    if (!/^[0-9a-f]{1,80}$/.test(digits)) {
        throw usage(`deny-serial ${text} is not a serial number`, 'Give hexadecimal digits, as `openssl x509 -serial` prints them.');
    }
    return BigInt(`0x${digits}`);
}
const usage = (message, hint) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('usage', message, { hint });


/***/ })

};
;