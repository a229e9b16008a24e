"use strict";
exports.id = 952;
exports.ids = [952];
exports.modules = {

/***/ 8637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dw: () => (/* binding */ parseMessageBundle),
/* harmony export */   Eg: () => (/* binding */ encodeMessageBundle),
/* harmony export */   IO: () => (/* binding */ checkMessageDigest)
/* harmony export */ });
/* harmony import */ var _attestation_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8142);
/* harmony import */ var _attestation_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8670);
/* harmony import */ var _base64_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2088);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);






const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const algorithms = { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' };
const encodeMessageBundle = ({ hash, digest, signature }) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .utf8 */ .As)(`${JSON.stringify({
    mediaType,
    verificationMaterial: { publicKey: { hint: '' }, tlogEntries: [] },
    messageSignature: {
        messageDigest: { algorithm: algorithms[hash], digest: (0,_base64_js__WEBPACK_IMPORTED_MODULE_5__/* .base64 */ .K)(digest) },
        signature: (0,_base64_js__WEBPACK_IMPORTED_MODULE_5__/* .base64 */ .K)(signature),
    },
})}\n`);
const code = 'message-bundle-invalid';
function parseMessageBundle(bytes) {
    if (bytes.length > _limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.rawSignatureBytes) {
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('limit-exceeded', `message bundle: more than ${_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .limits */ .F.rawSignatureBytes} bytes`);
    }
    const bundle = (0,_attestation_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonFields */ .y)((0,_attestation_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(bytes, 'message bundle'), 'message bundle', code);
    bundle.only('mediaType', 'verificationMaterial', 'messageSignature');
    const material = bundle.object('verificationMaterial');
    material.only('publicKey', 'tlogEntries');
    const key = material.object('publicKey');
    key.only('hint');
    const message = bundle.object('messageSignature');
    message.only('messageDigest', 'signature');
    const digest = message.object('messageDigest');
    digest.only('algorithm', 'digest');
    const hash = hashNames.find((name) => algorithms[name] === digest.text('algorithm'));
    const isOurs = bundle.text('mediaType') === mediaType &&
        material.optionalObjects('tlogEntries').length === 0 &&
        (!key.has('hint') || key.text('hint') === '');
    if (!isOurs || hash === undefined)
        throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B(code, 'message bundle: not in the form of ours');
    return { hash, digest: digest.bytes('digest'), signature: message.bytes('signature') };
}
const hashNames = ['sha256', 'sha384', 'sha512'];
function checkMessageDigest({ digest }, artifact) {
    if (artifact !== undefined && (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .equalBytes */ .ex)(digest, artifact))
        return;
    throw new _error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('digest-mismatch', 'the artifact is not the one that the message bundle speaks of', {
        hint: 'The artifact was changed, cut short, or is another file: get it again, with its own sidecar.',
    });
}


/***/ }),

/***/ 1952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startPublishing: () => (/* binding */ startPublishing)
});

// EXTERNAL MODULE: ./build/core/bytes.js
var core_bytes = __webpack_require__(9604);
// EXTERNAL MODULE: ./build/core/crypto.js
var core_crypto = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
// EXTERNAL MODULE: ./build/release/in-parallel.js
var in_parallel = __webpack_require__(3844);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/artifact-name.js
var artifact_name = __webpack_require__(4477);
// EXTERNAL MODULE: ./build/core/attestation/release.js
var attestation_release = __webpack_require__(1155);
// EXTERNAL MODULE: ./build/release/sidecar-kind.js
var sidecar_kind = __webpack_require__(6853);
// EXTERNAL MODULE: ./build/release/sign/rehearsal.js
var rehearsal = __webpack_require__(4112);
;// CONCATENATED MODULE: ./build/release/publish/publish-plan.js







