"use strict";
exports.id = 888;
exports.ids = [888,654];
exports.modules = {

/***/ 1888:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createDoctorPorts: () => (/* binding */ createDoctorPorts),
  examine: () => (/* reexport */ examine)
});

// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/adapters/proxy/proxy.js
var proxy = __webpack_require__(3379);
// EXTERNAL MODULE: ./build/adapters/aws/aws-errors.js
var aws_errors = __webpack_require__(4427);
;// CONCATENATED MODULE: ./build/adapters/aws/caller-identity.js



async function callerIdentity(options) {
    const { region, useFipsEndpoint, credentials, environment } = options;
    const { GetCallerIdentityCommand, STSClient } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient({
        ...(region === undefined ? {} : { region }),
        ...(useFipsEndpoint ? { useFipsEndpoint } : {}),
        ...(credentials === undefined ? {} : { credentials }),
        ...(0,proxy/* requestHandling */.PE)(environment),
    });
    const call = { action: 'sts:GetCallerIdentity', resource: 'these credentials', region };
    try {
        const { Arn } = await client.send(new GetCallerIdentityCommand({}));
        if (Arn === undefined)
            throw new core_error/* ReleaseSigningError */.B('aws-answer-invalid', 'STS answered without an ARN');
        return Arn;
    }
    catch (error) {
        throw (0,aws_errors/* awsError */.es)(error, call, () => undefined);
    }
    finally {
        client.destroy();
    }
}

// EXTERNAL MODULE: ./build/adapters/aws/web-identity.js + 1 modules
var web_identity = __webpack_require__(8164);
// EXTERNAL MODULE: ./build/adapters/github/github-oidc.js
var github_oidc = __webpack_require__(8129);
// EXTERNAL MODULE: ./build/adapters/kms/kms.js
var kms = __webpack_require__(3255);
// EXTERNAL MODULE: ./build/adapters/waiting/timers.js
var timers = __webpack_require__(3880);
// EXTERNAL MODULE: ./build/core/algorithm.js
var core_algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/bytes.js
var bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/release/diagnosis/aws-policy.js
var aws_policy = __webpack_require__(1941);
// EXTERNAL MODULE: ./build/release/diagnosis/diagnosis.js
var diagnosis = __webpack_require__(4654);
// EXTERNAL MODULE: ./build/release/sign/signing-chain.js
var signing_chain = __webpack_require__(320);
// EXTERNAL MODULE: ./build/release/verify/verify-policy.js
var verify_policy = __webpack_require__(7465);
;// CONCATENATED MODULE: ./build/release/doctor.js







