"use strict";
exports.id = 849;
exports.ids = [849];
exports.modules = {

/***/ 6849:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkIssuer: () => (/* reexport */ checkIssuer),
  createCrl: () => (/* reexport */ createCrl),
  createKey: () => (/* reexport */ createKey),
  createKmsAdministration: () => (/* reexport */ createKmsAdministration),
  createPrivateCa: () => (/* reexport */ createPrivateCa),
  createRoot: () => (/* reexport */ createRoot),
  fetchPrivateCaRequest: () => (/* reexport */ fetchPrivateCaRequest),
  importPrivateCaCertificate: () => (/* reexport */ importPrivateCaCertificate),
  issueByPrivateCa: () => (/* reexport */ issueByPrivateCa),
  issueCertificate: () => (/* reexport */ issueCertificate),
  readCertificateRequest: () => (/* reexport */ readCertificateRequest),
  readCreateKeyRequest: () => (/* reexport */ readCreateKeyRequest),
  readCrlRequest: () => (/* reexport */ readCrlRequest),
  readIssueRequest: () => (/* reexport */ readIssueRequest),
  readOutput: () => (/* reexport */ readOutput),
  readPrivateCaImportRequest: () => (/* reexport */ readPrivateCaImportRequest),
  readPrivateCaIssueRequest: () => (/* reexport */ readPrivateCaIssueRequest),
  readRenewalRequest: () => (/* reexport */ readRenewalRequest),
  readRootRequest: () => (/* reexport */ readRootRequest),
  rememberedCredentials: () => (/* reexport */ rememberedCredentials),
  renewCertificate: () => (/* reexport */ renewCertificate),
  renewalParties: () => (/* reexport */ renewalParties),
  renewalText: () => (/* reexport */ renewalText),
  requestCertificate: () => (/* reexport */ requestCertificate),
  systemRandom: () => (/* binding */ systemRandom),
  systemToken: () => (/* binding */ systemToken)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/core/base64.js
var base64 = __webpack_require__(2088);
// EXTERNAL MODULE: ./build/adapters/aws/aws-errors.js
var aws_errors = __webpack_require__(4427);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/adapters/proxy/proxy.js
var proxy = __webpack_require__(3379);
// EXTERNAL MODULE: ./build/adapters/response-body.js
var response_body = __webpack_require__(4226);
// EXTERNAL MODULE: ./build/adapters/waiting/retry.js
var retry = __webpack_require__(6610);
;// CONCATENATED MODULE: ./build/adapters/aws/remembered-credentials.js
const renewal = 300_000;
function rememberedCredentials(provider, clock) {
    let last;
    let asked;
    return async (...context) => {
        const ends = last?.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
        if (last !== undefined && ends - clock().getTime() >= renewal)
            return last;
        asked ??= provider(...context).finally(() => {
            asked = undefined;
        });
        last = await asked;
        return last;
    };
}

;// CONCATENATED MODULE: ./build/adapters/aws/signature-hash.js

class SignatureHash {
    #hash;
    constructor(secret) {
        this.#hash = secret === undefined ? (0,external_node_crypto_.createHash)('sha256') : (0,external_node_crypto_.createHmac)('sha256', octets(secret));
    }
    update(data) {
        this.#hash.update(octets(data));
    }
    async digest() {
        return this.#hash.digest();
    }
    reset() {
        throw new Error('a hash that is used once');
    }
}
function octets(data) {
    if (typeof data === 'string')
        return Buffer.from(data, 'utf8');
    return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}

;// CONCATENATED MODULE: ./build/adapters/aws/aws-json.js







const defaultAttempts = 6;
const firstWait = 500;
function createAwsJsonCall(options) {
    const { environment, timers } = options;
    const maximum = Number.parseInt(environment.AWS_MAX_ATTEMPTS ?? '', 10);
    const attempts = maximum >= 1 ? maximum : defaultAttempts;
    let signer;
    return (operation, input) => (0,retry/* withRetries */.L)(async () => {
        signer ??= createSigner(options);
        return request(await signer, operation, JSON.stringify(input), options);
    }, { attempts, firstWait, isTransient, timers });
}
class AwsJsonError extends Error {
    $metadata;
    code;
    constructor(name, message, about) {
        super(message, about.cause === undefined ? undefined : { cause: about.cause });
        this.name = name;
        this.$metadata = about.$metadata;
        if (about.code !== undefined)
            this.code = about.code;
    }
}
function isTransient(error) {
    if (!(error instanceof AwsJsonError))
        return false;
    const failure = (0,aws_errors/* awsFailure */.MT)(error);
    const { networkCode = '', status = 0 } = failure;
    return (0,aws_errors/* isThrottling */.E2)(failure) || /^E(?!RR_)[A-Z_]+$/.test(networkCode) || status >= 500;
}
async function request(signer, operation, body, options) {
    const { endpoint, targetPrefix, fetch, clock, requestTimeout } = options;
    const { headers } = await signer.sign({
        method: 'POST',
        protocol: endpoint.protocol,
        hostname: endpoint.hostname,
        path: endpoint.pathname,
        query: {},
        headers: {
            host: endpoint.host,
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': `${targetPrefix}.${operation}`,
        },
        body,
    }, { signingDate: clock() });
    const { host: _, ...sent } = headers;
    const response = await fetch(endpoint, {
        method: 'POST',
        headers: sent,
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(requestTimeout),
    }).catch(onTheWay);
    const text = await boundedText(response).catch(onTheWay);
    const requestId = response.headers.get('x-amzn-requestid') ?? undefined;
    const members = objectIn(text);
    if (response.ok && members !== undefined)
        return { members, requestId };
    const metadata = { httpStatusCode: response.status, requestId };
    const { __type, message, Message } = members ?? {};
    const type = __type ?? response.headers.get('x-amzn-errortype');
    throw new AwsJsonError(response.ok ? 'UnreadableAnswer' : errorName(type), response.ok ? 'the answer is no JSON object' : String(message ?? Message ?? ''), { $metadata: metadata });
}
const errorName = (type) => typeof type === 'string' ? type.replace(/:.*$/s, '').replace(/^.*#/s, '') : 'UnknownError';
function onTheWay(error) {
    if (error instanceof AwsJsonError)
        throw error;
    const { networkCode = 'UND_ERR', name, message } = (0,aws_errors/* awsFailure */.MT)(error);
    const isTimeout = name === 'TimeoutError' || /TIMEOUT/.test(networkCode);
    const code = isTimeout ? 'ETIMEDOUT' : networkCode.startsWith('UND_ERR') ? 'ECONNRESET' : networkCode;
    throw new AwsJsonError(name, `${message}: ${networkCode}`, { $metadata: {}, code, cause: Object(error).cause });
}
async function boundedText(response) {
    const body = await (0,response_body/* bodyWithin */.m)(response, limits/* limits */.F.awsAnswerBytes);
    if (body !== undefined)
        return body.toString('utf8');
    throw new AwsJsonError('UnreadableAnswer', `the answer is longer than ${limits/* limits */.F.awsAnswerBytes} bytes`, {
        $metadata: { httpStatusCode: response.status },
    });
}
function objectIn(text) {
    if (text === '')
        return {};
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}
async function createSigner({ signingName, region, credentials, environment, clock, }) {
    const [{ SignatureV4 }, provider] = await Promise.all([
        __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 5118, 19)),
        credentials ?? defaultCredentials(region, environment),
    ]);
    return new SignatureV4({
        service: signingName,
        region,
        credentials: rememberedCredentials(provider, clock),
        sha256: SignatureHash,
        applyChecksum: false,
    });
}
async function defaultCredentials(region, environment) {
    const { fromNodeProviderChain } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(861), __webpack_require__.e(719)]).then(__webpack_require__.t.bind(__webpack_require__, 9719, 19));
    return fromNodeProviderChain({ clientConfig: { region, ...(0,proxy/* requestHandling */.PE)(environment) } });
}

// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
;// CONCATENATED MODULE: ./build/adapters/aws/private-ca-arn.js