async function planPublishing(upload, request, signing, host) {
    if (host === undefined || request.repository === undefined) {
        throw new core_error/* ReleaseSigningError */.B('usage', 'an upload is asked for, and the repository is unknown', {
            hint: 'Give repository.',
        });
    }
    const repository = (0,attestation_release/* repositoryText */.g_)((0,attestation_release.parseRepository)(request.repository));
    const places = placesOf(signing, request.outputDirectory);
    checkNames(places);
    const warnings = slownessWarnings(places.filter((place) => isUploaded(place, upload)).length);
    const tolerate = (refusal) => {
        if (request.rehearsal !== true)
            throw refusal;
        const hint = refusal.hint === undefined ? '' : ` ${refusal.hint}`;
        return { plan: undefined, warnings: [...warnings, `a run on the tag would fail: ${refusal.message}.${hint}`] };
    };
    const release = upload.tag === undefined ? undefined : await host.findRelease(upload.tag);
    const tag = upload.tag ?? rehearsal/* rehearsalTag */.o;
    const permission = await host.writePermission(tag, release?.targetCommitish);
    if (permission.mayWrite === 'no')
        return tolerate(notWritable(repository, release, tag));
    if (permission.mayWrite === 'unknown') {
        warnings.push(`whether the token may write to ${repository} is not known before the upload: ${permission.reason}`);
    }
    if (release === undefined) {
        if (upload.tag !== undefined)
            return tolerate(missing(repository, tag));
        return { plan: undefined, warnings: [...warnings, 'no release was looked for: this run is of no tag'] };
    }
    const found = await host.listAssets(release);
    const assets = new Map(found.filter(({ uploaded }) => uploaded).map((asset) => [asset.name, asset]));
    const wanted = places.filter((place) => isUploaded(place, upload));
    if (isClosed(release)) {
        const lacking = wanted.find(({ name }) => !assets.has(name));
        if (lacking !== undefined)
            throw publish_plan_closed(release, `${lacking.name} is not on it`);
    }
    checkRoom(release, found, wanted);
    warnings.push(...idleWarnings(release, upload));
    return { plan: { host, upload, release, places, assets }, warnings };
}
function idleWarnings({ draft, tag, prerelease }, upload) {
    if (draft)
        return [];
    const idle = [
        ...(upload.prerelease === true && !prerelease ? ['prerelease'] : []),
        ...(upload.makeLatest === undefined ? [] : ['make-latest']),
    ];
    if (idle.length === 0)
        return [];
    return [`the release ${tag} is public already, and left as it is: ${idle.join(' and ')} counts for a draft alone`];
}
const isUploaded = ({ kind }, { artifacts }) => kind === 'artifact' ? artifacts : kind !== 'unseen';
const isClosed = ({ draft, immutable }) => immutable && !draft;
const publish_plan_closed = ({ tag, url }, problem) => new core_error/* ReleaseSigningError */.B('release-immutable', `the release ${tag} is published and immutable, and ${problem}: ${url}`, {
    hint: 'An immutable release takes no files after it was published: upload to a draft, and let publish make it public. This version can only be released anew, under another tag.',
});
function placesOf({ artifacts, unseen, kinds, raw, attestation }, outputDirectory) {
    const assetName = (path) => (0,artifact_name/* githubAssetName */.DZ)((0,external_node_path_.basename)(path));
    const perArtifact = kinds.filter((kind) => sidecar_kind/* sidecarKinds */.jW[kind].per === 'artifact');
    return [
        ...artifacts.map((path) => ({ name: assetName(path), path, kind: 'artifact', artifact: path })),
        ...unseen.map(({ path }) => ({ name: assetName(path), path, kind: 'unseen', artifact: path })),
        ...artifacts.flatMap((artifact) => perArtifact.map((kind) => ({
            name: assetName(artifact) + sidecar_kind/* sidecarKinds */.jW[kind].suffix,
            path: (0,sidecar_kind/* sidecarPath */.n8)(artifact, kind, outputDirectory),
            kind,
            artifact,
        }))),
        ...(raw === undefined
            ? []
            : [
                {
                    name: assetName(raw.certificates),
                    path: raw.certificates,
                    kind: 'certificates',
                    artifact: undefined,
                },
            ]),
        ...(attestation === undefined
            ? []
            : [
                {
                    name: assetName(attestation.path),
                    path: attestation.path,
                    kind: 'attestation',
                    artifact: undefined,
                },
            ]),
    ];
}
const placeKey = (path) => (0,external_node_path_.resolve)(path);
function checkNames(places) {
    for (const { name, path } of places) {
        if ((0,artifact_name/* githubAssetName */.DZ)(name) === name)
            continue;
        throw new core_error/* ReleaseSigningError */.B('asset-name-unfit', `${path}: GitHub would change its name, and change it again`, {
            hint: 'Give it a name with some ASCII letters or digits.',
        });
    }
    (0,artifact_name/* checkNamesApart */.HF)(places.map(({ name }) => name));
}
function checkRoom({ tag }, found, wanted) {
    const count = new Set([...found, ...wanted].map(({ name }) => name)).size;
    if (count <= limits/* limits */.F.releaseAssets)
        return;
    throw new core_error/* ReleaseSigningError */.B('release-full', `the release ${tag} would have ${count} files, and GitHub takes ${limits/* limits */.F.releaseAssets}`, { hint: 'Ask for sidecars: attestation, which is one file for all, or put the artifacts into fewer archives.' });
}
const manyAssets = 400;
const perHour = 500;
const perMinute = 60;
function slownessWarnings(count) {
    if (count <= manyAssets)
        return [];
    const hours = Math.floor((count - 1) / perHour);
    const minutes = Math.ceil((count - hours * perHour) / perMinute);
    const time = [...(hours === 0 ? [] : [`${hours} h`]), `${minutes} min`].join(' ');
    return [
        `${count} files are to be uploaded: with GitHub's limits of ${perHour} an hour that takes about ${time}. One attestation for all of them, sidecars: attestation, is one file`,
    ];
}
function missing(repository, tag) {
    return new core_error/* ReleaseSigningError */.B('release-missing', `${repository} has no release of the tag ${tag}`, {
        hint: `Make a draft first: gh release create ${shellTag(tag)} --repo ${repository} --draft --verify-tag --generate-notes`,
    });
}
const shellTag = (tag) => (/^[\w./+@-]+$/.test(tag) && !tag.startsWith('-') ? tag : "'TAG'");
function notWritable(repository, release, tag) {
    const unseen = release === undefined ? `, and sees no release of the tag ${tag}: drafts are shown only to whoever may write` : '';
    return new core_error/* ReleaseSigningError */.B('release-not-writable', `the token may not write releases of ${repository}${unseen}`, {
        hint: 'The job needs `permissions: { contents: write }`, or the token the same. A pull request from a fork gets none.',
    });
}

