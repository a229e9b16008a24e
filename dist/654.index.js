"use strict";
exports.id = 654;
exports.ids = [654];
exports.modules = {

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