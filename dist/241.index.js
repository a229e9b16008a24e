"use strict";
exports.id = 241;
exports.ids = [241];
exports.modules = {

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

/***/ 9241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fetchReleaseFiles: () => (/* binding */ fetchReleaseFiles)
});

// EXTERNAL MODULE: ./build/release/classify.js
var classify = __webpack_require__(603);
// EXTERNAL MODULE: ./build/release/sidecar-kind.js
var sidecar_kind = __webpack_require__(6853);
// EXTERNAL MODULE: ./build/release/host/release-assets.js
var release_assets = __webpack_require__(5999);
;// CONCATENATED MODULE: ./build/release/host/fetch-release.js



async function fetchRelease({ repository, tag, patterns, kinds, directory }, host, progress) {
    const assets = (await (0,release_assets/* assetsOf */.ZS)(host, repository, tag)).filter(({ uploaded }) => uploaded);
    const byName = new Map(assets.map((asset) => [asset.name, asset]));
    const { sidecar } = await (0,classify/* classifyPaths */.j)([...byName.keys()], { exists: async (name) => byName.has(name) }, kinds);
    const ours = new Set(sidecar);
    const isArtifact = ({ name }) => !ours.has(name);
    const { assets: artifacts, unmatched } = patterns.length === 0 ? { assets: [], unmatched: [] } : (0,release_assets/* selectAssets */.Gi)(assets.filter(isArtifact), patterns);
    const perArtifact = ['cms', ...(0,sidecar_kind/* rawKindsIn */.dT)(kinds)].map((kind) => sidecar_kind/* sidecarKinds */.jW[kind].suffix);
    const wanted = new Set([
        ...artifacts.map(({ name }) => name),
        ...artifacts.flatMap(({ name }) => perArtifact.map((suffix) => name + suffix)),
        ...sidecar.filter((name) => name.endsWith(sidecar_kind/* sidecarKinds */.jW.attestation.suffix) || name.endsWith(sidecar_kind/* certificatesSuffix */.gt)),
    ]);
    const downloaded = await (0,release_assets/* downloadAssets */.OA)(host, assets.filter(({ name }) => wanted.has(name)), directory, progress);
    const isOne = new Set(artifacts);
    const others = downloaded.filter(({ asset }) => !isOne.has(asset));
    const endingIn = (suffix) => others.filter(({ asset }) => asset.name.endsWith(suffix)).map(({ path }) => path);
    return {
        artifacts: downloaded.filter(({ asset }) => isOne.has(asset)).map(({ path }) => path),
        attestations: endingIn(sidecar_kind/* sidecarKinds */.jW.attestation.suffix),
        certificates: endingIn(sidecar_kind/* certificatesSuffix */.gt),
        unmatched,
    };
}

// EXTERNAL MODULE: ./build/entry/release-host.js
var release_host = __webpack_require__(2984);
;// CONCATENATED MODULE: ./build/entry/fetch-release.js


async function fetchReleaseFiles(source, options) {
    const { environment, token, progress, notice, ...rest } = options;
    const host = await (0,release_host/* openReleaseHost */.uu)({
        repository: source.repository,
        token: token === undefined ? await (0,release_host/* environmentToken */.zE)(source.repository, environment) : (token ?? undefined),
        environment,
        notice,
    });
    return fetchRelease({ ...source, ...rest }, host, progress);
}


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

/***/ 5999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ selectAssets),
/* harmony export */   OA: () => (/* binding */ downloadAssets),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   ZS: () => (/* binding */ assetsOf)
/* harmony export */ });
/* unused harmony export checkFileName */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4477);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _core_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3779);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3844);





async function assetsOf(host, repository, tag) {
    const release = await host.findRelease(tag);
    if (release === undefined) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('release-missing', `${repository} has no release of the tag ${tag}`, {
            hint: 'Check repository and tag. A draft is shown only to a token that may write.',
        });
    }
    const assets = await host.listAssets(release);
    for (const { name } of assets)
        checkFileName(name);
    return assets;
}
const hasMagic = (pattern) => /[*?[\]{}]|[+@!]\(/.test(pattern);
function selectAssets(assets, patterns) {
    const includes = patterns.filter((pattern) => !pattern.startsWith('!'));
    const excludes = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
    const matches = ({ name }, pattern) => name === pattern || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.matchesGlob)(name, pattern);
    const kept = assets.filter((asset) => !excludes.some((pattern) => matches(asset, pattern)));
    const selected = kept.filter((asset) => includes.some((pattern) => matches(asset, pattern)));
    if (selected.length > 0) {
        const unmatched = includes.filter((pattern) => !kept.some((asset) => matches(asset, pattern)));
        const missing = unmatched.filter((pattern) => !hasMagic(pattern));
        if (missing.length > 0) {
            throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('artifact-not-on-release', `named, and no artifact of the release: ${missing.join(', ')}`, { hint: 'Somebody took them away, or they are called otherwise. Sidecars are not named: they come along.' });
        }
        return { assets: selected, unmatched };
    }
    const what = includes.length === 0 ? 'no pattern includes any' : `nothing matches ${includes.join(', ')}`;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('artifacts-none', `no file of the release is an artifact: ${what}`, {
        hint: `It has ${assets.length === 0 ? 'no file' : shown(assets.map(({ name }) => name))}.`,
    });
}
const shownNames = 20;
const shown = (names) => names.slice(0, shownNames).join(', ') + (names.length > shownNames ? ` and ${names.length - shownNames} more` : '');
async function downloadAssets(host, assets, directory, progress) {
    for (const { name } of assets)
        checkFileName(name);
    (0,_core_artifact_name_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNamesApart */ .HF)(assets.map(({ name }) => name));
    let done = 0;
    return (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .H)(assets, _core_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .limits */ .F.githubRequestsAtOnce, async (asset) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, asset.name);
        const { sha256 } = await host.download(asset, path);
        progress?.('download', ++done, assets.length);
        return { asset, path, sha256 };
    });
}
function checkFileName(name) {
    const unfit = /^\.|[\p{Cc}/\\:*?"<>|]|[. ]$/u.test(name) || name === '' || !name.isWellFormed();
    if (!unfit && new TextEncoder().encode(name).length <= 255)
        return;
    throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('asset-name-unfit', `the release has a file called ${JSON.stringify(name)}`, {
        hint: 'That is no name that GitHub gives, and no file is written under it. Find out how it came there, and delete it.',
    });
}


/***/ })

};
;