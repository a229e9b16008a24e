"use strict";
exports.id = 988;
exports.ids = [988,661];
exports.modules = {

/***/ 8988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  moreCommands: () => (/* binding */ moreCommands)
});

// EXTERNAL MODULE: ./build/entry/escape.js
var entry_escape = __webpack_require__(2985);
;// CONCATENATED MODULE: ./build/entry/private-ca-options.js
const privateCaIssuerOptions = [
    {
        group: 'Or by AWS Private CA',
        name: 'private-ca',
        value: 'ARN',
        help: 'The CA in AWS Private CA that issues. Its Region is the one in the ARN.',
    },
    {
        name: 'template',
        value: 'NAME',
        help: 'The template to issue by, or its ARN. Default: CodeSigningCertificate/V1, or SubordinateCACertificate_PathLenN/V1 for subordinate-ca.',
    },
    {
        name: 'private-ca-certificate',
        value: 'ARN',
        help: 'A certificate of that CA which was issued for this key already, and could not be collected or written then. It is collected now, and no other is bought.',
    },
];
const rootOption = {
    name: 'root-certificate',
    value: 'FILE',
    repeatable: true,
    help: 'The root that verifiers pin, which the certificate must reach. Default: the root that AWS Private CA names.',
};
const caOption = {
    group: 'The CA',
    name: 'private-ca',
    value: 'ARN',
    help: 'The subordinate CA in AWS Private CA. Its Region is the one in the ARN.',
};
const fipsOption = {
    group: 'AWS',
    name: 'use-fips-endpoint',
    help: 'Talk to the FIPS endpoints of AWS.',
};
const privateCaRequestOptions = [
    caOption,
    {
        group: 'What is written',
        name: 'out',
        value: 'FILE',
        help: 'Where the request is written. A file that is there is never written over.',
    },
    { name: 'format', value: 'pem|der', help: 'Default: pem.' },
    fipsOption,
];
const privateCaImportOptions = [
    caOption,
    {
        group: 'What is installed',
        name: 'certificate-chain',
        value: 'FILE',
        repeatable: true,
        help: "The CA's new certificate and those of its issuers, in any order; the root may be among them.",
    },
    {
        ...rootOption,
        help: 'The root that verifiers pin, which the certificate must reach. It is installed as the end of the chain.',
    },
    fipsOption,
];

;// CONCATENATED MODULE: ./build/entry/identity-options.js

