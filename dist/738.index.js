"use strict";
exports.id = 738;
exports.ids = [738];
exports.modules = {

/***/ 4427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ deniedPrincipal),
/* harmony export */   E2: () => (/* binding */ isThrottling),
/* harmony export */   MT: () => (/* binding */ awsFailure),
/* harmony export */   Ut: () => (/* binding */ namedPrincipal),
/* harmony export */   es: () => (/* binding */ awsError)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _files_file_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7963);
/* harmony import */ var _proxy_proxy_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7342);



function awsFailure(error) {
    const { name, message, $metadata, cause } = Object(error);
    return {
        name: typeof name === 'string' ? name : 'Error',
        message: typeof message === 'string' ? message : '',
        status: $metadata?.httpStatusCode,
        requestId: $metadata?.requestId,
        proxy: (0,_proxy_proxy_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .proxyRefusal */ .v)(error) ?? ($metadata?.httpStatusCode === 407 ? { status: 407 } : undefined),
        networkCode: (0,_files_file_error_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU)(error) ?? (0,_files_file_error_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU)(cause) ?? firstCode(error),
    };
}
function firstCode(error) {
    const { errors } = Object(error);
    return Array.isArray(errors) ? errors.map(_files_file_error_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU).find((code) => code !== undefined) : undefined;
}
function awsError(error, call, explain) {
    if (error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B)
        return error;
    const failure = awsFailure(error);
    const { code, message, hint, refused } = explain(failure) ?? explainCommon(failure, call);
    const id = failure.requestId === undefined ? '' : ` (request ${failure.requestId})`;
    return new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B(code, `${message}${id}`, { hint, refused, cause: error });
}
const noCredentials = new Set([
    'CredentialsProviderError',
    'ProviderError',
    'TokenProviderError',
    'MissingAuthenticationToken',
]);
const expiredCredentials = new Set(['ExpiredTokenException', 'ExpiredToken', 'RequestExpired']);
const wrongCredentials = new Set([
    'UnrecognizedClientException',
    'InvalidClientTokenId',
    'IncompleteSignature',
    'InvalidAccessKeyId',
]);
const throttling = new Set([
    'ThrottlingException',
    'Throttling',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'LimitExceededException',
]);
const unreachable = new Set([
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
]);
const isThrottling = ({ name, status }) => throttling.has(name) || status === 429;
const namedPrincipal = (message) => /User: (\S+) is not authorized/.exec(message)?.[1];
const deniedPrincipal = (message) => namedPrincipal(message) ?? 'this identity';
function explainCommon(failure, { action, resource, region }) {
    const { name, message, status, networkCode } = failure;
    const what = `${action} on ${resource}`;
    if (failure.proxy !== undefined)
        return proxyRefuses(failure.proxy.status, what);
    if (noCredentials.has(name)) {
        return {
            code: 'aws-credentials-missing',
            message: `${what}: no AWS credentials: ${message}`,
            hint: 'In a workflow set role-to-assume and `permissions: id-token: write`; elsewhere sign in, or set AWS_PROFILE or AWS_ACCESS_KEY_ID.',
        };
    }
    if (expiredCredentials.has(name)) {
        return {
            code: 'aws-credentials-expired',
            message: `${what}: the AWS credentials have expired: ${message}`,
            hint: 'Sign in again; with role-to-assume raise role-duration-seconds.',
        };
    }
    if (name === 'InvalidSignatureException' || name === 'SignatureDoesNotMatch' || name === 'RequestTimeTooSkewed') {
        const skewed = /expired|not yet current|skew/i.test(message);
        return skewed
            ? { code: 'aws-clock-skew', message: `${what}: ${message}`, hint: "Set this machine's clock." }
            : { code: 'aws-credentials-invalid', message: `${what}: ${message}`, hint: 'Check AWS_SECRET_ACCESS_KEY.' };
    }
    if (wrongCredentials.has(name)) {
        return {
            code: 'aws-credentials-invalid',
            message: `${what}: AWS does not know these credentials: ${message}`,
            hint: 'Check AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN, and that they belong to this partition and Region.',
        };
    }
    if (/^Region is missing/.test(message)) {
        return {
            code: 'aws-region-missing',
            message: `${what}: the AWS Region is not known`,
            hint: 'Set aws-region or AWS_REGION, or give the ARN of the key.',
        };
    }
    if (isThrottling(failure)) {
        return {
            code: 'aws-throttled',
            message: `${what}: AWS kept throttling: ${message}`,
            hint: 'Try again when less else uses the quota of this account and Region, or have the quota raised.',
        };
    }
    if (networkCode !== undefined && unreachable.has(networkCode))
        return unreachableService(networkCode, what, region);
    if (name === 'TimeoutError')
        return unreachableService('ETIMEDOUT', what, region);
    if (status !== undefined && status >= 500) {
        return {
            code: 'aws-unavailable',
            message: `${what}: AWS failed again and again: ${name}: ${message}`,
            hint: 'Try again later; https://health.aws.amazon.com shows whether AWS knows of it.',
        };
    }
    if (status === undefined) {
        return {
            code: 'aws-configuration',
            message: `${what}: ${message}`,
            hint: 'Check the AWS configuration: Region, endpoint, FIPS, proxy and profile.',
        };
    }
    return { code: 'aws-refused', message: `${what}: ${name}: ${message}`, hint: 'See what AWS says about this error.' };
}
function proxyRefuses(status, what) {
    return {
        code: 'proxy-refused',
        message: `${what}: the proxy does not let it through${status === undefined ? '' : `: status ${status}`}`,
        hint: (0,_proxy_proxy_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .proxyHint */ .C)(status, "AWS's endpoint"),
    };
}
function unreachableService(networkCode, what, region) {
    const where = region === undefined ? '' : ` in Region ${region}`;
    const hint = networkCode === 'ENOTFOUND'
        ? 'Check the name of the Region, whether it has FIPS endpoints where they were asked for, and AWS_ENDPOINT_URL.'
        : 'Check the network, the proxy and AWS_ENDPOINT_URL.';
    return { code: 'aws-unreachable', message: `${what}: AWS${where} cannot be reached: ${networkCode}`, hint };
}


/***/ }),

/***/ 3509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ sessionName),
/* harmony export */   fU: () => (/* binding */ checkDuration),
/* harmony export */   fv: () => (/* binding */ accountOfRole),
/* harmony export */   g4: () => (/* binding */ checkAccount),
/* harmony export */   vY: () => (/* binding */ checkSessionPolicy)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

const longest = 64;
const notAllowed = /[^\w+=,.@-]/g;
function sessionName(given, { GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '' }) {
    if (given !== undefined) {
        if (given.length >= 2 && given.length <= longest && given.search(notAllowed) === -1)
            return given;
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('input-invalid', `role-session-name ${given} is no name for a session`, {
            hint: `It has 2 to ${longest} letters, digits and any of _+=,.@-`,
        });
    }
    if (GITHUB_REPOSITORY === '')
        return 'kms-release-signing';
    const end = GITHUB_RUN_ID === '' ? '' : `-${GITHUB_RUN_ID}`;
    const name = GITHUB_REPOSITORY.split('/').at(-1) ?? '';
    const whole = [GITHUB_REPOSITORY, name].find((text) => text.length + end.length <= longest);
    return ((whole ?? name.slice(0, longest - end.length)) + end).replaceAll(notAllowed, '-').slice(0, longest);
}
function accountOfRole(roleArn) {
    const account = /^arn:aws[a-z-]*:iam::(\d{12}):role\/[\w+=,.@/-]+$/.exec(roleArn)?.[1];
    if (account !== undefined)
        return account;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('input-invalid', `role-to-assume ${roleArn} is not the ARN of a role`, {
        hint: 'It reads arn:aws:iam::ACCOUNT:role/NAME.',
    });
}
function checkAccount(account, allowed) {
    if (!allowed?.length || allowed.includes(account))
        return;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('role-account-not-allowed', `AWS account ${account} is not an allowed one`, {
        hint: `allowed-account-ids names ${allowed.join(', ')}.`,
    });
}
function checkDuration(seconds) {
    if (Number.isInteger(seconds) && seconds >= 900 && seconds <= 43_200)
        return;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('input-invalid', `role-duration-seconds ${seconds} is not between 900 and 43200`);
}
function checkSessionPolicy(policy) {
    let value;
    try {
        value = JSON.parse(policy);
    }
    catch (cause) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('input-invalid', 'inline-session-policy is not JSON', { cause });
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('input-invalid', 'inline-session-policy is not a JSON object');
}


/***/ }),

/***/ 8164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ createWebIdentityCredentials)
});

// EXTERNAL MODULE: ./build/adapters/github/github-oidc.js
var github_oidc = __webpack_require__(8129);
// EXTERNAL MODULE: ./build/adapters/proxy/proxy.js
var proxy = __webpack_require__(3379);
// EXTERNAL MODULE: ./build/adapters/waiting/retry.js
var retry = __webpack_require__(6610);
// EXTERNAL MODULE: ./build/adapters/aws/aws-errors.js
var aws_errors = __webpack_require__(4427);
// EXTERNAL MODULE: ./build/adapters/aws/role-session.js
var role_session = __webpack_require__(3509);
;// CONCATENATED MODULE: ./build/adapters/aws/sts-errors.js
function isTransientRefusal({ name, message, status, networkCode }) {
    if (name === 'InvalidIdentityToken' || name === 'InvalidIdentityTokenException') {
        return /verification key/i.test(message);
    }
    const passing = ['ExpiredToken', 'ExpiredTokenException', 'IDPCommunicationError', 'IDPCommunicationErrorException'];
    return (passing.includes(name) ||
        /Throttl|TooManyRequests|RequestLimitExceeded|TimeoutError/.test(name) ||
        (status !== undefined && (status === 429 || status >= 500)) ||
        (status === undefined && networkCode !== undefined && /^E(?!RR_)[A-Z_]+$/.test(networkCode)));
}
function roleError(failure, request) {
    const hint = hintFor(failure, request);
    if (hint === undefined || request.identity === undefined)
        return undefined;
    const { role, audience, identity } = request;
    const said = failure.message.replaceAll(identity.token, '***');
    const denied = /^AccessDenied/.test(failure.name);
    return {
        code: 'role-not-assumable',
        message: `${role} cannot be assumed with a token of sub ${identity.claims.sub} and aud ${audience}: ${failure.name}: ${said}`,
        hint,
        ...(denied ? { refused: { kind: 'role', role, audience, claims: identity.claims } } : {}),
    };
}
function hintFor({ name, message }, { audience, identity }) {
    const provider = (identity?.claims.iss ?? '').replace(/^https?:\/\//, '');
    switch (name) {
        case 'AccessDenied':
        case 'AccessDeniedException':
            return `The trust policy of the role must let this token of the identity provider ${provider} in: one that does is proposed with this error. See that the role exists.`;
        case 'InvalidIdentityToken':
        case 'InvalidIdentityTokenException':
            if (/verification key/i.test(message))
                return 'STS could not fetch the keys of the issuer: run the job again.';
            if (/audience/i.test(message))
                return `Add ${audience} to the audiences of the identity provider, or set audience.`;
            return `Create the identity provider https://${provider} in the account of the role.`;
        case 'ExpiredToken':
        case 'ExpiredTokenException':
        case 'IDPCommunicationError':
        case 'IDPCommunicationErrorException':
            return 'Run the job again.';
        case 'MalformedPolicyDocument':
        case 'MalformedPolicyDocumentException':
        case 'PackedPolicyTooLarge':
        case 'PackedPolicyTooLargeException':
            return 'Check inline-session-policy.';
        case 'RegionDisabledException':
            return 'Activate STS in this Region for the account, or set another aws-region.';
        case 'ValidationError':
        case 'ValidationException':
            return 'Check role-to-assume, role-duration-seconds (at most the maximum of the role) and inline-session-policy.';
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/adapters/aws/web-identity.js






const attempts = 5;
const firstWait = 1_000;
function createWebIdentityCredentials(options) {
    const { roleToAssume, environment, timers, mask, allowedAccountIds, inlineSessionPolicy } = options;
    const audience = options.audience ?? 'sts.amazonaws.com';
    const durationSeconds = options.roleDurationSeconds ?? 3_600;
    const roleSessionName = (0,role_session/* sessionName */.Cy)(options.roleSessionName, environment);
    (0,role_session/* checkAccount */.g4)((0,role_session/* accountOfRole */.fv)(roleToAssume), allowedAccountIds);
    (0,role_session/* checkDuration */.fU)(durationSeconds);
    if (inlineSessionPolicy !== undefined)
        (0,role_session/* checkSessionPolicy */.vY)(inlineSessionPolicy);
    const call = { action: 'sts:AssumeRoleWithWebIdentity', resource: roleToAssume, region: options.region };
    const clientConfig = {
        ...(0,proxy/* requestHandling */.PE)(options.environment),
        ...(options.region === undefined ? {} : { region: options.region }),
        ...(options.useFipsEndpoint ? { useFipsEndpoint: true } : {}),
    };
    let last;
    let prefetched;
    const assume = async (...context) => {
        const waiting = prefetched ?? (0,github_oidc/* fetchIdentityToken */.G)({ ...options, audience });
        prefetched = undefined;
        const identity = await waiting;
        last = identity;
        const { fromWebToken } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(861), __webpack_require__.e(719)]).then(__webpack_require__.t.bind(__webpack_require__, 9719, 19));
        return fromWebToken({
            roleArn: roleToAssume,
            webIdentityToken: identity.token,
            roleSessionName,
            durationSeconds,
            clientConfig,
            ...(inlineSessionPolicy === undefined ? {} : { policy: inlineSessionPolicy }),
        })(...context);
    };
    const provide = async (...context) => {
        const credentials = await (0,retry/* withRetries */.L)(() => assume(...context), {
            attempts,
            firstWait,
            isTransient: (error) => isTransientRefusal((0,aws_errors/* awsFailure */.MT)(error)),
            timers,
        }).catch((error) => {
            throw (0,aws_errors/* awsError */.es)(error, call, (failure) => roleError(failure, { role: roleToAssume, audience, identity: last }));
        });
        await mask(credentials.secretAccessKey);
        if (credentials.sessionToken !== undefined)
            await mask(credentials.sessionToken);
        if (credentials.accountId !== undefined)
            (0,role_session/* checkAccount */.g4)(credentials.accountId, allowedAccountIds);
        return credentials;
    };
    return Object.assign(provide, {
        async prefetch() {
            prefetched = (0,github_oidc/* fetchIdentityToken */.G)({ ...options, audience });
            await prefetched.catch(() => undefined);
        },
    });
}


/***/ }),