async function examine(request, ports) {
    const { role, keyId } = request;
    const token = await examineToken(request, ports);
    const assumed = await examineRole(request, ports, token.found !== undefined);
    const isSomebody = role === undefined || assumed.found !== undefined;
    const caller = isSomebody
        ? await check('caller', async () => found(await ports.caller(), (arn) => `calls are made as ${arn}`))
        : skipped('caller', 'the role was not assumed');
    const signer = keyId === undefined || caller.found === undefined ? undefined : ports.signer();
    const key = signer === undefined
        ? skipped('key', keyId === undefined ? 'no key is named' : 'nobody is there to ask for it')
        : await check('key', async () => found(await signer.describe(), describeKey));
    const permission = await examinePermission(request, signer, key.found);
    const chain = await examineChain(request, ports, key.found);
    const outcomes = [token, assumed, caller, key, permission, chain];
    const findings = outcomes.flatMap((outcome) => outcome.findings);
    const errors = outcomes.flatMap(({ error }) => (error === undefined ? [] : [error]));
    const advice = adviceFor(request, {
        claims: token.found,
        caller: caller.found,
        key: key.found,
        spec: key.found?.spec ?? chain.found?.publicKey.keySpec,
    }, errors);
    return {
        healthy: !findings.some(({ status }) => status === 'failed'),
        findings,
        claims: token.found === undefined ? null : (0,diagnosis/* claimFacts */.WV)(token.found),
        caller: caller.found ?? null,
        ...advice,
    };
}
async function examineToken({ role }, { token }) {
    if (token === undefined && role === undefined) {
        return skipped('token', 'the environment offers no OIDC token, and no role is named that needs one');
    }
    return check('token', async () => {
        if (token === undefined) {
            throw new core_error/* ReleaseSigningError */.B('oidc-permission-missing', 'the environment offers no OIDC token', {
                hint: 'In a workflow add to the job: `permissions: { id-token: write, contents: read }`. Elsewhere leave role-to-assume out.',
            });
        }
        return found(await token(), ({ sub = '', aud = '' }) => `GitHub gives a token of sub ${sub} and aud ${aud}`);
    });
}
async function examineRole({ role }, { assumeRole }, hasToken) {
    if (role === undefined)
        return skipped('role', 'no role is named: the credentials are those that are there');
    if (!hasToken)
        return skipped('role', 'there is no token to assume it with');
    return check('role', async () => {
        await assumeRole();
        return found(role, () => `${role} is assumed`);
    });
}
async function examinePermission({ signingAlgorithm }, signer, key) {
    if (signer === undefined || key === undefined)
        return skipped('permission', 'the key is not known');
    return check('permission', async () => {
        const algorithm = (0,core_algorithm/* algorithmForKey */.cn)(key.spec, signingAlgorithm);
        await signer.probe(algorithm);
        return found(algorithm, ({ name, messageType }) => `may sign with ${name} and message type ${messageType}`);
    });
}
async function examineChain({ certificateChain, rootCertificates, expiryWarningDays }, { clock }, key) {
    if (certificateChain === undefined)
        return skipped('chain', 'no certificate chain is given');
    const warnings = [];
    const outcome = await check('chain', async () => {
        const chain = (0,signing_chain/* readSigningChain */.Fe)(certificateChain);
        const { root, warnings: more } = (0,signing_chain/* checkSigningChain */.H)(chain, (0,verify_policy/* anchorsOf */.EF)(rootCertificates), clock());
        warnings.push(...chain.warnings, ...more, ...(0,signing_chain/* expiryWarnings */.FN)(chain, clock(), expiryWarningDays));
        if (key !== undefined && !(0,bytes/* equalBytes */.ex)(key.publicKey, chain.leaf.publicKey.spki)) {
            throw new core_error/* ReleaseSigningError */.B('key-mismatch', `the signing certificate was not issued for the key ${key.keyId}`, {
                hint: 'Check kms-key-id, and that certificate-chain holds the certificate of this key.',
            });
        }
        const of = key === undefined ? 'not compared with a key' : "of the key's own public key";
        const reached = root === null ? 'no root is pinned' : `valid to the root with SHA-256 ${root.sha256}`;
        return found(chain.leaf, ({ subject }) => `certificate of ${subject.text}: ${of}, ${reached}`);
    });
    return {
        ...outcome,
        findings: [
            ...outcome.findings,
            ...warnings.map((message) => ({ check: 'chain', status: 'warning', message })),
        ],
    };
}
const describeKey = ({ keyId, spec }) => `${keyId} is an enabled key of spec ${spec}`;
const found = (value, tell) => ({ value, message: tell(value) });
const skipped = (check, message) => ({
    findings: [{ check, status: 'skipped', message }],
    found: undefined,
    error: undefined,
});
async function check(name, work) {
    try {
        const { value, message } = await work();
        return { findings: [{ check: name, status: 'ok', message }], found: value, error: undefined };
    }
    catch (error) {
        if (!(error instanceof core_error/* ReleaseSigningError */.B))
            throw error;
        return { findings: [failed(name, error)], found: undefined, error };
    }
}
const failed = (check, { code, message, hint }) => ({
    check,
    status: 'failed',
    message,
    code,
    ...(hint === undefined ? {} : { hint }),
});
function adviceFor({ role, audience, keyId, signingAlgorithm }, { claims, caller, key, spec }, errors) {
    const refusals = errors.flatMap(({ refused }) => (refused === undefined ? [] : [refused]));
    const notes = refusals.flatMap((refused) => (0,diagnosis.diagnose)(refused, role).notes);
    const trust = role === undefined || claims === undefined || (0,aws_policy/* isPullRequest */.r0)(claims) ? [] : [(0,diagnosis/* trustOf */.An)({ role, audience, claims })];
    const refusedKey = refusals.find((refused) => refused.kind === 'key');
    const resource = key?.keyId ?? refusedKey?.resource ?? keyId;
    if (resource === undefined)
        return { policies: trust, notes: unique(notes) };
    const ofKey = (0,diagnosis/* keyPolicies */.mf)({ principal: caller, resource, purpose: 'sign', conditions: conditionsOf(spec, signingAlgorithm) }, role);
    return { policies: [...trust, ...ofKey.policies], notes: unique([...notes, ...ofKey.notes]) };
}
function conditionsOf(spec, signingAlgorithm) {
    if (spec === undefined)
        return {};
    try {
        const { name, messageType } = (0,core_algorithm/* algorithmForKey */.cn)(spec, signingAlgorithm);
        return { 'kms:SigningAlgorithm': name, 'kms:MessageType': messageType };
    }
    catch (error) {
        if (error instanceof core_error/* ReleaseSigningError */.B)
            return {};
        throw error;
    }
}
const unique = (texts) => [...new Set(texts)];