function parsePrivateCaArn(text) {
    const { partition, region } = /^arn:(?<partition>aws[a-z-]*):acm-pca:(?<region>[a-z0-9-]+):\d{12}:certificate-authority\/[\w-]+$/.exec(text)
        ?.groups ?? {};
    if (partition === undefined || region === undefined) {
        throw new core_error/* ReleaseSigningError */.B('input-invalid', `private-ca ${text} is not the ARN of a CA in AWS Private CA`, {
            hint: 'It reads arn:aws:acm-pca:REGION:ACCOUNT:certificate-authority/ID; `aws acm-pca list-certificate-authorities` lists them.',
        });
    }
    return { arn: text, partition, region };
}
function isCertificateOf({ arn }, text) {
    const prefix = `${arn}/certificate/`;
    return text.startsWith(prefix) && /^[\w-]+$/.test(text.slice(prefix.length));
}
function certificateArnOf(ca, text) {
    if (isCertificateOf(ca, text))
        return text;
    const { arn } = ca;
    throw new core_error/* ReleaseSigningError */.B('input-invalid', `private-ca-certificate ${text} is no certificate of ${arn}`, {
        hint: `Its ARN reads ${arn}/certificate/ID.`,
    });
}
function templateArn(text, { partition }) {
    if (/^\w+\/V\d+$/.test(text))
        return `arn:${partition}:acm-pca:::template/${text}`;
    if (/^arn:aws[a-z-]*:acm-pca:::template\/\w+\/V\d+$/.test(text))
        return text;
    throw new core_error/* ReleaseSigningError */.B('input-invalid', `template ${text} is not the name or ARN of a certificate template`, {
        hint: 'Give it as CodeSigningCertificate/V1, or as arn:aws:acm-pca:::template/CodeSigningCertificate/V1.',
    });
}
const domains = {
    aws: 'amazonaws.com',
    'aws-cn': 'amazonaws.com.cn',
    'aws-eusc': 'amazonaws.eu',
    'aws-iso': 'c2s.ic.gov',
    'aws-iso-b': 'sc2s.sgov.gov',
    'aws-iso-e': 'cloud.adc-e.uk',
    'aws-iso-f': 'csp.hci.ic.gov',
    'aws-us-gov': 'amazonaws.com',
};
function privateCaEndpoint({ partition, region, arn }, useFipsEndpoint, environment) {
    const fips = useFipsEndpoint === true || environment.AWS_USE_FIPS_ENDPOINT?.toLowerCase() === 'true';
    const isIgnored = environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true';
    const configured = isIgnored ? undefined : environment.AWS_ENDPOINT_URL_ACM_PCA || environment.AWS_ENDPOINT_URL;
    if (configured) {
        const url = URL.canParse(configured) ? new URL(configured) : undefined;
        if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
            throw misconfigured('AWS_ENDPOINT_URL is no http or https URL', 'Correct it, or leave it out.');
        }
        if (!fips)
            return url;
        throw misconfigured('FIPS endpoints and AWS_ENDPOINT_URL exclude each other', 'Leave one of them out.');
    }
    const domain = domains[partition];
    if (domain === undefined) {
        throw misconfigured(`${arn}: the domain of partition ${partition} is not known`, 'Set AWS_ENDPOINT_URL_ACM_PCA.');
    }
    const host = fips && partition !== 'aws-us-gov' ? 'acm-pca-fips' : 'acm-pca';
    return new URL(`https://${host}.${region}.${domain}`);
}
const misconfigured = (message, hint) => new core_error/* ReleaseSigningError */.B('aws-configuration', message, { hint });

;// CONCATENATED MODULE: ./build/adapters/aws/private-ca-errors.js


const privateCaError = (error, call) => (0,aws_errors/* awsError */.es)(error, call, (failure) => explain(failure, call));
function explain({ name, message }, { action, resource, region }) {
    switch (name) {
        case 'AccessDeniedException':
            return {
                code: 'aws-access-denied',
                message: `${(0,aws_errors/* deniedPrincipal */.Cw)(message)} may not ${action} on ${resource}: ${message}`,
                hint: `Allow ${action} on the CA in its identity policies; a condition such as acm-pca:TemplateArn must fit, too. A CA of another account has to be shared with this one.`,
            };
        case 'ResourceNotFoundException':
        case 'InvalidArnException':
            return {
                code: 'private-ca-not-found',
                message: `${resource} is not found in ${region}: ${message}`,
                hint: 'Check the ARN; `aws acm-pca list-certificate-authorities` lists the CAs of a Region.',
            };
        case 'InvalidStateException':
        case 'ConcurrentModificationException':
            return {
                code: 'private-ca-state',
                message: `${action} on ${resource}: the CA is in no state for it: ${message}`,
                hint: 'See the state of the CA: `aws acm-pca describe-certificate-authority`.',
            };
        case 'LimitExceededException':
            return {
                code: 'private-ca-quota',
                message: `${action} on ${resource}: a quota is used up: ${message}`,
                hint: 'A CA issues a limited number of certificates in its life: see Service Quotas, or use another CA.',
            };
        case 'MalformedCSRException':
        case 'InvalidArgsException':
        case 'ValidationException':
            return {
                code: 'private-ca-request-refused',
                message: `${action} on ${resource}: the request is refused: ${message}`,
                hint: 'Check the request, the template, and the validity, which ends with that of the CA at the latest (and after seven days, with a CA for short-lived certificates).',
            };
        case 'RequestFailedException':
            return {
                code: 'private-ca-failed',
                message: `${action} on ${resource}: AWS Private CA failed: ${message}`,
                hint: 'Ask again; if it fails again, AWS Support can say why.',
            };
        case 'RequestInProgressException':
            return {
                code: 'private-ca-pending',
                message: `${action} on ${resource}: still in progress: ${message}`,
                hint: 'Try again in a minute.',
            };
        case 'InvalidRequestException':
        case 'MalformedCertificateException':
        case 'CertificateMismatchException':
            return {
                code: 'private-ca-import-refused',
                message: `${action} on ${resource}: the certificate is refused: ${message}`,
                hint: 'It must hold the key of the request that this CA gave out last, and its chain must end in the root.',
            };
        case 'UnreadableAnswer':
            return answerExplanation(`${action} on ${resource}: ${message}`);
        default:
            return undefined;
    }
}
const answerExplanation = (message) => ({
    code: 'aws-answer-invalid',
    message,
    hint: 'The answer is not used. Is something between here and AWS?',
});
function privateCaAnswerInvalid(what, requestId) {
    const { code, message, hint } = answerExplanation(`AWS Private CA answers ${what} (request ${requestId})`);
    return new core_error/* ReleaseSigningError */.B(code, message, { hint });
}

;// CONCATENATED MODULE: ./build/adapters/aws/private-ca.js