/***/ 8129:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fetchIdentityToken)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _files_file_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7963);
/* harmony import */ var _waiting_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6610);



const timeout = 10_000;
const attempts = 5;
const firstWait = 500;
const largestAnswer = 64 * 1024;
class TransientFailure extends Error {
}
async function fetchIdentityToken(options) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN } = options.environment;
    if (!ACTIONS_ID_TOKEN_REQUEST_URL || !ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('oidc-permission-missing', 'GitHub gives this job no OIDC token for role-to-assume', {
            hint: 'Add to the job: `permissions: { id-token: write, contents: read }`. A pull request from a fork gets none.',
        });
    }
    const url = new URL(ACTIONS_ID_TOKEN_REQUEST_URL);
    url.searchParams.set('audience', options.audience);
    const isTransient = (error) => error instanceof TransientFailure;
    try {
        return await (0,_waiting_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .withRetries */ .L)(() => request(url, ACTIONS_ID_TOKEN_REQUEST_TOKEN, options), {
            attempts,
            firstWait,
            isTransient,
            timers: options.timers,
        });
    }
    catch (error) {
        if (!isTransient(error))
            throw error;
        throw unavailable(String(Object(error).message), 'Run the job again.');
    }
}
async function request(url, bearer, { fetch, mask }) {
    const response = await fetch(url, {
        headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
    }).catch((error) => {
        if (error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B)
            throw error;
        throw new TransientFailure(`its service cannot be reached: ${networkReason(error)}`);
    });
    if (response.status === 429 || response.status >= 500) {
        await response.body?.cancel();
        throw new TransientFailure(`its service answers ${response.status}`);
    }
    if (!response.ok) {
        await response.body?.cancel();
        throw unavailable(`its service answers ${response.status}`, 'See whether the job may use OIDC, and the audience.');
    }
    const text = await response.text().catch((error) => {
        throw new TransientFailure(`the answer broke off: ${networkReason(error)}`);
    });
    const token = tokenIn(text);
    if (token === undefined)
        throw unavailable('its service answers without a token', 'Run the job again.');
    await mask(token);
    return { token, claims: claimsOf(token) };
}
function networkReason(error) {
    const { cause, name } = Object(error);
    return (0,_files_file_error_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU)(cause) ?? (0,_files_file_error_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCode */ .xU)(error) ?? String(name);
}
function tokenIn(text) {
    if (text.length > largestAnswer)
        return undefined;
    const value = member(text, 'value');
    return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value) ? value : undefined;
}
function claimsOf(token) {
    const claims = objectIn(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return Object.fromEntries(Object.entries(claims).filter((entry) => typeof entry[1] === 'string'));
}
function member(json, name) {
    const value = objectIn(json)[name];
    return typeof value === 'string' ? value : '';
}
function objectIn(json) {
    try {
        return { ...Object(JSON.parse(json)) };
    }
    catch {
        return {};
    }
}
const unavailable = (reason, hint) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('oidc-token-unavailable', `GitHub's OIDC token could not be fetched: ${reason}`, { hint });


/***/ }),

/***/ 885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ startKmsService)
});

// EXTERNAL MODULE: ./build/adapters/proxy/proxy.js
var proxy = __webpack_require__(3379);
;// CONCATENATED MODULE: ./build/adapters/waiting/request-pacing.js
const decrease = { few: 0.93, many: 0.75 };
const deafMilliseconds = 150;
const increase = 0.02;
const windowMilliseconds = 250;
const creditMilliseconds = 20;
function createRequestPacing({ now, sleep }) {
    let rate;
    let nextTurn = 0;
    let queue = Promise.resolve();
    let lastThrottle = Number.NEGATIVE_INFINITY;
    let lastRaise = 0;
    let inARow = 0;
    let window = { start: now(), sent: 0 };
    let lastWindow = 0;
    function count(time) {
        const elapsed = time - window.start;
        if (elapsed >= windowMilliseconds) {
            lastWindow = window.sent / elapsed;
            window = { start: time, sent: 0 };
        }
        window.sent += 1;
    }
    const freeRate = (time) => Math.max(lastWindow, window.sent / Math.max(50, time - window.start));
    function raise(time) {
        if (rate === undefined)
            return;
        const calm = (time - lastThrottle) / 1000;
        rate *= 1 + increase * ((time - lastRaise) / 1000) * (1 + 3 * calm ** 2);
        lastRaise = time;
    }
    async function next() {
        if (rate !== undefined) {
            const wait = nextTurn - now();
            if (wait > 0)
                await sleep(wait);
            raise(now());
            nextTurn = Math.max(now() - creditMilliseconds, nextTurn) + 1 / rate;
        }
        count(now());
    }
    return {
        turn() {
            queue = queue.then(next);
            return queue;
        },
        throttled() {
            const time = now();
            if (time - lastThrottle < deafMilliseconds)
                return;
            raise(time);
            inARow = time - lastThrottle < 2 * deafMilliseconds ? inARow + 1 : 1;
            rate = Math.max(0.001, (rate ?? freeRate(time)) * (inARow > 2 ? decrease.many : decrease.few));
            lastThrottle = time;
            lastRaise = time;
        },
    };
}

// EXTERNAL MODULE: ./build/adapters/waiting/retry.js
var retry = __webpack_require__(6610);
;// CONCATENATED MODULE: ./build/adapters/kms/kms-retries.js

const attempts = { throttled: 30, broken: 5 };
const firstWait = { throttled: 20, broken: 100 };
const longestWait = 4_000;
function createRetryStrategy({ pacing, timers, maximumAttempts }) {
    return {
        async acquireInitialRetryToken() {
            await pacing.turn();
            return retryToken({ throttled: 0, broken: 0 });
        },
        async refreshRetryTokenForRetry({ failures }, { errorType }) {
            const kind = errorType === 'THROTTLING' ? 'throttled' : 'broken';
            if (kind === 'throttled')
                pacing.throttled();
            const counted = { ...failures, [kind]: failures[kind] + 1 };
            const spent = maximumAttempts === undefined ? counted[kind] : counted.throttled + counted.broken;
            if (errorType === 'CLIENT_ERROR' || spent >= (maximumAttempts ?? attempts[kind]))
                throw new Error('no further attempt');
            await timers.sleep((0,retry/* backoff */.J)({ firstWait: firstWait[kind], longestWait }, counted[kind], timers.random()));
            await pacing.turn();
            return retryToken(counted);
        },
        recordSuccess() {
        },
    };
}
const retryToken = (failures) => ({
    failures,
    getRetryCount: () => failures.throttled + failures.broken,
    getRetryDelay: () => 0,
});

;// CONCATENATED MODULE: ./build/adapters/kms/kms-client.js



const connectionTimeout = 5_000;
async function startKmsService(options) {
    await options.beforeLoading?.();
    const { KMSClient, SignCommand, VerifyCommand, DescribeKeyCommand, GetPublicKeyCommand, CreateKeyCommand, CreateAliasCommand, } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(861), __webpack_require__.e(632)]).then(__webpack_require__.t.bind(__webpack_require__, 2632, 19));
    const { region, endpoint, credentials, environment, timers, useFipsEndpoint, maxSockets, requestTimeout } = options;
    const agents = { keepAlive: true, maxSockets, ...(0,proxy/* agentOptions */._E)(environment) };
    const client = new KMSClient({
        ...(region === undefined ? {} : { region }),
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(credentials === undefined ? {} : { credentials }),
        ...(useFipsEndpoint ? { useFipsEndpoint } : {}),
        ...(environment.AWS_RETRY_MODE ? {} : { retryStrategy: retryStrategy(environment, timers) }),
        requestHandler: {
            connectionTimeout,
            requestTimeout,
            throwOnRequestTimeout: true,
            httpAgent: agents,
            httpsAgent: agents,
        },
    });
    return {
        client,
        SignCommand,
        VerifyCommand,
        DescribeKeyCommand,
        GetPublicKeyCommand,
        CreateKeyCommand,
        CreateAliasCommand,
    };
}
function retryStrategy(environment, timers) {
    const maximumAttempts = Number.parseInt(environment.AWS_MAX_ATTEMPTS ?? '', 10);
    return createRetryStrategy({
        pacing: createRequestPacing(timers),
        timers,
        maximumAttempts: Number.isNaN(maximumAttempts) ? undefined : maximumAttempts,
    });
}


/***/ }),

/***/ 1685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ connectKmsKey)
});

// EXTERNAL MODULE: ./build/core/crypto.js
var core_crypto = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/core/x509/public-key.js
var public_key = __webpack_require__(8257);
// EXTERNAL MODULE: ./build/adapters/waiting/concurrency.js
var waiting_concurrency = __webpack_require__(2479);
// EXTERNAL MODULE: ./build/adapters/kms/kms-client.js + 2 modules
var kms_client = __webpack_require__(885);
// EXTERNAL MODULE: ./build/adapters/kms/kms-errors.js
var kms_errors = __webpack_require__(6219);
// EXTERNAL MODULE: ./build/core/algorithm.js
var algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/error.js
var error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/adapters/aws/aws-errors.js
var aws_errors = __webpack_require__(4427);
;// CONCATENATED MODULE: ./build/adapters/kms/kms-key.js