;// CONCATENATED MODULE: ./build/entry/doctor.js







function createDoctorPorts(wiring) {
    const { role, audience, keyId, region, useFipsEndpoint, environment, clock } = wiring;
    const fetch = (0,proxy/* environmentFetch */.IS)(environment);
    const common = { region, useFipsEndpoint, environment, timers: timers/* systemTimers */.C };
    const tokens = { audience, environment, fetch, timers: timers/* systemTimers */.C, mask: maskInLog(environment) };
    const provider = role === undefined ? undefined : (0,web_identity/* createWebIdentityCredentials */.p)({ ...common, ...tokens, roleToAssume: role });
    let assumed;
    const credentials = provider && (() => (assumed ??= provider()));
    return {
        clock,
        token: environment.ACTIONS_ID_TOKEN_REQUEST_URL ? async () => (await (0,github_oidc/* fetchIdentityToken */.G)(tokens)).claims : undefined,
        assumeRole: async () => credentials?.(),
        caller: () => callerIdentity({ ...common, credentials }),
        signer: () => (0,kms/* createKmsSigner */.E)({ ...common, keyId: keyId ?? '', credentials }),
    };
}
const maskInLog = (environment) => (secret) => {
    if (environment.GITHUB_ACTIONS === 'true')
        process.stderr.write(`::add-mask::${secret}\n`);
};


/***/ }),