const awsOptions = [
    {
        group: 'AWS',
        name: 'aws-region',
        value: 'REGION',
        help: "The key's Region. Default: the one in its ARN, else the environment's.",
    },
    { name: 'use-fips-endpoint', help: 'Talk to the FIPS endpoints of AWS.' },
];
const keyOptions = [
    {
        name: 'signing-algorithm',
        value: 'ALGORITHM',
        help: "AWS KMS's name of the algorithm, such as RSASSA_PSS_SHA_256. Default: derived from the key.",
    },
];
const subjectOptions = [
    {
        group: 'Subject, each field as it is to be read',
        name: 'common-name',
        value: 'TEXT',
        help: 'CN: what people know it by.',
    },
    { name: 'organization', value: 'TEXT', help: 'O.' },
    { name: 'organizational-unit', value: 'TEXT', repeatable: true, help: 'OU.' },
    { name: 'locality', value: 'TEXT', help: 'L: the city.' },
    { name: 'state', value: 'TEXT', help: 'ST: the state or province.' },
    { name: 'country', value: 'CODE', help: 'C: two capital letters (ISO 3166).' },
];
const outputOptions = [
    {
        group: 'What is written',
        name: 'out',
        value: 'FILE',
        help: 'Where it is written. A file that is there is never written over.',
    },
    { name: 'format', value: 'pem|der', help: 'Default: pem.' },
];
const registerOption = {
    name: 'register',
    value: 'FILE',
    help: 'The register of what was issued and revoked, plain text to keep in git. It is made where it is not there.',
};
const caCertificateOption = {
    name: 'ca-certificate',
    value: 'FILE',
    repeatable: true,
    help: "The CA's certificate, and those of its issuers up to the root, in any order.",
};
const publicationOptions = [
    {
        name: 'crl-url',
        value: 'URL',
        repeatable: true,
        help: "Where the CA's CRL is published (CRL distribution point).",
    },
    {
        name: 'issuer-url',
        value: 'URL',
        repeatable: true,
        help: "Where the CA's certificate is published (authority information access).",
    },
];
const authorityOptions = [
    {
        group: 'The CA',
        name: 'kms-key-id',
        value: 'KEY',
        help: "The CA's key in AWS KMS: id, ARN, alias/NAME, alias ARN or awskms:///…",
    },
    caCertificateOption,
    registerOption,
    ...keyOptions,
];
const days = (help) => ({ name: 'days', value: 'NUMBER', help });
const pathLength = (help) => ({ name: 'path-length', value: 'NUMBER', help });
const createKeyOptions = [
    {
        group: 'The key',
        name: 'alias',
        value: 'alias/NAME',
        help: 'A name for it. One that is taken is refused.',
    },
    {
        name: 'key-spec',
        value: 'SPEC',
        help: 'RSA_3072, RSA_4096, ECC_NIST_P256 (default), ECC_NIST_P384, ECC_NIST_P521, ECC_NIST_EDWARDS25519, ML_DSA_44, … A CA that is to live long does not take ECC_NIST_EDWARDS25519, with which KMS signs no more than 4,096 bytes.',
    },
    { name: 'description', value: 'TEXT', help: 'What it is for, for people.' },
    { name: 'tag', value: 'KEY=VALUE', repeatable: true, help: 'A tag; the first = divides it.' },
    {
        name: 'policy',
        value: 'FILE',
        help: "The key policy, JSON. Default: KMS's own, which leaves the decision to the account's IAM policies.",
    },
    ...awsOptions,
];
const requestOptions = [
    {
        group: 'The key',
        name: 'kms-key-id',
        value: 'KEY',
        help: 'The key to have certified: id, ARN, alias/NAME, alias ARN or awskms:///…',
    },
    ...keyOptions,
    {
        name: 'register',
        value: 'FILE',
        help: 'The register of your CA: a key that it knows for another use is refused.',
    },
    ...subjectOptions,
    {
        group: 'Names to verify by',
        name: 'san-uri',
        value: 'URI',
        repeatable: true,
        help: 'A URI as subject alternative name: what verify takes as certificate-identity. cosign needs one, or an email address.',
    },
    { name: 'san-email', value: 'ADDRESS', repeatable: true, help: 'An email address as subject alternative name.' },
    {
        group: 'What it is for',
        name: 'profile',
        value: 'code-signing|time-stamping|subordinate-ca',
        help: 'Key usage, basic constraints and extended key usage to ask for. Default: code-signing.',
    },
    {
        name: 'extended-key-usage',
        value: 'code-signing|time-stamping|OID',
        repeatable: true,
        help: "In place of the profile's. A subordinate CA is narrowed to these purposes.",
    },
    ...outputOptions,
    ...awsOptions,
];
const rootOptions = [
    {
        group: 'The CA',
        name: 'kms-key-id',
        value: 'KEY',
        help: 'The key of the root, used for nothing else: id, ARN, alias/NAME, alias ARN or awskms:///…',
    },
    registerOption,
    ...keyOptions,
    ...subjectOptions,
    { group: 'Constraints', ...pathLength('CAs that may stand in a path below it. Default: no limit.') },
    days('How long it is valid. Default: 7300.'),
    ...outputOptions,
    ...awsOptions,
];
const issueOptions = [
    { group: 'What to certify', name: 'request', value: 'FILE', help: 'The request (PKCS #10), PEM or DER.' },
    {
        name: 'profile',
        value: 'code-signing|time-stamping|subordinate-ca',
        help: 'What the certificate is for. Default: code-signing. Of what the request asks for, only what the profile allows is given.',
    },
    days('How long it is valid. Default: 365 for code-signing, else 3650; never longer than the CA.'),
    pathLength('CAs that may stand below a subordinate CA. Default: 0.'),
    ...publicationOptions,
    ...authorityOptions,
    ...privateCaIssuerOptions,
    rootOption,
    ...outputOptions,
    ...awsOptions,
];
const crlOptions = [
    {
        group: 'Revocation',
        name: 'revoke',
        value: 'SERIAL',
        repeatable: true,
        help: 'A certificate to revoke now, by its serial number in hexadecimal. What the register knows as revoked stays on the list.',
    },
    {
        name: 'reason',
        value: 'REASON',
        help: 'keyCompromise, cACompromise, affiliationChanged, superseded, cessationOfOperation, privilegeWithdrawn or unspecified (default).',
    },
    { name: 'revoked-at', value: 'TIME', help: 'When it was revoked (RFC 3339). Default: now.' },
    {
        name: 'invalid-since',
        value: 'TIME',
        help: 'Since when the key is believed to be compromised, say. What is signed later is refused.',
    },
    days('Until the next CRL at the latest. Default: 30.'),
    ...authorityOptions,
    {
        group: 'What is written',
        name: 'out',
        value: 'FILE',
        help: "Where it is written. This CA's earlier CRL is replaced, any other file is not.",
    },
    { name: 'format', value: 'der|pem', help: 'Default: der, as distribution points have it.' },
    ...awsOptions,
];

// EXTERNAL MODULE: ./build/cli/command.js
var command = __webpack_require__(7727);
// EXTERNAL MODULE: ./build/entry/read-values.js
var read_values = __webpack_require__(1633);
// EXTERNAL MODULE: ./build/entry/system.js
var system = __webpack_require__(6339);
// EXTERNAL MODULE: ./build/cli/positionals.js
var positionals = __webpack_require__(2013);
// EXTERNAL MODULE: ./build/cli/values.js
var cli_values = __webpack_require__(3026);
;// CONCATENATED MODULE: ./build/cli/identity-context.js