async function describeKey(kms, keyId, call) {
    const { client, DescribeKeyCommand, GetPublicKeyCommand } = await kms().catch((error) => {
        throw (0,kms_errors/* kmsError */.ov)(error, call('GetPublicKey'));
    });
    const [metadata, answer] = await Promise.allSettled([
        client.send(new DescribeKeyCommand({ KeyId: keyId })),
        client.send(new GetPublicKeyCommand({ KeyId: keyId })),
    ]);
    if (metadata.status === 'fulfilled')
        checkState(metadata.value.KeyMetadata ?? {}, keyId);
    else if ((0,aws_errors/* awsFailure */.MT)(metadata.reason).name !== 'AccessDeniedException')
        throw (0,kms_errors/* kmsError */.ov)(metadata.reason, call('DescribeKey'));
    if (answer.status === 'rejected')
        throw (0,kms_errors/* kmsError */.ov)(answer.reason, call('GetPublicKey'));
    const { KeyId, KeySpec, KeyUsage, PublicKey, $metadata } = answer.value;
    checkUsage(KeyUsage, keyId);
    if (!PublicKey?.length)
        throw (0,kms_errors/* answerInvalid */.aB)('answered without a public key', $metadata.requestId);
    return { keyId: KeyId ?? keyId, spec: signingSpec(KeySpec, keyId), publicKey: PublicKey };
}
function checkState({ KeyState, KeyUsage, Enabled, DeletionDate }, keyId) {
    const refuse = ({ code, message, hint }) => {
        throw new error/* ReleaseSigningError */.B(code, message, { hint });
    };
    if (KeyState === 'PendingDeletion' || KeyState === 'PendingReplicaDeletion')
        refuse((0,kms_errors/* pendingDeletion */.g_)(keyId, DeletionDate));
    if (KeyState === 'Disabled' || (KeyState === undefined && Enabled === false))
        refuse((0,kms_errors/* disabledKey */.cB)(keyId));
    if (KeyState !== undefined && KeyState !== 'Enabled') {
        throw new error/* ReleaseSigningError */.B('kms-key-state', `key ${keyId} is in state ${KeyState}`, {
            hint: 'Only an enabled key signs: see the state of the key in the KMS console.',
        });
    }
    checkUsage(KeyUsage, keyId);
}
function checkUsage(usage, keyId) {
    if (usage === undefined || usage === 'SIGN_VERIFY')
        return;
    throw new error/* ReleaseSigningError */.B('kms-key-usage', `key ${keyId} is of usage ${usage}, not SIGN_VERIFY`, {
        hint: "A key's usage cannot be changed: make a new one with --key-usage SIGN_VERIFY.",
    });
}
const signingSpecs = new Set(algorithm/* signatureAlgorithms */.Py.flatMap(({ keySpecs }) => keySpecs));
const isSigningSpec = (spec) => signingSpecs.has(spec);
function signingSpec(spec, keyId) {
    if (spec !== undefined && isSigningSpec(spec))
        return spec;
    throw new error/* ReleaseSigningError */.B('key-unsupported', `key ${keyId} is of spec ${spec}, which this program does not sign with`, {
        hint: `Use one of ${[...signingSpecs].join(', ')}.`,
    });
}

// EXTERNAL MODULE: ./build/adapters/kms/kms-key-id.js
var kms_key_id = __webpack_require__(131);
;// CONCATENATED MODULE: ./build/adapters/kms/kms-connection.js







const defaultConcurrency = 40;
function connectKmsKey(options, purpose) {
    const key = (0,kms_key_id/* parseKmsKeyId */.j)(options.keyId);
    const region = (0,kms_key_id/* chooseRegion */.Q)(key, options.region, options.environment);
    const concurrency = options.concurrency ?? defaultConcurrency;
    let service;
    let described;
    const call = (action, algorithm) => ({
        action: `kms:${action}`,
        resource: key.id,
        region,
        purpose,
        ...(algorithm === undefined
            ? {}
            : { conditions: { 'kms:SigningAlgorithm': algorithm.name, 'kms:MessageType': algorithm.messageType } }),
    });
    const kms = () => {
        service ??= (0,kms_client/* startKmsService */.r)({
            beforeLoading: options.beforeLoading,
            region,
            endpoint: key.endpoint,
            useFipsEndpoint: options.useFipsEndpoint,
            credentials: options.credentials,
            environment: options.environment,
            timers: options.timers,
            maxSockets: concurrency,
            requestTimeout: options.requestTimeout ?? 15_000,
        });
        return service;
    };
    const describe = () => {
        described ??= describeKey(kms, key.id, call);
        return described;
    };
    return {
        keyId: key.id,
        call,
        kms,
        slots: (0,waiting_concurrency/* atMost */.T)(concurrency),
        describe,
        async wireMessage({ messageType, hash }, message) {
            switch (messageType) {
                case 'RAW':
                    return message;
                case 'DIGEST':
                    return (0,core_crypto/* digest */.br)(hash.name, message);
                case 'EXTERNAL_MU': {
                    const { publicKey } = await describe();
                    return (0,core_crypto/* mlDsaMessageRepresentative */.OX)((0,public_key/* parsePublicKey */.e)(publicKey, 'KMS key').octets, message);
                }
            }
        },
        async checkAnswer(answer, algorithm, did) {
            const { keyId } = (await described) ?? {};
            const { requestId } = answer.$metadata;
            if (keyId !== undefined && answer.KeyId !== undefined && !sameKey(answer.KeyId, keyId)) {
                throw (0,kms_errors/* answerInvalid */.aB)(`${did} with ${answer.KeyId}, not with ${keyId}`, requestId);
            }
            if (answer.SigningAlgorithm !== algorithm.name) {
                throw (0,kms_errors/* answerInvalid */.aB)(`${did} with ${answer.SigningAlgorithm}, not with ${algorithm.name}`, requestId);
            }
        },
    };
}
const sameKey = (a, b) => a === b || a.split('/').at(-1) === b.split('/').at(-1);


/***/ }),

/***/ 6219:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aB: () => (/* binding */ answerInvalid),
/* harmony export */   cB: () => (/* binding */ disabledKey),
/* harmony export */   g_: () => (/* binding */ pendingDeletion),
/* harmony export */   nb: () => (/* binding */ explainKms),
/* harmony export */   ov: () => (/* binding */ kmsError)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4427);


const kmsError = (error, call) => (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsError */ .es)(error, call, (failure) => explainKms(failure, call));
function explainKms({ name, message }, { action, resource, region, purpose = 'sign', conditions = {} }) {
    const where = region === undefined ? '' : ` in ${region}`;
    switch (name) {
        case 'AccessDeniedException':
            return {
                code: 'aws-access-denied',
                message: `${(0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .deniedPrincipal */ .Cw)(message)} may not ${action} on ${resource}: ${message}`,
                hint: `Allow ${action} for it in the key policy or in its own policies; conditions such as kms:SigningAlgorithm, kms:MessageType or kms:RequestAlias must fit, too. Where the key does not exist${where}, AWS says the same.`,
                refused: refusedKey(message, { action, resource, purpose, conditions }),
            };
        case 'DisabledException':
            return disabledKey(resource);
        case 'KMSInvalidStateException':
            return /pending deletion/i.test(message)
                ? pendingDeletion(resource, undefined)
                : {
                    code: 'kms-key-state',
                    message: `key ${resource} cannot be used in its present state: ${message}`,
                    hint: 'See the state of the key in the KMS console.',
                };
        case 'InvalidKeyUsageException':
            return {
                code: 'kms-key-usage',
                message: `key ${resource} does not sign like this: ${message}`,
                hint: 'The key must be asymmetric, of usage SIGN_VERIFY, and of a spec that the algorithm fits.',
            };
        case 'NotFoundException':
        case 'InvalidArnException':
            return {
                code: 'kms-key-not-found',
                message: `key ${resource} is not found${where}: ${message}`,
                hint: 'Check the id, the account, and aws-region: a key lives in one Region. An alias is written alias/NAME.',
            };
        case 'UnsupportedOperationException':
            return {
                code: 'kms-key-usage',
                message: `key ${resource} has no public key to sign with: ${message}`,
                hint: 'Use an asymmetric key of usage SIGN_VERIFY.',
            };
        default:
            return undefined;
    }
}
const disabledKey = (resource) => ({
    code: 'kms-key-disabled',
    message: `key ${resource} is disabled`,
    hint: 'Enable it (kms:EnableKey), or sign with another.',
});
const pendingDeletion = (resource, deletion) => ({
    code: 'kms-key-pending-deletion',
    message: `key ${resource} is to be deleted${deletion === undefined ? '' : ` on ${deletion.toISOString()}`}`,
    hint: 'Cancel the deletion (kms:CancelKeyDeletion) and enable the key, or sign with another.',
});
function refusedKey(message, { action, resource, purpose, conditions }) {
    const reason = /\b(?:because|with) (.+)$/s.exec(message)?.[1];
    return {
        kind: 'key',
        principal: (0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .namedPrincipal */ .Ut)(message),
        action,
        resource: /on resource: (arn:\S+)/.exec(message)?.[1] ?? resource,
        reason: reason ?? message,
        purpose,
        conditions,
    };
}
const answerInvalid = (what, requestId) => new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('aws-answer-invalid', `KMS ${what} (request ${requestId})`, {
    hint: 'The answer is not used. Was an alias pointed to another key meanwhile, or is something between here and AWS?',
});


/***/ }),

/***/ 131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ chooseRegion),
/* harmony export */   j: () => (/* binding */ parseKmsKeyId)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

function parseKmsKeyId(text) {
    const { endpoint, id } = /^awskms:\/\/(?<endpoint>[^/]*)\/(?<id>.*)$/s.exec(text.trim())?.groups ?? {
        id: text.trim(),
    };
    const arn = /^arn:(?<partition>aws[a-z-]*):kms:(?<region>[a-z0-9-]+):\d{12}:(?<resource>.*)$/s.exec(id ?? '')?.groups;
    const resource = arn?.resource ?? id ?? '';
    const isAlias = /^alias\/[\w/-]+$/.test(resource);
    const isKey = arn === undefined ? /^[\w-]+$/.test(resource) : /^key\/[\w-]+$/.test(resource);
    if (!isAlias && !isKey) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('input-invalid', `kms-key-id ${text} is not the name of a KMS key`, {
            hint: 'Give a key id, a key ARN, alias/NAME, an alias ARN, or one of these behind awskms:///.',
        });
    }
    return { id: id ?? '', region: arn?.region, endpoint: endpoint ? `https://${endpoint}` : undefined };
}
function chooseRegion(key, given, environment) {
    if (key.region !== undefined && given !== undefined && given !== key.region) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('aws-region-conflict', `aws-region is ${given}, but the key is in ${key.region}`, {
            hint: `Leave aws-region out, or set it to ${key.region}.`,
        });
    }
    return key.region ?? given ?? (environment.AWS_REGION || environment.AWS_DEFAULT_REGION || undefined);
}


/***/ }),

/***/ 3255:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createKmsSigner)
/* harmony export */ });
/* harmony import */ var _core_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4427);
/* harmony import */ var _kms_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1685);
/* harmony import */ var _kms_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6219);




const probeMessage = (0,_core_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As)('kms-release-signing dry run');
function createKmsSigner(options) {
    const { keyId, call, kms, slots, describe, wireMessage, checkAnswer } = (0,_kms_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .connectKmsKey */ .T)(options, 'sign');
    async function send(algorithm, message, dryRun, isDigest = false) {
        const { client, SignCommand } = await kms();
        return client.send(new SignCommand({
            KeyId: keyId,
            Message: isDigest ? message : await wireMessage(algorithm, message),
            MessageType: algorithm.messageType,
            SigningAlgorithm: algorithm.name,
            ...(dryRun ? { DryRun: true } : {}),
        }));
    }
    return {
        describe,
        async probe(algorithm) {
            try {
                await send(algorithm, probeMessage, true);
            }
            catch (error) {
                if ((0,_aws_aws_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .awsFailure */ .MT)(error).name !== 'DryRunOperationException')
                    throw (0,_kms_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .kmsError */ .ov)(error, call('Sign', algorithm));
            }
        },
        sign: (algorithm, message) => signed(algorithm, message, false),
        signDigest: (algorithm, digest) => signed(algorithm, digest, true),
    };
    function signed(algorithm, bytes, isDigest) {
        return slots(async () => {
            const answer = await send(algorithm, bytes, false, isDigest).catch((error) => {
                throw (0,_kms_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .kmsError */ .ov)(error, call('Sign', algorithm));
            });
            await checkAnswer(answer, algorithm, 'signed');
            const { requestId } = answer.$metadata;
            if (!answer.Signature?.length)
                throw (0,_kms_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .answerInvalid */ .aB)('answered without a signature', requestId);
            return { signature: answer.Signature, requestId };
        });
    }
}


/***/ }),

