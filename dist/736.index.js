"use strict";
exports.id = 736;
exports.ids = [736];
exports.modules = {

/***/ 5974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createCrl: () => (/* reexport */ createCrl),
  createKey: () => (/* reexport */ createKey),
  createKmsAdministration: () => (/* reexport */ createKmsAdministration),
  createRoot: () => (/* reexport */ createRoot),
  issueCertificate: () => (/* reexport */ issueCertificate),
  readCertificateRequest: () => (/* reexport */ readCertificateRequest),
  readCreateKeyRequest: () => (/* reexport */ readCreateKeyRequest),
  readCrlRequest: () => (/* reexport */ readCrlRequest),
  readIssueRequest: () => (/* reexport */ readIssueRequest),
  readRootRequest: () => (/* reexport */ readRootRequest),
  requestCertificate: () => (/* reexport */ requestCertificate),
  systemRandom: () => (/* binding */ systemRandom)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/adapters/aws-errors.js
var aws_errors = __webpack_require__(8917);
// EXTERNAL MODULE: ./build/adapters/kms-client.js + 2 modules
var kms_client = __webpack_require__(1245);
// EXTERNAL MODULE: ./build/adapters/kms-errors.js
var kms_errors = __webpack_require__(8137);
// EXTERNAL MODULE: ./build/adapters/kms-key-id.js
var kms_key_id = __webpack_require__(9449);
;// CONCATENATED MODULE: ./build/adapters/kms-administration.js




function createKmsAdministration(options) {
    const { environment } = options;
    const region = (0,kms_key_id/* chooseRegion */.Q)({ region: undefined }, options.region, environment);
    const call = (action, resource) => ({ action: `kms:${action}`, resource, region });
    let service;
    const kms = () => {
        service ??= (0,kms_client/* startKmsService */.r)({
            region,
            endpoint: undefined,
            useFipsEndpoint: options.useFipsEndpoint,
            credentials: options.credentials,
            environment: { AWS_MAX_ATTEMPTS: '5', ...environment },
            timers: options.timers,
            maxSockets: 1,
            requestTimeout: 15_000,
        });
        return service;
    };
    return {
        async keyOf(alias) {
            try {
                const { client, DescribeKeyCommand } = await kms();
                const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: alias }));
                return KeyMetadata?.Arn ?? KeyMetadata?.KeyId ?? alias;
            }
            catch (error) {
                if ((0,aws_errors/* awsFailure */.MT)(error).name === 'NotFoundException')
                    return undefined;
                throw (0,kms_errors/* kmsError */.ov)(error, call('DescribeKey', alias));
            }
        },
        async createKey({ spec, description, tags, policy }) {
            const { client, CreateKeyCommand } = await kms().catch((error) => {
                throw (0,kms_errors/* kmsError */.ov)(error, call('CreateKey', spec));
            });
            const command = new CreateKeyCommand({
                KeySpec: spec,
                KeyUsage: 'SIGN_VERIFY',
                ...(description === undefined ? {} : { Description: description }),
                ...(tags.length === 0 ? {} : { Tags: tags.map(({ key, value }) => ({ TagKey: key, TagValue: value })) }),
                ...(policy === undefined ? {} : { Policy: policy }),
            });
            const { KeyMetadata, $metadata } = await client.send(command).catch((error) => {
                throw creationError(error, call('CreateKey', `a key of spec ${spec}`));
            });
            if (KeyMetadata?.Arn === undefined)
                throw (0,kms_errors/* answerInvalid */.aB)('made a key without an ARN', $metadata.requestId);
            return KeyMetadata.Arn;
        },
        async createAlias(alias, keyArn) {
            const { client, CreateAliasCommand } = await kms();
            await client.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: keyArn })).catch((error) => {
                throw creationError(error, call('CreateAlias', alias));
            });
        },
    };
}
const creationError = (error, call) => (0,aws_errors/* awsError */.es)(error, call, (failure) => explain(failure, call) ?? (0,kms_errors/* explainKms */.nb)(failure, call));
function explain({ name, message }, { action, resource }) {
    const what = `${action} on ${resource}`;
    switch (name) {
        case 'AlreadyExistsException':
            return {
                code: 'kms-alias-taken',
                message: `${resource} stands for another key already`,
                hint: 'Choose another alias, or have whoever made it delete it.',
            };
        case 'MalformedPolicyDocumentException':
            return {
                code: 'kms-policy-invalid',
                message: `${what}: KMS does not take the key policy: ${message}`,
                hint: 'Every principal in it must exist, and it must let somebody change it later (kms:PutKeyPolicy).',
            };
        case 'TagException':
            return {
                code: 'input-invalid',
                message: `${what}: KMS does not take the tags: ${message}`,
                hint: 'Mend the tags.',
            };
        case 'InvalidAliasNameException':
            return {
                code: 'input-invalid',
                message: `${what}: KMS does not take the alias: ${message}`,
                hint: 'Write it alias/NAME, with letters, digits, slashes, underscores and hyphens, and not alias/aws/….',
            };
        case 'LimitExceededException':
            return {
                code: 'aws-refused',
                message: `${what}: a quota of the account is used up: ${message}`,
                hint: 'Have the quota raised (AWS Service Quotas), or delete what nobody needs.',
            };
        default:
            return undefined;
    }
}

// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/core/x509/crl.js + 1 modules
var x509_crl = __webpack_require__(4616);
// EXTERNAL MODULE: ./build/core/der/writer.js
var writer = __webpack_require__(8884);
// EXTERNAL MODULE: ./build/core/bytes.js
var core_bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/der/tag.js
var tag = __webpack_require__(6335);
// EXTERNAL MODULE: ./build/core/x509/extension-values.js
var extension_values = __webpack_require__(2272);
// EXTERNAL MODULE: ./build/core/x509/extensions.js + 2 modules
var extensions = __webpack_require__(9236);
// EXTERNAL MODULE: ./build/core/x509/internet-name.js
var internet_name = __webpack_require__(4439);
;// CONCATENATED MODULE: ./build/core/x509/encode/alternative-name.js