async function identityContext(args) {
    const { createFiles, loadOnline } = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(783)]).then(__webpack_require__.bind(__webpack_require__, 5039));
    (0,positionals/* noPositionals */.d)(args, 'It takes options alone; --help lists them.');
    const { createKmsSigner, environmentFetch, systemTimers, loadIdentity } = await loadOnline();
    const identity = await loadIdentity();
    const clock = system/* systemClock */.m;
    const files = createFiles({ clock });
    const environment = process.env;
    const aws = (values) => ({
        region: values.text('aws-region'),
        useFipsEndpoint: values.flag('use-fips-endpoint'),
        environment,
        timers: systemTimers,
    });
    return {
        values: (0,cli_values/* optionValues */.i)(args, files),
        identity,
        files,
        clock,
        random: identity.systemRandom,
        administration: (values) => identity.createKmsAdministration(aws(values)),
        privateCa: (values) => identity.createPrivateCa({
            arn: (0,read_values/* required */.mw)(values, 'private-ca', 'Name the CA in AWS Private CA by its ARN.'),
            useFipsEndpoint: values.flag('use-fips-endpoint'),
            environment,
            fetch: environmentFetch(environment),
            timers: systemTimers,
            clock,
            token: identity.systemToken,
        }),
        signer: (values) => createKmsSigner({
            keyId: (0,read_values/* required */.mw)(values, 'kms-key-id', 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.'),
            ...aws(values),
        }),
    };
}
function report(terminal, warnings, lines, document) {
    for (const warning of warnings)
        terminal.warning(warning);
    for (const line of lines)
        terminal.line(line);
    if (terminal.json)
        terminal.document(document);
}

;// CONCATENATED MODULE: ./build/cli/certificate-create-root.js




const certificateCreateRoot = {
    help: {
        name: 'certificate create-root',
        usage: 'certificate create-root --kms-key-id KEY --common-name TEXT --register FILE --out FILE [options]',
        summary: 'make the root certificate of a CA whose key is in AWS KMS',
        description: [
            'Makes a self-signed root certificate for a key in AWS KMS, and writes it down in the register. The root is what verifiers pin: hand it to them on a way they trust. It needs kms:GetPublicKey, and kms:Sign once.',
        ],
        options: [...rootOptions, command/* jsonOption */.E],
        examples: [
            {
                what: 'A root that lets one CA stand between it and the signers',
                command: "kms-release-signing certificate create-root --kms-key-id alias/release-root \\\n    --common-name 'Example Release Root' --organization Example --path-length 1 \\\n    --register ca/register.txt --out ca/root.pem",
            },
        ],
    },
    async run(args, terminal) {
        const { values, identity, files, clock, random, signer } = await identityContext(args);
        const request = identity.readRootRequest(values);
        const { warnings, ...made } = await identity.createRoot(request, { signer: signer(values), files, clock, random });
        const file = (0,entry_escape/* shellFile */.jI)(made.path);
        report(terminal, warnings, [
            `wrote ${(0,entry_escape/* printable */.g$)(made.path)}, a root certificate, and ${(0,entry_escape/* printable */.g$)(request.register)}`,
            `  subject ${(0,entry_escape/* printable */.g$)(made.subject)}`,
            `  serial  ${made.serial}`,
            `  valid   ${made.notBefore} to ${made.notAfter}`,
            `  key     ${(0,entry_escape/* printable */.g$)(made.keyId)}, ${made.algorithm}`,
            `  sha256  ${made.sha256}`,
            '',
            'Next: keep both files in git; make a key for the signer (key create) and a request (certificate request); then',
            `    kms-release-signing certificate issue --request request.pem --kms-key-id ${(0,entry_escape/* shellFile */.jI)(made.keyId)} --ca-certificate ${file} --register ${(0,entry_escape/* shellFile */.jI)(request.register)} --out chain.pem`,
        ], made);
        return 0;
    },
    failed: (failure) => failure,
};

;// CONCATENATED MODULE: ./build/cli/certificate-issue.js