/***/ 1941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IG: () => (/* binding */ keyPolicy),
/* harmony export */   J9: () => (/* binding */ policyPrincipal),
/* harmony export */   LV: () => (/* binding */ hasClaimKeys),
/* harmony export */   RZ: () => (/* binding */ trustPolicy),
/* harmony export */   r0: () => (/* binding */ isPullRequest),
/* harmony export */   v2: () => (/* binding */ rolePolicy)
/* harmony export */ });
/* unused harmony exports issuerName, subjectForms */
const github = 'token.actions.githubusercontent.com';
const issuerName = ({ iss = '' }) => iss.replace(/^https?:\/\//, '');
const isPullRequest = ({ sub = '', ref = '', event_name: event = '' }) => /^pull_request/.test(event) || ref.startsWith('refs/pull/') || /:pull_request(:|$)/.test(sub);
const hasClaimKeys = (claims) => issuerName(claims) === github;
function trustPolicy({ role, audience, claims }) {
    const [, partition = 'aws', account = ''] = /^arn:([^:]+):iam::(\d{12}):/.exec(role) ?? [];
    const issuer = issuerName(claims);
    const key = (name) => `${issuer}:${name}`;
    const { ref = '', sub = '', environment, repository_id: id, job_workflow_ref: workflow } = claims;
    const exact = [[key('aud'), literal(audience)]];
    const like = [];
    const require = (name, values) => {
        const tag = tagPattern(ref);
        const ends = tag !== undefined && values.every((value) => value.endsWith(ref));
        const texts = ends
            ? values.map((value) => `${likeLiteral(value.slice(0, -ref.length))}${tag}`)
            : values.map(literal);
        const [only = '', ...more] = texts;
        (ends ? like : exact).push([key(name), more.length === 0 ? only : texts]);
    };
    require('sub', subjectForms(sub, claims));
    if (hasClaimKeys(claims)) {
        if (id !== undefined)
            require('repository_id', [id]);
        if (environment !== undefined)
            require('environment', [environment]);
        if (ref !== '')
            require('ref', [ref]);
        if (workflow !== undefined)
            require('job_workflow_ref', [workflow]);
    }
    return {
        Version: '2012-10-17',
        Statement: [
            {
                Sid: 'ThisWorkflow',
                Effect: 'Allow',
                Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${issuer}` },
                Action: 'sts:AssumeRoleWithWebIdentity',
                Condition: {
                    StringEquals: Object.fromEntries(exact),
                    ...(like.length === 0 ? {} : { StringLike: Object.fromEntries(like) }),
                },
            },
        ],
    };
}
function subjectForms(sub, claims) {
    const { owner, name, rest } = /^repo:(?<owner>[^/@:]+)(?:@\d+)?\/(?<name>[^/@:]+)(?:@\d+)?(?<rest>:.+)$/s.exec(sub)?.groups ?? {};
    const { repository_owner_id: ownerId, repository_id: id } = claims;
    if (owner === undefined || name === undefined || !isNumber(ownerId) || !isNumber(id))
        return [sub];
    return [`repo:${owner}/${name}${rest}`, `repo:${owner}@${ownerId}/${name}@${id}${rest}`];
}
const isNumber = (text) => text !== undefined && /^\d+$/.test(text);
function tagPattern(ref) {
    if (!ref.startsWith('refs/tags/'))
        return undefined;
    return /^refs\/tags\/v\d/.test(ref) ? 'refs/tags/v*' : 'refs/tags/*';
}
const written = (special) => (text) => text.replaceAll(special, (character) => `\${${character}}`);
const literal = written(/\$(?=\{)/g);
const likeLiteral = written(/\$(?=\{)|[*?]/g);
const rolePolicy = (keyArn, use) => ({
    Version: '2012-10-17',
    Statement: using(use, { Resource: keyArn }),
});
const keyPolicy = (principal, use) => ({
    Version: '2012-10-17',
    Statement: using(use, { Principal: { AWS: principal }, Resource: '*' }),
});
function using({ purpose, conditions }, whoAndWhat) {
    if (purpose === 'verify') {
        return [{ Sid: 'Verify', Effect: 'Allow', ...whoAndWhat, Action: ['kms:GetPublicKey', 'kms:Verify'] }];
    }
    return [
        { Sid: 'ReadTheKey', Effect: 'Allow', ...whoAndWhat, Action: ['kms:DescribeKey', 'kms:GetPublicKey'] },
        {
            Sid: 'Sign',
            Effect: 'Allow',
            ...whoAndWhat,
            Action: 'kms:Sign',
            ...(Object.keys(conditions).length === 0 ? {} : { Condition: { StringEquals: conditions } }),
        },
    ];
}
function policyPrincipal(principal, known) {
    const { partition, account, name } = /^arn:(?<partition>[^:]+):sts::(?<account>\d{12}):assumed-role\/(?<name>[^/]+)\//.exec(principal)?.groups ?? {};
    if (name === undefined)
        return { arn: principal, pathUnknown: false };
    if (known !== undefined && known.split(':')[4] === account && known.endsWith(`/${name}`)) {
        return { arn: known, pathUnknown: false };
    }
    return { arn: `arn:${partition}:iam::${account}:role/${name}`, pathUnknown: true };
}


/***/ }),

/***/ 4654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ trustOf),
/* harmony export */   WV: () => (/* binding */ claimFacts),
/* harmony export */   diagnose: () => (/* binding */ diagnose),
/* harmony export */   mf: () => (/* binding */ keyPolicies)
/* harmony export */ });
/* harmony import */ var _aws_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1941);

const diagnose = (refused, role) => refused.kind === 'role' ? diagnoseRole(refused) : diagnoseKey(refused, role);
function diagnoseRole(refused) {
    const { role, claims } = refused;
    const facts = { action: 'sts:AssumeRoleWithWebIdentity', resource: role, ...claimFacts(claims) };
    if ((0,_aws_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .isPullRequest */ .r0)(claims)) {
        return {
            facts,
            policies: [],
            notes: [
                'This is a run of a pull request, which others may write: no policy is proposed that would let it sign. Try the set-up from a branch of the repository or by workflow_dispatch.',
            ],
        };
    }
    return {
        facts,
        policies: [trustOf(refused)],
        notes: ['AWS says the same when there is no such role, so see that it exists.'],
    };
}
const trustOf = (refused) => ({
    title: 'trust-policy.json',
    what: `Trust policy of ${refused.role} that lets ${(0,_aws_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .hasClaimKeys */ .LV)(refused.claims)
        ? 'this workflow in, and no other repository, branch, environment or workflow'
        : 'tokens of this sub in; AWS can judge sub and aud of this issuer alone'}`,
    policy: (0,_aws_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .trustPolicy */ .RZ)(refused),
});
function diagnoseKey(refused, role) {
    const { principal, action, resource, reason, purpose, conditions } = refused;
    const facts = { principal: principal ?? 'not told', action, resource, reason, ...conditions };
    const { policies, notes } = keyPolicies({ principal, resource, purpose, conditions }, role);
    const deny = /explicit deny in ((?:an? |the )?.*?policy)/.exec(reason)?.[1];
    return {
        facts,
        policies,
        notes: [
            ...(deny === undefined
                ? []
                : [`An explicit deny in ${deny} refuses it. It wins over every Allow: exempt this principal there.`]),
            ...(/service control policy|permissions boundary|VPC endpoint policy|session policy/.test(reason)
                ? [`It is not enough to allow it in the two policies below: ${reason}.`]
                : []),
            ...notes,
        ],
    };
}
function keyPolicies({ principal, resource, purpose, conditions }, role) {
    const named = principal ?? role;
    const who = named === undefined ? undefined : (0,_aws_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .policyPrincipal */ .J9)(named, role);
    const isKeyArn = /^arn:[^:]+:kms:[^:]+:\d{12}:key\//.test(resource);
    return {
        policies: [
            ...(who === undefined
                ? []
                : [
                    {
                        title: 'key-policy-statements.json',
                        what: `Statements for the policy of key ${resource}, beside those that it has; within one account they are enough`,
                        policy: (0,_aws_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .keyPolicy */ .IG)(who.arn, { purpose, conditions }),
                    },
                ]),
            ...(isKeyArn
                ? [
                    {
                        title: 'role-policy.json',
                        what: `Policy of ${who?.arn ?? 'the role'}, where the key's policy leaves the decision to IAM or the key is in another account`,
                        policy: (0,_aws_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .rolePolicy */ .v2)(resource, { purpose, conditions }),
                    },
                ]
                : []),
        ],
        notes: [
            ...(who?.pathUnknown === true
                ? ['If the role has a path, write it into its ARN: the ARN of its session does not show it.']
                : []),
            ...(isKeyArn ? [] : ['A policy of the role names the key by its ARN, which `aws kms describe-key` prints.']),
            ...(purpose === 'sign' && Object.keys(conditions).length === 0
                ? [
                    'Narrow kms:Sign with the conditions kms:SigningAlgorithm and kms:MessageType, as deploy/signing-key.yaml does.',
                ]
                : []),
        ],
    };
}
const shownClaims = [
    'iss',
    'aud',
    'sub',
    'repository',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'environment',
    'ref',
    'ref_type',
    'job_workflow_ref',
    'workflow_ref',
    'workflow',
    'event_name',
    'actor',
    'actor_id',
    'enterprise_id',
    'runner_environment',
    'run_id',
    'run_attempt',
];
const claimFacts = (claims) => Object.fromEntries(shownClaims.flatMap((name) => {
    const value = claims[name];
    return value === undefined ? [] : [[name, value]];
}));


/***/ })

};
;