const patience = 120_000;
const wait = { first: 500, longest: 5_000 };
function createPrivateCa(options) {
    const { environment, fetch, timers, clock } = options;
    const ca = parsePrivateCaArn(options.arn);
    const { arn, region } = ca;
    const call = createAwsJsonCall({
        signingName: 'acm-pca',
        targetPrefix: 'ACMPrivateCA',
        endpoint: privateCaEndpoint(ca, options.useFipsEndpoint, environment),
        region,
        credentials: options.credentials,
        environment,
        fetch,
        timers,
        clock,
        requestTimeout: options.requestTimeout ?? 15_000,
    });
    const about = (operation) => ({ action: `acm-pca:${operation}`, resource: arn, region });
    const send = (operation, input = {}) => call(operation, { CertificateAuthorityArn: arn, ...input }).catch((error) => {
        throw privateCaError(error, about(operation));
    });
    async function sendUntilDone(operation, input = {}) {
        const end = timers.now() + patience;
        for (let pause = wait.first;; pause = Math.min(wait.longest, pause * 2)) {
            try {
                return await call(operation, { CertificateAuthorityArn: arn, ...input });
            }
            catch (error) {
                const isInProgress = (0,aws_errors/* awsFailure */.MT)(error).name === 'RequestInProgressException';
                if (!isInProgress || timers.now() + pause > end)
                    throw privateCaError(error, about(operation));
                await timers.sleep(pause);
            }
        }
    }
    const certificateIn = (answer) => ({
        certificate: private_ca_text(answer, 'Certificate'),
        chain: (answer.members.CertificateChain ?? '') === '' ? undefined : private_ca_text(answer, 'CertificateChain'),
    });
    return {
        arn,
        async describe() {
            const { members, requestId } = await send('DescribeCertificateAuthority');
            const found = { members: object(members.CertificateAuthority), requestId };
            const configuration = { members: object(found.members.CertificateAuthorityConfiguration), requestId };
            const { UsageMode } = found.members;
            return {
                arn: private_ca_text(found, 'Arn'),
                status: private_ca_text(found, 'Status'),
                type: private_ca_text(found, 'Type'),
                keyAlgorithm: private_ca_text(configuration, 'KeyAlgorithm'),
                signingAlgorithm: private_ca_text(configuration, 'SigningAlgorithm'),
                usageMode: typeof UsageMode === 'string' ? UsageMode : 'GENERAL_PURPOSE',
            };
        },
        certificate: async () => certificateIn(await send('GetCertificateAuthorityCertificate')),
        csr: async () => private_ca_text(await sendUntilDone('GetCertificateAuthorityCsr'), 'Csr'),
        async issue({ csr, template, signingAlgorithm, validity }) {
            const answer = await send('IssueCertificate', {
                Csr: (0,base64/* base64 */.K)(csr),
                TemplateArn: template,
                SigningAlgorithm: signingAlgorithm,
                Validity: validityMember(validity),
                IdempotencyToken: options.token(),
            });
            const certificateArn = private_ca_text(answer, 'CertificateArn');
            if (isCertificateOf(ca, certificateArn))
                return certificateArn;
            throw privateCaAnswerInvalid(`with a certificate that is none of ${arn}: ${certificateArn}`, answer.requestId);
        },
        collect: async (certificateArn) => certificateIn(await sendUntilDone('GetCertificate', { CertificateArn: certificateArn })),
        async importCertificate(certificate, chain) {
            await send('ImportCertificateAuthorityCertificate', {
                Certificate: (0,base64/* base64 */.K)(certificate),
                CertificateChain: (0,base64/* base64 */.K)(chain),
            });
        },
    };
}
const validityMember = (validity) => 'days' in validity
    ? { Type: 'DAYS', Value: validity.days }
    : { Type: 'ABSOLUTE', Value: Math.floor(validity.until.getTime() / 1000) };
function private_ca_text({ members, requestId }, name) {
    const value = members[name];
    if (typeof value === 'string' && value !== '')
        return value;
    throw privateCaAnswerInvalid(`without ${name}`, requestId);
}
const object = (value) => typeof value === 'object' && value !== null ? { ...value } : {};