const certificateIssue = {
    help: {
        name: 'certificate issue',
        usage: 'certificate issue --request FILE (--kms-key-id KEY --ca-certificate FILE --register FILE | --private-ca ARN) --out FILE [options]',
        summary: 'issue a certificate from a CA whose key is in AWS KMS, or from AWS Private CA',
        description: [
            "Issues a certificate from a request, whose own signature is checked, and writes it with the CA's certificates up to the root, ready for certificate-chain. It is written down in the register in the same step. It needs kms:GetPublicKey, and kms:Sign once.",
            'With --private-ca a CA in AWS Private CA issues it: the certificate is fetched when it is there, and written when it holds the key of the request and leads to the root. The register is then only kept where one is named. It needs acm-pca:DescribeCertificateAuthority, GetCertificateAuthorityCertificate, IssueCertificate and GetCertificate on the CA.',
        ],
        options: [...issueOptions, command/* jsonOption */.E],
        examples: [
            {
                what: 'For the key that signs releases',
                command: 'kms-release-signing certificate issue --request request.pem --kms-key-id alias/issuing-ca \\\n    --ca-certificate ca/issuing-ca.pem --ca-certificate ca/root.pem \\\n    --register ca/register.txt --out chain.pem',
            },
            {
                what: 'From AWS Private CA',
                command: 'kms-release-signing certificate issue --request request.pem --days 365 \\\n    --private-ca arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1234abcd-… \\\n    --root-certificate root.pem --out chain.pem',
            },
            {
                what: 'For an issuing CA below the root',
                command: 'kms-release-signing certificate issue --profile subordinate-ca --request issuing-ca.csr \\\n    --kms-key-id alias/release-root --ca-certificate ca/root.pem \\\n    --register ca/register.txt --out ca/issuing-ca.pem',
            },
        ],
    },
    async run(args, terminal) {
        const context = await identityContext(args);
        const { values, identity } = context;
        identity.checkIssuer(values);
        const isPrivate = values.text('private-ca') !== undefined;
        const { report: all, lines } = await (isPrivate ? issueFromPrivateCa(context) : issueFromKms(context));
        const { warnings, ...issued } = all;
        const register = values.text('register');
        const file = (0,entry_escape/* shellFile */.jI)(issued.path);
        report(terminal, warnings, [
            `wrote ${(0,entry_escape/* printable */.g$)(issued.path)}, a certificate for ${issued.profile}${register === undefined ? '' : `, and ${(0,entry_escape/* printable */.g$)(register)}`}`,
            `  subject ${(0,entry_escape/* printable */.g$)(issued.subject)}`,
            ...issued.identities.map((name) => `  name    ${(0,entry_escape/* printable */.g$)(name)}`),
            `  issuer  ${(0,entry_escape/* printable */.g$)(issued.issuer.subject)}`,
            ...lines,
            `  serial  ${issued.serial}`,
            `  valid   ${issued.notBefore} to ${issued.notAfter}`,
            `  sha256  ${issued.sha256}`,
            ...issued.leftOut.map((asked) => `  asked for and left out: ${(0,entry_escape/* printable */.g$)(asked)}`),
            ...(issued.profile === 'code-signing'
                ? [
                    '',
                    'Next: sign with it.',
                    `    kms-release-signing sign --kms-key-id KEY --certificate-chain ${file} --root-certificate root.pem ARTIFACT`,
                ]
                : []),
            ...(issued.profile === 'subordinate-ca'
                ? [
                    '',
                    'Next: issue from it, with the file as one more --ca-certificate, and make its first CRL:',
                    `    kms-release-signing crl create --kms-key-id KEY --ca-certificate ${file} --ca-certificate root.pem --register register.txt --out ca.crl`,
                ]
                : []),
        ], issued);
        return 0;
    },
    failed: (failure) => failure,
};
async function issueFromKms({ values, identity, signer, files, clock, random }) {
    const request = await identity.readIssueRequest(values);
    return {
        report: await identity.issueCertificate(request, { signer: signer(values), files, clock, random }),
        lines: [],
    };
}
async function issueFromPrivateCa({ values, identity, privateCa, files, clock }) {
    const request = await identity.readPrivateCaIssueRequest(values);
    const report = await identity.issueByPrivateCa(request, { privateCa: privateCa(values), files, clock });
    const { root, certificateArn } = report;
    return {
        report,
        lines: [`  root    ${(0,entry_escape/* printable */.g$)(root.subject)}, sha256 ${root.sha256}`, `  arn     ${certificateArn}`],
    };
}

;// CONCATENATED MODULE: ./build/entry/renew-options.js


const renewOptions = [
    {
        group: 'The key and its certificate',
        name: 'kms-key-id',
        value: 'KEY',
        help: 'The key that signs releases: id, ARN, alias/NAME, alias ARN or awskms:///…',
    },
    {
        name: 'certificate-chain',
        value: 'FILE',
        help: 'Its certificate as it is, and those of its issuers. May be missing where common-name says whom the first is for.',
    },
    rootOption,
    {
        name: 'renew-before-days',
        value: 'NUMBER',
        help: 'Renew when the chain has fewer days left than these. Default: 30.',
    },
    {
        name: 'signing-algorithm',
        value: 'ALGORITHM',
        help: "AWS KMS's name of the algorithm for the request, such as RSASSA_PSS_SHA_256. Default: derived from the key.",
    },
    ...privateCaIssuerOptions.map((row) => (row.name === 'private-ca' ? { ...row, group: 'By AWS Private CA' } : row)),
    {
        group: 'Or by a CA whose key is in AWS KMS',
        name: 'ca-kms-key-id',
        value: 'KEY',
        help: "The CA's key: id, ARN, alias/NAME, alias ARN or awskms:///…",
    },
    caCertificateOption,
    ...publicationOptions,
    {
        group: 'What is known as revoked',
        name: 'register',
        value: 'FILE',
        help: 'The register of what was issued and revoked. The new certificate is written down there. Needed for a CA in AWS KMS.',
    },
    {
        name: 'crl',
        value: 'FILE',
        repeatable: true,
        help: 'A certificate revocation list of the CA. Once one is given, the certificate as it is must be found good.',
    },
    ...subjectOptions.map((row) => row.name === 'common-name'
        ? {
            ...row,
            group: 'Subject and names; default: those of the certificate as it is',
            help: 'CN: what people know it by. With it, the other fields of the subject count, too.',
        }
        : row),
    {
        name: 'san-uri',
        value: 'URI',
        repeatable: true,
        help: 'A URI as subject alternative name: what verify takes as certificate-identity.',
    },
    { name: 'san-email', value: 'ADDRESS', repeatable: true, help: 'An email address as subject alternative name.' },
    {
        group: 'What is written',
        name: 'days',
        value: 'NUMBER',
        help: 'How long the new certificate is valid. Default: 365; never longer than the CA.',
    },
    {
        name: 'out',
        value: 'FILE',
        help: 'Where the chain is afterwards, renewed or not. Default: the file of certificate-chain, which is replaced. Any other file is not.',
    },
    {
        name: 'dry-run',
        help: 'Say whether it is due, and do nothing. Neither the key nor the CA need be named then.',
    },
    ...awsOptions,
];