/***/ 7342:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ proxyHint),
/* harmony export */   v: () => (/* binding */ proxyRefusal)
/* harmony export */ });
function proxyRefusal(error) {
    for (const one of [error, Object(error).cause]) {
        const { code, statusCode } = Object(one);
        if (code === 'ERR_PROXY_TUNNEL')
            return { status: typeof statusCode === 'number' ? statusCode : undefined };
    }
    return undefined;
}
const proxyHint = (status, where) => status === 407
    ? 'Check user and password in HTTPS_PROXY, special characters written as %XX.'
    : `Have the proxy let ${where} through, or name it in NO_PROXY.`;


/***/ }),

/***/ 3379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IS: () => (/* binding */ environmentFetch),
/* harmony export */   PE: () => (/* binding */ requestHandling),
/* harmony export */   _E: () => (/* binding */ agentOptions)
/* harmony export */ });
/* unused harmony export proxySettings */
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);

const firstNode = [24, 5];
function proxySettings(environment, nodeVersion = process.versions.node) {
    const http = proxyUrl(environment, 'http_proxy');
    const https = proxyUrl(environment, 'https_proxy');
    if (http === undefined && https === undefined)
        return undefined;
    const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
    const [firstMajor = 0, firstMinor = 0] = firstNode;
    if (major < firstMajor || (major === firstMajor && minor < firstMinor)) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('proxy-unsupported', `Node ${nodeVersion} cannot go by a proxy`, {
            hint: `Run Node ${firstNode.join('.')} or later: on a runner of your own update the runner.`,
        });
    }
    return {
        ...(http === undefined ? {} : { http_proxy: http }),
        ...(https === undefined ? {} : { https_proxy: https }),
        no_proxy: exceptions(variable(environment, 'no_proxy') ?? ''),
    };
}
const variable = (environment, name) => environment[name]?.trim() || environment[name.toUpperCase()]?.trim() || undefined;
function proxyUrl(environment, name) {
    const text = variable(environment, name);
    if (text === undefined)
        return undefined;
    const whole = text.includes('://') ? text : `http://${text}`;
    const url = URL.canParse(whole) ? new URL(whole) : undefined;
    if (url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.hostname !== '')
        return url.href;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('proxy-invalid', `${name.toUpperCase()} does not name a proxy that can be used`, {
        hint: 'It reads http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, special characters in the password as %XX. SOCKS is not spoken.',
    });
}
const exceptions = (text) => text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
    if (entry === '*' || /^[\d.:[\]-]+$/.test(entry))
        return [entry];
    const domain = entry.replace(/^\*?\./, '');
    return [domain, `.${domain}`];
})
    .join(',');
function agentOptions(environment) {
    const settings = proxySettings(environment);
    return settings === undefined ? undefined : { proxyEnv: { ...settings } };
}
function requestHandling(environment) {
    const agents = agentOptions(environment);
    return agents === undefined ? {} : { requestHandler: { httpAgent: agents, httpsAgent: agents } };
}
function environmentFetch(environment) {
    const settings = proxySettings(environment);
    if (settings === undefined)
        return (input, init) => fetch(input, init);
    let proxied;
    return async (input, init) => {
        proxied ??= __webpack_require__.e(/* import() */ 911).then(__webpack_require__.bind(__webpack_require__, 9911)).then(({ createProxiedFetch }) => createProxiedFetch(settings));
        return (await proxied)(input, init);
    };
}


/***/ }),

/***/ 4226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ bodyWithin)
/* harmony export */ });
async function bodyWithin(response, maximum) {
    const parts = [];
    let length = 0;
    for await (const part of response.body ?? []) {
        length += part.length;
        if (length > maximum)
            return undefined;
        parts.push(part);
    }
    return Buffer.concat(parts);
}


/***/ }),

/***/ 2479:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ atMost)
/* harmony export */ });
function atMost(maximum) {
    let running = 0;
    const waiting = [];
    return async (task) => {
        if (running >= maximum)
            await new Promise((resolve) => waiting.push(resolve));
        else
            running += 1;
        try {
            return await task();
        }
        finally {
            const next = waiting.shift();
            if (next === undefined)
                running -= 1;
            else
                next();
        }
    };
}


/***/ }),

/***/ 6610:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ backoff),
/* harmony export */   L: () => (/* binding */ withRetries)
/* harmony export */ });
const backoff = ({ firstWait, longestWait = Number.POSITIVE_INFINITY }, failures, random) => Math.min(longestWait, firstWait * 2 ** (failures - 1)) * (0.5 + random / 2);
async function withRetries(work, { attempts, isTransient, timers, ...waits }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await work();
        }
        catch (error) {
            if (attempt >= attempts || !isTransient(error))
                throw error;
            await timers.sleep(backoff(waits, attempt, timers.random()));
        }
    }
}


/***/ }),

/***/ 3880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ systemTimers)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const systemTimers = {
    now: () => performance.now(),
    sleep: (milliseconds, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal }),
    random: () => Math.random(),
};


/***/ }),

/***/ 2405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ tokenOfResponse)
/* harmony export */ });
/* harmony import */ var _der_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4262);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(728);
/* harmony import */ var _der_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6335);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);





const failures = new Map([
    [0, 'badAlg'],
    [2, 'badRequest'],
    [5, 'badDataFormat'],
    [14, 'timeNotAvailable'],
    [15, 'unacceptedPolicy'],
    [16, 'unacceptedExtension'],
    [17, 'addInfoNotAvailable'],
    [25, 'systemFailure'],
]);
const what = 'time-stamp response';
function tokenOfResponse(bytes) {
    const root = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .expectTag */ .yi)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDer */ .zE)(bytes, what, { bytes: _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.timestampBytes }), _der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence, what);
    const fields = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)(root, what);
    const status = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOf */ .Pf)(fields.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence, 'status'), 'time-stamp status');
    const value = (0,_der_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .smallIntegerOf */ .Xo)(status.required(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.integer, 'status'), 'time-stamp status');
    const text = status.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence);
    const failure = status.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.bitString);
    status.end();
    const token = fields.optional(_der_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .tag */ .Tc.sequence);
    fields.end();
    if (value > 1) {
        const reasons = [...namesOf(failure), ...textsOf(text)];
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('timestamp-refused', `the time-stamp server refused, status ${value}${reasons.length === 0 ? '' : `: ${reasons.join(', ')}`}`, { rule: 'RFC 3161 section 2.4.2' });
    }
    if (token === undefined) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('timestamp-invalid', 'time-stamp response: granted, but without a token', {
            rule: 'RFC 3161 section 2.4.2',
        });
    }
    return token.bytes;
}
function namesOf(failure) {
    const octets = failure?.content.subarray(1) ?? new Uint8Array();
    return [...failures].flatMap(([bit, name]) => ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7)) ? [name] : []));
}
function textsOf(text) {
    return (text?.children ?? []).slice(0, 4).map(({ content }) => new TextDecoder().decode(content.subarray(0, 256)));
}


/***/ }),

/***/ 2172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isSelfSigned),
/* harmony export */   _: () => (/* binding */ issuersAbove)
/* harmony export */ });
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3579);
/* harmony import */ var _signature_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(230);


function issuersAbove(certificate, candidates) {
    const found = [certificate];
    for (const subject of found) {
        found.push(...candidates.filter((candidate) => !found.includes(candidate) &&
            (0,_name_js__WEBPACK_IMPORTED_MODULE_0__/* .sameName */ .q)(candidate.subject, subject.issuer) &&
            (0,_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .isSignedBy */ .s)(subject, candidate.publicKey)));
    }
    return found.slice(1);
}
const isSelfSigned = (certificate) => certificate.selfIssued && (0,_signature_js__WEBPACK_IMPORTED_MODULE_1__/* .isSignedBy */ .s)(certificate, certificate.publicKey);


/***/ }),

/***/ 738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  chooseRegion: () => (/* reexport */ kms_key_id/* chooseRegion */.Q),
  createKmsSigner: () => (/* reexport */ kms/* createKmsSigner */.E),
  createKmsVerifier: () => (/* reexport */ createKmsVerifier),
  createOpensslOpinion: () => (/* reexport */ createOpensslOpinion),
  createTimestampAuthority: () => (/* reexport */ createTimestampAuthority),
  createWebIdentityCredentials: () => (/* reexport */ web_identity/* createWebIdentityCredentials */.p),
  environmentFetch: () => (/* reexport */ proxy/* environmentFetch */.IS),
  environmentToken: () => (/* reexport */ release_host/* environmentToken */.zE),
  loadDoctor: () => (/* binding */ loadDoctor),
  loadIdentity: () => (/* binding */ loadIdentity),
  loadReleaseArtifacts: () => (/* binding */ loadReleaseArtifacts),
  openReleaseHost: () => (/* reexport */ release_host/* openReleaseHost */.uu),
  parseKmsKeyId: () => (/* reexport */ kms_key_id/* parseKmsKeyId */.j),
  requiredToken: () => (/* reexport */ release_host/* requiredToken */.tc),
  sessionName: () => (/* reexport */ role_session/* sessionName */.Cy),
  signNotices: () => (/* reexport */ sign_text/* signNotices */.R),
  signRelease: () => (/* reexport */ signRelease),
  signText: () => (/* reexport */ sign_text/* signText */.X),
  systemTimers: () => (/* reexport */ timers/* systemTimers */.C)
});

// EXTERNAL MODULE: ./build/adapters/aws/role-session.js
var role_session = __webpack_require__(3509);
// EXTERNAL MODULE: ./build/adapters/aws/web-identity.js + 1 modules
var web_identity = __webpack_require__(8164);
// EXTERNAL MODULE: ./build/adapters/kms/kms.js
var kms = __webpack_require__(3255);
// EXTERNAL MODULE: ./build/adapters/kms/kms-key-id.js
var kms_key_id = __webpack_require__(131);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/adapters/aws/aws-errors.js
var aws_errors = __webpack_require__(4427);
// EXTERNAL MODULE: ./build/adapters/kms/kms-connection.js + 1 modules
var kms_connection = __webpack_require__(1685);
// EXTERNAL MODULE: ./build/adapters/kms/kms-errors.js
var kms_errors = __webpack_require__(6219);
;// CONCATENATED MODULE: ./build/adapters/kms/kms-verifier.js