;// CONCATENATED MODULE: ./build/release/publish/publish.js






async function publish({ plan, decisions, digests, files, progress }) {
    const { host, upload, release } = plan;
    const content = contentsOf(digests, files);
    let state = release.draft ? 'was not published' : 'was public before';
    const unknown = () => {
        state = 'may be public';
    };
    try {
        const uploads = decisions.filter(({ action }) => action === 'upload');
        let done = 0;
        const put = async ({ place, existing }) => {
            const file = content(place);
            if (existing !== undefined)
                await host.deleteAsset(existing);
            await host.upload(release, file);
            progress?.('upload', ++done, uploads.length);
            const { name, size, sha256 } = file;
            return { name, size, sha256, uploaded: true };
        };
        const wanted = [];
        for (const stage of [isArtifact, isBesideArtifact, isAttestation]) {
            const some = uploads.filter(({ place }) => stage(place));
            wanted.push(...(await (0,in_parallel/* inParallel */.H)(some, limits/* limits */.F.githubRequestsAtOnce, put)));
        }
        for (const { place, action, existing } of decisions) {
            if (action !== 'keep' || existing === undefined)
                continue;
            const { name, size } = existing;
            const sha256 = isArtifact(place) ? content(place).sha256 : await host.digest(existing, 'sha256');
            wanted.push({ name, size, sha256, uploaded: false });
        }
        const assets = await readBack(plan, release, wanted);
        if (!release.draft || !upload.publish)
            return reportOf(release, wanted, assets);
        const now = await makePublic(plan, unknown);
        if (now.draft) {
            throw new core_error/* ReleaseSigningError */.B('github-answer-invalid', `GitHub: the release ${release.tag} stays a draft`, {
                hint: 'Look at the release on GitHub, and run it again.',
            });
        }
        state = 'is public';
        if (now.tag !== release.tag) {
            throw new core_error/* ReleaseSigningError */.B('release-retagged', `GitHub: the release ${release.tag} is public as ${now.tag}`, {
                hint: 'Somebody gave it another tag meanwhile: what was signed names the other.',
            });
        }
        return reportOf(now, wanted, await readBack(plan, now, wanted));
    }
    catch (error) {
        if (!(error instanceof core_error/* ReleaseSigningError */.B))
            throw error;
        throw withPlace(error, release, state, files.map(({ path }) => path));
    }
}
async function makePublic({ host, upload, release }, unknown) {
    try {
        return await host.publish(release, upload);
    }
    catch (error) {
        if (!(error instanceof core_error/* ReleaseSigningError */.B))
            throw error;
        const now = await host.getRelease(release).catch(unknown);
        if (now === undefined || now.draft)
            throw error;
        return now;
    }
}
const isArtifact = ({ kind }) => kind === 'artifact';
const isAttestation = ({ kind }) => kind === 'attestation';
const isBesideArtifact = (place) => !isArtifact(place) && !isAttestation(place);
function contentsOf(digests, files) {
    const artifacts = new Map(digests.map((digest) => [digest.path, digest]));
    const made = new Map(files.map(({ path, bytes }) => [placeKey(path), bytes]));
    return ({ kind, name, path }) => {
        if (kind !== 'artifact') {
            const bytes = made.get(placeKey(path));
            if (bytes === undefined)
                throw new core_error/* ReleaseSigningError */.B('internal', `${path} was not made`);
            return { name, size: bytes.length, sha256: (0,core_crypto/* sha256Hex */.fg)(bytes), content: bytes };
        }
        const digest = artifacts.get(path);
        const sha256 = digest?.digests.sha256;
        if (digest === undefined || sha256 === undefined)
            throw new core_error/* ReleaseSigningError */.B('internal', `${path} was not digested`);
        return { name, size: digest.size, sha256: (0,core_bytes/* bytesToHex */.My)(sha256), content: path };
    };
}
const readings = 3;
async function readBack({ host }, release, wanted) {
    for (let reading = 1;; reading++) {
        const assets = new Map((await host.listAssets(release)).map((asset) => [asset.name, asset]));
        const problems = await (0,in_parallel/* inParallel */.H)(wanted, limits/* limits */.F.githubRequestsAtOnce, async (file) => problemOf(file, assets.get(file.name), host));
        const problem = problems.find((one) => one !== undefined);
        if (problem === undefined)
            return assets;
        if (reading < readings)
            continue;
        throw new core_error/* ReleaseSigningError */.B('asset-mismatch', `the release ${release.tag} is not as it was left: ${problem}`, {
            hint: 'Let one run at a time write to the release, and run it again.',
        });
    }
}
async function problemOf({ name, size, sha256 }, asset, host) {
    if (asset === undefined)
        return `${name} is not there`;
    if (!asset.uploaded)
        return `the upload of ${name} is not finished`;
    if (asset.size !== size)
        return `${name} has ${asset.size} bytes, not ${size}`;
    const found = await host.digest(asset, 'sha256');
    return found === sha256 ? undefined : `${name} has the SHA-256 ${found}, not ${sha256}`;
}
function reportOf(release, wanted, assets) {
    const { id, tag, url, draft } = release;
    return {
        id,
        tag,
        url,
        draft,
        assets: wanted
            .map(({ name, size, sha256, uploaded }) => {
            const asset = assets.get(name);
            return { name, id: asset?.id ?? 0, size, sha256, url: asset?.url ?? '', uploaded };
        })
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
}
function withPlace(error, { tag, url }, state, written) {
    const { code, message, hint, rule, certificate } = error;
    return new core_error/* ReleaseSigningError */.B(code, message, {
        hint: `${hint ?? 'Run it again.'} Sidecars are written; the release ${tag} ${state} (${url}), and another run completes it.`,
        rule,
        certificate,
        written,
        cause: error,
    });
}

// EXTERNAL MODULE: ./build/core/algorithm.js
var algorithm = __webpack_require__(1426);
// EXTERNAL MODULE: ./build/core/attestation/attestation.js
var attestation = __webpack_require__(3120);
// EXTERNAL MODULE: ./build/core/cms/sidecar.js
var sidecar = __webpack_require__(4542);
// EXTERNAL MODULE: ./build/core/cms/signed-data.js
var signed_data = __webpack_require__(5474);
// EXTERNAL MODULE: ./build/core/message-bundle.js
var message_bundle = __webpack_require__(8637);
// EXTERNAL MODULE: ./build/core/x509/pem.js
var pem = __webpack_require__(6434);
// EXTERNAL MODULE: ./build/release/sign/self-check.js
var self_check = __webpack_require__(3660);
// EXTERNAL MODULE: ./build/release/verify/find-sidecars.js
var find_sidecars = __webpack_require__(929);
;// CONCATENATED MODULE: ./build/release/publish/publish-existing.js














const equal = { isOurs: true, isEqual: true, problem: '' };
const foreign = (problem) => ({ isOurs: false, isEqual: false, problem });
const unequal = (problem) => ({ isOurs: true, isEqual: false, problem });
function createExistingJudge({ host }, digests, { plan, ports, stamper }) {
    const verify = (0,self_check/* createRunVerifier */.G)(plan, stamper.always);
    const verdictOf = (read) => {
        const problem = verify(read);
        return problem === undefined ? equal : unequal(problem.message);
    };
    const byPath = new Map(digests.map((digest) => [digest.path, digest]));
    const judges = {
        cms(bytes, artifact) {
            const signedData = (0,signed_data/* parseSignedData */.e)(bytes);
            return verdictOf(() => (0,sidecar/* cmsSidecar */.n)(signedData, (hash) => (0,find_sidecars/* digestOf */.o)(known(artifact), hash)));
        },
        attestation: (bytes) => judgeAttestation(bytes, [...digests, ...plan.unseen], plan, verdictOf),
        signature: (bytes, artifact) => judgeSignature(bytes, known(artifact), plan, ports.files),
        async 'message-bundle'(bytes, artifact) {
            const bundle = (0,message_bundle/* parseMessageBundle */.Dw)(bytes);
            (0,message_bundle/* checkMessageDigest */.IO)(bundle, known(artifact).digests[bundle.hash]);
            const verdict = await judgeSignature(bundle.signature, known(artifact), plan, ports.files);
            return { ...verdict, isOurs: true };
        },
        certificates(bytes) {
            const ours = [plan.chain.leaf, ...plan.chain.intermediates].map(({ der }) => der);
            const theirs = (0,pem/* readCertificates */.jZ)(bytes, 'certificates');
            const isEqual = ours.length === theirs.length && ours.every((der, i) => (0,core_bytes/* equalBytes */.ex)(der, theirs[i] ?? der.subarray(1)));
            return isEqual ? equal : unequal('it holds other certificates');
        },
    };
    return async (place, asset) => {
        const { kind } = place;
        if (kind === 'artifact' || kind === 'unseen')
            throw new core_error/* ReleaseSigningError */.B('internal', `${place.name} is no sidecar`);
        if (asset.size > limits/* limits */.F.attestationBytes)
            return foreign(`it has ${asset.size} bytes`);
        const bytes = await host.read(asset, limits/* limits */.F.attestationBytes);
        try {
            return await judges[kind](bytes, place.artifact === undefined ? undefined : byPath.get(place.artifact));
        }
        catch (error) {
            if (!(error instanceof core_error/* ReleaseSigningError */.B) || error.code === 'attestation-lists-less')
                throw error;
            return foreign(error.message);
        }
    };
}
function known(artifact) {
    if (artifact === undefined)
        throw new core_error/* ReleaseSigningError */.B('internal', 'a sidecar of no artifact');
    return artifact;
}
function judgeAttestation(bytes, artifacts, plan, verdictOf) {
    const { sidecar, statement } = (0,attestation/* parseAttestation */.sI)(bytes);
    const ours = new Map(artifacts.map(({ path, digests }) => [(0,artifact_name/* artifactNameKey */.pr)((0,external_node_path_.basename)(path)), digests]));
    const dropped = statement.subjects.filter(({ name }) => !ours.has((0,artifact_name/* artifactNameKey */.pr)(name))).map(({ name }) => name);
    if (dropped.length > 0)
        throw listsLess(dropped);
    const isSame = statement.subjects.length === ours.size &&
        statement.subjects.every(({ name, digests }) => agree(digests, ours.get((0,artifact_name/* artifactNameKey */.pr)(name)) ?? {}));
    if (!isSame)
        return unequal('it lists other files, or other digests of them');
    if (!isOfRelease(statement, plan))
        return unequal('it is of another release');
    const intermediates = plan.chain.intermediates.map(({ der }) => der);
    return verdictOf(() => ({ ...sidecar, certificates: [...sidecar.certificates, ...intermediates] }));
}
function agree(listed, ours) {
    const common = algorithm/* hashes */.RY.filter(({ name }) => listed[name] !== undefined && ours[name] !== undefined);
    return common.length > 0 && common.every(({ name }) => listed[name] === (0,core_bytes/* bytesToHex */.My)(ours[name] ?? new Uint8Array()));
}
const isOfRelease = ({ release, packageId }, { attestation }) => attestation !== undefined &&
    (0,attestation_release/* packageUrl */.EH)(release) === (0,attestation_release/* packageUrl */.EH)(attestation.release) &&
    packageId === attestation.packageId;
const shownNames = 10;
function listsLess(dropped) {
    const more = dropped.length > shownNames ? ` and ${dropped.length - shownNames} more` : '';
    return new core_error/* ReleaseSigningError */.B('attestation-lists-less', `the attestation on the release lists files that this run does not sign: ${dropped.slice(0, shownNames).join(', ')}${more}`, {
        hint: 'Sign all files of the release in one run, after all have been built. If they are no longer part of it, delete the attestation from the release first.',
    });
}
async function judgeSignature(signature, artifact, { algorithm, chain }, files) {
    const { key } = chain.leaf.publicKey;
    const { valid } = await files.checkSignatures(artifact.path, signature, [{ algorithm, key }]);
    return valid[0] === true ? equal : foreign('it is no signature over the artifact by the key of this run');
}

;// CONCATENATED MODULE: ./build/release/publish/publish-decisions.js








async function decidePublishing(plan, digests, tools) {
    const byPath = new Map([...digests, ...tools.plan.unseen].map((digest) => [digest.path, digest]));
    const judge = createExistingJudge(plan, digests, tools);
    const decisions = await (0,in_parallel/* inParallel */.H)(plan.places, limits/* limits */.F.githubRequestsAtOnce, (place) => {
        const existing = plan.assets.get(place.name);
        return place.kind === 'artifact' || place.kind === 'unseen'
            ? decideArtifact(plan, place, existing, byPath.get(place.path))
            : decideSidecar(plan, place, existing, judge);
    });
    checkNothingStale(plan, decisions);
    const left = decisions.filter(({ action }) => action === 'leave').map(({ place }) => place.name);
    return {
        decisions,
        warnings: left.length === 0 ? [] : [`not on the release, and not uploaded without upload-artifacts: ${left.join(', ')}`],
    };
}
function checkNothingStale({ assets, release }, decisions) {
    const replaced = decisions
        .filter(({ place, action, existing }) => place.kind === 'artifact' && action === 'upload' && existing !== undefined)
        .map(({ place }) => place.name);
    if (replaced.length === 0)
        return;
    const handled = new Set(decisions.filter(({ action }) => action !== 'leave').map(({ place }) => place.name));
    const kinds = ['cms', ...sidecar_kind/* rawKinds */.Km];
    const about = replaced.flatMap((name) => kinds.map((kind) => name + sidecar_kind/* sidecarKinds */.jW[kind].suffix));
    const stale = [...assets.keys()].find((name) => !handled.has(name) && (about.includes(name) || name.endsWith(sidecar_kind/* sidecarKinds */.jW.attestation.suffix)));
    if (stale === undefined)
        return;
    throw new core_error/* ReleaseSigningError */.B('sidecar-stale', `${replaced.join(', ')} on the release ${release.tag} would be replaced, and ${stale} is about what was there before`, { hint: 'Make sidecars of this kind, too, or delete it from the release first.' });
}
async function decideArtifact({ upload, release, host }, place, existing, digest) {
    const uploads = upload.artifacts && place.kind === 'artifact';
    if (existing !== undefined) {
        if (await isSame(existing, digest, host))
            return { place, action: 'keep', existing };
        if (isClosed(release))
            throw publish_plan_closed(release, `${place.name} on it is another file than ${place.path}`);
        if (!uploads || !upload.overwrite)
            throw differs(place, existing, release.tag, uploads);
    }
    else if (!uploads) {
        if (!upload.publish)
            return { place, action: 'leave', existing };
        throw new core_error/* ReleaseSigningError */.B('artifact-not-on-release', `the release ${release.tag} would be published without ${place.name}`, { hint: 'Upload it with upload-artifacts, or put it on the draft before signing.' });
    }
    checkSize(place, digest?.size ?? 0);
    return { place, action: 'upload', existing };
}
async function isSame(existing, artifact, host) {
    const { digests = {}, size } = artifact ?? {};
    const hash = algorithm/* hashes */.RY.find(({ name }) => digests[name] !== undefined)?.name;
    const digest = hash === undefined ? undefined : digests[hash];
    if (hash === undefined || digest === undefined) {
        throw new core_error/* ReleaseSigningError */.B('internal', `${existing.name} has no digest to compare`);
    }
    return (size === undefined || size === existing.size) && (await host.digest(existing, hash)) === (0,core_bytes/* bytesToHex */.My)(digest);
}
function checkSize({ path }, size) {
    if (size === 0) {
        throw new core_error/* ReleaseSigningError */.B('asset-empty', `${path} is empty, and GitHub takes no empty files`, {
            hint: 'Leave it out of the artifacts, or put it into an archive.',
        });
    }
    if (size < limits/* limits */.F.releaseAssetBytes)
        return;
    throw new core_error/* ReleaseSigningError */.B('asset-too-large', `${path} has ${size} bytes, and GitHub takes less than 2 GiB`, {
        hint: 'Split it, or compress it more.',
    });
}
function differs(place, existing, tag, uploads) {
    const by = existing.uploader === undefined ? '' : ` by ${existing.uploader}`;
    return new core_error/* ReleaseSigningError */.B('asset-differs', `the release ${tag} has another file of the name ${place.name}, uploaded${by} at ${existing.updatedAt.toISOString()}, than ${place.path}`, {
        hint: uploads
            ? 'Find out which is right. overwrite: true replaces the one on the release.'
            : 'Find out which is right. upload-artifacts: true with overwrite: true replaces the one on the release.',
    });
}
async function decideSidecar({ upload, release }, place, existing, judge) {
    if (existing === undefined)
        return { place, action: 'upload', existing };
    const { isOurs, isEqual, problem } = await judge(place, existing);
    if (!release.draft && isEqual)
        return { place, action: 'keep', existing };
    if (isClosed(release))
        throw publish_plan_closed(release, `${place.name} on it is not what this run would make: ${problem}`);
    if (upload.overwrite)
        return { place, action: 'upload', existing };
    if (!isOurs) {
        throw new core_error/* ReleaseSigningError */.B('sidecar-foreign', `the release ${release.tag} has a file in the place of a sidecar that is not one of ours, ${place.name}: ${problem}`, { hint: 'Delete it, or let overwrite: true replace it.' });
    }
    if (release.draft)
        return { place, action: 'upload', existing };
    throw new core_error/* ReleaseSigningError */.B('sidecar-published', `the release ${release.tag} is published, and ${place.name} on it is not what this run would make: ${problem}`, { hint: 'Somebody may rely on it already. overwrite: true replaces it.' });
}

;// CONCATENATED MODULE: ./build/release/publish/publishing.js



async function startPublishing(upload, request, signing, host) {
    const { plan, warnings } = await planPublishing(upload, request, signing, host);
    return {
        warnings,
        async prepare(digests, tools) {
            if (plan === undefined)
                return undefined;
            const { decisions, warnings } = await decidePublishing(plan, digests, tools);
            const { id, tag, url, draft } = plan.release;
            const wouldUpload = decisions.filter(({ action }) => action === 'upload').map(({ place }) => place.name);
            return {
                warnings,
                foreseen: { id, tag, url, draft, assets: [], wouldUpload },
                publish: (files) => publish({ plan, decisions, digests, files, progress: tools.ports.progress }),
            };
        },
    };
}


/***/ })

};
;