;// CONCATENATED MODULE: ./build/cli/certificate-renew.js



const certificateRenew = {
    help: {
        name: 'certificate renew',
        usage: 'certificate renew --kms-key-id KEY --certificate-chain FILE (--private-ca ARN | --ca-kms-key-id KEY --ca-certificate FILE --register FILE) [options]',
        summary: 'renew the certificate of a signing key when it comes to its end',
        description: [
            'When the chain has fewer days left than renew-before-days, makes a request for the same key, subject and names, has it certified by AWS Private CA or by a CA whose key is in AWS KMS, and puts the new chain in the place of the old one. Otherwise it says how long is left, and asks AWS for nothing.',
            'A key whose certificate was revoked as compromised, by the register or a CRL, is never certified again. The certificate action does the same in a scheduled workflow.',
        ],
        options: [...renewOptions, command/* jsonOption */.E],
        examples: [
            {
                what: 'By AWS Private CA',
                command: 'kms-release-signing certificate renew --kms-key-id alias/release --certificate-chain chain.pem \\\n    --root-certificate root.pem --private-ca arn:aws:acm-pca:…',
            },
            {
                what: 'Is it due?',
                command: 'kms-release-signing certificate renew --dry-run --certificate-chain chain.pem --json | jq .due',
            },
            {
                what: 'By a CA of your own in AWS KMS',
                command: 'kms-release-signing certificate renew --kms-key-id alias/release --certificate-chain chain.pem \\\n    --root-certificate ca/root.pem --ca-kms-key-id alias/issuing-ca \\\n    --ca-certificate ca/issuing-ca.pem --register ca/register.txt',
            },
        ],
    },
    async run(args, terminal) {
        const { values, identity, files, clock, random } = await identityContext(args);
        const request = await identity.readRenewalRequest(values);
        const context = {
            files,
            clock,
            random,
            token: identity.systemToken,
            environment: process.env,
            credentials: undefined,
        };
        const parties = identity.renewalParties(values, request, context);
        const { warnings, issued, ...renewal } = await identity.renewCertificate(request, { files, clock, parties });
        report(terminal, warnings, identity.renewalText({ ...renewal, warnings, issued }), {
            ...renewal,
            issued: issued ?? null,
        });
        return 0;
    },
    failed: (failure) => ({ renewed: false, ...failure }),
};

;// CONCATENATED MODULE: ./build/cli/certificate-request.js




const certificateRequest = {
    help: {
        name: 'certificate request',
        usage: 'certificate request --kms-key-id KEY --common-name TEXT --out FILE [options]',
        summary: 'make a certificate request for a key in AWS KMS',
        description: [
            'Makes a request (PKCS #10) that any CA takes, for a key that cannot leave AWS KMS. It needs kms:GetPublicKey, and kms:Sign once.',
        ],
        options: [...requestOptions, command/* jsonOption */.E],
        examples: [
            {
                what: 'For a key that signs releases',
                command: "kms-release-signing certificate request --kms-key-id alias/release \\\n    --common-name 'Example Releases' --organization Example --country DE \\\n    --san-uri https://example.com/releases --out request.pem\nopenssl req -verify -noout -in request.pem",
            },
            {
                what: 'For a CA below your root that may issue for code signing alone',
                command: "kms-release-signing certificate request --kms-key-id alias/issuing-ca \\\n    --profile subordinate-ca --extended-key-usage code-signing \\\n    --common-name 'Example Issuing CA' --out issuing-ca.csr",
            },
        ],
    },
    async run(args, terminal) {
        const { values, identity, files, signer } = await identityContext(args);
        const request = identity.readCertificateRequest(values);
        const made = await identity.requestCertificate(request, { signer: signer(values), files });
        const file = (0,entry_escape/* shellFile */.jI)(made.path);
        report(terminal, [], [
            `wrote ${(0,entry_escape/* printable */.g$)(made.path)}, a request for ${made.profile}`,
            `  subject ${(0,entry_escape/* printable */.g$)(made.subject)}`,
            ...made.identities.map((name) => `  name    ${(0,entry_escape/* printable */.g$)(name)}`),
            `  key     ${(0,entry_escape/* printable */.g$)(made.keyId)}, ${made.algorithm}`,
            `  sha256  ${made.sha256}`,
            '',
            'Next, one of:',
            '  send it to your CA;',
            '  issue from a CA of your own in AWS KMS:',
            `    kms-release-signing certificate issue --request ${file} --profile ${made.profile} --kms-key-id CA-KEY --ca-certificate ca.pem --register register.txt --out chain.pem`,
            '  have AWS Private CA issue:',
            `    kms-release-signing certificate issue --request ${file} --profile ${made.profile} --private-ca CA-ARN --root-certificate root.pem --out chain.pem`,
        ], made);
        return 0;
    },
    failed: (failure) => failure,
};

;// CONCATENATED MODULE: ./build/cli/crl-create.js