function createKmsVerifier(options) {
    const { keyId, call, kms, slots, describe, wireMessage, checkAnswer } = (0,kms_connection/* connectKmsKey */.T)(options, 'verify');
    async function isValid(algorithm, message, signature) {
        if (message.length > limits/* limits */.F.rawMessageBytes || signature.length > limits/* limits */.F.kmsSignatureBytes)
            return false;
        if (signature.length === 0)
            return false;
        await describe();
        const { client, VerifyCommand } = await kms();
        const command = new VerifyCommand({
            KeyId: keyId,
            Message: message,
            MessageType: algorithm.messageType,
            Signature: signature,
            SigningAlgorithm: algorithm.name,
        });
        const answer = await client.send(command).catch((error) => {
            if ((0,aws_errors/* awsFailure */.MT)(error).name === 'KMSInvalidSignatureException')
                return undefined;
            throw error;
        });
        if (answer === undefined)
            return false;
        await checkAnswer(answer, algorithm, 'verified');
        if (answer.SignatureValid !== true || answer.KeyId === undefined) {
            throw (0,kms_errors/* answerInvalid */.aB)('neither verified the signature nor refused it', answer.$metadata.requestId);
        }
        return true;
    }
    const verified = (algorithm, signature, message) => slots(async () => {
        try {
            return await isValid(algorithm, await message(), signature);
        }
        catch (error) {
            throw (0,kms_errors/* kmsError */.ov)(error, call('Verify', algorithm));
        }
    });
    return {
        describe,
        verify: (algorithm, message, signature) => verified(algorithm, signature, () => wireMessage(algorithm, message)),
        verifyDigest: (algorithm, digest, signature) => verified(algorithm, signature, async () => digest),
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/x509/pem.js
var pem = __webpack_require__(6434);
;// CONCATENATED MODULE: ./build/adapters/openssl.js




const timeout = 60_000;
const slowest = 10_000;
const longestErrors = 16 * 1024;
function createOpensslOpinion({ command = 'openssl', timers }) {
    let version;
    const run = async (args, limit) => {
        const { exec } = await Promise.all(/* import() */[__webpack_require__.e(264), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 2244));
        let errors = '';
        const keep = (data) => {
            if (errors.length < longestErrors)
                errors += data.toString('utf8');
        };
        const running = exec(`"${command}"`, [...args], {
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdout: keep, stderr: keep },
        }).then((status) => ({ status, errors }));
        return within(limit, running, timers);
    };
    return {
        async verify(request) {
            try {
                version ??= run(['version'], timeout);
                const tooOld = whyUnfit(await version);
                return tooOld === undefined ? await verifyWith(run, request) : { verdict: 'unable', detail: tooOld };
            }
            catch (error) {
                return { verdict: 'unable', detail: `${command} could not be run: ${Object(error).message}` };
            }
        },
    };
}
async function within(limit, running, { sleep }) {
    const stop = new AbortController();
    const late = sleep(limit, stop.signal).then(() => {
        throw new Error(`no verdict within ${Math.round(limit / 1000)} s`);
    });
    try {
        return await Promise.race([running, late]);
    }
    finally {
        late.catch(() => undefined);
        stop.abort();
    }
}
function whyUnfit({ status, errors }) {
    const said = errors.trim().split('\n')[0] ?? '';
    const major = /^OpenSSL (\d+)\./.exec(said)?.[1];
    if (status === 0 && major !== undefined && Number(major) >= 3)
        return undefined;
    return `OpenSSL 3.0 or newer is needed, this is ${said}`;
}
async function verifyWith(run, { artifact, sidecar, anchors, at }) {
    const { size } = await (0,promises_.stat)(artifact);
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'kms-release-signing-'));
    try {
        const [sidecarFile, anchorsFile] = [(0,external_node_path_.join)(directory, 'sidecar.p7s'), (0,external_node_path_.join)(directory, 'anchors.pem')];
        await (0,promises_.writeFile)(sidecarFile, sidecar);
        await (0,promises_.writeFile)(anchorsFile, (0,pem/* encodeCertificatePem */.k1)(anchors));
        const args = ['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', sidecarFile];
        args.push('-content', (0,external_node_path_.resolve)(artifact), '-out', external_node_os_.devNull);
        args.push('-CAfile', anchorsFile, '-no-CApath', '-no-CAstore', '-partial_chain');
        args.push('-purpose', 'any', '-attime', String(Math.floor(at.getTime() / 1000)));
        return opinion(await run(args, timeout + size / slowest));
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
const unknownAlgorithm = /unsupported|unknown (?:group|digest|public key type)|invalid digest|EC_GROUP_new_by_curve_name|unable to get certs public key/i;
function opinion({ status, errors }) {
    if (status === 0)
        return { verdict: 'agrees', detail: 'OpenSSL verifies it' };
    const detail = `openssl cms -verify ends with ${status}: ${summary(errors)}`;
    const judged = (status === 2 && !/Can't open|Permission denied|No such file/i.test(errors)) ||
        (status === 4 && !unknownAlgorithm.test(errors));
    return { verdict: judged ? 'disagrees' : 'unable', detail };
}
function summary(errors) {
    const reasons = [
        ...errors.matchAll(/:error:[0-9A-F]+:([^:\n]*):[^:\n]*:([^:\n]*)[^\n]*?(?::(Verify error[^\n]*))?$/gim),
    ];
    const lines = reasons.map(([, library, reason, data]) => [library, reason, data].filter(Boolean).join(': '));
    return lines.length > 0 ? lines.join('; ') : errors.trim().slice(0, 500);
}

// EXTERNAL MODULE: ./build/adapters/proxy/proxy.js
var proxy = __webpack_require__(3379);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/core/crypto.js
var core_crypto = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/der/writer.js
var writer = __webpack_require__(8884);
;// CONCATENATED MODULE: ./build/core/timestamp/request.js


const encodeTimeStampRequest = ({ hash, digest, nonce, policy }) => (0,writer/* sequence */.K2)((0,writer/* integer */.nd)(1), (0,writer/* sequence */.K2)(hash.identifier, (0,writer/* octetString */.J8)(digest)), ...(policy === undefined ? [] : [(0,writer/* objectIdentifier */.RG)(policy)]), (0,writer/* integer */.nd)(nonce), (0,writer/* derBoolean */.cl)(true));
const nonceOf = (random) => BigInt.asUintN(62, BigInt(`0x${(0,bytes/* bytesToHex */.My)(random)}`)) | (1n << 62n);
const timeStampQueryType = 'application/timestamp-query';

// EXTERNAL MODULE: ./build/core/timestamp/response.js
var timestamp_response = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/core/timestamp/token.js + 1 modules
var timestamp_token = __webpack_require__(1618);
// EXTERNAL MODULE: ./build/core/timestamp/verify.js
var verify = __webpack_require__(4375);
// EXTERNAL MODULE: ./build/adapters/response-body.js
var response_body = __webpack_require__(4226);
// EXTERNAL MODULE: ./build/adapters/waiting/concurrency.js
var waiting_concurrency = __webpack_require__(2479);
// EXTERNAL MODULE: ./build/adapters/waiting/retry.js
var retry = __webpack_require__(6610);
;// CONCATENATED MODULE: ./build/adapters/timestamp/timestamp-servers.js


const createServers = (urls, { concurrency }) => urls.map((url) => ({
    url,
    failures: 0,
    failingSince: undefined,
    pausedUntil: 0,
    reason: 'not asked',
    dead: false,
    inTurn: (0,waiting_concurrency/* atMost */.T)(concurrency),
}));
function nextServer(servers, asked, limits) {
    const times = (server) => asked.get(server) ?? 0;
    return servers
        .filter((server) => !server.dead && times(server) < limits.attempts)
        .sort((a, b) => times(a) - times(b) || a.failures - b.failures)[0];
}
function timeLimit({ failingSince }, limits, now) {
    if (failingSince === undefined)
        return limits.attempt;
    return Math.ceil(Math.max(0, Math.min(limits.attempt, failingSince + limits.giveUp - now)));
}
function recordSuccess(server) {
    server.failures = 0;
    server.failingSince = undefined;
}
function recordFailure(server, limits, failure) {
    if (!failure.cutShort || server.failures === 0)
        server.reason = failure.reason;
    server.failures++;
    server.failingSince = Math.min(server.failingSince ?? failure.sent, failure.sent);
    const tooLong = failure.now >= server.failingSince + limits.giveUp;
    server.dead ||= tooLong || server.failures >= limits.attempts * limits.concurrency;
    server.pausedUntil = Math.max(server.pausedUntil, failure.now + (failure.retryAfter ?? 0));
}
const firstWait = 250;
const longestWait = 4_000;
function pauseBefore(server, limits, asked, now, jitter) {
    const wait = asked === 0 ? 0 : (0,retry/* backoff */.J)({ firstWait, longestWait }, asked, jitter);
    const pause = Math.max(wait, server.pausedUntil - now, 0);
    if (server.failingSince === undefined)
        return pause;
    return Math.min(pause, Math.max(0, server.failingSince + limits.giveUp - now - lastAttempt));
}
const lastAttempt = 500;

;// CONCATENATED MODULE: ./build/adapters/timestamp/timestamp-authority.js












const defaultLimits = { attempt: 7_000, giveUp: 15_000, concurrency: 4, attempts: 8 };
const defaultPorts = {
    fetch: (input, init) => fetch(input, init),
    now: () => performance.now(),
    random: (length) => (0,external_node_crypto_.randomBytes)(length),
    wait: external_node_timers_promises_.setTimeout,
};
function createTimestampAuthority(options) {
    for (const url of options.urls)
        checkUrl(url);
    const serverLimits = { ...defaultLimits, ...options.limits };
    const ports = { ...defaultPorts, ...options.ports };
    const servers = createServers(options.urls, serverLimits);
    const attempt = async (server, request) => {
        const sent = ports.now();
        const milliseconds = timeLimit(server, serverLimits, sent);
        server.dead ||= milliseconds === 0;
        if (server.dead)
            return undefined;
        try {
            const receipt = await ask(server.url, request, milliseconds, options.trust, ports);
            recordSuccess(server);
            return receipt;
        }
        catch (error) {
            const retryAfter = error instanceof HttpFailure ? error.retryAfter : undefined;
            const reason = reasonOf(error);
            const cutShort = reason === timedOut && milliseconds < serverLimits.attempt;
            recordFailure(server, serverLimits, { reason, sent, now: ports.now(), retryAfter, cutShort });
            return undefined;
        }
    };
    return {
        async stamp(hash, message) {
            const asked = new Map();
            for (;;) {
                const server = nextServer(servers, asked, serverLimits);
                if (server === undefined)
                    throw unavailable(servers);
                const times = asked.get(server) ?? 0;
                const pause = pauseBefore(server, serverLimits, times, ports.now(), (ports.random(1)[0] ?? 0) / 255);
                if (pause > 0)
                    await ports.wait(pause);
                const receipt = await server.inTurn(async () => {
                    if (nextServer(servers, asked, serverLimits) !== server)
                        return undefined;
                    asked.set(server, times + 1);
                    return attempt(server, requestFor(hash, message, ports));
                });
                if (receipt !== undefined)
                    return receipt;
            }
        },
    };
}
const requestFor = (hash, message, { random }) => ({
    hash,
    digest: (0,core_crypto/* digest */.br)(hash.name, message),
    nonce: nonceOf(random(8)),
});
function checkUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
        throw new core_error/* ReleaseSigningError */.B('input-invalid', 'timestamp-authority-url: not an http or https URL without a password');
    }
}
class HttpFailure extends Error {
    retryAfter;
    constructor(status, retryAfter) {
        super(`HTTP status ${status}`);
        const seconds = Number(retryAfter);
        this.retryAfter = retryAfter !== null && seconds > 0 ? seconds * 1000 : undefined;
    }
}
async function ask(url, request, milliseconds, trust, ports) {
    const signal = AbortSignal.timeout(milliseconds);
    const answer = await ports.fetch(url, {
        method: 'POST',
        headers: { 'content-type': timeStampQueryType },
        body: Buffer.from(encodeTimeStampRequest(request)),
        redirect: 'error',
        signal,
    });
    if (answer.status !== 200) {
        await answer.body?.cancel();
        throw new HttpFailure(answer.status, answer.headers.get('retry-after'));
    }
    const response = await readBody(answer);
    const token = (0,timestamp_response/* tokenOfResponse */.Q)(response);
    (0,verify/* checkAnswer */.dG)((0,timestamp_token/* parseTimeStampToken */.h)(token), request, trust);
    return { response, token };
}
async function readBody(answer) {
    const body = await (0,response_body/* bodyWithin */.m)(answer, limits/* limits */.F.timestampBytes);
    if (body !== undefined)
        return body;
    throw new core_error/* ReleaseSigningError */.B('limit-exceeded', `the answer is longer than ${limits/* limits */.F.timestampBytes} bytes`);
}
const timedOut = 'no answer in time';
function reasonOf(error) {
    if (!external_node_util_.types.isNativeError(error))
        return 'unknown failure';
    if (error.name === 'TimeoutError')
        return timedOut;
    const { cause } = error;
    if (error.name === 'TypeError' && external_node_util_.types.isNativeError(cause)) {
        return `connection failed: ${'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message}`;
    }
    return error.message;
}
const unavailable = (servers) => new core_error/* ReleaseSigningError */.B('timestamp-unavailable', `no time-stamp server gave a stamp that holds: ${servers.map(({ url, reason }) => `${url}: ${reason}`).join('; ')}`, { hint: 'Name several servers, or give up time stamps for this run with timestamp: optional.' });

// EXTERNAL MODULE: ./build/adapters/waiting/timers.js
var timers = __webpack_require__(3880);
// EXTERNAL MODULE: ./build/core/algorithm.js
var core_algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/der/tag.js
var tag = __webpack_require__(6335);
// EXTERNAL MODULE: ./build/core/cms/attributes.js
var attributes = __webpack_require__(7516);
// EXTERNAL MODULE: ./build/core/cms/object-identifier.js
var object_identifier = __webpack_require__(228);
// EXTERNAL MODULE: ./build/core/cms/signed-attributes.js
var signed_attributes = __webpack_require__(503);
;// CONCATENATED MODULE: ./build/core/cms/encode.js






