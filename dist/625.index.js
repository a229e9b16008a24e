"use strict";
exports.id = 625;
exports.ids = [625];
exports.modules = {

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

/***/ 5413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createReleaseJudge: () => (/* binding */ createReleaseJudge)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/core/attestation/attestation.js
var attestation_attestation = __webpack_require__(3120);
// EXTERNAL MODULE: ./build/core/attestation/release.js
var attestation_release = __webpack_require__(1155);
// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/core/limits.js
var limits = __webpack_require__(3779);
;// CONCATENATED MODULE: ./build/release/release-reference.js

const releaseReference = ({ release, packageId }) => ({
    repository: (0,attestation_release/* repositoryText */.g_)(release.repository),
    tag: release.tag,
    packageId: packageId ?? null,
});
const releaseKey = ({ release, packageId }) => `${(0,attestation_release/* packageUrl */.EH)(release)} ${packageId ?? ''}`;

;// CONCATENATED MODULE: ./build/release/verify/judge-run.js



function judgeRun(artifacts, complete) {
    const statements = [...new Set(artifacts.flatMap((artifact) => artifact.statements))];
    const [statement] = statements;
    if (statement === undefined)
        return artifacts.map(({ report }) => report);
    const severalReleases = new Set(statements.map(releaseKey)).size > 1;
    const { repository, tag } = releaseReference(statement);
    const someFiles = artifacts.some(({ report }) => report.byDigest !== true);
    const reports = artifacts.map(({ report, statements: own }) => {
        if (!report.verified)
            return report;
        if (severalReleases) {
            return refused(report, {
                code: 'releases-differ',
                message: 'the artifacts of this run belong to different releases',
                hint: 'Verify the artifacts of one release at a time, or name its tag.',
            });
        }
        if (complete && someFiles && report.byDigest === true)
            return refused(report, fileMissing);
        if (own.length > 0)
            return report;
        return refused(report, {
            code: 'subject-unknown',
            message: `it is signed, but no artifact of ${repository} ${tag}, which the others of this run are`,
            hint: 'Verify it in a run of its own if it belongs to no release.',
        });
    });
    return complete ? [...reports, ...missingSubjects(artifacts, statements)] : reports;
}
const refused = (report, refusal) => ({
    ...report,
    ...refusal,
    verified: false,
});
function missingSubjects(artifacts, statements) {
    const missing = new Map();
    for (const statement of statements) {
        const subjectNamed = (0,attestation_attestation/* createSubjectIndex */.Fm)(statement);
        const found = artifacts.filter(({ report, statements: own }) => own.includes(statement) || !report.verified);
        const there = new Set(found.map(({ report }) => subjectNamed((0,external_node_path_.basename)(report.path))));
        for (const subject of statement.subjects) {
            if (!there.has(subject))
                missing.set(subject.name, missingArtifact(subject, statement));
        }
    }
    return [...missing.values()];
}
const fileMissing = {
    code: 'subject-missing',
    message: 'all files of the release are asked for, and of this one there is only a digest',
    hint: 'Get the file from the release, or give digests alone.',
};
const missingArtifact = ({ name, digests: { sha256 = '' } }, statement) => ({
    path: name,
    sha256,
    verified: false,
    release: releaseReference(statement),
    sidecars: [],
    code: 'subject-missing',
    message: 'the release has this artifact, and it is not among those given',
    hint: 'Get it from the release and name it, or do not ask for all with complete.',
});

;// CONCATENATED MODULE: ./build/release/verify/judge-release.js







async function createReleaseJudge(found, request, files, verify) {
    const expected = expectedRelease(request);
    const attestations = [];
    for (const one of found)
        attestations.push({ ...one, ...(await judge(one.path, expected, files, verify)) });
    return {
        hashes: (artifact) => attestations.flatMap(({ isFor, content }) => content !== undefined && isFor(artifact) ? (0,attestation_attestation/* hashesOf */.mU)(content.statement) : []),
        lists: (artifact) => attestations.some(({ isFor, content }) => isFor(artifact) && content?.subjectNamed((0,external_node_path_.basename)(artifact)) !== undefined),
        judge(artifact, byDigest) {
            const sidecars = [];
            const statements = [];
            const hashes = [];
            let inapplicable;
            for (const attestation of attestations) {
                if (!attestation.isFor(artifact.path))
                    continue;
                const { path, content } = attestation;
                const reason = content?.other ??
                    notListed(attestation, artifact) ??
                    (byDigest ? notComparable(attestation, artifact) : undefined);
                if (reason !== undefined) {
                    inapplicable ??= reason;
                    continue;
                }
                const result = withDigests(attestation, artifact, byDigest);
                sidecars.push({ path, kind: 'attestation', ...result });
                const subject = content?.subjectNamed((0,external_node_path_.basename)(artifact.path));
                if (!result.verified || content === undefined || subject === undefined)
                    continue;
                statements.push(content.statement);
                hashes.push(...(0,attestation_attestation/* hashesOfSubject */.Ex)(subject));
            }
            const [statement] = statements;
            return {
                sidecars,
                statements,
                hashes,
                release: statement === undefined ? null : releaseReference(statement),
                inapplicable,
            };
        },
        judgeRun: judgeRun,
        unused(artifacts) {
            const used = new Set(artifacts.flatMap(({ sidecars }) => sidecars.map(({ path }) => path)));
            return attestations.flatMap(({ path }) => used.has(path)
                ? []
                : [`${path}: this attestation is of another release or of other artifacts, and counts for nothing`]);
        },
    };
}
const expectedRelease = ({ repository, repositoryId, tag }) => ({
    repository: repository === undefined ? undefined : (0,attestation_release.parseRepository)(repository),
    repositoryId,
    tag: tag === undefined ? undefined : (0,attestation_release/* parseTag */.ED)(tag),
});
async function judge(path, expected, files, verify) {
    const bytes = await readOrRefuse(path, files);
    let statement;
    const result = await verify(() => {
        if (bytes instanceof core_error/* ReleaseSigningError */.B)
            throw bytes;
        const attestation = (0,attestation_attestation/* parseAttestation */.sI)(bytes);
        statement = attestation.statement;
        return attestation.sidecar;
    });
    if (!result.verified || statement === undefined)
        return { result, content: undefined };
    const other = (0,attestation_attestation/* otherRelease */.uj)(statement, expected);
    return { result, content: { statement, subjectNamed: (0,attestation_attestation/* createSubjectIndex */.Fm)(statement), other } };
}
async function readOrRefuse(path, files) {
    try {
        return await files.read(path, limits/* limits */.F.attestationBytes);
    }
    catch (error) {
        if (error instanceof core_error/* ReleaseSigningError */.B)
            return error;
        throw error;
    }
}
function notListed({ path, content }, artifact) {
    if (content === undefined || content.subjectNamed((0,external_node_path_.basename)(artifact.path)) !== undefined)
        return undefined;
    return new core_error/* ReleaseSigningError */.B('subject-unknown', `the attestation ${path} does not list it`, {
        hint: 'It is no artifact of that release, or was renamed.',
    });
}
function notComparable({ content }, artifact) {
    const subject = content?.subjectNamed((0,external_node_path_.basename)(artifact.path));
    const refusal = subject && refusalOf(() => (0,attestation_attestation/* checkGivenDigests */.tK)(subject, artifact.digests));
    return refusal?.code === 'digest-not-given' ? refusal : undefined;
}
function withDigests({ result, content }, { path, digests }, byDigest) {
    const subject = content?.subjectNamed((0,external_node_path_.basename)(path));
    if (subject === undefined)
        return result;
    const refusal = refusalOf(() => (byDigest ? attestation_attestation/* checkGivenDigests */.tK : attestation_attestation/* checkDigests */.ic)(subject, digests));
    if (refusal === undefined)
        return result;
    const { code, hint } = refusal;
    return { ...result, verified: false, code, message: (0,core_error/* fullMessage */.P)(refusal), ...(hint === undefined ? {} : { hint }) };
}
function refusalOf(check) {
    try {
        check();
        return undefined;
    }
    catch (error) {
        if (error instanceof core_error/* ReleaseSigningError */.B)
            return error;
        throw error;
    }
}


/***/ })

};
;