const crlCreate = {
    help: {
        name: 'crl create',
        usage: 'crl create --kms-key-id KEY --ca-certificate FILE --register FILE --out FILE [options]',
        summary: 'revoke certificates, and make the CRL of a CA whose key is in AWS KMS',
        description: [
            "Makes the CA's next CRL from the register, after revoking what --revoke names. Whatever was revoked stays on the list, also when it has expired, so that old releases can be judged. It needs kms:GetPublicKey, and kms:Sign once.",
        ],
        options: [...crlOptions, command/* jsonOption */.E],
        examples: [
            {
                what: 'The first CRL, and the next one every month',
                command: 'kms-release-signing crl create --kms-key-id alias/issuing-ca \\\n    --ca-certificate ca/issuing-ca.pem --ca-certificate ca/root.pem \\\n    --register ca/register.txt --out ca/issuing-ca.crl',
            },
            {
                what: 'A signing key is in other hands',
                command: 'kms-release-signing crl create --revoke 4a01… --reason keyCompromise \\\n    --invalid-since 2026-11-20T00:00:00Z --kms-key-id alias/issuing-ca \\\n    --ca-certificate ca/issuing-ca.pem --ca-certificate ca/root.pem \\\n    --register ca/register.txt --out ca/issuing-ca.crl',
            },
        ],
    },
    async run(args, terminal) {
        const { values, identity, files, clock, signer } = await identityContext(args);
        const request = await identity.readCrlRequest(values);
        const { warnings, ...made } = await identity.createCrl(request, { signer: signer(values), files, clock });
        report(terminal, warnings, [
            `wrote ${(0,entry_escape/* printable */.g$)(made.path)}, CRL ${made.number} of ${(0,entry_escape/* printable */.g$)(made.issuer)}, and ${(0,entry_escape/* printable */.g$)(request.register)}`,
            `  good from ${made.thisUpdate} to ${made.nextUpdate}`,
            `  sha256    ${made.sha256}`,
            ...(made.revoked.length === 0 ? ['  nothing is revoked'] : []),
            ...made.revoked.map(({ serial, date, reason }) => `  revoked   ${serial} on ${date}, ${reason}`),
            '',
            `Next: publish it where verifiers get it, and make the next one before ${made.nextUpdate}.`,
        ], made);
        return 0;
    },
    failed: (failure) => failure,
};

// EXTERNAL MODULE: ./build/entry/diagnosis-text.js
var diagnosis_text = __webpack_require__(2661);
// EXTERNAL MODULE: ./build/entry/sign-options.js
var sign_options = __webpack_require__(2268);
;// CONCATENATED MODULE: ./build/cli/doctor.js







const shared = [
    'kms-key-id',
    'certificate-chain',
    'root-certificate',
    'signing-algorithm',
    'aws-region',
    'use-fips-endpoint',
];
const options = [
    ...sign_options/* signOptions */.q.filter(({ name }) => shared.includes(name)),
    {
        name: 'role-to-assume',
        value: 'ARN',
        help: "The role that the workflow assumes with GitHub's OIDC token. Default: the credentials that the AWS SDK finds.",
    },
    { name: 'audience', value: 'TEXT', help: 'Audience of the OIDC token. Default: sts.amazonaws.com.' },
];
const expiryWarningDays = 30;
const doctor = {
    help: {
        name: 'doctor',
        usage: 'doctor [--role-to-assume ARN] [--kms-key-id KEY] [--certificate-chain FILE] [options]',
        summary: 'find out why signing does not work here, and what would let it',
        description: [
            'Goes the way that signing goes, as far as the options lead: environment, OIDC token, role, key, permission to sign (a dry run), certificate chain. It signs nothing, and goes on where it can when something fails.',
            'Then it prints a trust policy for the role that lets exactly this workflow in, and the policies of key and role under which it may sign. In a workflow run it as a step of the same job, with the same environment and permissions.',
        ],
        options: [...options, command/* jsonOption */.E],
        examples: [
            {
                what: 'In a step of the release job',
                command: 'kms-release-signing doctor --role-to-assume arn:aws:iam::111122223333:role/release-signer \\\n    --kms-key-id alias/release-signing --aws-region eu-central-1 --certificate-chain chain.pem',
            },
            {
                what: 'On a laptop, with its own credentials',
                command: 'kms-release-signing doctor --kms-key-id alias/release',
            },
        ],
    },
    async run(args, terminal) {
        (0,positionals/* noPositionals */.d)(args, 'doctor takes options alone.');
        const { createFiles, limits, loadOnline } = await Promise.all(/* import() */[__webpack_require__.e(39), __webpack_require__.e(783)]).then(__webpack_require__.bind(__webpack_require__, 5039));
        const online = await loadOnline();
        const { createDoctorPorts, examine } = await online.loadDoctor();
        const { environmentFindings } = await __webpack_require__.e(/* import() */ 535).then(__webpack_require__.bind(__webpack_require__, 7535));
        const values = (0,cli_values/* optionValues */.i)(args, createFiles({ clock: system/* systemClock */.m }));
        const keyId = values.text('kms-key-id');
        const role = values.text('role-to-assume');
        const audience = values.text('audience') ?? 'sts.amazonaws.com';
        const key = keyId === undefined ? undefined : online.parseKmsKeyId(keyId);
        const region = online.chooseRegion(key ?? { region: undefined }, values.text('aws-region'), process.env);
        const [certificateChain] = await values.files('certificate-chain', limits.certificateFileBytes);
        const report = await examine({
            role,
            audience,
            keyId,
            certificateChain,
            rootCertificates: await values.files('root-certificate', limits.certificateFileBytes),
            signingAlgorithm: values.text('signing-algorithm'),
            expiryWarningDays,
        }, createDoctorPorts({
            role,
            audience,
            keyId,
            region,
            useFipsEndpoint: values.flag('use-fips-endpoint'),
            environment: process.env,
            clock: system/* systemClock */.m,
        }));
        const machine = { node: process.versions.node, platform: `${process.platform} ${process.arch}`, region };
        const whole = { ...report, findings: [...environmentFindings(process.env, machine), ...report.findings] };
        for (const line of reportText(whole))
            terminal.line(line);
        if (terminal.json)
            terminal.document(whole);
        return report.healthy ? 0 : 1;
    },
    failed: (failure) => ({
        healthy: false,
        findings: [],
        claims: null,
        caller: null,
        policies: [],
        notes: [],
        ...failure,
    }),
};
const marks = { ok: 'ok      ', warning: 'warning ', failed: 'FAILED  ', skipped: 'skipped ' };
function reportText({ healthy, findings, claims, policies, notes }) {
    return [
        ...findings.flatMap(findingText),
        ...(claims === null ? [] : ['', 'What the OIDC token says:', ...(0,diagnosis_text/* factsText */.hl)(claims).map((line) => `  ${line}`)]),
        ...(0,diagnosis_text/* policiesText */.Cw)(policies),
        ...(notes.length === 0 ? [] : ['', ...notes.map(entry_escape/* printable */.g$)]),
        '',
        healthy
            ? 'Nothing is in the way of signing, as far as was looked.'
            : 'Signing does not work here: see what FAILED.',
    ];
}
const findingText = ({ check, status, message, code, hint }) => [
    `${marks[status]} ${check.padEnd(11)} ${code === undefined ? '' : `${code}: `}${(0,entry_escape/* printable */.g$)(message)}`,
    ...(hint === undefined ? [] : [`${' '.repeat(21)}${(0,entry_escape/* printable */.g$)(hint)}`]),
];