const encodeMessageDigest = (0,attributes/* attributeEncoder */.nR)(object_identifier/* oid */.j.messageDigest);
const encodeSigningTime = (0,attributes/* attributeEncoder */.nR)(object_identifier/* oid */.j.signingTime);
const encodeTimestampToken = (0,attributes/* attributeEncoder */.nR)(object_identifier/* oid */.j.timeStampToken);
function createCmsEncoder({ algorithm, signer, intermediates }) {
    const data = (0,writer/* objectIdentifier */.RG)(object_identifier/* oid */.j.data);
    const version = (0,writer/* integer */.nd)(1);
    const serialNumber = (0,writer/* integer */.nd)(signer.serial);
    const directoryName = (0,writer/* der */.y8)((0,tag/* contextConstructed */.yi)(4), signer.issuer.der);
    const certificateId = (0,writer/* sequence */.K2)((0,writer/* octetString */.J8)((0,core_crypto/* digest */.br)('sha256', signer.der)), (0,writer/* sequence */.K2)((0,writer/* sequence */.K2)(directoryName), serialNumber));
    const commonAttributes = [
        (0,attributes/* attributeEncoder */.nR)(object_identifier/* oid */.j.contentType)(data),
        (0,attributes/* attributeEncoder */.nR)(object_identifier/* oid */.j.signingCertificateV2)((0,writer/* sequence */.K2)((0,writer/* sequence */.K2)(certificateId))),
        (0,attributes/* attributeEncoder */.nR)(object_identifier/* oid */.j.algorithmProtection)((0,signed_attributes/* algorithmProtection */.b)(algorithm)),
    ];
    const signerIdentifier = (0,writer/* sequence */.K2)(signer.issuer.der, serialNumber);
    const certificates = (0,writer/* setOf */.s4)([signer.der, ...intermediates], (0,tag/* contextConstructed */.yi)(0));
    const digestAlgorithms = (0,writer/* setOf */.s4)([algorithm.hash.identifier]);
    const encapsulatedContent = (0,writer/* sequence */.K2)(data);
    const signedDataType = (0,writer/* objectIdentifier */.RG)(object_identifier/* oid */.j.signedData);
    return {
        signedAttributes: (messageDigest, signingTime) => (0,writer/* setOf */.s4)([
            ...commonAttributes,
            encodeMessageDigest((0,writer/* octetString */.J8)(messageDigest)),
            encodeSigningTime((0,writer/* time */.kB)(signingTime)),
        ]),
        signedData(signedAttributes, signature, timestampToken) {
            const unsigned = timestampToken === undefined ? [] : [encodeTimestampToken(timestampToken)];
            const signerInfo = (0,writer/* sequence */.K2)(version, signerIdentifier, algorithm.hash.identifier, (0,writer/* retag */.s1)(signedAttributes, (0,tag/* contextConstructed */.yi)(0)), algorithm.identifier, (0,writer/* octetString */.J8)(signature), ...(unsigned.length === 0 ? [] : [(0,writer/* setOf */.s4)(unsigned, (0,tag/* contextConstructed */.yi)(1))]));
            const content = (0,writer/* sequence */.K2)(version, digestAlgorithms, encapsulatedContent, certificates, (0,writer/* setOf */.s4)([signerInfo]));
            return (0,writer/* sequence */.K2)(signedDataType, (0,writer/* der */.y8)((0,tag/* contextConstructed */.yi)(0), content));
        },
    };
}

// EXTERNAL MODULE: ./build/core/policy.js
var policy = __webpack_require__(7905);
// EXTERNAL MODULE: ./build/release/in-parallel.js
var in_parallel = __webpack_require__(3844);
// EXTERNAL MODULE: ./build/release/sidecar-kind.js
var sidecar_kind = __webpack_require__(6853);
// EXTERNAL MODULE: ./build/release/sign/signing-chain.js
var signing_chain = __webpack_require__(320);
;// CONCATENATED MODULE: ./build/release/sign/cross-check.js


async function crossCheck(made, mode, plan, opinion) {
    if (mode === 'none' || made.length === 0)
        return [];
    if (opinion === undefined)
        return cross_check_unavailable(mode, 'there is none to ask');
    const anchors = plan.anchors.length > 0 ? plan.anchors : (0,signing_chain/* topOf */.HX)(plan.chain);
    const trusted = anchors.length > 0 ? anchors.map(({ certificate }) => certificate.der) : [plan.chain.leaf.der];
    const asked = mode === 'all' ? made : made.slice(0, 1);
    for (const { artifact, sidecar } of asked) {
        const { verdict, detail } = await opinion.verify({
            artifact,
            sidecar: sidecar.bytes,
            anchors: trusted,
            at: plan.now,
        });
        if (verdict === 'unable')
            return cross_check_unavailable(mode, detail);
        if (verdict === 'disagrees') {
            throw new core_error/* ReleaseSigningError */.B('cross-check-disagrees', `${sidecar.path}: a second implementation refuses it: ${detail}`, {
                hint: 'Nothing was written. Please report this: two verifiers that disagree are a defect in one of them.',
            });
        }
    }
    const shown = asked.length === made.length ? `all ${made.length}` : `the first of ${made.length}`;
    return [`a second opinion, that of OpenSSL, agrees: it verified ${shown}`];
}
function cross_check_unavailable(mode, detail) {
    if (mode !== 'all')
        return [`no second opinion: ${detail}`];
    throw new core_error/* ReleaseSigningError */.B('cross-check-unavailable', `no second opinion, which cross-check all asks for: ${detail}`, {
        hint: 'Install OpenSSL on the runner, or ask for cross-check first or none.',
    });
}

// EXTERNAL MODULE: ./build/release/sign/rehearsal.js
var rehearsal = __webpack_require__(4112);
// EXTERNAL MODULE: ./build/release/sign/self-check.js
var self_check = __webpack_require__(3660);
// EXTERNAL MODULE: ./build/core/cms/sidecar.js
var sidecar = __webpack_require__(4542);
// EXTERNAL MODULE: ./build/core/cms/signed-data.js
var signed_data = __webpack_require__(5474);
// EXTERNAL MODULE: ./build/release/verify/find-sidecars.js
var find_sidecars = __webpack_require__(929);
;// CONCATENATED MODULE: ./build/release/sign/sign-cms.js




async function signCms(artifact, tools) {
    const { plan, ports, stamper, check, encoder } = tools;
    const attributes = encoder.signedAttributes((0,find_sidecars/* digestOf */.o)(artifact, plan.algorithm.hash), ports.clock());
    const { signature, requestId } = await ports.signer.sign(plan.algorithm, attributes);
    const stamp = await stamper.stamp(signature);
    const bytes = encoder.signedData(attributes, signature, stamp?.token);
    const path = (0,sidecar_kind/* sidecarPath */.n8)(artifact.path, 'cms', tools.outputDirectory);
    check(path, () => (0,sidecar/* cmsSidecar */.n)((0,signed_data/* parseSignedData */.e)(bytes), (hash) => (0,find_sidecars/* digestOf */.o)(artifact, hash)));
    return { artifact: artifact.path, sidecar: { path, bytes }, requestId };
}

// EXTERNAL MODULE: ./build/core/x509/certificate.js
var certificate = __webpack_require__(7543);
// EXTERNAL MODULE: ./build/release/classify.js
var classify = __webpack_require__(603);
// EXTERNAL MODULE: ./build/release/verify/verify-policy.js
var verify_policy = __webpack_require__(7465);
;// CONCATENATED MODULE: ./build/release/sign/sign-preflight.js











