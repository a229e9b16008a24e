"use strict";
exports.id = 535;
exports.ids = [535];
exports.modules = {

/***/ 7535:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   environmentFindings: () => (/* binding */ environmentFindings)
/* harmony export */ });
const credentialVariables = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SESSION_TOKEN',
    'AWS_PROFILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_ROLE_ARN',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];
const endpointVariables = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_KMS', 'AWS_ENDPOINT_URL_STS', 'AWS_USE_FIPS_ENDPOINT'];
function environmentFindings(environment, machine) {
    const ok = (message) => ({ check: 'environment', status: 'ok', message });
    const isSet = (name) => Boolean(environment[name]);
    const credentials = credentialVariables.filter(isSet);
    return [
        ok(`Node ${machine.node} on ${machine.platform}`),
        ok(runOf(environment)),
        ok(machine.region === undefined ? 'the Region is left to the AWS configuration' : `Region ${machine.region}`),
        ok(`variables with AWS credentials: ${credentials.length === 0 ? 'none' : credentials.join(', ')}`),
        ...endpointVariables
            .filter(isSet)
            .map((name) => ok(`${name} is set: AWS is called at ${whereOf(environment[name])}`)),
        ...['https_proxy', 'http_proxy', 'no_proxy'].flatMap((name) => {
            const set = [name, name.toUpperCase()].find(isSet);
            if (set === undefined)
                return [];
            return [ok(`${set} is set${name === 'no_proxy' ? `: ${environment[set]}` : `: ${whereOf(environment[set])}`}`)];
        }),
    ];
}
function runOf({ GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_EVENT_NAME, GITHUB_REF, }) {
    if (GITHUB_ACTIONS !== 'true')
        return 'not a run of GitHub Actions';
    return `run ${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}, event ${GITHUB_EVENT_NAME}, ref ${GITHUB_REF}`;
}
function whereOf(text = '') {
    if (text === 'true' || text === 'false')
        return text === 'true' ? 'its FIPS endpoints' : 'its usual endpoints';
    const whole = text.includes('://') ? text : `http://${text}`;
    return URL.canParse(whole) ? new URL(whole).host : 'something that is no URL';
}


/***/ })

};
;