;// CONCATENATED MODULE: ./build/cli/key-create.js




const keyCreate = {
    help: {
        name: 'key create',
        usage: 'key create [--alias alias/NAME] [options]',
        summary: 'make a signing key in AWS KMS',
        description: [
            'Makes an asymmetric key of usage SIGN_VERIFY, which never leaves AWS KMS, and an alias for it. An alias that exists is never pointed to the new key. One key, one use: a key that signs releases is not the key of a CA.',
            'It needs kms:CreateKey; for an alias kms:DescribeKey and kms:CreateAlias; for tags kms:TagResource.',
        ],
        options: [...createKeyOptions, command/* jsonOption */.E],
        examples: [
            { what: 'A key that signs releases', command: 'kms-release-signing key create --alias alias/release' },
            {
                what: 'The key of a root CA, with a policy of its own',
                command: "kms-release-signing key create --alias alias/release-root --key-spec ECC_NIST_P384 \\\n    --description 'Root of our releases' --tag team=security --policy root-key-policy.json",
            },
        ],
    },
    async run(args, terminal) {
        const { values, identity, administration } = await identityContext(args);
        const request = await identity.readCreateKeyRequest(values);
        const made = await identity.createKey(request, { administration: administration(values) });
        const key = (0,entry_escape/* shellWord */.r7)(made.alias ?? made.keyId);
        report(terminal, [], [
            `made key ${(0,entry_escape/* printable */.g$)(made.keyId)}, ${made.spec}`,
            ...(made.alias === null ? [] : [`  ${(0,entry_escape/* printable */.g$)(made.alias)}`]),
            '',
            'Next, one of:',
            '  a certificate request for it, for any CA:',
            `    kms-release-signing certificate request --kms-key-id ${key} --common-name NAME --san-uri URI --out request.pem`,
            '  a root CA of your own with it:',
            `    kms-release-signing certificate create-root --kms-key-id ${key} --common-name NAME --register register.txt --out root.pem`,
        ], made);
        return 0;
    },
    failed: (failure) => failure,
};

;// CONCATENATED MODULE: ./build/cli/private-ca-import.js