async function planSigning(request, { files, clock }) {
    checkTimestamps(request);
    const now = clock();
    const chain = (0,signing_chain/* readSigningChain */.Fe)(request.certificateChain);
    const anchors = (0,verify_policy/* anchorsOf */.EF)(request.rootCertificates);
    const { keySpec } = chain.leaf.publicKey;
    if (keySpec === undefined) {
        throw new core_error/* ReleaseSigningError */.B('key-unsupported', 'the signing certificate has a key of a kind that AWS KMS does not make', {
            hint: 'Have the certificate issued for the key in AWS KMS.',
            certificate: (0,certificate/* certificateReference */.l)(chain.leaf),
        });
    }
    const algorithm = (0,core_algorithm/* algorithmForKey */.cn)(keySpec, request.signingAlgorithm);
    const path = (0,signing_chain/* checkSigningChain */.H)(chain, anchors, now);
    const paths = await (0,classify/* classifyPaths */.j)(request.artifacts, files, request.sidecars);
    const artifacts = [...paths.artifact, ...paths.orphan, ...paths.foreign].sort();
    const { unseen, listed, passedOver, warnings } = await readChecksums(request, artifacts);
    const kinds = (0,sidecar_kind/* kindsToMake */.ns)(request, unseen.length);
    if (artifacts.length + unseen.length === 0) {
        const only = paths.sidecar.length + passedOver.length > 0 ? ', only sidecars' : '';
        throw new core_error/* ReleaseSigningError */.B('artifacts-none', `there is no artifact to sign${only}`, {
            hint: 'Name the artifacts: their sidecars are made beside them.',
        });
    }
    if (request.trustedRoot !== undefined)
        await checkTrustedRootPlace(request.trustedRoot, request, files);
    const attesting = kinds.includes('attestation') ? await Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(120), __webpack_require__.e(405)]).then(__webpack_require__.bind(__webpack_require__, 6405)) : undefined;
    const attestation = attesting?.planAttestation(request, { artifacts, unseen }, chain.leaf, algorithm);
    if (kinds.includes('cms'))
        await checkPlaces(artifacts, request.outputDirectory, files);
    if (attesting !== undefined && attestation !== undefined) {
        await checkReplaceable(attestation.path, limits/* limits */.F.attestationBytes, attesting.parseAttestation, files);
        await files.checkWritable([attestation.path]);
    }
    const raw = await planRawKinds(request, { artifacts, algorithm, kinds }, files);
    return {
        artifacts,
        unseen,
        listed,
        passedOver: [...paths.sidecar, ...passedOver],
        kinds,
        attestation,
        raw,
        alsoWritten: [raw?.certificates, request.trustedRoot].filter((path) => path !== undefined),
        chain,
        anchors,
        root: path.root,
        timestampAnchors: (0,verify_policy/* anchorsOf */.EF)(request.timestamp.rootCertificates),
        algorithm,
        now,
        warnings: [
            ...warnings,
            ...chain.warnings,
            ...(0,verify_policy/* unusedAnchorWarnings */.vW)(anchors),
            ...path.warnings,
            ...(attestation?.warnings ?? []),
            ...(0,signing_chain/* expiryWarnings */.FN)(chain, now, request.expiryWarningDays),
        ],
    };
}
async function checkKey({ chain, algorithm }, signer) {
    const key = await signer.describe();
    if (!(0,bytes/* equalBytes */.ex)(key.publicKey, chain.leaf.publicKey.spki)) {
        throw new core_error/* ReleaseSigningError */.B('key-mismatch', `the signing certificate was not issued for the key ${key.keyId}`, {
            hint: 'Check kms-key-id, and that certificate-chain holds the certificate of this key.',
            certificate: (0,certificate/* certificateReference */.l)(chain.leaf),
        });
    }
    await signer.probe(algorithm);
    return key;
}
function checkTimestamps({ timestamp }) {
    const { urls, rootCertificates, unsafeUnpinned } = timestamp;
    if (urls.length > 0 && rootCertificates.length === 0 && !unsafeUnpinned) {
        throw new core_error/* ReleaseSigningError */.B('usage', 'time stamps are asked for without a pinned time-stamp root', {
            hint: 'Give timestamp-root-certificate; unsafe-unpinned-timestamp takes whatever the network answers.',
        });
    }
}
async function checkPlaces(artifacts, directory, files) {
    const taken = new Map(artifacts.map((path) => [placeOf(path), path]));
    const places = artifacts.map((artifact) => (0,sidecar_kind/* sidecarPath */.n8)(artifact, 'cms', directory));
    for (const [i, place] of places.entries()) {
        const other = taken.get(placeOf(place));
        if (other !== undefined) {
            throw new core_error/* ReleaseSigningError */.B('names-collide', `${artifacts[i]} and ${other} would both be ${place}`, {
                hint: 'Rename one of them, or sign them in two runs with an output-directory each.',
            });
        }
        taken.set(placeOf(place), artifacts[i] ?? '');
    }
    for (let start = 0; start < places.length; start += limits/* limits */.F.artifactsAtOnce) {
        await Promise.all(places
            .slice(start, start + limits/* limits */.F.artifactsAtOnce)
            .map((place) => checkReplaceable(place, limits/* limits */.F.cmsBytes, signed_data/* parseSignedData */.e, files)));
    }
    await files.checkWritable(places);
}
async function readChecksums({ checksums, expected = new Map() }, artifacts) {
    if (checksums === undefined)
        return { unseen: [], listed: expected, passedOver: [], warnings: [] };
    return (await __webpack_require__.e(/* import() */ 867).then(__webpack_require__.bind(__webpack_require__, 3867))).checksumsFor(checksums, artifacts);
}
async function planRawKinds(request, plan, files) {
    const kinds = (0,sidecar_kind/* rawKindsIn */.dT)(plan.kinds);
    if (kinds.length === 0)
        return undefined;
    const { planRaw, rawPlaces } = await Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(573)]).then(__webpack_require__.bind(__webpack_require__, 6573));
    const raw = planRaw(kinds, request, plan);
    const taken = new Map(plan.artifacts.map((path) => [placeOf(path), path]));
    const places = rawPlaces(raw, plan.artifacts, request.outputDirectory);
    for (const { path, parse, artifact } of places) {
        const other = taken.get(placeOf(path));
        if (other !== undefined) {
            throw new core_error/* ReleaseSigningError */.B('names-collide', `${artifact} and ${other} would both be ${path}`, {
                hint: 'Rename one of them, or sign them in two runs with an output-directory each.',
            });
        }
        taken.set(placeOf(path), artifact);
        await checkReplaceable(path, limits/* limits */.F.certificateFileBytes, parse, files);
    }
    await files.checkWritable(places.map(({ path }) => path));
    return raw;
}
const placeOf = (path) => (0,external_node_path_.resolve)(path).toLowerCase();
async function checkTrustedRootPlace(path, request, files) {
    const { checkTrustedRoot, checkTrustedRootRequest } = await __webpack_require__.e(/* import() */ 878).then(__webpack_require__.bind(__webpack_require__, 7878));
    checkTrustedRootRequest(path, request);
    await checkReplaceable(path, limits/* limits */.F.attestationBytes, checkTrustedRoot, files);
    await files.checkWritable([path]);
}
async function checkReplaceable(path, maximumBytes, parse, files) {
    try {
        const bytes = await files.readIfThere(path, maximumBytes);
        if (bytes !== undefined)
            parse(bytes);
    }
    catch (cause) {
        if (!(cause instanceof core_error/* ReleaseSigningError */.B))
            throw cause;
        throw new core_error/* ReleaseSigningError */.B('sidecar-foreign', `${path}: a file that is not one of our sidecars is in its place`, {
            hint: 'Move it away, or name another output-directory.',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/release/sign/stamp.js

function createStamper(request, plan, ports) {
    const { urls, required, unsafeUnpinned } = request;
    if (urls.length === 0)
        return { stamp: async () => undefined, always: false, lastToken: () => undefined, warnings: () => [] };
    if (ports.timestampAuthority === undefined) {
        throw new core_error/* ReleaseSigningError */.B('usage', 'time stamps are asked for, and no client for them is here');
    }
    const anchors = plan.timestampAnchors;
    const authority = ports.timestampAuthority(urls, anchors.length === 0 ? undefined : { anchors });
    const unpinned = anchors.length === 0 && unsafeUnpinned ? ['no time-stamp root is pinned: the tokens may come from anybody'] : [];
    let without = 0;
    let reason = '';
    let last;
    return {
        always: required,
        async stamp(signature) {
            try {
                const receipt = await authority.stamp(plan.algorithm.hash, signature);
                last = receipt.token;
                return receipt;
            }
            catch (error) {
                if (required || !(error instanceof core_error/* ReleaseSigningError */.B))
                    throw error;
                without++;
                reason = error.message;
                return undefined;
            }
        },
        lastToken: () => last,
        warnings: () => [
            ...unpinned,
            ...(without === 0 ? [] : [`${without} signatures went without a time stamp: ${reason}`]),
        ],
    };
}

;// CONCATENATED MODULE: ./build/release/sign-release.js














async function signRelease(asked, ports) {
    const { request, warnings } = (0,rehearsal/* rehearsed */.k)(asked);
    const plan = await planSigning(request, ports);
    const stamper = createStamper(request.timestamp, plan, ports);
    const publishing = request.upload &&
        (await (await Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(120), __webpack_require__.e(952)]).then(__webpack_require__.bind(__webpack_require__, 1952))).startPublishing(request.upload, request, plan, ports.releaseHost));
    const key = await checkKey(plan, ports.signer);
    const digests = await digestAll(plan, ports);
    if (plan.listed.size > 0)
        (await __webpack_require__.e(/* import() */ 867).then(__webpack_require__.bind(__webpack_require__, 3867))).checkListed(digests, plan.listed);
    const rawSigning = plan.raw === undefined ? undefined : await Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(573)]).then(__webpack_require__.bind(__webpack_require__, 6573));
    rawSigning?.checkRawArtifacts(digests);
    const tools = { plan, ports, stamper, outputDirectory: request.outputDirectory };
    const publication = await publishing?.prepare(digests, tools);
    const known = {
        plan,
        key,
        digests,
        warnings: [...plan.warnings, ...warnings, ...(publishing?.warnings ?? []), ...(publication?.warnings ?? [])],
    };
    if (request.dryRun)
        return dryRunReport(known, request.outputDirectory, publication?.foreseen);
    const signed = await signAll(request, digests, {
        ...tools,
        check: (0,self_check/* createSelfCheck */.H)(plan, stamper.always),
        encoder: createCmsEncoder({
            algorithm: plan.algorithm,
            signer: plan.chain.leaf,
            intermediates: plan.chain.intermediates.map(({ der }) => der),
        }),
    });
    const { raw } = plan;
    const files = signed.made.map(({ sidecar }) => sidecar);
    if (signed.attestation !== undefined)
        files.push(signed.attestation.file);
    if (rawSigning !== undefined && raw !== undefined)
        files.push(rawSigning.certificatesFile(raw, plan));
    if (request.trustedRoot !== undefined) {
        const { trustedRootFile } = await __webpack_require__.e(/* import() */ 878).then(__webpack_require__.bind(__webpack_require__, 7878));
        files.push(trustedRootFile(request.trustedRoot, plan, plan.timestampAnchors.length > 0 ? stamper.lastToken() : undefined));
    }
    await ports.files.writeAll(files);
    const release = await publication?.publish(files);
    return signedReport({ ...known, warnings: [...known.warnings, ...stamper.warnings()] }, signed, release);
}
async function signAll(request, digests, tools) {
    const { plan, ports } = tools;
    const made = await signEach(digests, tools);
    const attestation = plan.attestation &&
        (await (await Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(120), __webpack_require__.e(405)]).then(__webpack_require__.bind(__webpack_require__, 6405))).signAttestation(plan.attestation, digests, tools));
    const notices = await crossCheck(made, request.crossCheck, plan, ports.secondOpinion);
    const { raw } = plan;
    if (raw === undefined)
        return { made, attestation, notices };
    const { signRaw } = await Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(573)]).then(__webpack_require__.bind(__webpack_require__, 6573));
    const madeRaw = await (0,in_parallel/* inParallel */.H)(digests, limits/* limits */.F.signaturesAtOnce, (digest) => signRaw(raw, digest, tools));
    return { made: [...made, ...madeRaw.flat()], attestation, notices };
}
async function digestAll({ artifacts, algorithm, listed }, ports) {
    const ofList = [...listed.values()].flatMap((digests) => Object.keys(digests));
    const hashes = [...new Set(['sha256', algorithm.hash.name, ...ofList])];
    const digests = [];
    for (let start = 0; start < artifacts.length; start += limits/* limits */.F.artifactsAtOnce) {
        digests.push(...(await ports.files.digest(artifacts.slice(start, start + limits/* limits */.F.artifactsAtOnce), hashes)));
        ports.progress?.('digest', digests.length, artifacts.length);
    }
    return digests;
}
async function signEach(digests, tools) {
    if (!tools.plan.kinds.includes('cms'))
        return [];
    let done = 0;
    return (0,in_parallel/* inParallel */.H)(digests, limits/* limits */.F.signaturesAtOnce, async (digest) => {
        const made = await signCms(digest, tools);
        tools.ports.progress?.('sign', ++done, digests.length);
        return made;
    });
}
function dryRunReport(known, directory, release) {
    const kinds = known.plan.kinds.filter((kind) => sidecar_kind/* sidecarKinds */.jW[kind].per === 'artifact');
    const sidecars = (artifact) => kinds.map((kind) => (0,sidecar_kind/* sidecarPath */.n8)(artifact, kind, directory));
    return { ...reportOf(known, sidecars, release), signed: 0, dryRun: true };
}
function signedReport(known, { made, attestation, notices }, release) {
    const sidecars = Map.groupBy(made, ({ artifact }) => artifact);
    const report = reportOf(known, (path) => (sidecars.get(path) ?? []).map(({ sidecar }) => sidecar.path), release);
    const requests = [...made, ...(attestation === undefined ? [] : [attestation])];
    return {
        ...report,
        kmsRequestIds: requests.flatMap(({ requestId }) => requestId ?? []),
        notices: [...report.notices, ...notices],
    };
}
function reportOf({ plan, key, digests, warnings }, sidecarsOf, release) {
    const { leaf } = plan.chain;
    return {
        signed: digests.length + plan.unseen.length,
        artifacts: digests.map(({ path, digests: { sha256 } }) => ({
            path,
            sha256: sha256 === undefined ? '' : (0,bytes/* bytesToHex */.My)(sha256),
            sidecars: sidecarsOf(path),
        })),
        unseen: plan.unseen.map(({ path, digests }) => ({ name: (0,external_node_path_.basename)(path), digests: (0,core_algorithm/* hexDigests */.$k)(digests) })),
        ...(plan.attestation === undefined ? {} : { attestation: plan.attestation.path }),
        alsoWritten: plan.alsoWritten,
        certificate: { sha256: leaf.sha256, notAfter: leaf.notAfter.toISOString() },
        kmsRequestIds: [],
        ...(release === undefined ? {} : { release }),
        dryRun: false,
        keyId: key.keyId,
        keySpec: key.spec,
        at: plan.now.toISOString(),
        algorithm: plan.algorithm.name,
        signer: { subject: leaf.subject.text, identities: (0,policy/* identitiesOf */.UI)(leaf) },
        intermediates: plan.chain.intermediates.length,
        root: plan.root,
        passedOver: plan.passedOver,
        warnings,
        notices: [
            ...(plan.unseen.length === 0 ? [] : [`signed unseen, by the digests that were given: ${plan.unseen.length}`]),
            ...(plan.root === null ? ['no root is pinned: signature, leaf and chain links were checked'] : []),
        ],
    };
}

// EXTERNAL MODULE: ./build/entry/release-host.js
var release_host = __webpack_require__(2984);
// EXTERNAL MODULE: ./build/entry/sign-text.js
var sign_text = __webpack_require__(6179);
;// CONCATENATED MODULE: ./build/entry/online.js












const loadReleaseArtifacts = () => __webpack_require__.e(/* import() */ 735).then(__webpack_require__.bind(__webpack_require__, 1735));
const loadDoctor = () => __webpack_require__.e(/* import() */ 888).then(__webpack_require__.bind(__webpack_require__, 1888));
const loadIdentity = () => __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 6849));


/***/ }),

/***/ 2984:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tc: () => (/* binding */ requiredToken),
/* harmony export */   uu: () => (/* binding */ openReleaseHost),
/* harmony export */   zE: () => (/* binding */ environmentToken)
/* harmony export */ });
/* unused harmony exports pauseText, apiUrlOf */
/* harmony import */ var _adapters_proxy_proxy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3379);
/* harmony import */ var _adapters_waiting_timers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3880);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _system_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6339);