// EXTERNAL MODULE: ./build/adapters/kms/kms-client.js + 2 modules
var kms_client = __webpack_require__(885);
// EXTERNAL MODULE: ./build/adapters/kms/kms-errors.js
var kms_errors = __webpack_require__(6219);
// EXTERNAL MODULE: ./build/adapters/kms/kms-key-id.js
var kms_key_id = __webpack_require__(131);
;// CONCATENATED MODULE: ./build/adapters/kms/kms-administration.js




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
const creationError = (error, call) => (0,aws_errors/* awsError */.es)(error, call, (failure) => kms_administration_explain(failure, call) ?? (0,kms_errors/* explainKms */.nb)(failure, call));
function kms_administration_explain({ name, message }, { action, resource }) {
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
var x509_path = __webpack_require__(8859);
// EXTERNAL MODULE: ./build/core/x509/path-checks.js
var path_checks = __webpack_require__(4599);
// EXTERNAL MODULE: ./build/core/x509/pem.js
var x509_pem = __webpack_require__(6434);
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
function namesakeWarnings({ certificates }, { subject, publicKey }, now) {
    const key = keyHash(publicKey);
    const namesake = certificates.find((one) => one.subject === subject.text && one.key !== key && one.notAfter >= now && one.revocation === undefined);
    if (namesake === undefined)
        return [];
    return [`${namesake.subject} has another key, too, by certificate ${namesake.serial}: is the request theirs?`];
}
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
    const given = request.certificates.flatMap(({ name, bytes }) => (0,x509_pem/* readCertificates */.jZ)(bytes, name).map((der) => (0,x509_certificate/* parseCertificate */.h)(der, name)));
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
const issuersUpTo = (anchor, leaf, candidates, { at, purpose }) => (0,x509_path/* findPath */.H)({
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
function checkAuthority(certificate, { at, purpose, register, retired = false }) {
    const checks = (0,path_checks/* createPathChecks */.h)('code-signing', { at, purpose });
    const refusal = (0,issuers/* isSelfSigned */.N)(certificate)
        ? checks.anchor((0,trust_anchor/* createTrustAnchor */.m)(certificate.der))
        : checks.intermediate(certificate);
    if (refusal !== undefined)
        throw refusal;
    checkKeyUse(register, certificate.publicKey, 'subordinate-ca');
    const revocation = register.certificates.find(({ sha256 }) => sha256 === certificate.sha256)?.revocation;
    if (revocation !== undefined && !retired) {
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
    return { path, bytes: format === 'pem' ? (0,x509_pem/* encodePem */.TS)(label, ders) : first, replaces: replaces ?? 'nothing' };
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
async function readRegister(path, files) {
    const bytes = await files.readIfThere(path, limits/* limits */.F.registerBytes);
    if (bytes === undefined) {
        throw new core_error/* ReleaseSigningError */.B('file-not-found', `${path}: no such register`, {
            hint: 'Name the register that the CA keeps, or leave it out.',
        });
    }
    return parseRegister(decode(bytes, path), path);
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
        hint: left >= 1
            ? `Ask for at most ${left} day${left === 1 ? '' : 's'}, or renew the CA first.`
            : 'Renew the CA first.',
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
        retired: true,
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
    const replaces = await checkPlace(request, { issuer, number, revoked }, files);
    const { der, requestId } = await key.sign(encodeTbsCertList({
        issuer: issuer.subject.der,
        thisUpdate,
        nextUpdate,
        revoked: revoked.map(entryOf),
        extensions: [
            authorityKeyIdentifier(issuer.extensions.subjectKeyIdentifier ?? keyIdentifierOf(issuer.publicKey)),
            crlNumber(number),
            expiredCertsOnCrl(keptSince(content, issuer, issued)),
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
function keptSince({ certificates }, issuer, issued) {
    const isWhole = certificates.some(({ sha256 }) => sha256 === issuer.sha256);
    const known = [...(isWhole ? [issuer] : []), ...issued].map(({ notBefore }) => notBefore.getTime());
    return new Date(Math.min(...known));
}
function checkKnown(register, issuer, issuerKey, path) {
    if (register.certificates.some((one) => one.key === issuerKey || one.issuerKey === issuerKey))
        return;
    throw new core_error/* ReleaseSigningError */.B('register-issuer-unknown', `${path}: nothing in it is of ${issuer.subject.text}`, {
        hint: 'Name the register that this CA’s certificates were issued with.',
    });
}
const fromTheFuture = ({ number, thisUpdate }) => new core_error/* ReleaseSigningError */.B('register-outdated', `CRL ${number} in the register is of ${thisUpdate.toISOString()}, which is yet to come`, { hint: "Set this machine's clock." });
async function checkPlace({ output: { path }, register }, { issuer, number, revoked }, files) {
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
    const listed = new Set(revoked.map(({ serial }) => serial.replace(/^0+/, '')));
    const lost = earlier.serials().find((serial) => !listed.has(serial));
    if (lost === undefined)
        return bytes;
    throw new core_error/* ReleaseSigningError */.B('register-outdated', `${path} has certificate ${lost} as revoked, and ${register} has not`, { hint: 'No revocation is taken back: take the newest register, or write it down again.' });
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
    const [der, ...more] = (0,x509_pem/* readPemOrDer */.Tw)(bytes, 'CERTIFICATE REQUEST', what, limits/* limits */.F.certificateBytes);
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
    const granted = [...authorityPurposes, object_identifiers/* purpose */.X7.any];
    if (extendedKeyUsage !== undefined && !granted.some((one) => extendedKeyUsage.has(one))) {
        throw mismatch(profile, `it asks for extended key usages ${[...extendedKeyUsage].join(', ')} alone`);
    }
}
const authorityPurposes = [object_identifiers/* purpose */.X7.codeSigning, object_identifiers/* purpose */.X7.timeStamping];
const mismatch = (profile, problem) => new core_error/* ReleaseSigningError */.B('request-profile-mismatch', `the request is not one for ${profile}: ${problem}`, {
    hint: 'Issue by the profile that it was made for, or have it made again: certificate request --profile.',
});
function grantPurposes(profile, { extensions }) {
    const own = purposeOf(profile);
    if (own !== undefined)
        return [own];
    return authorityPurposes.filter((one) => extensions.extendedKeyUsage?.has(one));
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
    return (0,x509_path/* findPath */.H)({
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
    checkDistinct(authority, asked, profile);
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
    register.changed(withCertificate(register.content, draft, profile, authority.certificate));
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
        warnings: [
            ...authority.warnings,
            ...strangerWarnings(register.content, authority),
            ...namesakeWarnings(register.content, certificate, now),
            ...warnings,
        ],
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
const strangerWarnings = ({ certificates }, { certificate }) => certificates.some(({ sha256 }) => sha256 === certificate.sha256)
    ? []
    : [`the register does not have the CA ${certificate.subject.text}: is it the one that it has always used?`];
const readRequest = ({ name, bytes }) => parseCertificationRequest(readCertificationRequest(bytes, name), name);
function checkDistinct(authority, asked, profile) {
    for (const { publicKey, subject } of [authority.certificate, ...authority.above]) {
        if ((0,core_bytes/* equalBytes */.ex)(publicKey.spki, asked.publicKey.spki)) {
            throw otherUse(`the key is that of the CA ${subject.text}`, profile);
        }
        if ((0,x509_name/* sameName */.q)(subject, asked.subject)) {
            throw new core_error/* ReleaseSigningError */.B('subject-invalid', `the subject is that of the CA ${subject.text}`, {
                hint: 'Ask for a name of its own.',
            });
        }
    }
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
            authorityKeyIdentifier(keyIdentifierOf(key.publicKey)),
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

// EXTERNAL MODULE: ./build/release/verify/verify-policy.js
var verify_policy = __webpack_require__(7465);
;// CONCATENATED MODULE: ./build/identity/private-ca-authority.js








function privateCaPath(answer, pinned, use) {
    const certificate = oneCertificate(answer.certificate, "AWS Private CA's answer: the CA's certificate");
    const chain = answer.chain === undefined ? [] : certificatesIn(answer.chain, "AWS Private CA's answer: the chain");
    return authorityPath(certificate, chain, pinned.length > 0 ? pinned : rootOf([certificate, ...chain]), use);
}
function authorityPath(certificate, above, anchors, { at, purpose }) {
    const checks = (0,path_checks/* createPathChecks */.h)('code-signing', { at, purpose });
    const own = anchors.find((anchor) => anchor.certificate.sha256 === certificate.sha256);
    if (own !== undefined) {
        const refusal = checks.anchor(own);
        if (refusal !== undefined)
            throw refusal;
        return { certificate, above: [], anchor: own, warnings: own.warnings };
    }
    if ((0,issuers/* isSelfSigned */.N)(certificate)) {
        throw new core_error/* ReleaseSigningError */.B('path-not-found', `${certificate.subject.text} is a root, and none that is pinned`, {
            hint: 'Pin it with root-certificate where verifiers do; or use a CA under the root that they pin.',
            certificate: (0,x509_certificate/* certificateReference */.l)(certificate),
        });
    }
    const refusal = checks.intermediate(certificate);
    if (refusal !== undefined)
        throw refusal;
    const path = (0,x509_path/* findPath */.H)({
        leaf: certificate,
        intermediates: above.map(({ der }) => der),
        anchors,
        at,
        profile: 'rfc5280',
        purpose: 'any',
    });
    return { certificate, above: path.certificates.slice(1), anchor: path.anchor, warnings: path.warnings };
}
function rootOf(certificates) {
    const root = certificates.find(issuers/* isSelfSigned */.N);
    if (root !== undefined)
        return [(0,trust_anchor/* createTrustAnchor */.m)(root.der)];
    throw new core_error/* ReleaseSigningError */.B('private-ca-chain-invalid', "AWS Private CA's answer: the chain does not reach a root", {
        hint: 'Pin the root with root-certificate, or install the certificate of the CA again with its whole chain.',
    });
}
function oneCertificate(pem, what) {
    const [certificate, ...more] = certificatesIn(pem, what);
    if (certificate !== undefined && more.length === 0)
        return certificate;
    throw new core_error/* ReleaseSigningError */.B('private-ca-chain-invalid', `${what}: not one certificate`);
}
const certificatesIn = (pem, what) => (0,x509_pem/* readCertificates */.jZ)((0,core_bytes/* utf8 */.As)(pem), what).map((der) => (0,x509_certificate/* parseCertificate */.h)(der, what));
function expectActive({ status, arn }) {
    if (status === 'ACTIVE')
        return;
    if (status === 'DISABLED') {
        throw new core_error/* ReleaseSigningError */.B('private-ca-disabled', `${arn} is disabled`, {
            hint: 'Enable it: `aws acm-pca update-certificate-authority --status ACTIVE --certificate-authority-arn ARN`.',
        });
    }
    throw stateError(status, arn);
}
const stateError = (status, arn) => new core_error/* ReleaseSigningError */.B('private-ca-state', `${arn} is in state ${status}`, { hint: stateHints[status] ?? otherHint });
const otherHint = 'Use a CA whose state is ACTIVE.';
const stateHints = {
    CREATING: 'Wait a minute.',
    PENDING_CERTIFICATE: 'Give it its certificate: `private-ca request`, have a root sign that, then `private-ca import`.',
    EXPIRED: 'Renew its certificate: `private-ca request`, have the root sign that, then `private-ca import`.',
    DELETED: 'Restore it while that can be done: `aws acm-pca restore-certificate-authority`; or use another.',
    FAILED: 'Delete it and create another.',
};

;// CONCATENATED MODULE: ./build/identity/private-ca-issuance.js








async function orderCertificate(privateCa, order) {
    const { request, now, collect } = order;
    const description = await privateCa.describe();
    if (collect === undefined)
        expectActive(description);
    const ca = privateCaPath(await privateCa.certificate(), order.anchors, {
        at: now,
        purpose: purposeOf(order.profile) ?? 'any',
    });
    if (collect !== undefined)
        return { certificateArn: collect, ca };
    const certificateArn = await privateCa.issue({
        csr: (0,x509_pem/* encodePem */.TS)('CERTIFICATE REQUEST', [request.der]),
        template: order.template,
        signingAlgorithm: signingAlgorithmFor(order.signingAlgorithm, description),
        validity: { days: order.days },
    });
    return { certificateArn, ca };
}
async function collectCertificate(privateCa, { certificateArn, ca }, order) {
    const answer = await privateCa.collect(certificateArn);
    const certificate = oneCertificate(answer.certificate, "AWS Private CA's answer: the certificate");
    const warnings = checkDelivery(certificate, ca, order);
    return {
        certificate,
        intermediates: [ca.certificate, ...ca.above].filter(({ sha256 }) => sha256 !== ca.anchor.certificate.sha256),
        warnings: [...ca.warnings, ...warnings],
    };
}
async function withPurchase(certificateArn, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof core_error/* ReleaseSigningError */.B))
            throw error;
        const { code, message, hint = '', rule, certificate, refused } = error;
        throw new core_error/* ReleaseSigningError */.B(code, `${message}; the certificate that was issued is ${certificateArn}`, {
            hint: `${hint} When the cause is gone, run it again with private-ca-certificate and this ARN: it is collected then, and no other is bought.`.trim(),
            rule,
            certificate,
            refused,
            cause: error,
        });
    }
}
function checkDelivery(certificate, ca, { request, profile, now }) {
    if (!(0,core_bytes/* equalBytes */.ex)(certificate.publicKey.spki, request.publicKey.spki)) {
        throw new core_error/* ReleaseSigningError */.B('key-mismatch', 'AWS Private CA gave a certificate for another key', {
            hint: "Nothing was written: it is somebody else's. Is something between here and AWS?",
            certificate: (0,x509_certificate/* certificateReference */.l)(certificate),
        });
    }
    const { warnings } = checkIssued(certificate, ca, profile, now);
    return [...warnings, ...nameWarnings(certificate, request)];
}
function nameWarnings(certificate, request) {
    const names = ({ extensions }) => (extensions.subjectAlternativeName ?? []).map((name) => ('text' in name ? `${name.kind} ${name.text}` : name.kind));
    const asked = names(request);
    const given = names(certificate);
    return [
        ...(certificate.subject.text === request.subject.text
            ? []
            : [`the certificate is for ${certificate.subject.text}; the request was for ${request.subject.text}`]),
        ...asked
            .filter((name) => !given.includes(name))
            .map((name) => `the certificate lacks the alternative name ${name}, which was asked for`),
        ...given
            .filter((name) => !asked.includes(name))
            .map((name) => `the certificate has the alternative name ${name}, which was not asked for`),
    ];
}
const privateCaNames = {
    RSASSA_PKCS1_V1_5_SHA_256: 'SHA256WITHRSA',
    RSASSA_PKCS1_V1_5_SHA_384: 'SHA384WITHRSA',
    RSASSA_PKCS1_V1_5_SHA_512: 'SHA512WITHRSA',
    RSASSA_PSS_SHA_256: 'SHA256WITHRSA_PSS',
    RSASSA_PSS_SHA_384: 'SHA384WITHRSA_PSS',
    RSASSA_PSS_SHA_512: 'SHA512WITHRSA_PSS',
    ECDSA_SHA_256: 'SHA256WITHECDSA',
    ECDSA_SHA_384: 'SHA384WITHECDSA',
    ECDSA_SHA_512: 'SHA512WITHECDSA',
};
function signingAlgorithmFor(asked, { signingAlgorithm, keyAlgorithm, arn }) {
    if (asked === undefined)
        return signingAlgorithm;
    const { name } = (0,core_algorithm/* algorithmByName */.W8)(asked);
    const found = name === 'ML_DSA_SHAKE_256' ? keyAlgorithm : privateCaNames[name];
    const family = found === undefined ? undefined : /RSA|EC|^ML_DSA_\d\d$/.exec(found)?.[0];
    if (found !== undefined && family !== undefined && keyAlgorithm.includes(family))
        return found;
    throw new core_error/* ReleaseSigningError */.B('algorithm-mismatch', `${asked} does not fit ${arn}, whose key is ${keyAlgorithm}`, {
        hint: `Leave signing-algorithm out: the CA then signs with ${signingAlgorithm}.`,
    });
}

;// CONCATENATED MODULE: ./build/identity/issue-by-private-ca.js








async function issueByPrivateCa(request, { privateCa, files, clock }) {
    const { profile, output } = request;
    const { name, bytes } = request.request;
    const asked = parseCertificationRequest(readCertificationRequest(bytes, name), name);
    const anchors = (0,verify_policy/* anchorsOf */.EF)(request.rootCertificates);
    const register = request.register === undefined ? undefined : await openRegister(request.register, files);
    if (register !== undefined)
        checkKeyUse(register.content, asked.publicKey, profile);
    await expectNewFile(output, files);
    const order = {
        request: asked,
        profile,
        template: request.template,
        days: request.days ?? defaultDays[profile],
        signingAlgorithm: request.signingAlgorithm,
        collect: request.collect,
        anchors,
        now: clock(),
    };
    const receipt = await orderCertificate(privateCa, order);
    const { certificateArn, ca } = receipt;
    const { certificate, warnings } = await withPurchase(certificateArn, async () => {
        const delivery = await collectCertificate(privateCa, receipt, order);
        await files.writeAll([
            ...(register === undefined
                ? []
                : [register.changed(withCertificate(register.content, delivery.certificate, profile, ca.certificate))]),
            newFile(output, 'CERTIFICATE', [delivery.certificate, ...delivery.intermediates].map(({ der }) => der)),
        ]);
        return delivery;
    });
    return {
        ...describe(certificate),
        path: output.path,
        profile,
        identities: (certificate.extensions.subjectAlternativeName ?? []).flatMap((one) => one.kind === 'uri' || one.kind === 'email' ? [one.text] : []),
        issuer: { subject: ca.certificate.subject.text, sha256: ca.certificate.sha256 },
        root: { subject: ca.anchor.certificate.subject.text, sha256: ca.anchor.certificate.sha256 },
        leftOut: [],
        warnings: [
            ...(register === undefined ? [] : namesakeWarnings(register.content, certificate, order.now)),
            ...warnings,
        ],
        certificateArn,
        kmsRequestIds: [],
    };
}
function templateFor(profile, pathLength) {
    switch (profile) {
        case 'code-signing':
            return 'CodeSigningCertificate/V1';
        case 'subordinate-ca':
            return `SubordinateCACertificate_PathLen${pathLength ?? 0}/V1`;
        case 'time-stamping':
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/identity/private-ca-request.js





async function fetchPrivateCaRequest(output, { privateCa, files }) {
    await expectNewFile(output, files);
    const { arn, status, keyAlgorithm } = await expectSubordinate(privateCa);
    const request = await requestOf(privateCa);
    await files.writeAll([newFile(output, 'CERTIFICATE REQUEST', [request.der])]);
    return { path: output.path, arn, status, subject: request.subject.text, keyAlgorithm, sha256: request.sha256 };
}
async function requestOf(privateCa) {
    const what = "AWS Private CA's answer: the request";
    return parseCertificationRequest(readCertificationRequest((0,core_bytes/* utf8 */.As)(await privateCa.csr()), what), what);
}
async function expectSubordinate(privateCa) {
    const description = await privateCa.describe();
    const { arn, type, status } = description;
    if (type !== 'SUBORDINATE') {
        throw new core_error/* ReleaseSigningError */.B('private-ca-state', `${arn} is a root CA, which signs its own certificate`, {
            hint: 'Create a CA of type SUBORDINATE for a root of your own.',
        });
    }
    if (!['PENDING_CERTIFICATE', 'ACTIVE', 'EXPIRED'].includes(status))
        throw stateError(status, arn);
    return description;
}

;// CONCATENATED MODULE: ./build/identity/private-ca-import.js








async function importPrivateCaCertificate({ certificates, rootCertificates }, { privateCa, clock }) {
    const given = certificates.flatMap(({ name, bytes }) => (0,x509_pem/* readCertificates */.jZ)(bytes, name).map((der) => (0,x509_certificate/* parseCertificate */.h)(der, name)));
    const anchors = (0,verify_policy/* anchorsOf */.EF)(rootCertificates);
    await expectSubordinate(privateCa);
    const request = await requestOf(privateCa);
    const certificate = certificateFor(request, given);
    const others = given.filter(({ sha256 }) => sha256 !== certificate.sha256);
    const { above, anchor, warnings } = authorityPath(certificate, others, anchors, { at: clock(), purpose: 'any' });
    const chain = above.map(({ der }) => der);
    await privateCa.importCertificate((0,x509_pem/* encodePem */.TS)('CERTIFICATE', [certificate.der]), (0,x509_pem/* encodePem */.TS)('CERTIFICATE', chain));
    await expectInstalled(privateCa, certificate);
    return {
        arn: privateCa.arn,
        subject: certificate.subject.text,
        sha256: certificate.sha256,
        notAfter: certificate.notAfter.toISOString(),
        pathLength: certificate.extensions.basicConstraints?.pathLength ?? null,
        root: { subject: anchor.certificate.subject.text, sha256: anchor.certificate.sha256 },
        warnings,
    };
}
function certificateFor({ publicKey, subject }, given) {
    const [found] = given
        .filter((one) => (0,core_bytes/* equalBytes */.ex)(one.publicKey.spki, publicKey.spki))
        .sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime());
    if (found === undefined) {
        throw new core_error/* ReleaseSigningError */.B('key-mismatch', "no certificate that was given is for the key of the CA's request", {
            hint: 'Have the request signed that `private-ca request` fetches now: each one that AWS gives out is for this key.',
        });
    }
    if ((0,x509_name/* sameName */.q)(found.subject, subject))
        return found;
    throw new core_error/* ReleaseSigningError */.B('private-ca-import-refused', `the certificate is for ${found.subject.text}; the request was for ${subject.text}`, { hint: 'Have the request signed with its subject as it is.', certificate: (0,x509_certificate/* certificateReference */.l)(found) });
}
async function expectInstalled(privateCa, certificate) {
    const installed = oneCertificate((await privateCa.certificate()).certificate, "AWS Private CA's answer: the certificate");
    if (installed.sha256 === certificate.sha256)
        return;
    throw new core_error/* ReleaseSigningError */.B('aws-answer-invalid', 'AWS Private CA shows another certificate than was installed', {
        hint: 'Look at the CA: `aws acm-pca get-certificate-authority-certificate`.',
        certificate: (0,x509_certificate/* certificateReference */.l)(installed),
    });
}

;// CONCATENATED MODULE: ./build/core/x509/encode/request.js



const encodeRequestInfo = ({ subject, publicKey, extensions }) => (0,writer/* sequence */.K2)((0,writer/* integer */.nd)(0), subject, publicKey, (0,writer/* der */.y8)((0,tag/* contextConstructed */.yi)(0), ...(extensions.length === 0
    ? []
    : [(0,writer/* sequence */.K2)((0,writer/* objectIdentifier */.RG)(object_identifiers/* extensionRequest */.Fz), (0,writer/* setOf */.s4)([(0,writer/* sequence */.K2)(...extensions)]))])));

// EXTERNAL MODULE: ./build/release/sign/signing-chain.js
var signing_chain = __webpack_require__(320);
// EXTERNAL MODULE: ./build/core/x509/crl-entry.js
var crl_entry = __webpack_require__(846);
// EXTERNAL MODULE: ./build/core/x509/revocation.js + 3 modules
var revocation = __webpack_require__(6885);
;// CONCATENATED MODULE: ./build/identity/key-standing.js









function checkStandingByRegister(register, publicKey) {
    checkKeyUse(register, publicKey, 'code-signing');
    const key = keyHash(publicKey);
    for (const { key: known, serial, subject, revocation } of register.certificates) {
        if (known !== key || revocation === undefined)
            continue;
        const refusal = refusalFor(revocationReasons[revocation.reason], `${serial} (${subject}), by the register`);
        if (refusal !== undefined)
            throw refusal;
    }
}
function checkStandingByCrls(files, chain, anchors, now) {
    const { leaf, intermediates } = chain;
    const crls = files.flatMap(({ name, bytes }) => (0,x509_crl/* readCrls */.Tl)(bytes, name).map((der) => (0,x509_crl/* parseCrl */.lD)(der, name)));
    const entries = crls
        .flatMap((crl) => crl.find(leaf.issuer, leaf.serial))
        .filter(({ reason }) => reason !== crl_entry/* crlReason */.UF.removeFromCrl);
    for (const { reason } of entries) {
        const refusal = refusalFor(reason, `${leaf.serialHex} (${leaf.subject.text}), by a CRL`, leaf);
        if (refusal !== undefined)
            throw refusal;
    }
    if (entries.length > 0)
        return;
    const ders = intermediates.map(({ der }) => der);
    const path = (0,x509_path/* findPath */.H)({
        leaf,
        intermediates: ders,
        anchors: anchors.length > 0 ? anchors : (0,signing_chain/* topOf */.HX)(chain),
        at: now < leaf.notAfter ? now : leaf.notAfter,
        profile: 'code-signing',
    });
    (0,revocation/* createRevocationChecker */.k)(crls).check(path, { freshAt: now, signedAt: undefined, scope: 'leaf', intermediates: ders });
}
const compromised = new Set([crl_entry/* crlReason */.UF.keyCompromise, crl_entry/* crlReason */.UF.cACompromise, 10]);
const reasonNames = new Map(Object.entries(revocationReasons).map(([name, code]) => [code, name]));
function refusalFor(reason, which, certificate) {
    const about = certificate === undefined ? {} : { certificate: (0,x509_certificate/* certificateReference */.l)(certificate) };
    if (compromised.has(reason)) {
        return new core_error/* ReleaseSigningError */.B('key-compromised', `the key of certificate ${which}, was revoked as compromised`, {
            hint: 'Make a new key with `key create`; this one is never certified again.',
            ...about,
        });
    }
    if (reason === crl_entry/* crlReason */.UF.superseded)
        return undefined;
    const name = reason === undefined ? 'no reason given' : (reasonNames.get(reason) ?? `reason code ${reason}`);
    return new core_error/* ReleaseSigningError */.B('certificate-revoked', `certificate ${which}, was revoked: ${name}`, {
        hint: 'Whether its key may be certified again is for a person to decide: use `certificate issue`, or make a new key.',
        ...about,
    });
}

;// CONCATENATED MODULE: ./build/identity/renew-certificate.js

















async function renewCertificate(request, ports) {
    const { files, clock, parties } = ports;
    const now = clock();
    const chain = request.current === undefined ? undefined : (0,signing_chain/* readSigningChain */.Fe)(request.current);
    const register = request.register === undefined ? undefined : await openRegister(request.register, files);
    if (chain !== undefined) {
        if (register !== undefined)
            checkStandingByRegister(register.content, chain.leaf.publicKey);
        if (request.crls.length > 0) {
            checkStandingByCrls(request.crls, chain, (0,verify_policy/* anchorsOf */.EF)(request.rootCertificates), now);
        }
    }
    const state = chain === undefined ? undefined : stateOf(chain, now);
    const due = state === undefined || state.daysLeft < request.renewBeforeDays;
    const asItIs = {
        due,
        renewed: false,
        path: request.output,
        chain: chain === undefined ? '' : pemOf(chain),
        certificate: state ?? null,
        previous: null,
        issued: undefined,
        warnings: chain?.warnings ?? [],
    };
    if (parties === undefined)
        return asItIs;
    const output = await outputFor(request, files);
    if (due)
        return renew({ request, chain, register, output }, parties, ports);
    if (output.replaces === undefined) {
        await files.writeAll([{ path: output.path, bytes: (0,core_bytes/* utf8 */.As)(asItIs.chain), replaces: 'nothing' }]);
    }
    return asItIs;
}
async function renew({ request, chain, register, output }, { signer, issue }, { files, clock }) {
    const key = await openSigningKey(signer, request.signingAlgorithm);
    if (chain !== undefined && !(0,core_bytes/* equalBytes */.ex)(key.publicKey.spki, chain.leaf.publicKey.spki)) {
        throw new core_error/* ReleaseSigningError */.B('key-mismatch', `the chain is for another key than ${key.keyId}`, {
            hint: 'Give the chain of this key; for a new key leave certificate-chain out once, and name its subject.',
        });
    }
    if (register !== undefined)
        checkStandingByRegister(register.content, key.publicKey);
    const { der, requestId } = await key.sign(encodeRequestInfo({ ...namesFor(request, chain?.leaf), publicKey: key.publicKey.spki }));
    const issued = await issue({ name: 'the new request', bytes: der }, output);
    const written = await files.readIfThere(output.path, limits/* limits */.F.certificateFileBytes);
    const renewed = (0,signing_chain/* readSigningChain */.Fe)({ name: output.path, bytes: written ?? new Uint8Array() });
    const now = clock();
    const after = stateOf(renewed, now);
    return {
        due: true,
        renewed: true,
        path: output.path,
        chain: pemOf(renewed),
        certificate: after,
        previous: chain === undefined ? null : stateOf(chain, now),
        issued: { ...issued, kmsRequestIds: [...(requestId === undefined ? [] : [requestId]), ...issued.kmsRequestIds] },
        warnings: [
            ...issued.warnings,
            ...(after.daysLeft < request.renewBeforeDays
                ? [`the new chain, too, ends in ${after.daysLeft} days: renew the CA, or ask for more days`]
                : []),
        ],
    };
}
async function outputFor({ current, output }, files) {
    const plain = { path: output, format: 'pem' };
    const found = await files.readIfThere(output, limits/* limits */.F.certificateFileBytes);
    if (found === undefined) {
        await expectNewFile(plain, files);
        return plain;
    }
    if (current === undefined || !(0,core_bytes/* equalBytes */.ex)(found, current.bytes))
        throw fileExists(output);
    await files.checkWritable([output]);
    return { ...plain, replaces: found };
}
const pemOf = ({ leaf, intermediates }) => new TextDecoder().decode((0,x509_pem/* encodePem */.TS)('CERTIFICATE', [leaf, ...intermediates].map(({ der }) => der)));
function stateOf({ leaf, intermediates }, now) {
    const end = Math.min(...[leaf, ...intermediates].map(({ notAfter }) => notAfter.getTime()));
    return {
        subject: leaf.subject.text,
        sha256: leaf.sha256,
        notAfter: new Date(end).toISOString(),
        daysLeft: Math.floor((end - now.getTime()) / 86_400_000),
    };
}
function namesFor({ subject, alternativeNames }, current) {
    const der = subject === undefined ? current?.subject.der : encodeSubject(subject);
    if (der === undefined) {
        throw new core_error/* ReleaseSigningError */.B('input-missing', 'there is no certificate yet, and no subject for the first', {
            hint: 'Give common-name and what else belongs to the subject.',
        });
    }
    const asked = encodeAlternativeNames(alternativeNames);
    const present = current?.rawExtensions.get(extensions/* extensionKinds */.P.subjectAlternativeName.oid);
    const names = asked.length > 0
        ? [subjectAlternativeName(asked)]
        : present === undefined
            ? []
            : [encodeExtension(present.oid, present.value, present.critical)];
    return {
        subject: der,
        extensions: [
            ...usageExtensions('code-signing', undefined),
            extendedKeyUsage([object_identifiers/* purpose */.X7.codeSigning]),
            ...names,
        ],
    };
}

;// CONCATENATED MODULE: ./build/identity/request-certificate.js











async function requestCertificate(request, { signer, files }) {
    const { profile, output } = request;
    const subject = encodeSubject(request.subject);
    const extensions = requestedExtensions(request);
    const register = request.register === undefined ? undefined : await readRegister(request.register, files);
    await expectNewFile(output, files);
    const key = await openSigningKey(signer, request.signingAlgorithm);
    if (register !== undefined)
        checkKeyUse(register, key.publicKey, profile);
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
;// CONCATENATED MODULE: ./build/entry/identity-values.js


const readSubject = (values) => ({
    commonName: (0,read_values/* required */.mw)(values, 'common-name', 'Give the subject a name that people know.'),
    organization: values.text('organization'),
    organizationalUnits: values.texts('organizational-unit'),
    locality: values.text('locality'),
    state: values.text('state'),
    country: values.text('country'),
});
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
    register: identity_requests_readRegister(values),
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
        register: identity_requests_readRegister(values),
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
        register: identity_requests_readRegister(values),
        output: readOutput(values, 'der'),
    };
}
function readAuthority(values) {
    (0,read_values/* required */.mw)(values, 'ca-certificate', "Name the file with the CA's certificate; add those of its issuers.");
    return values.files('ca-certificate', limits/* limits */.F.certificateFileBytes);
}
const identity_requests_readRegister = (values) => (0,read_values/* required */.mw)(values, 'register', 'Name the file that keeps what was issued and revoked, such as ca/register.txt.');
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

;// CONCATENATED MODULE: ./build/entry/private-ca-requests.js







const ofKms = ['kms-key-id', 'ca-certificate', 'crl-url', 'issuer-url', 'aws-region'];
const ofPrivateCa = ['template', 'private-ca-certificate', 'root-certificate'];
function checkIssuer(values) {
    const isPrivate = values.text('private-ca') !== undefined;
    const idle = (isPrivate ? ofKms : ofPrivateCa).find((name) => values.texts(name).length > 0);
    if (idle === undefined)
        return;
    const own = values.label('private-ca');
    throw new core_error/* ReleaseSigningError */.B('usage', `${values.label(idle)} ${isPrivate ? 'with' : 'without'} ${own}`, {
        hint: isPrivate
            ? 'A CA in AWS Private CA brings its own key, certificates and distribution points: leave it out.'
            : `It is for a CA in AWS Private CA: name that with ${own}, or leave it out.`,
    });
}
async function readPrivateCaIssueRequest(values) {
    (0,read_values/* required */.mw)(values, 'request', 'Name the file with the request that `certificate request` or another tool made.');
    const [request] = await values.files('request', limits/* limits */.F.certificateFileBytes);
    if (request === undefined)
        throw (0,read_values/* missing */.LO)(values.label('request'));
    const profile = (0,read_values/* choice */.Yq)(values, 'profile', issueProfiles);
    const pathLength = readPathLength(values);
    if (pathLength !== undefined && profile !== 'subordinate-ca') {
        throw new core_error/* ReleaseSigningError */.B('usage', `a path length for ${profile}`, { hint: 'Only a CA has one.' });
    }
    return {
        request,
        profile,
        template: readTemplate(values, profile, pathLength),
        days: readDays(values),
        signingAlgorithm: values.text('signing-algorithm'),
        collect: readCollect(values),
        rootCertificates: await values.files('root-certificate', limits/* limits */.F.certificateFileBytes),
        register: values.text('register'),
        output: readOutput(values, 'pem'),
    };
}
function readTemplate(values, profile, pathLength) {
    const name = values.text('template') ?? templateFor(profile, pathLength);
    if (name !== undefined)
        return templateArn(name, parsePrivateCaArn((0,read_values/* required */.mw)(values, 'private-ca')));
    throw new core_error/* ReleaseSigningError */.B('input-missing', `AWS Private CA has no template of its own for ${profile}`, {
        hint: `Name one with ${values.label('template')}, such as BlankEndEntityCertificate_CSRPassthrough/V1.`,
    });
}
function readCollect(values) {
    const text = values.text('private-ca-certificate');
    return text === undefined ? undefined : certificateArnOf(parsePrivateCaArn((0,read_values/* required */.mw)(values, 'private-ca')), text);
}
async function readPrivateCaImportRequest(values) {
    (0,read_values/* required */.mw)(values, 'certificate-chain', 'Name the file with the certificate that was made from the request.');
    (0,read_values/* required */.mw)(values, 'root-certificate', 'Pin the root that signed it: what does not lead there is not installed.');
    return {
        certificates: await values.files('certificate-chain', limits/* limits */.F.certificateFileBytes),
        rootCertificates: await values.files('root-certificate', limits/* limits */.F.certificateFileBytes),
    };
}

// EXTERNAL MODULE: ./build/adapters/kms/kms.js
var kms = __webpack_require__(3255);
// EXTERNAL MODULE: ./build/adapters/waiting/timers.js
var timers = __webpack_require__(3880);
;// CONCATENATED MODULE: ./build/entry/renewal.js
















const defaultRenewBeforeDays = 30;
async function readRenewalRequest(values) {
    const certificates = (name) => values.files(name, limits/* limits */.F.certificateFileBytes);
    const days = values.text('renew-before-days');
    renewal_checkIssuer(values);
    return {
        current: await readCurrent(values),
        output: readOutputPath(values),
        renewBeforeDays: days === undefined ? defaultRenewBeforeDays : (0,read_values/* wholeNumber */.rD)(values.label('renew-before-days'), days, 0, 36_500),
        subject: values.text('common-name') === undefined ? noSubject(values) : readSubject(values),
        alternativeNames: { uris: values.texts('san-uri'), emails: values.texts('san-email') },
        signingAlgorithm: values.text('signing-algorithm'),
        rootCertificates: await certificates('root-certificate'),
        crls: await values.files('crl', limits/* limits */.F.crlFileBytes),
        register: values.text('register'),
    };
}
async function readCurrent(values) {
    try {
        const [current] = await values.files('certificate-chain', limits/* limits */.F.certificateFileBytes);
        return current;
    }
    catch (error) {
        const isMissing = error instanceof core_error/* ReleaseSigningError */.B && error.code === 'file-not-found';
        if (isMissing && values.text('common-name') !== undefined)
            return undefined;
        throw error;
    }
}
function readOutputPath(values) {
    const chain = values.text('certificate-chain');
    const path = values.text('out') ?? (chain?.includes('-----BEGIN') ? undefined : chain);
    if (path !== undefined)
        return path;
    return (0,read_values/* required */.mw)(values, 'out', 'Name the file that holds the chain afterwards.');
}
const subjectDetails = ['organization', 'organizational-unit', 'locality', 'state', 'country'];
function noSubject(values) {
    const idle = subjectDetails.find((name) => values.texts(name).length > 0);
    if (idle === undefined)
        return undefined;
    throw new core_error/* ReleaseSigningError */.B('usage', `${values.label(idle)} without ${values.label('common-name')}`, {
        hint: 'Give the whole subject, or none of it: it is then that of the certificate as it is.',
    });
}
const renewal_ofKms = ['ca-kms-key-id', 'ca-certificate', 'crl-url', 'issuer-url'];
function renewal_checkIssuer(values) {
    if (values.flag('dry-run'))
        return;
    const own = values.label('private-ca');
    const other = values.label('ca-kms-key-id');
    if (values.text('private-ca') !== undefined) {
        const idle = renewal_ofKms.find((name) => values.texts(name).length > 0);
        if (idle === undefined)
            return;
        throw new core_error/* ReleaseSigningError */.B('usage', `${values.label(idle)} with ${own}`, {
            hint: 'One CA issues: AWS Private CA, or one whose key is in AWS KMS.',
        });
    }
    (0,read_values/* required */.mw)(values, 'ca-kms-key-id', `Name the CA that issues: ${own} or ${other}.`);
    (0,read_values/* required */.mw)(values, 'ca-certificate', "Name the file with the CA's certificate; add those of its issuers.");
    (0,read_values/* required */.mw)(values, 'register', 'Name the file that keeps what was issued and revoked, such as ca/register.txt.');
    const idle = ['template', 'private-ca-certificate'].find((name) => values.text(name) !== undefined);
    if (idle === undefined)
        return;
    throw new core_error/* ReleaseSigningError */.B('usage', `${values.label(idle)} without ${own}`, {
        hint: 'It is for a CA in AWS Private CA.',
    });
}
function renewalParties(values, request, context) {
    if (values.flag('dry-run'))
        return undefined;
    const issue = values.text('private-ca') === undefined
        ? kmsIssuer(values, request, context)
        : privateCaIssuer(values, request, context);
    return { signer: signerFor(values, 'kms-key-id', context), issue };
}
const awsFor = (values, { credentials, environment }) => ({
    useFipsEndpoint: values.flag('use-fips-endpoint'),
    credentials,
    environment,
    timers: timers/* systemTimers */.C,
});
const signerFor = (values, name, context) => (0,kms/* createKmsSigner */.E)({
    ...awsFor(values, context),
    keyId: (0,read_values/* required */.mw)(values, name, 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.'),
    region: values.text('aws-region'),
});
function privateCaIssuer(values, { rootCertificates, register }, context) {
    const { files, clock, environment, token } = context;
    const template = readTemplate(values, 'code-signing', undefined);
    const days = readDays(values);
    const collect = readCollect(values);
    const arn = (0,read_values/* required */.mw)(values, 'private-ca');
    const privateCa = createPrivateCa({
        ...awsFor(values, context),
        arn,
        fetch: (0,proxy/* environmentFetch */.IS)(environment),
        clock,
        token,
    });
    return (request, output) => issueByPrivateCa({
        request,
        profile: 'code-signing',
        template,
        days,
        signingAlgorithm: undefined,
        collect,
        rootCertificates,
        register,
        output,
    }, { privateCa, files, clock });
}
function kmsIssuer(values, { rootCertificates, register }, context) {
    const { files, clock, random } = context;
    const signer = signerFor(values, 'ca-kms-key-id', context);
    const days = readDays(values);
    return async (request, output) => {
        const given = await values.files('ca-certificate', limits/* limits */.F.certificateFileBytes);
        const order = {
            request,
            authorityCertificates: [...given, ...rootCertificates],
            profile: 'code-signing',
            pathLength: undefined,
            days,
            signingAlgorithm: undefined,
            crlUrls: values.texts('crl-url').map(readUrl),
            issuerUrls: values.texts('issuer-url').map(readUrl),
            register: register ?? (0,read_values/* required */.mw)(values, 'register'),
            output,
        };
        if (rootCertificates.length > 0)
            await expectPinned(order, (0,verify_policy/* anchorsOf */.EF)(rootCertificates), signer, context);
        return issueCertificate(order, { signer, files, clock, random });
    };
}
async function expectPinned({ authorityCertificates, register }, pinned, signer, { files, clock }) {
    const { content } = await openRegister(register, files);
    const { anchor } = await openAuthority({
        certificates: authorityCertificates,
        signingAlgorithm: undefined,
        at: clock(),
        purpose: object_identifiers/* purpose */.X7.codeSigning,
        register: content,
    }, signer);
    if (pinned.some(({ certificate }) => certificate.sha256 === anchor.certificate.sha256))
        return;
    throw new core_error/* ReleaseSigningError */.B('path-not-found', 'the CA does not lead to a root that is pinned', {
        hint: 'Check ca-certificate and root-certificate.',
    });
}

// EXTERNAL MODULE: ./build/entry/escape.js
var entry_escape = __webpack_require__(2985);
// EXTERNAL MODULE: ./build/entry/verify-text.js
var verify_text = __webpack_require__(7915);
;// CONCATENATED MODULE: ./build/entry/renewal-text.js


function renewalText({ due, renewed, path, certificate, previous, issued }) {
    if (certificate === null)
        return ['due: there is no certificate yet'];
    const { subject, sha256, notAfter, daysLeft } = certificate;
    const left = `${(0,verify_text/* count */.U9)(daysLeft, 'day')} left, until ${notAfter}`;
    const was = previous === null ? 'certified' : `renewed, with ${(0,verify_text/* count */.U9)(previous.daysLeft, 'day')} left`;
    return [
        renewed ? `${was}: wrote ${(0,entry_escape/* printable */.g$)(path)}` : `${due ? 'due' : 'not due'}: ${left}`,
        `  subject ${(0,entry_escape/* printable */.g$)(subject)}`,
        ...(issued?.identities ?? []).map((name) => `  name    ${(0,entry_escape/* printable */.g$)(name)}`),
        ...(issued === undefined ? [] : [`  issuer  ${(0,entry_escape/* printable */.g$)(issued.issuer.subject)}`, `  serial  ${issued.serial}`]),
        `  sha256  ${sha256}`,
        ...(renewed ? [`  valid   ${left}`] : []),
    ];
}

;// CONCATENATED MODULE: ./build/entry/identity.js


















const systemRandom = (octets) => (0,external_node_crypto_.randomBytes)(octets);
const systemToken = () => (0,external_node_crypto_.randomUUID)();


/***/ })

};
;