const privateCaImport = {
    help: {
        name: 'private-ca import',
        usage: 'private-ca import --private-ca ARN --certificate-chain FILE --root-certificate FILE [options]',
        summary: 'install the own certificate of a subordinate CA in AWS Private CA',
        description: [
            'Installs what a root made of the request that `private-ca request` fetched: once it holds the key of that request and leads to the pinned root, by the same rules that verify goes by. It needs acm-pca:DescribeCertificateAuthority, GetCertificateAuthorityCsr, ImportCertificateAuthorityCertificate and GetCertificateAuthorityCertificate.',
        ],
        options: [...privateCaImportOptions, command/* jsonOption */.E],
        examples: [
            {
                what: 'The certificate, and the root that signed it',
                command: 'kms-release-signing private-ca import --private-ca arn:aws:acm-pca:… \\\n    --certificate-chain subordinate.pem --root-certificate root.pem',
            },
        ],
    },
    async run(args, terminal) {
        const { values, identity, clock, privateCa } = await identityContext(args);
        const request = await identity.readPrivateCaImportRequest(values);
        const { warnings, ...installed } = await identity.importPrivateCaCertificate(request, {
            privateCa: privateCa(values),
            clock,
        });
        report(terminal, warnings, [
            `installed the certificate of ${(0,entry_escape/* printable */.g$)(installed.arn)}`,
            `  subject ${(0,entry_escape/* printable */.g$)(installed.subject)}`,
            `  root    ${(0,entry_escape/* printable */.g$)(installed.root.subject)}`,
            `  valid   until ${installed.notAfter}`,
            `  sha256  ${installed.sha256}`,
            '',
            'Next: have it certify the key that signs releases.',
            `    kms-release-signing certificate issue --request request.pem --private-ca ${(0,entry_escape/* printable */.g$)(installed.arn)} --root-certificate root.pem --out chain.pem`,
        ], installed);
        return 0;
    },
    failed: (failure) => failure,
};

;// CONCATENATED MODULE: ./build/cli/private-ca-request.js




const privateCaRequest = {
    help: {
        name: 'private-ca request',
        usage: 'private-ca request --private-ca ARN --out FILE [options]',
        summary: 'fetch the request for the own certificate of a subordinate CA in AWS Private CA',
        description: [
            'Fetches the request (PKCS #10) of a subordinate CA, so that a root outside AWS Private CA signs it: one whose key is in AWS KMS, OpenSSL, or an HSM. Certificates then lead to a root that is yours wherever they come from. It needs acm-pca:DescribeCertificateAuthority and acm-pca:GetCertificateAuthorityCsr.',
        ],
        options: [...privateCaRequestOptions, command/* jsonOption */.E],
        examples: [
            {
                what: 'Have a root in AWS KMS sign it',
                command: 'kms-release-signing private-ca request --private-ca arn:aws:acm-pca:… --out subordinate.csr\nkms-release-signing certificate issue --profile subordinate-ca --request subordinate.csr \\\n    --kms-key-id alias/release-root --ca-certificate root.pem \\\n    --register register.txt --out subordinate.pem\nkms-release-signing private-ca import --private-ca arn:aws:acm-pca:… \\\n    --certificate-chain subordinate.pem --root-certificate root.pem',
            },
        ],
    },
    async run(args, terminal) {
        const { values, identity, files, privateCa } = await identityContext(args);
        const output = identity.readOutput(values, 'pem');
        const fetched = await identity.fetchPrivateCaRequest(output, { privateCa: privateCa(values), files });
        const file = (0,entry_escape/* shellFile */.jI)(fetched.path);
        report(terminal, [], [
            `wrote ${(0,entry_escape/* printable */.g$)(fetched.path)}, the request of ${(0,entry_escape/* printable */.g$)(fetched.arn)}`,
            `  subject ${(0,entry_escape/* printable */.g$)(fetched.subject)}`,
            `  key     ${(0,entry_escape/* printable */.g$)(fetched.keyAlgorithm)}`,
            `  sha256  ${fetched.sha256}`,
            '',
            'Next: have a root sign it as a CA, and install what it gives.',
            `    kms-release-signing certificate issue --profile subordinate-ca --request ${file} --kms-key-id ROOT-KEY --ca-certificate root.pem --register register.txt --out subordinate.pem`,
            `    kms-release-signing private-ca import --private-ca ${(0,entry_escape/* printable */.g$)(fetched.arn)} --certificate-chain subordinate.pem --root-certificate root.pem`,
        ], fetched);
        return 0;
    },
    failed: (failure) => failure,
};

;// CONCATENATED MODULE: ./build/cli/more-commands.js









const moreCommands = [
    keyCreate,
    certificateRequest,
    certificateCreateRoot,
    certificateIssue,
    certificateRenew,
    crlCreate,
    privateCaRequest,
    privateCaImport,
    doctor,
];


/***/ }),

/***/ 2661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ policiesText),
/* harmony export */   PS: () => (/* binding */ diagnosisMarkdown),
/* harmony export */   diagnosisText: () => (/* binding */ diagnosisText),
/* harmony export */   hl: () => (/* binding */ factsText)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);

const diagnosisText = ({ facts, policies, notes }) => [
    ...factsText(facts),
    ...policiesText(policies),
    ...(notes.length === 0 ? [] : ['', ...notes.map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)]),
];
function factsText(facts) {
    const width = Math.max(0, ...Object.keys(facts).map((name) => name.length));
    return Object.entries(facts).map(([name, value]) => `${name.padEnd(width)}  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)}`);
}
const policiesText = (policies) => policies.flatMap(({ title, what, policy }) => ['', `${title}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(what)}`, ...(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s$)(policy).split('\n')]);
const diagnosisMarkdown = ({ facts, policies, notes }) => [
    Object.entries(facts)
        .map(([name, value]) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(name)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(value)}`)
        .join('\n'),
    ...policies.flatMap(({ title, what, policy }) => [
        `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(title)} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7)(what)}:`,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownBlock */ .dI)('json', (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s$)(policy)),
    ]),
    ...notes.map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownText */ .p7),
];


/***/ })

};
;