async function openReleaseHost({ repository, token, environment, notice }) {
    const { parseRepository } = await Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(155)]).then(__webpack_require__.bind(__webpack_require__, 1155));
    const { createReleaseHost } = await __webpack_require__.e(/* import() */ 512).then(__webpack_require__.bind(__webpack_require__, 3512));
    const parsed = parseRepository(repository);
    return createReleaseHost({
        repository: `${parsed.owner}/${parsed.name}`,
        apiUrl: apiUrlOf(parsed, environment),
        token: checkedToken(token?.trim() || undefined),
        fetch: (0,_adapters_proxy_proxy_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFetch */ .IS)(environment),
        timers: _adapters_waiting_timers_js__WEBPACK_IMPORTED_MODULE_1__/* .systemTimers */ .C,
        clock: _system_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m,
        paused: notice && ((seconds) => notice(pauseText(seconds))),
    });
}
function pauseText(seconds) {
    const time = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
    return `GitHub's limit of requests is reached: it asks to wait ${time}, and this goes on then`;
}
function apiUrlOf({ host = 'github.com' }, { GITHUB_API_URL, GITHUB_SERVER_URL }) {
    const server = GITHUB_SERVER_URL?.trim() || 'https://github.com';
    const api = GITHUB_API_URL?.trim();
    if (!api || !URL.canParse(server) || new URL(server).host !== host) {
        if (host === 'github.com')
            return 'https://api.github.com';
        return host.endsWith('.ghe.com') ? `https://api.${host}` : `https://${host}/api/v3`;
    }
    if (URL.canParse(api) && /^https?:$/.test(new URL(api).protocol))
        return api;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('input-invalid', `GITHUB_API_URL: ${api} is not the URL of an API`);
}
async function environmentToken(repository, environment) {
    const { parseRepository } = await Promise.all(/* import() */[__webpack_require__.e(91), __webpack_require__.e(155)]).then(__webpack_require__.bind(__webpack_require__, 1155));
    const { host = 'github.com' } = parseRepository(repository);
    const server = environment.GITHUB_SERVER_URL?.trim() ?? '';
    const serverOfRun = URL.canParse(server) ? new URL(server).host : undefined;
    const isOfRun = serverOfRun === host;
    const isGithub = host === 'github.com' || host.endsWith('.ghe.com');
    const names = [
        ...(isGithub ? [] : ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN']),
        ...(isGithub || isOfRun ? ['GH_TOKEN'] : []),
        ...(isOfRun || (isGithub && serverOfRun === undefined) ? ['GITHUB_TOKEN'] : []),
    ];
    return names.map((name) => environment[name]?.trim()).find((token) => token !== undefined && token !== '');
}
function checkedToken(token) {
    if (token === undefined || /^[\x21-\x7e]+$/.test(token))
        return token;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('input-invalid', 'the GitHub token holds what no token does, such as a line break');
}
function requiredToken(token, hint) {
    if (token)
        return token;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('github-token-missing', 'a release is to be read or written, and there is no GitHub token', {
        hint,
    });
}


/***/ }),

/***/ 6179:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ signNotices),
/* harmony export */   X: () => (/* binding */ signText)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2985);
/* harmony import */ var _verify_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7915);


function signText(report) {
    const { artifacts, unseen, attestation, certificate, alsoWritten, signer, root, keyId, algorithm, dryRun } = report;
    return [
        ...artifacts.flatMap(({ path, sha256, sidecars }) => [
            (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path),
            `  sha256 ${sha256}`,
            ...sidecars.map((sidecar) => `  ${dryRun ? 'would write' : 'wrote'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(sidecar)}`),
        ]),
        ...unseen.flatMap(({ name, digests }) => [
            `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name)} (${dryRun ? 'would be signed' : 'signed'} unseen, by its digest)`,
            ...Object.entries(digests).map(([hash, digest]) => `  ${hash} ${digest}`),
        ]),
        ...(attestation === undefined ? [] : [`${dryRun ? 'would write' : 'wrote'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(attestation)}`]),
        ...alsoWritten.map((path) => `${dryRun ? 'would write' : 'wrote'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(path)}`),
        ...(report.release === undefined ? [] : releaseText(report.release)),
        '',
        `key ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(keyId)}, ${algorithm}`,
        `signer ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(signer.subject)}`,
        ...signer.identities.map((identity) => `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(identity)}`),
        `  certificate sha256 ${certificate.sha256}, valid until ${certificate.notAfter}`,
        root === null
            ? 'no root was pinned: only signatures and the links of the chain were checked'
            : `root sha256 ${root.sha256}`,
        dryRun
            ? `Dry run: ${(0,_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(artifacts.length + unseen.length, 'artifact')} could be signed. Nothing was signed or written.`
            : `${(0,_verify_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(report.signed, 'artifact')} signed and verified.`,
    ];
}
function releaseText({ tag, url, draft, assets, wouldUpload = [] }) {
    return [
        `release ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(tag)}, ${draft ? 'a draft' : 'published'}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(url)}`,
        ...assets.map(({ name, uploaded }) => `  ${uploaded ? 'uploaded' : 'was there'} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name)}`),
        ...wouldUpload.map((name) => `  would upload ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(name)}`),
    ];
}
const signNotices = ({ passedOver, notices }) => [
    ...passedOver.map((path) => `passed over: ${path} is a sidecar`),
    ...notices,
];


/***/ }),

/***/ 4112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ rehearsed),
/* harmony export */   o: () => (/* binding */ rehearsalTag)
/* harmony export */ });
const rehearsalTag = 'v0.0.0-rehearsal';
function rehearsed(request) {
    if (request.rehearsal !== true || request.tag !== undefined || request.repository === undefined) {
        return { request, warnings: [] };
    }
    return {
        request: { ...request, tag: rehearsalTag },
        warnings: [`this run is of no tag: it is checked as if it were of ${rehearsalTag}`],
    };
}


/***/ }),

/***/ 3660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createRunVerifier),
/* harmony export */   H: () => (/* binding */ createSelfCheck)
/* harmony export */ });
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _core_verify_sidecar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1753);


function createRunVerifier(plan, stamped) {
    const { anchors, chain, timestampAnchors } = plan;
    if (anchors.length === 0) {
        return (read) => {
            try {
                (0,_core_verify_sidecar_js__WEBPACK_IMPORTED_MODULE_1__/* .checkMadeWith */ .q)(read(), chain.leaf);
                return undefined;
            }
            catch (error) {
                if (!(error instanceof _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B))
                    throw error;
                return { message: error.message, cause: error };
            }
        };
    }
    const verify = (0,_core_verify_sidecar_js__WEBPACK_IMPORTED_MODULE_1__/* .createSidecarVerifier */ .S)({
        anchors,
        identity: { kind: 'sha256', value: chain.leaf.sha256 },
        deniedSerials: [],
        intermediates: [],
        now: plan.now,
        at: undefined,
        timestampAnchors,
        requireTimestamp: stamped && timestampAnchors.length > 0,
        crls: [],
        crlScope: 'path',
    });
    return (read) => {
        const { verified, message = '' } = verify(read);
        return verified ? undefined : { message };
    };
}
function createSelfCheck(plan, stamped) {
    const verify = createRunVerifier(plan, stamped);
    return (path, read) => {
        const problem = verify(read);
        if (problem === undefined)
            return;
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseSigningError */ .B('self-check-failed', `${path}: what was just made does not verify: ${problem.message}`, {
            hint: 'Nothing was written. The key service, or something on the way to it, answered with a wrong signature.',
            cause: problem.cause,
        });
    };
}


/***/ }),

/***/ 320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ expiryWarnings),
/* harmony export */   Fe: () => (/* binding */ readSigningChain),
/* harmony export */   H: () => (/* binding */ checkSigningChain),
/* harmony export */   HX: () => (/* binding */ topOf)
/* harmony export */ });
/* harmony import */ var _core_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9604);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);
/* harmony import */ var _core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7543);
/* harmony import */ var _core_x509_issuers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2172);
/* harmony import */ var _core_x509_object_identifiers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3500);
/* harmony import */ var _core_x509_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8859);
/* harmony import */ var _core_x509_path_checks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4599);
/* harmony import */ var _core_x509_pem_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6434);








function readSigningChain({ name, bytes }) {
    const certificates = new Map((0,_core_x509_pem_js__WEBPACK_IMPORTED_MODULE_7__/* .readCertificates */ .jZ)(bytes, name).map((der) => {
        const certificate = (0,_core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCertificate */ .h)(der);
        return [certificate.sha256, certificate];
    }));
    const leaf = leafOf([...certificates.values()], name);
    const above = (0,_core_x509_issuers_js__WEBPACK_IMPORTED_MODULE_3__/* .issuersAbove */ ._)(leaf, [...certificates.values()]);
    const twice = above.find(({ publicKey }) => (0,_core_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .equalBytes */ .ex)(publicKey.spki, leaf.publicKey.spki));
    if (twice !== undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('key-has-another-use', `${name}: the signing key is also that of ${twice.subject.text}`, {
            hint: "One key, one use: have a certificate issued for a key that is no CA's.",
            certificate: (0,_core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateReference */ .l)(leaf),
        });
    }
    const root = above.find(_core_x509_issuers_js__WEBPACK_IMPORTED_MODULE_3__/* .isSelfSigned */ .N);
    const related = new Set([leaf, ...above]);
    return {
        leaf,
        intermediates: above.filter((certificate) => !(0,_core_x509_issuers_js__WEBPACK_IMPORTED_MODULE_3__/* .isSelfSigned */ .N)(certificate)),
        root,
        warnings: [...certificates.values()]
            .filter((certificate) => !related.has(certificate))
            .map(({ subject }) => `${name}: ${subject.text} did not issue any certificate of the chain and is left out`),
    };
}
function checkSigningChain(chain, anchors, now) {
    const { leaf, intermediates } = chain;
    const ends = anchors.length > 0 ? anchors : topOf(chain);
    if (ends.length === 0) {
        const refusal = (0,_core_x509_path_checks_js__WEBPACK_IMPORTED_MODULE_6__/* .createPathChecks */ .h)('code-signing', { at: now, purpose: _core_x509_object_identifiers_js__WEBPACK_IMPORTED_MODULE_4__/* .purpose */ .X7.codeSigning }).leaf(leaf);
        if (refusal !== undefined)
            throw refusal;
        return { root: null, warnings: [] };
    }
    const path = (0,_core_x509_path_js__WEBPACK_IMPORTED_MODULE_5__/* .findPath */ .H)({
        leaf,
        intermediates: intermediates.map(({ der }) => der),
        anchors: ends,
        at: now,
        profile: 'code-signing',
    });
    return { root: anchors.length > 0 ? { sha256: path.anchor.certificate.sha256 } : null, warnings: path.warnings };
}
function topOf({ intermediates, root }) {
    const top = root ?? intermediates.at(-1);
    return top === undefined ? [] : [{ certificate: top, refusal: undefined, warnings: [] }];
}
const expiryWarnings = ({ leaf, intermediates }, now, days) => [leaf, ...intermediates].flatMap(({ subject, notAfter }) => {
    const left = Math.floor((notAfter.getTime() - now.getTime()) / 86_400_000);
    return left < days ? [`certificate ${subject.text} expires in ${left} days, at ${notAfter.toISOString()}`] : [];
});
function leafOf(certificates, name) {
    const [leaf, ...more] = certificates.filter(({ extensions }) => extensions.basicConstraints?.ca !== true);
    if (leaf === undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('chain-invalid', `${name}: every certificate in it is one of a CA`, {
            hint: 'Add the certificate that was issued for the signing key.',
        });
    }
    if (more.length > 0) {
        const subjects = [leaf, ...more].map(({ subject }) => subject.text).join('; ');
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('chain-invalid', `${name}: more than one certificate that is not a CA's: ${subjects}`, {
            hint: 'Leave the one that was issued for the signing key, and those of its issuers.',
        });
    }
    if ((0,_core_x509_issuers_js__WEBPACK_IMPORTED_MODULE_3__/* .isSelfSigned */ .N)(leaf)) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('chain-invalid', `${name}: the signing certificate is signed by itself`, {
            hint: 'Have a CA issue the certificate: a root that signs artifacts itself is never accepted.',
            certificate: (0,_core_x509_certificate_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateReference */ .l)(leaf),
        });
    }
    return leaf;
}


/***/ })

};
;