const encodeAlternativeNames = ({ uris, emails }) => [
    ...[...new Set(uris)].map(encodeUri),
    ...[...new Set(emails)].map(encodeEmail),
];
const uriCharacters = /^[a-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/i;
const emptyHost = /^[^:]+:\/\/(?:[^/?#@]*@)?(?:[:/?#]|$)/;
function encodeUri(text) {
    if (!(0,internet_name/* isAbsoluteUri */.CP)(text) || !uriCharacters.test(text) || emptyHost.test(text)) {
        throw malformed(text, 'no absolute URI', 'Write it whole, such as https://example.com/releases.');
    }
    return (0,writer/* der */.y8)((0,tag/* contextPrimitive */.LF)(6), (0,core_bytes/* utf8 */.As)(text));
}
function encodeEmail(text) {
    if ((0,internet_name/* parseMailbox */.i2)(text) === undefined)
        throw malformed(text, 'no email address', 'Write it as name@example.com.');
    return (0,writer/* der */.y8)((0,tag/* contextPrimitive */.LF)(1), (0,core_bytes/* utf8 */.As)(text));
}
const malformed = (text, problem, hint) => new core_error/* ReleaseSigningError */.B('alternative-name-malformed', `${text} is ${problem}`, {
    rule: 'RFC 5280 section 4.2.1.6',
    hint,
});

;// CONCATENATED MODULE: ./build/core/x509/encode/extension.js






const caIssuers = '1.3.6.1.5.5.7.48.2';
const encodeExtension = (oid, value, critical = false) => (0,writer/* sequence */.K2)((0,writer/* objectIdentifier */.RG)(oid), ...(critical ? [(0,writer/* derBoolean */.cl)(true)] : []), (0,writer/* octetString */.J8)(value));
const encodeExtensions = (number, extensions) => extensions.length === 0 ? [] : [(0,writer/* der */.y8)((0,tag/* contextConstructed */.yi)(number), (0,writer/* sequence */.K2)(...extensions))];
const authorityConstraints = (pathLength) => basicConstraints((0,writer/* derBoolean */.cl)(true), ...(pathLength === undefined ? [] : [(0,writer/* integer */.nd)(pathLength)]));
const endEntityConstraints = () => basicConstraints();
const basicConstraints = (...parts) => encodeExtension(extensions/* extensionKinds */.P.basicConstraints.oid, (0,writer/* sequence */.K2)(...parts), true);
const keyUsage = (...usages) => encodeExtension(extensions/* extensionKinds */.P.keyUsage.oid, namedBits(usages.map((usage) => extension_values/* keyUsages */.Qr.indexOf(usage))), true);
function namedBits(bits) {
    const highest = Math.max(...bits);
    const octets = new Uint8Array(1 + (highest >> 3) + 1);
    octets[0] = 7 - (highest & 7);
    for (const bit of bits)
        octets[1 + (bit >> 3)] = (octets[1 + (bit >> 3)] ?? 0) | (0x80 >> (bit & 7));
    return (0,writer/* der */.y8)(tag/* tag */.Tc.bitString, octets);
}
const extendedKeyUsage = (purposes, critical = false) => encodeExtension(extensions/* extensionKinds */.P.extendedKeyUsage.oid, (0,writer/* sequence */.K2)(...purposes.map(writer/* objectIdentifier */.RG)), critical);
const subjectAlternativeName = (names) => encodeExtension(extensions/* extensionKinds */.P.subjectAlternativeName.oid, (0,writer/* sequence */.K2)(...names));
const subjectKeyIdentifier = (id) => encodeExtension(extensions/* extensionKinds */.P.subjectKeyIdentifier.oid, (0,writer/* octetString */.J8)(id));
const authorityKeyIdentifier = (id) => encodeExtension(extensions/* extensionKinds */.P.authorityKeyIdentifier.oid, (0,writer/* sequence */.K2)((0,writer/* der */.y8)((0,tag/* contextPrimitive */.LF)(0), id)));
const crlDistributionPoints = (urls) => encodeExtension(extensions/* extensionKinds */.P.crlDistributionPoints.oid, (0,writer/* sequence */.K2)((0,writer/* sequence */.K2)((0,writer/* der */.y8)((0,tag/* contextConstructed */.yi)(0), (0,writer/* der */.y8)((0,tag/* contextConstructed */.yi)(0), ...urls.map(encodeUri))))));
const issuerLocations = (urls) => encodeExtension(extensions/* extensionKinds */.P.authorityInformationAccess.oid, (0,writer/* sequence */.K2)(...urls.map((url) => (0,writer/* sequence */.K2)((0,writer/* objectIdentifier */.RG)(caIssuers), encodeUri(url)))));
const crlNumber = (number) => encodeExtension('2.5.29.20', (0,writer/* integer */.nd)(number));
const expiredCertsOnCrl = (since) => encodeExtension('2.5.29.60', generalizedTime(since));
const reasonCode = (code) => encodeExtension('2.5.29.21', (0,writer/* der */.y8)(tag/* tag */.Tc.enumerated, Uint8Array.of(code)));
const invalidityDate = (date) => encodeExtension('2.5.29.24', generalizedTime(date));
const generalizedTime = (date) => (0,writer/* der */.y8)(tag/* tag */.Tc.generalizedTime, (0,core_bytes/* utf8 */.As)(`${date.toISOString().replace(/[-:T]|\.\d+Z$/g, '')}Z`));

;// CONCATENATED MODULE: ./build/core/x509/encode/crl.js


const encodeTbsCertList = (fields, algorithm) => (0,writer/* sequence */.K2)((0,writer/* integer */.nd)(1), algorithm.identifier, fields.issuer, (0,writer/* time */.kB)(fields.thisUpdate), (0,writer/* time */.kB)(fields.nextUpdate), ...(fields.revoked.length === 0 ? [] : [(0,writer/* sequence */.K2)(...fields.revoked.map(encodeEntry))]), ...encodeExtensions(0, fields.extensions));
function encodeEntry({ serial, revocationDate, reason, invalidityDate: invalidSince }) {
    const extensions = [
        ...(reason === 0 ? [] : [reasonCode(reason)]),
        ...(invalidSince === undefined ? [] : [invalidityDate(invalidSince)]),
    ];
    return (0,writer/* sequence */.K2)((0,writer/* integer */.nd)(serial), (0,writer/* time */.kB)(revocationDate), ...(extensions.length === 0 ? [] : [(0,writer/* sequence */.K2)(...extensions)]));
}

// EXTERNAL MODULE: ./build/core/crypto.js
var core_crypto = __webpack_require__(1806);
;// CONCATENATED MODULE: ./build/core/x509/encode/signed.js


const encodeSigned = (toBeSigned, algorithm, signature) => (0,writer/* sequence */.K2)(toBeSigned, algorithm.identifier, (0,writer/* bitString */.FY)(signature));
const keyIdentifierOf = ({ octets }) => (0,core_crypto/* digest */.br)('sha256', octets).subarray(0, 20);

// EXTERNAL MODULE: ./build/core/x509/name.js + 1 modules
var x509_name = __webpack_require__(3579);
// EXTERNAL MODULE: ./build/core/x509/refusal.js
var x509_refusal = __webpack_require__(6300);
// EXTERNAL MODULE: ./build/core/x509/signature.js
var x509_signature = __webpack_require__(230);
// EXTERNAL MODULE: ./build/core/x509/certificate.js
var x509_certificate = __webpack_require__(7543);
// EXTERNAL MODULE: ./build/core/x509/issuers.js
var issuers = __webpack_require__(2172);
// EXTERNAL MODULE: ./build/core/x509/path.js + 1 modules
var path = __webpack_require__(8859);
// EXTERNAL MODULE: ./build/core/x509/path-checks.js
var path_checks = __webpack_require__(4599);
// EXTERNAL MODULE: ./build/core/x509/pem.js
var pem = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/core/x509/trust-anchor.js
var trust_anchor = __webpack_require__(1882);
// EXTERNAL MODULE: ./build/core/x509/object-identifiers.js
var object_identifiers = __webpack_require__(3500);
;// CONCATENATED MODULE: ./build/identity/profile.js


const issueProfiles = [
    'code-signing',
    'time-stamping',
    'subordinate-ca',
];
const certificateProfiles = [
    'root',
    'subordinate-ca',
    'code-signing',
    'time-stamping',
];
const isAuthority = (profile) => profile === 'root' || profile === 'subordinate-ca';
const purposeOf = (profile) => profile === 'code-signing' ? object_identifiers/* purpose */.X7.codeSigning : profile === 'time-stamping' ? object_identifiers/* purpose */.X7.timeStamping : undefined;
const defaultDays = {
    root: 7_300,
    'subordinate-ca': 3_650,
    'code-signing': 365,
    'time-stamping': 3_650,
};
const usageExtensions = (profile, pathLength) => isAuthority(profile)
    ? [authorityConstraints(pathLength), keyUsage('keyCertSign', 'cRLSign')]
    : [endEntityConstraints(), keyUsage('digitalSignature')];

;// CONCATENATED MODULE: ./build/identity/register.js
const revocationReasons = {
    unspecified: 0,
    keyCompromise: 1,
    cACompromise: 2,
    affiliationChanged: 3,
    superseded: 4,
    cessationOfOperation: 5,
    privilegeWithdrawn: 9,
};
const emptyRegister = { certificates: [], crls: [] };

;// CONCATENATED MODULE: ./build/identity/register-lines.js

function readLines(text, what) {
    const lines = text.split(text.includes('\r\n') ? '\r\n' : '\n');
    let taken = 0;
    const wrong = (problem, line = taken) => new core_error/* ReleaseSigningError */.B('register-invalid', `${what}, line ${line}: ${problem}`, {
        hint: 'Take the file as it last was from where you keep it (git, say), or mend the line. docs/ca-in-kms.md describes the format.',
    });
    const take = (expected) => {
        taken += 1;
        const line = lines[taken - 1];
        if (line === undefined || (taken === lines.length && line === ''))
            throw wrong(`cut short: ${expected} is missing`);
        return line;
    };
    const groups = (pattern, expected) => {
        const match = pattern.exec(take(expected));
        if (match === null)
            throw wrong(`${expected} expected`);
        return match.slice(1);
    };
    const field = (name, pattern) => {
        const prefix = `  ${name} `;
        const line = take(`\`${name}\``);
        const value = line.slice(prefix.length);
        if (!line.startsWith(prefix) || !pattern.test(value))
            throw wrong(`\`${name}\` and its value expected`);
        return value;
    };
    return {
        groups,
        field,
        exactly: (expected) => {
            if (take(expected === '' ? 'an empty line' : `\`${expected}\``) !== expected) {
                throw wrong(expected === '' ? 'an empty line expected' : `\`${expected}\` expected`);
            }
        },
        has: (name) => lines[taken]?.startsWith(`  ${name} `) === true,
        instant: (name) => {
            const date = parseSeconds(field(name, /^\S+$/));
            if (date === undefined)
                throw wrong(`\`${name}\` is no time such as 2026-11-28T09:00:00Z`);
            return date;
        },
        choice: (name, choices) => {
            const word = field(name, /^\S+$/);
            const found = choices.find((one) => one === word);
            if (found === undefined)
                throw wrong(`\`${name}\` is none of ${choices.join(', ')}`);
            return found;
        },
        wrong: (problem) => wrong(problem),
        end: () => {
            if (lines.length === taken + 1 && lines[taken] === '')
                return;
            taken += 1;
            throw wrong(lines.length < taken ? 'cut short: no line end behind the last line' : 'something behind the end');
        },
    };
}
const secondsText = (date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
function parseSeconds(word) {
    const date = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(word) ? word : Number.NaN);
    return !Number.isNaN(date.getTime()) && secondsText(date) === word ? date : undefined;
}

;// CONCATENATED MODULE: ./build/identity/register-text.js





const firstLine = 'kms-release-signing register 1';
function encodeRegister({ certificates, crls }) {
    const blocks = [...certificates.map(certificateLines), ...crls.map(crlLines)];
    return [
        firstLine,
        ...blocks.flatMap((lines) => ['', ...lines]),
        '',
        `end ${counts({ certificates, crls })}`,
        '',
    ].join('\n');
}
const counts = ({ certificates, crls }) => {
    const revoked = certificates.filter(({ revocation }) => revocation !== undefined).length;
    return `certificates=${certificates.length} revoked=${revoked} crls=${crls.length}`;
};
const certificateLines = (one) => [
    `certificate ${one.serial}`,
    `  profile ${one.profile}`,
    `  subject ${one.subject}`,
    `  key ${one.key}`,
    `  issuer ${one.issuer}`,
    `  issuer-key ${one.issuerKey}`,
    `  not-before ${secondsText(one.notBefore)}`,
    `  not-after ${secondsText(one.notAfter)}`,
    `  sha256 ${one.sha256}`,
    ...(one.note === undefined ? [] : [`  note ${one.note}`]),
    ...(one.revocation === undefined ? [] : revocationLines(one.revocation)),
];
const revocationLines = ({ date, reason, invalidSince }) => [
    `  revoked ${secondsText(date)} ${reason}`,
    ...(invalidSince === undefined ? [] : [`  invalid-since ${secondsText(invalidSince)}`]),
];
const crlLines = (one) => [
    `crl ${one.number}`,
    `  issuer ${one.issuer}`,
    `  issuer-key ${one.issuerKey}`,
    `  this-update ${secondsText(one.thisUpdate)}`,
    `  next-update ${secondsText(one.nextUpdate)}`,
    `  sha256 ${one.sha256}`,
];
function parseRegister(text, what) {
    const lines = readLines(text, what);
    const certificates = [];
    const crls = [];
    const serials = new Set();
    const issuers = new Set();
    lines.exactly(firstLine);
    for (let end = false; !end;) {
        lines.exactly('');
        const [kind = '', value = ''] = lines.groups(/^(certificate|crl|end) (\S.*)$/, '`certificate`, `crl` or `end`');
        if (kind === 'certificate') {
            if (crls.length > 0)
                throw lines.wrong('a certificate behind the CRLs');
            if (serials.has(value))
                throw serialKnown(value, what);
            serials.add(value);
            certificates.push(readCertificate(value, lines));
        }
        else if (kind === 'crl') {
            const crl = readCrl(value, lines);
            if (issuers.has(crl.issuerKey))
                throw lines.wrong('a second CRL of one issuer');
            issuers.add(crl.issuerKey);
            crls.push(crl);
        }
        else {
            const found = counts({ certificates, crls });
            if (value !== found)
                throw lines.wrong(`end says ${value}, and there are ${found}`);
            end = true;
        }
    }
    lines.end();
    return { certificates, crls };
}
const serialKnown = (serial, where) => new core_error/* ReleaseSigningError */.B('register-serial-known', `${where}: serial number ${serial} stands there already`, {
    rule: 'RFC 5280 section 4.1.2.2',
    hint: 'No two certificates have the same one. Was a block pasted twice?',
});
function readCertificate(serial, lines) {
    if (!isSerial(serial))
        throw lines.wrong('no serial number');
    return {
        serial,
        profile: lines.choice('profile', certificateProfiles),
        subject: lines.field('subject', register_text_text),
        key: lines.field('key', sha256),
        issuer: lines.field('issuer', register_text_text),
        issuerKey: lines.field('issuer-key', sha256),
        notBefore: lines.instant('not-before'),
        notAfter: lines.instant('not-after'),
        sha256: lines.field('sha256', sha256),
        note: lines.has('note') ? lines.field('note', register_text_text) : undefined,
        revocation: lines.has('revoked') ? readRevocation(lines) : undefined,
    };
}
function readRevocation(lines) {
    const [time = '', reason = ''] = lines.field('revoked', /^\S+ \S+$/).split(' ');
    const date = parseSeconds(time);
    if (date === undefined)
        throw lines.wrong('`revoked` has no time such as 2026-11-28T09:00:00Z');
    if (!isReason(reason))
        throw lines.wrong(`\`revoked\` has no reason of ${Object.keys(revocationReasons).join(', ')}`);
    return { date, reason, invalidSince: lines.has('invalid-since') ? lines.instant('invalid-since') : undefined };
}
function readCrl(number, lines) {
    if (!/^[1-9]\d{0,47}$/.test(number))
        throw lines.wrong('no CRL number');
    return {
        number: BigInt(number),
        issuer: lines.field('issuer', register_text_text),
        issuerKey: lines.field('issuer-key', sha256),
        thisUpdate: lines.instant('this-update'),
        nextUpdate: lines.instant('next-update'),
        sha256: lines.field('sha256', sha256),
    };
}
const register_text_text = /^\S(?:.*\S)?$/;
const sha256 = /^[0-9a-f]{64}$/;
const isReason = (word) => Object.hasOwn(revocationReasons, word);
const isSerial = (word) => /^(?:[0-9a-f]{2})+$/.test(word) && word.length <= 2 * limits/* limits */.F.serialOctets && /[1-9a-f]/.test(word);

;// CONCATENATED MODULE: ./build/identity/register-rules.js




const keyHash = ({ spki }) => (0,core_crypto/* sha256Hex */.fg)(spki);
function checkKeyUse(register, publicKey, profile) {
    const key = keyHash(publicKey);
    for (const known of register.certificates) {
        if (known.key !== key)
            continue;
        if (known.revocation?.reason === 'keyCompromise' || known.revocation?.reason === 'cACompromise') {
            throw new core_error/* ReleaseSigningError */.B('key-compromised', `the key of certificate ${known.serial} (${known.subject}) was revoked as compromised`, { hint: 'Make a new key with `key create`; this one is never certified again.' });
        }
        const same = isAuthority(profile) ? isAuthority(known.profile) : known.profile === profile;
        if (!same)
            throw otherUse(`the key has a ${known.profile} certificate, ${known.serial} (${known.subject})`, profile);
    }
    const issued = register.certificates.find(({ issuerKey }) => issuerKey === key);
    if (issued !== undefined && !isAuthority(profile)) {
        throw otherUse(`the key issued a certificate, ${issued.serial} (${issued.subject})`, profile);
    }
}
const otherUse = (problem, profile) => new core_error/* ReleaseSigningError */.B('key-has-another-use', `${problem}, and is not to be certified for ${profile}`, {
    hint: 'One key, one use: make another key with `key create`.',
});
const serialText = (serial) => {
    const digits = serial.toString(16);
    return digits.length % 2 === 0 ? digits : `0${digits}`;
};
function withCertificate(register, certificate, profile, issuer) {
    const serial = serialText(certificate.serial);
    if (register.certificates.some((known) => known.serial === serial))
        throw serialKnown(serial, 'the register');
    const issued = {
        serial,
        profile,
        subject: certificate.subject.text,
        key: keyHash(certificate.publicKey),
        issuer: issuer.subject.text,
        issuerKey: keyHash(issuer.publicKey),
        notBefore: certificate.notBefore,
        notAfter: certificate.notAfter,
        sha256: certificate.sha256,
        note: undefined,
        revocation: undefined,
    };
    return { ...register, certificates: [...register.certificates, issued] };
}

// EXTERNAL MODULE: ./build/core/algorithm.js
var core_algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/x509/public-key.js
var public_key = __webpack_require__(8257);
;// CONCATENATED MODULE: ./build/identity/signing-key.js






async function openSigningKey(signer, asked) {
    const { keyId, spec, publicKey: spki } = await signer.describe();
    const algorithm = (0,core_algorithm/* algorithmForKey */.cn)(spec, asked);
    const publicKey = (0,public_key/* parsePublicKey */.e)(spki, `key ${keyId}`);
    return {
        keyId,
        publicKey,
        algorithm,
        async sign(toBeSigned) {
            checkLength(algorithm, toBeSigned);
            const { signature, requestId } = await signer.sign(algorithm, toBeSigned);
            if (!(0,core_crypto/* verifySignature */.Od)(algorithm, publicKey.key, toBeSigned, signature)) {
                throw new core_error/* ReleaseSigningError */.B('self-check-failed', `the signature that ${keyId} made is not one of its own`, {
                    hint: 'Nothing was written. Was an alias pointed to another key meanwhile?',
                });
            }
            return { der: encodeSigned(toBeSigned, algorithm, signature), requestId };
        },
    };
}
function checkLength({ messageType, name }, toBeSigned) {
    if (messageType !== 'RAW' || toBeSigned.length <= limits/* limits */.F.rawMessageBytes)
        return;
    throw new core_error/* ReleaseSigningError */.B('limit-exceeded', `${toBeSigned.length} bytes are to be signed, and ${name} takes at most ${limits/* limits */.F.rawMessageBytes} in AWS KMS`, { hint: 'A CA that is to live long needs a key that signs digests: RSA, ECC_NIST_… or ML_DSA_….' });
}

;// CONCATENATED MODULE: ./build/identity/authority.js











async function openAuthority(request, signer) {
    const given = request.certificates.flatMap(({ name, bytes }) => (0,pem/* readCertificates */.jZ)(bytes, name).map((der) => (0,x509_certificate/* parseCertificate */.h)(der, name)));
    const key = await openSigningKey(signer, request.signingAlgorithm);
    const certificate = certificateOf(key, given);
    const others = given.filter(({ sha256 }) => sha256 !== certificate.sha256);
    checkAuthority(certificate, request);
    const candidates = (0,issuers/* isSelfSigned */.N)(certificate) ? [] : (0,issuers/* issuersAbove */._)(certificate, others);
    const top = candidates.find(issuers/* isSelfSigned */.N) ?? candidates.at(-1) ?? certificate;
    const selfSigned = (0,issuers/* isSelfSigned */.N)(top);
    const anchor = selfSigned ? (0,trust_anchor/* createTrustAnchor */.m)(top.der) : { certificate: top, refusal: undefined, warnings: [] };
    return {
        key,
        certificate,
        above: top === certificate ? [] : issuersUpTo(anchor, certificate, candidates, request),
        anchor,
        warnings: selfSigned
            ? []
            : [`the root was not given: what the issuers of ${(0,x509_refusal/* describeCertificate */.dF)(top)} do not allow is not known`],
    };
}
const issuersUpTo = (anchor, leaf, candidates, { at, purpose }) => (0,path/* findPath */.H)({
    leaf,
    intermediates: candidates.map(({ der }) => der),
    anchors: [anchor],
    at,
    profile: 'rfc5280',
    purpose,
}).certificates.slice(1);
function certificateOf({ publicKey, keyId }, given) {
    const [found] = given
        .filter((one) => (0,core_bytes/* equalBytes */.ex)(one.publicKey.spki, publicKey.spki))
        .sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime());
    if (found !== undefined)
        return found;
    throw new core_error/* ReleaseSigningError */.B('key-mismatch', `no certificate that was given is that of key ${keyId}`, {
        hint: 'Give the CA’s own certificate with --ca-certificate, and the key that it is for with --kms-key-id.',
    });
}
function checkAuthority(certificate, { at, purpose, register }) {
    const checks = (0,path_checks/* createPathChecks */.h)('code-signing', { at, purpose });
    const refusal = (0,issuers/* isSelfSigned */.N)(certificate)
        ? checks.anchor((0,trust_anchor/* createTrustAnchor */.m)(certificate.der))
        : checks.intermediate(certificate);
    if (refusal !== undefined)
        throw refusal;
    checkKeyUse(register, certificate.publicKey, 'subordinate-ca');
    const revocation = register.certificates.find(({ sha256 }) => sha256 === certificate.sha256)?.revocation;
    if (revocation !== undefined) {
        const date = revocation.date.toISOString();
        throw new core_error/* ReleaseSigningError */.B('certificate-revoked', `${(0,x509_refusal/* describeCertificate */.dF)(certificate)}: revoked on ${date} for ${revocation.reason}, says the register`, { hint: 'Issue from a CA that stands.', certificate: (0,x509_certificate/* certificateReference */.l)(certificate) });
    }
}
function pathLengthLeft({ certificate, above }) {
    let left = Number.POSITIVE_INFINITY;
    for (const [depth, one] of [...above.toReversed(), certificate].entries()) {
        if (depth > 0 && !one.selfIssued)
            left -= 1;
        left = Math.min(left, one.extensions.basicConstraints?.pathLength ?? left);
    }
    return left;
}

;// CONCATENATED MODULE: ./build/identity/output.js


async function expectNewFile({ path, replaces }, files) {
    if (replaces === undefined && (await files.exists(path)))
        throw fileExists(path);
    await files.checkWritable([path]);
}
function newFile({ path, format, replaces }, label, ders) {
    const [first = new Uint8Array()] = ders;
    return { path, bytes: format === 'pem' ? (0,pem/* encodePem */.TS)(label, ders) : first, replaces: replaces ?? 'nothing' };
}
const fileExists = (path) => new core_error/* ReleaseSigningError */.B('file-exists', `${path}: a file is there already`, {
    hint: 'Move it away, or name another with --out: no file is written over.',
});

;// CONCATENATED MODULE: ./build/identity/register-file.js





async function openRegister(path, files) {
    const bytes = await files.readIfThere(path, limits/* limits */.F.registerBytes);
    await files.checkWritable([path]);
    return {
        content: bytes === undefined ? emptyRegister : parseRegister(decode(bytes, path), path),
        changed(content) {
            const text = encodeRegister(content);
            parseRegister(text, path);
            return { path, bytes: (0,core_bytes/* utf8 */.As)(text), replaces: bytes ?? 'nothing' };
        },
    };
}
function decode(bytes, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new core_error/* ReleaseSigningError */.B('register-invalid', `${path}: not UTF-8`, {
            hint: 'Take the file as it last was from where you keep it, such as git.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/identity/revoke.js


function revoke(register, revocations, { issuerKey, now }) {
    const certificates = [...register.certificates];
    for (const { serial, reason, ...given } of revocations) {
        const index = certificates.findIndex((one) => one.serial === serial && one.issuerKey === issuerKey);
        const certificate = certificates[index];
        if (certificate === undefined)
            throw unknown(serial);
        const date = wholeSeconds(given.date ?? now);
        const invalidSince = given.invalidSince === undefined ? undefined : wholeSeconds(given.invalidSince);
        const problem = problemWith(certificate, { reason, date, invalidSince, now });
        if (problem !== undefined)
            throw invalid(certificate, problem);
        certificates[index] = { ...certificate, revocation: { date, reason, invalidSince } };
    }
    return { ...register, certificates };
}
function problemWith(certificate, { reason, date, invalidSince, now }) {
    const { profile, revocation, notBefore } = certificate;
    if (revocation !== undefined) {
        return `it was revoked on ${revocation.date.toISOString()} for ${revocation.reason}: to say otherwise, change its block in the register`;
    }
    if (profile === 'root')
        return 'it is a root, which goes when it is no longer pinned';
    if (reason === 'cACompromise' && !isAuthority(profile))
        return 'cACompromise is for CAs: say keyCompromise';
    if (date > now || date < notBefore)
        return `${date.toISOString()} is before it was issued, or yet to come`;
    if (invalidSince !== undefined && invalidSince > date)
        return 'it is invalid since a time after its revocation';
    return undefined;
}
const wholeSeconds = (date) => new Date(Math.floor(date.getTime() / 1000) * 1000);
const unknown = (serial) => new core_error/* ReleaseSigningError */.B('register-serial-unknown', `this CA issued no certificate ${serial}, by the register`, {
    hint: 'Look the serial number up in the register, and give the CA that issued it.',
});
const invalid = ({ serial, subject }, problem) => new core_error/* ReleaseSigningError */.B('revocation-invalid', `certificate ${serial} (${subject}) is not revoked: ${problem}`, {
    rule: 'RFC 5280 section 5.3',
});

;// CONCATENATED MODULE: ./build/identity/validity.js


const day = 86_400_000;
function validityFrom(now, days) {
    const notBefore = new Date(Math.floor(now.getTime() / 1000) * 1000);
    return { notBefore, notAfter: new Date(notBefore.getTime() + days * day - 1000) };
}
function checkWithinIssuer({ notBefore, notAfter }, issuer) {
    if (notBefore >= issuer.notBefore && notAfter <= issuer.notAfter)
        return;
    const left = Math.floor((issuer.notAfter.getTime() + 1000 - notBefore.getTime()) / day);
    const from = issuer.notBefore.toISOString();
    const until = issuer.notAfter.toISOString();
    throw new core_error/* ReleaseSigningError */.B('validity-outside-issuer', `the certificate would be valid until ${notAfter.toISOString()}; that of its issuer is from ${from} to ${until}`, {
        rule: 'RFC 5280 section 6.1.3 (a)(2)',
        hint: left >= 1 ? `Ask for at most ${left} days, or renew the CA first.` : 'Renew the CA first.',
        certificate: (0,x509_certificate/* certificateReference */.l)(issuer),
    });
}

;// CONCATENATED MODULE: ./build/identity/create-crl.js
















const create_crl_defaultDays = 30;
async function createCrl(request, ports) {
    const { signer, files, clock } = ports;
    const now = clock();
    const register = await openRegister(request.register, files);
    const authority = await openAuthority({
        certificates: request.authorityCertificates,
        signingAlgorithm: request.signingAlgorithm,
        at: now,
        purpose: 'any',
        register: register.content,
    }, signer);
    const { certificate: issuer, key } = authority;
    if (issuer.extensions.keyUsage?.has('cRLSign') === false) {
        throw (0,x509_refusal/* refuse */.TR)(issuer, 'key-usage-crl-sign-missing', 'its key usage lacks cRLSign', { section: '4.2.1.3' });
    }
    const issuerKey = keyHash(issuer.publicKey);
    checkKnown(register.content, issuer, issuerKey, request.register);
    const content = revoke(register.content, request.revoke, { issuerKey, now });
    const issued = content.certificates.filter((one) => one.issuerKey === issuerKey);
    const revoked = issued.filter(isRevoked);
    const { notBefore: thisUpdate, notAfter: nextUpdate } = validityFrom(now, request.days ?? create_crl_defaultDays);
    const previous = content.crls.find((one) => one.issuerKey === issuerKey);
    if (previous !== undefined && previous.thisUpdate > thisUpdate)
        throw fromTheFuture(previous);
    const number = (previous?.number ?? 0n) + 1n;
    const replaces = await checkPlace(request.output, issuer, number, files);
    const { der, requestId } = await key.sign(encodeTbsCertList({
        issuer: issuer.subject.der,
        thisUpdate,
        nextUpdate,
        revoked: revoked.map(entryOf),
        extensions: [
            authorityKeyIdentifier(issuer.extensions.subjectKeyIdentifier ?? keyIdentifierOf(issuer.publicKey)),
            crlNumber(number),
            expiredCertsOnCrl(earliest([issuer, ...issued])),
        ],
    }, key.algorithm));
    const crl = (0,x509_crl/* parseCrl */.lD)(der, 'the CRL that was made');
    checkMade(crl, issuer, revoked);
    const record = { number, issuer: issuer.subject.text, issuerKey, thisUpdate, nextUpdate, sha256: crl.sha256 };
    await files.writeAll([
        register.changed({ ...content, crls: [...content.crls.filter((one) => one !== previous), record] }),
        { ...newFile(request.output, 'X509 CRL', [der]), replaces },
    ]);
    return {
        path: request.output.path,
        issuer: issuer.subject.text,
        number: String(number),
        thisUpdate: thisUpdate.toISOString(),
        nextUpdate: nextUpdate.toISOString(),
        revoked: revoked.map(({ serial, revocation: { date, reason } }) => ({ serial, date: date.toISOString(), reason })),
        sha256: crl.sha256,
        warnings: authority.warnings,
        kmsRequestIds: requestId === undefined ? [] : [requestId],
    };
}
const isRevoked = (one) => one.revocation !== undefined;
const entryOf = ({ serial, revocation }) => ({
    serial: BigInt(`0x${serial}`),
    revocationDate: revocation.date,
    reason: revocationReasons[revocation.reason],
    invalidityDate: revocation.invalidSince,
});
const earliest = (certificates) => new Date(Math.min(...certificates.map(({ notBefore }) => notBefore.getTime())));
function checkKnown(register, issuer, issuerKey, path) {
    if (register.certificates.some((one) => one.key === issuerKey || one.issuerKey === issuerKey))
        return;
    throw new core_error/* ReleaseSigningError */.B('register-issuer-unknown', `${path}: nothing in it is of ${issuer.subject.text}`, {
        hint: 'Name the register that this CA’s certificates were issued with.',
    });
}
const fromTheFuture = ({ number, thisUpdate }) => new core_error/* ReleaseSigningError */.B('register-outdated', `CRL ${number} in the register is of ${thisUpdate.toISOString()}, which is yet to come`, { hint: "Set this machine's clock." });
async function checkPlace({ path }, issuer, number, files) {
    await files.checkWritable([path]);
    const bytes = await files.readIfThere(path, limits/* limits */.F.crlFileBytes);
    if (bytes === undefined)
        return 'nothing';
    const earlier = readEarlier({ name: path, bytes });
    if (earlier === undefined || !(0,x509_name/* sameName */.q)(earlier.issuer, issuer.subject) || !(0,x509_signature/* isSignedBy */.s)(earlier, issuer.publicKey)) {
        throw fileExists(path);
    }
    if (earlier.number >= number) {
        throw new core_error/* ReleaseSigningError */.B('register-outdated', `${path} is CRL ${earlier.number} of this CA, and the register would make ${number} the next`, { rule: 'RFC 5280 section 5.2.3', hint: 'Take the newest register: revocations may be missing in this one.' });
    }
    return bytes;
}
function readEarlier({ name, bytes }) {
    try {
        const [der, ...more] = (0,x509_crl/* readCrls */.Tl)(bytes, name);
        return der === undefined || more.length > 0 ? undefined : (0,x509_crl/* parseCrl */.lD)(der, name);
    }
    catch (error) {
        if (error instanceof core_error/* ReleaseSigningError */.B)
            return undefined;
        throw error;
    }
}
function checkMade(crl, issuer, revoked) {
    const isListed = (certificate) => {
        const { serial, revocationDate, reason, invalidityDate } = entryOf(certificate);
        const [entry, ...more] = crl.find(issuer.subject, serial);
        return (more.length === 0 &&
            entry?.reason === reason &&
            entry.revocationDate.getTime() === revocationDate.getTime() &&
            entry.invalidityDate?.getTime() === invalidityDate?.getTime());
    };
    if ((0,x509_name/* sameName */.q)(crl.issuer, issuer.subject) && (0,x509_signature/* isSignedBy */.s)(crl, issuer.publicKey) && revoked.every(isListed))
        return;
    throw new core_error/* ReleaseSigningError */.B('self-check-failed', 'the CRL that was made does not say what it should', {
        hint: 'Nothing was written. This is a defect of kms-release-signing: please report it.',
    });
}

;// CONCATENATED MODULE: ./build/identity/create-key.js

async function createKey(request, { administration }) {
    const { alias, spec } = request;
    if (alias !== undefined)
        await expectFree(alias, administration);
    const keyId = await administration.createKey(request);
    if (alias !== undefined) {
        try {
            await administration.createAlias(alias, keyId);
        }
        catch (cause) {
            throw withoutAlias(keyId, alias, cause);
        }
    }
    return { keyId, alias: alias ?? null, spec };
}
async function expectFree(alias, administration) {
    if (!/^alias\/(?!aws\/)[\w/-]{1,250}$/.test(alias)) {
        throw new core_error/* ReleaseSigningError */.B('input-invalid', `${alias} is no name for an alias`, {
            hint: 'Write alias/NAME, with letters, digits, slashes, underscores and hyphens, and not alias/aws/….',
        });
    }
    const taken = await administration.keyOf(alias);
    if (taken === undefined)
        return;
    throw new core_error/* ReleaseSigningError */.B('kms-alias-taken', `${alias} stands for ${taken} already`, {
        hint: 'Choose another alias: one that others sign with is not pointed to a new key behind their backs.',
    });
}
function withoutAlias(keyId, alias, cause) {
    if (!(cause instanceof core_error/* ReleaseSigningError */.B))
        return cause;
    return new core_error/* ReleaseSigningError */.B('kms-alias-missing', `key ${keyId} was made, but not its alias ${alias}: ${cause.message}`, {
        hint: `Use the key by its ARN, make the alias by hand (aws kms create-alias), or have the key deleted (aws kms schedule-key-deletion). ${cause.hint ?? ''}`.trim(),
        cause,
    });
}

;// CONCATENATED MODULE: ./build/core/x509/encode/certificate.js



const encodeTbsCertificate = (fields, algorithm) => (0,writer/* sequence */.K2)((0,writer/* der */.y8)((0,tag/* contextConstructed */.yi)(0), (0,writer/* integer */.nd)(2)), (0,writer/* integer */.nd)(fields.serial), algorithm.identifier, fields.issuer, (0,writer/* sequence */.K2)((0,writer/* time */.kB)(fields.notBefore), (0,writer/* time */.kB)(fields.notAfter)), fields.subject, fields.publicKey, ...encodeExtensions(3, fields.extensions));
function serialOf(random) {
    const serial = random.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
    return BigInt.asUintN(159, serial);
}

// EXTERNAL MODULE: ./build/core/x509/name-text.js
var name_text = __webpack_require__(861);
;// CONCATENATED MODULE: ./build/core/x509/encode/subject.js





const attribute = (field, oid, longest) => ({ field, oid, longest });
const kinds = {
    country: attribute('country', '2.5.4.6', 2),
    state: attribute('state', '2.5.4.8', 128),
    locality: attribute('locality', '2.5.4.7', 128),
    organization: attribute('organization', '2.5.4.10', 64),
    organizationalUnit: attribute('organizational unit', '2.5.4.11', 64),
    commonName: attribute('common name', '2.5.4.3', 64),
};
function encodeSubject(fields) {
    const given = [
        ...one(kinds.country, fields.country),
        ...one(kinds.state, fields.state),
        ...one(kinds.locality, fields.locality),
        ...one(kinds.organization, fields.organization),
        ...(fields.organizationalUnits ?? []).flatMap((text) => one(kinds.organizationalUnit, text)),
        ...one(kinds.commonName, fields.commonName),
    ];
    if (given.length === 0)
        throw subject_invalid('the subject is empty', 'Give a common name, at least.');
    return (0,writer/* sequence */.K2)(...given);
}
function one({ field, oid, longest }, text) {
    if (text === undefined)
        return [];
    checkText(text, field, longest);
    if (oid === kinds.country.oid)
        checkCountry(text);
    const type = oid === kinds.country.oid ? tag/* tag */.Tc.printableString : tag/* tag */.Tc.utf8String;
    return [(0,writer/* setOf */.s4)([(0,writer/* sequence */.K2)((0,writer/* objectIdentifier */.RG)(oid), (0,writer/* der */.y8)(type, (0,core_bytes/* utf8 */.As)(text)))])];
}
function checkSubject({ rdns }) {
    if (rdns.length === 0)
        throw subject_invalid('the subject is empty', 'Ask for one with a common name, at least.');
    for (const { type, text, der } of rdns.flatMap(({ attributes }) => attributes)) {
        const kind = Object.values(kinds).find(({ oid }) => oid === type);
        const field = kind?.field ?? (0,name_text/* attributeLabel */.T)(type) ?? type;
        if (text === undefined || !stringTypes.has(der[0])) {
            throw subject_invalid(`the ${field} is of a string type that is not accepted`, 'Ask with UTF8String or PrintableString.');
        }
        checkText(text, field, kind?.longest ?? 255);
        if (kind === kinds.country)
            checkCountry(text);
    }
}
const stringTypes = new Set([tag/* tag */.Tc.utf8String, tag/* tag */.Tc.printableString, tag/* tag */.Tc.ia5String]);
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
function checkText(text, field, longest) {
    if (invisible.test(text)) {
        throw subject_invalid(`the ${field} has a control or invisible character in it`, 'Write it with visible characters alone.');
    }
    if (text === '' || text.trim() !== text) {
        throw subject_invalid(`the ${field} is empty, or begins or ends with a space`, 'Write it without.');
    }
    if ([...text].length > longest) {
        throw subject_invalid(`the ${field} has more than ${longest} characters`, 'RFC 5280 appendix A.1 allows no more.');
    }
}
function checkCountry(text) {
    if (/^[A-Z]{2}$/.test(text))
        return;
    throw subject_invalid(`country ${text} is not two capital letters`, 'Write it as in ISO 3166, such as DE.');
}
const subject_invalid = (message, hint) => new core_error/* ReleaseSigningError */.B('subject-invalid', message, { rule: 'RFC 5280 section 4.1.2.6', hint });

// EXTERNAL MODULE: ./build/core/der/fields.js
var der_fields = __webpack_require__(4262);
// EXTERNAL MODULE: ./build/core/der/reader.js
var reader = __webpack_require__(728);
// EXTERNAL MODULE: ./build/core/x509/extension-list.js
var extension_list = __webpack_require__(9658);
;// CONCATENATED MODULE: ./build/core/x509/certification-request.js














function readCertificationRequest(bytes, what) {
    const [der, ...more] = (0,pem/* readPemOrDer */.Tw)(bytes, 'CERTIFICATE REQUEST', what, limits/* limits */.F.certificateBytes);
    if (der === undefined || more.length > 0)
        throw certification_request_invalid(`${what}: more than one request`, '4.2');
    return der;
}
function parseCertificationRequest(der, what = 'request') {
    const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)((0,reader/* parseDer */.zE)(der, what), tag/* tag */.Tc.sequence, what), what);
    const info = fields.required(tag/* tag */.Tc.sequence, 'certificationRequestInfo');
    const algorithm = fields.required(tag/* tag */.Tc.sequence, 'signatureAlgorithm');
    const signature = (0,der_fields/* bitStringOctetsOf */.mE)(fields.required(tag/* tag */.Tc.bitString, 'signature'), `${what}: signature`);
    fields.end();
    const { subject, publicKey, rawExtensions } = parseInfo(info, what);
    const signatureAlgorithm = (0,core_algorithm/* algorithmByIdentifier */.YH)(algorithm.bytes, what);
    if (!(0,x509_signature/* isSignedBy */.s)({ tbs: info.bytes, signatureAlgorithm, signature }, publicKey)) {
        throw new core_error/* ReleaseSigningError */.B('request-signature-invalid', `${what}: not signed by the key that it asks to have certified`, {
            rule: 'RFC 2986 section 4.2',
            hint: 'It was altered, or whoever made it does not hold the key: ask for it again.',
        });
    }
    return {
        der,
        sha256: (0,core_crypto/* sha256Hex */.fg)(der),
        subject,
        publicKey,
        signatureAlgorithm,
        extensions: (0,extensions/* parseExtensions */.w)(rawExtensions, what),
        rawExtensions,
    };
}
function parseInfo(info, what) {
    const fields = (0,der_fields/* fieldsOf */.Pf)(info, what);
    if ((0,der_fields/* smallIntegerOf */.Xo)(fields.required(tag/* tag */.Tc.integer, 'version'), what) !== 0) {
        throw certification_request_invalid(`${what}: not of version 1`, '4.1');
    }
    const subject = (0,x509_name/* parseName */.$q)(fields.required(tag/* tag */.Tc.sequence, 'subject'), `${what}: subject`);
    const publicKey = (0,public_key/* parsePublicKey */.e)(fields.required(tag/* tag */.Tc.sequence, 'subjectPKInfo'), what);
    const attributes = fields.required((0,tag/* contextConstructed */.yi)(0), 'attributes');
    fields.end();
    if (!(0,reader/* isSorted */.WC)(attributes.children))
        throw certification_request_invalid(`${what}: attributes out of order`, '4.1');
    return { subject, publicKey, rawExtensions: parseAttributes(attributes, what) };
}
function parseAttributes(attributes, what) {
    let found;
    for (const attribute of attributes.children) {
        const fields = (0,der_fields/* fieldsOf */.Pf)((0,der_fields/* expectTag */.yi)(attribute, tag/* tag */.Tc.sequence, `${what}: attribute`), `${what}: attribute`);
        const type = (0,der_fields/* objectIdentifierOf */.Ki)(fields.required(tag/* tag */.Tc.objectIdentifier, 'its type'), what);
        const [value, ...more] = fields.required(tag/* tag */.Tc.set, 'its values').children;
        fields.end();
        if (type !== object_identifiers/* extensionRequest */.Fz)
            continue;
        if (value === undefined || more.length > 0 || found !== undefined) {
            throw certification_request_invalid(`${what}: not one list of extensions`, '4.1, RFC 2985 section 5.4.2');
        }
        found = (0,extension_list/* parseExtensionList */.h)(value, what, 'certificate-extension-duplicate');
    }
    return found ?? new Map();
}
const certification_request_invalid = (message, section) => new core_error/* ReleaseSigningError */.B('request-invalid', message, {
    rule: `RFC 2986 section ${section}`,
    hint: 'Make the request again: kms-release-signing certificate request, or openssl req -new.',
});

;// CONCATENATED MODULE: ./build/identity/grant.js







function grantFor(profile, request) {
    checkSubject(request.subject);
    checkKind(profile, request);
    const purposes = grantPurposes(profile, request);
    const names = grantNames(profile, request);
    return {
        extensions: [
            ...(purposes.length === 0 ? [] : [extendedKeyUsage(purposes, profile === 'time-stamping')]),
            ...(names.encoded.length === 0 ? [] : [subjectAlternativeName(names.encoded)]),
        ],
        identities: names.identities,
        leftOut: [
            ...[...(request.extensions.extendedKeyUsage ?? [])]
                .filter((asked) => !purposes.includes(asked))
                .map((asked) => `extended key usage ${asked}`),
            ...names.leftOut,
            ...[...request.rawExtensions.keys()].filter((oid) => !looked.has(oid)).map((oid) => `extension ${oid}`),
        ],
    };
}
const looked = new Set([
    extensions/* extensionKinds */.P.keyUsage,
    extensions/* extensionKinds */.P.basicConstraints,
    extensions/* extensionKinds */.P.extendedKeyUsage,
    extensions/* extensionKinds */.P.subjectAlternativeName,
    extensions/* extensionKinds */.P.subjectKeyIdentifier,
].map(({ oid }) => oid));
function checkKind(profile, { extensions }) {
    const { basicConstraints, extendedKeyUsage } = extensions;
    const asked = basicConstraints?.ca === true ? 'a CA' : undefined;
    const wanted = purposeOf(profile);
    if (!isAuthority(profile)) {
        if (asked !== undefined)
            throw mismatch(profile, 'it asks to be a CA');
        if (wanted !== undefined && extendedKeyUsage?.has(wanted) === false) {
            throw mismatch(profile, `it asks for extended key usages ${[...extendedKeyUsage].join(', ')}`);
        }
        return;
    }
    if (asked === undefined && (basicConstraints !== undefined || extendedKeyUsage !== undefined)) {
        throw mismatch(profile, 'it does not ask to be a CA');
    }
}
const mismatch = (profile, problem) => new core_error/* ReleaseSigningError */.B('request-profile-mismatch', `the request is not one for ${profile}: ${problem}`, {
    hint: 'Issue by the profile that it was made for, or have it made again: certificate request --profile.',
});
function grantPurposes(profile, { extensions }) {
    const own = purposeOf(profile);
    if (own !== undefined)
        return [own];
    return [object_identifiers/* purpose */.X7.codeSigning, object_identifiers/* purpose */.X7.timeStamping].filter((one) => extensions.extendedKeyUsage?.has(one));
}
function grantNames(profile, { extensions }) {
    const asked = extensions.subjectAlternativeName ?? [];
    const texts = (kind) => isAuthority(profile) ? [] : asked.flatMap((name) => (name.kind === kind ? [name.text] : []));
    const uris = texts('uri');
    const emails = texts('email');
    return {
        encoded: encodeAlternativeNames({ uris, emails }),
        identities: [...uris, ...emails],
        leftOut: asked
            .filter(({ kind }) => isAuthority(profile) || (kind !== 'uri' && kind !== 'email'))
            .map((name) => `alternative name ${'text' in name ? `${name.kind} ${name.text}` : name.kind}`),
    };
}

// EXTERNAL MODULE: ./build/core/x509/path-validation.js + 2 modules
var path_validation = __webpack_require__(3028);
;// CONCATENATED MODULE: ./build/identity/issued.js





function checkDraft(draft, authority, profile, at) {
    const refusal = kindRefusal(draft, profile, at);
    if (refusal !== undefined)
        throw refusal;
    const path = [draft, authority.certificate, ...authority.above].toReversed();
    (0,path_validation/* validatePath */.i)(path, {}, { left: limits/* limits */.F.nameComparisons });
}
function checkIssued(certificate, { certificate: issuer, above, anchor }, profile, at) {
    const refusal = kindRefusal(certificate, profile, at);
    if (refusal !== undefined)
        throw refusal;
    const purpose = purposeOf(profile);
    return (0,path/* findPath */.H)({
        leaf: certificate,
        intermediates: [issuer, ...above].map(({ der }) => der),
        anchors: [anchor],
        at,
        profile: purpose === undefined ? 'rfc5280' : 'code-signing',
        purpose: purpose ?? 'any',
    });
}
function kindRefusal(certificate, profile, at) {
    const purpose = purposeOf(profile);
    const checks = (0,path_checks/* createPathChecks */.h)('code-signing', { at, purpose: purpose ?? 'any' });
    return purpose === undefined ? checks.intermediate(certificate) : checks.leaf(certificate);
}

;// CONCATENATED MODULE: ./build/identity/issue-certificate.js
















async function issueCertificate(request, ports) {
    const { profile, output } = request;
    const { signer, files, clock, random } = ports;
    const now = clock();
    const asked = readRequest(request.request);
    const grant = grantFor(profile, asked);
    const register = await openRegister(request.register, files);
    checkKeyUse(register.content, asked.publicKey, profile);
    await expectNewFile(output, files);
    const authority = await openAuthority({
        certificates: request.authorityCertificates,
        signingAlgorithm: request.signingAlgorithm,
        at: now,
        purpose: purposeOf(profile) ?? 'any',
        register: register.content,
    }, signer);
    const validity = validityFrom(now, request.days ?? defaultDays[profile]);
    checkWithinIssuer(validity, authority.certificate);
    checkKeys(authority, asked, profile);
    const fields = {
        ...validity,
        serial: serialOf(random(20)),
        issuer: authority.certificate.subject.der,
        subject: asked.subject.der,
        publicKey: asked.publicKey.spki,
        extensions: extensionsFor(request, grant, asked, authority),
    };
    const toBeSigned = encodeTbsCertificate(fields, authority.key.algorithm);
    const draft = (0,x509_certificate/* parseCertificate */.h)(encodeSigned(toBeSigned, authority.key.algorithm, new Uint8Array(1)), 'the draft');
    checkDraft(draft, authority, profile, validity.notBefore);
    withCertificate(register.content, draft, profile, authority.certificate);
    const { der, requestId } = await authority.key.sign(toBeSigned);
    const certificate = (0,x509_certificate/* parseCertificate */.h)(der, 'the certificate that was made');
    const { warnings } = checkIssued(certificate, authority, profile, validity.notBefore);
    const intermediates = [authority.certificate, ...authority.above].filter((one) => !(0,issuers/* isSelfSigned */.N)(one));
    await files.writeAll([
        register.changed(withCertificate(register.content, certificate, profile, authority.certificate)),
        newFile(output, 'CERTIFICATE', [certificate, ...intermediates].map((one) => one.der)),
    ]);
    return {
        ...describe(certificate),
        path: output.path,
        profile,
        identities: grant.identities,
        issuer: { subject: authority.certificate.subject.text, sha256: authority.certificate.sha256 },
        leftOut: grant.leftOut,
        warnings: [...authority.warnings, ...warnings],
        kmsRequestIds: requestId === undefined ? [] : [requestId],
    };
}
const describe = (certificate) => ({
    subject: certificate.subject.text,
    serial: serialText(certificate.serial),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    sha256: certificate.sha256,
});
const readRequest = ({ name, bytes }) => parseCertificationRequest(readCertificationRequest(bytes, name), name);
function checkKeys(authority, asked, profile) {
    const same = [authority.certificate, ...authority.above].find(({ publicKey }) => (0,core_bytes/* equalBytes */.ex)(publicKey.spki, asked.publicKey.spki));
    if (same !== undefined)
        throw otherUse(`the key is that of the CA ${same.subject.text}`, profile);
}
function extensionsFor(request, grant, { publicKey }, authority) {
    const { profile, crlUrls, issuerUrls } = request;
    return [
        ...usageExtensions(profile, pathLengthFor(request, authority)),
        ...grant.extensions,
        subjectKeyIdentifier(keyIdentifierOf(publicKey)),
        authorityKeyIdentifier(authority.certificate.extensions.subjectKeyIdentifier ?? keyIdentifierOf(authority.certificate.publicKey)),
        ...(crlUrls.length === 0 ? [] : [crlDistributionPoints(crlUrls)]),
        ...(issuerUrls.length === 0 ? [] : [issuerLocations(issuerUrls)]),
    ];
}
function pathLengthFor({ profile, pathLength }, authority) {
    if (!isAuthority(profile)) {
        if (pathLength === undefined)
            return undefined;
        throw new core_error/* ReleaseSigningError */.B('usage', `a path length for ${profile}`, { hint: 'Only a CA has one.' });
    }
    const left = pathLengthLeft(authority);
    const asked = pathLength ?? 0;
    if (asked + 1 <= left)
        return asked;
    const { subject } = authority.certificate;
    throw new core_error/* ReleaseSigningError */.B('path-length-exceeded', left === 0
        ? `${subject.text} may issue to no CA: its path length, or that of a CA above it, is used up`
        : `path length ${asked} is more than ${subject.text} can give`, {
        rule: 'RFC 5280 section 4.2.1.9',
        hint: left === 0 ? 'Issue from a CA further up.' : `Ask for at most ${left - 1}.`,
    });
}

;// CONCATENATED MODULE: ./build/identity/create-root.js














async function createRoot(request, ports) {
    const { output, pathLength } = request;
    const { signer, files, clock, random } = ports;
    const subject = encodeSubject(request.subject);
    const validity = validityFrom(clock(), request.days ?? defaultDays.root);
    const register = await openRegister(request.register, files);
    await expectNewFile(output, files);
    const key = await openSigningKey(signer, request.signingAlgorithm);
    checkKeyUse(register.content, key.publicKey, 'root');
    const { der, requestId } = await key.sign(encodeTbsCertificate({
        ...validity,
        serial: serialOf(random(20)),
        issuer: subject,
        subject,
        publicKey: key.publicKey.spki,
        extensions: [
            ...usageExtensions('root', pathLength),
            subjectKeyIdentifier(keyIdentifierOf(key.publicKey)),
        ],
    }, key.algorithm));
    const root = (0,x509_certificate/* parseCertificate */.h)(der, 'the root that was made');
    const anchor = (0,trust_anchor/* createTrustAnchor */.m)(root.der);
    const checks = (0,path_checks/* createPathChecks */.h)('code-signing', { at: validity.notBefore, purpose: 'any' });
    const refusal = checks.anchor(anchor);
    if (refusal !== undefined)
        throw refusal;
    await files.writeAll([
        register.changed(withCertificate(register.content, root, 'root', root)),
        newFile(output, 'CERTIFICATE', [root.der]),
    ]);
    return {
        ...describe(root),
        path: output.path,
        keyId: key.keyId,
        algorithm: key.algorithm.name,
        warnings: [...anchor.warnings, ...checks.warnings([root])],
        kmsRequestIds: requestId === undefined ? [] : [requestId],
    };
}

;// CONCATENATED MODULE: ./build/core/x509/encode/request.js



const encodeRequestInfo = ({ subject, publicKey, extensions }) => (0,writer/* sequence */.K2)((0,writer/* integer */.nd)(0), subject, publicKey, (0,writer/* der */.y8)((0,tag/* contextConstructed */.yi)(0), ...(extensions.length === 0
    ? []
    : [(0,writer/* sequence */.K2)((0,writer/* objectIdentifier */.RG)(object_identifiers/* extensionRequest */.Fz), (0,writer/* setOf */.s4)([(0,writer/* sequence */.K2)(...extensions)]))])));

;// CONCATENATED MODULE: ./build/identity/request-certificate.js











async function requestCertificate(request, { signer, files }) {
    const { profile, output } = request;
    const subject = encodeSubject(request.subject);
    const extensions = requestedExtensions(request);
    const register = request.register === undefined ? undefined : await openRegister(request.register, files);
    await expectNewFile(output, files);
    const key = await openSigningKey(signer, request.signingAlgorithm);
    if (register !== undefined)
        checkKeyUse(register.content, key.publicKey, profile);
    const { der, requestId } = await key.sign(encodeRequestInfo({ subject, publicKey: key.publicKey.spki, extensions }));
    const made = parseCertificationRequest(der, 'the request that was made');
    await files.writeAll([newFile(output, 'CERTIFICATE REQUEST', [der])]);
    return {
        path: output.path,
        subject: made.subject.text,
        identities: [...request.alternativeNames.uris, ...request.alternativeNames.emails],
        profile,
        keyId: key.keyId,
        algorithm: key.algorithm.name,
        sha256: made.sha256,
        kmsRequestIds: requestId === undefined ? [] : [requestId],
    };
}
function requestedExtensions({ profile, alternativeNames, extendedKeyUsages }) {
    const names = encodeAlternativeNames(alternativeNames);
    if (names.length > 0 && isAuthority(profile)) {
        throw new core_error/* ReleaseSigningError */.B('usage', 'alternative names in a request for a CA certificate', {
            hint: 'A CA goes by its subject; URIs and email addresses are for those who sign.',
        });
    }
    const purpose = purposeOf(profile);
    const purposes = extendedKeyUsages.length > 0 || purpose === undefined ? extendedKeyUsages : [purpose];
    return [
        ...usageExtensions(profile, undefined),
        ...(purposes.length === 0 ? [] : [extendedKeyUsage(purposes, profile === 'time-stamping')]),
        ...(names.length === 0 ? [] : [subjectAlternativeName(names)]),
    ];
}

// EXTERNAL MODULE: ./build/entry/read-values.js
var read_values = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/entry/time.js
var time = __webpack_require__(1467);
;// CONCATENATED MODULE: ./build/entry/identity-requests.js








async function readCreateKeyRequest(values) {
    const [policy] = await values.files('policy', limits/* limits */.F.keyPolicyBytes);
    return {
        alias: values.text('alias'),
        spec: readKeySpec(values.text('key-spec') ?? 'ECC_NIST_P256'),
        description: values.text('description'),
        tags: values.texts('tag').map(readTag),
        policy: policy === undefined ? undefined : readPolicy(policy.name, policy.bytes),
    };
}
const readCertificateRequest = (values) => ({
    subject: readSubject(values),
    alternativeNames: { uris: values.texts('san-uri'), emails: values.texts('san-email') },
    profile: (0,read_values/* choice */.Yq)(values, 'profile', issueProfiles),
    extendedKeyUsages: values.texts('extended-key-usage').map(readPurpose),
    signingAlgorithm: values.text('signing-algorithm'),
    register: values.text('register'),
    output: readOutput(values, 'pem'),
});
const readRootRequest = (values) => ({
    subject: readSubject(values),
    pathLength: readPathLength(values),
    days: readDays(values),
    signingAlgorithm: values.text('signing-algorithm'),
    register: readRegister(values),
    output: readOutput(values, 'pem'),
});
async function readIssueRequest(values) {
    (0,read_values/* required */.mw)(values, 'request', 'Name the file with the request that `certificate request` or another tool made.');
    const [request] = await values.files('request', limits/* limits */.F.certificateFileBytes);
    if (request === undefined)
        throw (0,read_values/* missing */.LO)(values.label('request'));
    return {
        request,
        authorityCertificates: await readAuthority(values),
        profile: (0,read_values/* choice */.Yq)(values, 'profile', issueProfiles),
        pathLength: readPathLength(values),
        days: readDays(values),
        signingAlgorithm: values.text('signing-algorithm'),
        crlUrls: values.texts('crl-url').map(readUrl),
        issuerUrls: values.texts('issuer-url').map(readUrl),
        register: readRegister(values),
        output: readOutput(values, 'pem'),
    };
}
async function readCrlRequest(values) {
    const serials = values.texts('revoke').map(readSerial);
    const ofRevocation = ['reason', 'revoked-at', 'invalid-since'].find((name) => values.text(name));
    if (serials.length === 0 && ofRevocation !== undefined) {
        throw new core_error/* ReleaseSigningError */.B('usage', `${values.label(ofRevocation)} without ${values.label('revoke')}`, {
            hint: 'Say which certificate is to be revoked.',
        });
    }
    const revocation = {
        reason: (0,read_values/* choice */.Yq)(values, 'reason', Object.keys(revocationReasons)),
        date: readInstant(values, 'revoked-at'),
        invalidSince: readInstant(values, 'invalid-since'),
    };
    return {
        authorityCertificates: await readAuthority(values),
        revoke: serials.map((serial) => ({ serial, ...revocation })),
        days: readDays(values),
        signingAlgorithm: values.text('signing-algorithm'),
        register: readRegister(values),
        output: readOutput(values, 'der'),
    };
}
const readSubject = (values) => ({
    commonName: (0,read_values/* required */.mw)(values, 'common-name', 'Give the subject a name that people know.'),
    organization: values.text('organization'),
    organizationalUnits: values.texts('organizational-unit'),
    locality: values.text('locality'),
    state: values.text('state'),
    country: values.text('country'),
});
function readAuthority(values) {
    (0,read_values/* required */.mw)(values, 'ca-certificate', "Name the file with the CA's certificate; add those of its issuers.");
    return values.files('ca-certificate', limits/* limits */.F.certificateFileBytes);
}
const readRegister = (values) => (0,read_values/* required */.mw)(values, 'register', 'Name the file that keeps what was issued and revoked, such as ca/register.txt.');
const formats = { pem: ['pem', 'der'], der: ['der', 'pem'] };
const readOutput = (values, usual) => ({
    path: (0,read_values/* required */.mw)(values, 'out', 'Name the file to write.'),
    format: (0,read_values/* choice */.Yq)(values, 'format', formats[usual]),
});
function readDays(values) {
    const text = values.text('days');
    return text === undefined ? undefined : (0,read_values/* wholeNumber */.rD)(values.label('days'), text, 1, 36_525);
}
function readPathLength(values) {
    const text = values.text('path-length');
    return text === undefined ? undefined : (0,read_values/* wholeNumber */.rD)(values.label('path-length'), text, 0, limits/* limits */.F.pathLength);
}
function readInstant(values, name) {
    const text = values.text(name);
    return text === undefined ? undefined : (0,time/* parseInstant */.n)(text, values.label(name));
}
const keySpecs = [...new Set(core_algorithm/* signatureAlgorithms */.Py.flatMap((row) => row.keySpecs))];
function readKeySpec(text) {
    const spec = keySpecs.find((one) => one === text);
    if (spec !== undefined)
        return spec;
    throw new core_error/* ReleaseSigningError */.B('usage', `${text} is no key spec that signs`, { hint: `Use ${keySpecs.join(', ')}.` });
}
function readTag(text) {
    const at = text.indexOf('=');
    if (at > 0)
        return { key: text.slice(0, at), value: text.slice(at + 1) };
    throw new core_error/* ReleaseSigningError */.B('usage', `tag ${text} is not KEY=VALUE`);
}
function readPolicy(name, bytes) {
    const text = new TextDecoder().decode(bytes);
    try {
        const policy = JSON.parse(text);
        if (typeof policy === 'object' && policy !== null && 'Statement' in policy)
            return text;
    }
    catch (cause) {
        throw new core_error/* ReleaseSigningError */.B('input-invalid', `${name}: not JSON`, { cause });
    }
    throw new core_error/* ReleaseSigningError */.B('input-invalid', `${name}: no key policy: it has no Statement`);
}
function readPurpose(text) {
    if (text === 'code-signing')
        return object_identifiers/* purpose */.X7.codeSigning;
    if (text === 'time-stamping')
        return object_identifiers/* purpose */.X7.timeStamping;
    if (/^[0-2](?:\.(?:0|[1-9]\d*))+$/.test(text))
        return text;
    throw new core_error/* ReleaseSigningError */.B('usage', `${text} is no extended key usage`, {
        hint: 'Use code-signing, time-stamping, or an object identifier such as 1.3.6.1.5.5.7.3.3.',
    });
}
function readUrl(text) {
    if (/^https?:\/\//i.test(text))
        return text;
    throw new core_error/* ReleaseSigningError */.B('usage', `${text} is no HTTP URL`, {
        hint: 'Write where clients fetch it, such as http://example.com/ca.crl.',
    });
}
function readSerial(text) {
    const digits = text
        .replace(/^0x/i, '')
        .replaceAll(':', '')
        .toLowerCase()
        .replace(/^(?:00)+/, '');
    if (/^[0-9a-f]+$/.test(digits))
        return digits.length % 2 === 0 ? digits : `0${digits}`;
    throw new core_error/* ReleaseSigningError */.B('usage', `${text} is no serial number`, {
        hint: 'Write it in hexadecimal, as the register has it.',
    });
}

;// CONCATENATED MODULE: ./build/entry/identity.js








const systemRandom = (octets) => (0,external_node_crypto_.randomBytes)(octets);


/***/ })

};
;