"use strict";
exports.id = 155;
exports.ids = [155];
exports.modules = {

/***/ 1155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   EH: () => (/* binding */ packageUrl),
/* harmony export */   YS: () => (/* binding */ releaseOfPackageUrl),
/* harmony export */   "do": () => (/* binding */ releaseName),
/* harmony export */   g_: () => (/* binding */ repositoryText),
/* harmony export */   kA: () => (/* binding */ attestationName),
/* harmony export */   parseRepository: () => (/* binding */ parseRepository)
/* harmony export */ });
/* harmony import */ var packageurl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7091);
/* harmony import */ var packageurl_js__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(packageurl_js__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9797);


function parseRepository(text) {
    const match = /^(?:([a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?)\/)?([a-z0-9][a-z0-9_-]*)\/([a-z0-9._-]+)$/i.exec(text);
    const [, host, owner, name] = match ?? [];
    if (owner === undefined || name === undefined || /^\.{1,2}$/.test(name)) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('repository-invalid', `repository ${JSON.stringify(text)} is not OWNER/REPOSITORY`, {
            hint: 'Write it as owner/repository, or host/owner/repository on another server than github.com.',
        });
    }
    const server = host?.toLowerCase();
    return {
        host: server === 'github.com' ? undefined : server,
        owner: owner.toLowerCase(),
        name: name.toLowerCase(),
    };
}
const repositoryText = ({ host, owner, name }) => [...(host === undefined ? [] : [host]), owner, name].join('/');
function parseTag(text) {
    const bad = text === '' ||
        text === '@' ||
        text.length > 255 ||
        !text.isWellFormed() ||
        /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$/u.test(text) ||
        text.split('/').some((part) => part.startsWith('.') || part.endsWith('.lock'));
    if (bad)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('tag-invalid', `tag ${JSON.stringify(text)} is not the name of a tag`);
    return text;
}
function packageUrl({ repository: { host, owner, name }, tag }) {
    const qualifiers = host === undefined ? undefined : { repository_url: `https://${host}` };
    return new packageurl_js__WEBPACK_IMPORTED_MODULE_0__.PackageURL('github', owner, name, tag, qualifiers, undefined)
        .toString()
        .replace(/[!'()*+]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
function releaseOfPackageUrl(text) {
    const invalid = (problem, cause) => new _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B('package-url-invalid', `attestation: package URL ${JSON.stringify(text)} ${problem}`, {
        rule: 'package-url specification',
        cause,
    });
    try {
        const { namespace, name, version, qualifiers } = packageurl_js__WEBPACK_IMPORTED_MODULE_0__.PackageURL.fromString(text);
        const server = qualifiers?.repository_url;
        const host = typeof server === 'string' && server.startsWith('https://') ? [server.slice('https://'.length)] : [];
        const repository = parseRepository([...host, namespace ?? '', name].join('/'));
        const release = { repository, tag: parseTag(version ?? '') };
        if (packageUrl(release) !== text)
            throw invalid('does not encode to itself again');
        return release;
    }
    catch (error) {
        if (error instanceof _error_js__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseSigningError */ .B && error.code === 'package-url-invalid')
            throw error;
        throw invalid('names no release on GitHub', error);
    }
}
const releaseName = ({ repository, tag }) => `${repository.owner}/${repository.name}-${tag}`.replaceAll('/', '-');
const attestationName = (release) => `${releaseName(release)}.release.sigstore.json`;


/***/ })

};
;