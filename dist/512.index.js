"use strict";
exports.id = 512;
exports.ids = [512];
exports.modules = {

/***/ 3512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createReleaseHost: () => (/* binding */ createReleaseHost)
});

// EXTERNAL MODULE: ./build/core/error.js
var core_error = __webpack_require__(9797);
;// CONCATENATED MODULE: ./build/adapters/waiting/patience.js
function createPatience({ now, sleep }, limit) {
    let deadline = 0;
    let pausedUntil = 0;
    let paused = 0;
    let running = 0;
    const progress = () => {
        paused = 0;
        deadline = Math.max(now(), pausedUntil) + limit;
    };
    async function watch(end) {
        while (now() < deadline)
            await sleep(deadline - now(), end);
    }
    return {
        async during(work, gaveUp) {
            if (running++ === 0)
                progress();
            const abort = new AbortController();
            const end = new AbortController();
            try {
                const watched = watch(end.signal).then(() => {
                    const error = gaveUp();
                    abort.abort(error);
                    throw error;
                }, () => new Promise(() => undefined));
                return await Promise.race([work(abort.signal), watched]);
            }
            finally {
                running -= 1;
                end.abort();
            }
        },
        progress,
        pause(milliseconds) {
            const isFirst = pausedUntil <= now();
            const until = now() + milliseconds;
            const more = until - Math.max(now(), pausedUntil);
            if (more <= 0)
                return false;
            deadline += more;
            paused += more;
            pausedUntil = until;
            return isFirst;
        },
        async ready(signal) {
            while (now() < pausedUntil)
                await sleep(pausedUntil - now(), signal);
        },
        paused: () => paused,
    };
}

;// CONCATENATED MODULE: ./build/adapters/github/github-answers.js

function readRelease(value) {
    const release = fields(value, 'release');
    const uploadUrl = release.text('upload_url').replace(/\{.*$/, '');
    if (!URL.canParse(uploadUrl))
        throw invalid('release', 'upload_url');
    return {
        id: release.whole('id'),
        tag: release.text('tag_name'),
        url: release.text('html_url'),
        uploadUrl,
        draft: release.flag('draft'),
        prerelease: release.flag('prerelease'),
        immutable: release.get('immutable') === true,
        targetCommitish: release.text('target_commitish'),
    };
}
function readAsset(value) {
    const asset = fields(value, 'asset');
    const uploader = asset.get('uploader');
    const login = uploader === null || uploader === undefined ? undefined : fields(uploader, 'uploader').text('login');
    return {
        id: asset.whole('id'),
        name: asset.text('name'),
        size: asset.whole('size'),
        uploaded: asset.text('state') === 'uploaded',
        sha256: sha256Of(asset.get('digest')),
        uploader: login,
        createdAt: asset.date('created_at'),
        updatedAt: asset.date('updated_at'),
        url: asset.text('browser_download_url'),
    };
}
const readDate = (value, name) => fields(value, name).date(name);
function readList(value, read) {
    if (!Array.isArray(value))
        throw invalid('list', 'it is none');
    return value.map(read);
}
function sha256Of(digest) {
    const [, hex] = typeof digest === 'string' ? (/^sha256:([0-9a-f]{64})$/i.exec(digest) ?? []) : [];
    return hex?.toLowerCase();
}
function fields(value, what) {
    if (typeof value !== 'object' || value === null)
        throw invalid(what, 'it is no object');
    const get = (name) => Reflect.get(value, name);
    return {
        get,
        text(name) {
            const text = get(name);
            if (typeof text !== 'string')
                throw invalid(what, name);
            return text;
        },
        whole(name) {
            const number = get(name);
            if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0)
                throw invalid(what, name);
            return number;
        },
        flag(name) {
            const flag = get(name);
            if (typeof flag !== 'boolean')
                throw invalid(what, name);
            return flag;
        },
        date(name) {
            const text = get(name);
            const date = new Date(typeof text === 'string' ? text : Number.NaN);
            if (Number.isNaN(date.getTime()))
                throw invalid(what, name);
            return date;
        },
    };
}
const invalid = (what, member) => new core_error/* ReleaseSigningError */.B('github-answer-invalid', `GitHub's answer is not what it describes: ${what}, ${member}`, {
    hint: 'Check GITHUB_API_URL: is it the REST API, and is anything between here and GitHub?',
});

// EXTERNAL MODULE: ./build/adapters/files/file-error.js
var file_error = __webpack_require__(7963);
;// CONCATENATED MODULE: ./build/adapters/github/github-errors.js


const isGitHubFailure = (error) => Object(error).name === 'HttpError';
function refusalWithin(error) {
    let at = error;
    for (let depth = 0; depth < 6; depth++) {
        if (at instanceof core_error/* ReleaseSigningError */.B)
            return at;
        at = Object(at).cause;
    }
    return undefined;
}
function githubFailure(error) {
    const { message, response, cause } = Object(error);
    const inner = Object(cause).cause;
    const network = (0,file_error/* systemCode */.xU)(error) ?? (0,file_error/* systemCode */.xU)(cause) ?? (0,file_error/* systemCode */.xU)(inner);
    const text = typeof message === 'string' ? message : '';
    return {
        status: typeof response?.status === 'number' ? response.status : undefined,
        message: response === undefined ? (network ?? text) : serverMessage(response.data) || text,
        reasons: reasonsIn(response?.data),
        header(name) {
            const value = response?.headers?.[name];
            return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
        },
    };
}
const serverMessage = (data) => {
    const { message } = Object(data);
    return typeof message === 'string' ? message : '';
};
function reasonsIn(data) {
    const { errors } = Object(data);
    if (!Array.isArray(errors))
        return [];
    return errors.flatMap((one) => {
        const { code, message } = Object(one);
        return [code, message].filter((text) => typeof text === 'string');
    });
}
function mayPass(error) {
    if (!isGitHubFailure(error) || refusalWithin(error) !== undefined)
        return false;
    const { status } = githubFailure(error);
    return status === undefined || status >= 500 || status === 408 || status === 409;
}
function pauseAskedFor({ status, message, header }, now) {
    if (status !== 403 && status !== 429)
        return undefined;
    const seconds = header('retry-after');
    if (seconds !== undefined && /^\d{1,9}$/.test(seconds))
        return Math.max(1, Number(seconds)) * 1000;
    const reset = Number(header('x-ratelimit-reset') ?? Number.NaN);
    if (header('x-ratelimit-remaining') === '0' && Number.isFinite(reset)) {
        return Math.max(1000, reset * 1000 - now.getTime() + 1000);
    }
    return status === 429 || /secondary rate|rate limit/i.test(message) ? 60_000 : undefined;
}
function githubError(error, call) {
    const refusal = refusalWithin(error);
    if (refusal !== undefined)
        return refusal;
    if (!isGitHubFailure(error))
        return error;
    const failure = githubFailure(error);
    const { code, message, hint } = explain(failure, call);
    const id = failure.header('x-github-request-id');
    const text = `GitHub: cannot ${call.doing}: ${message}${id === undefined ? '' : ` (request ${id})`}`;
    return new core_error/* ReleaseSigningError */.B(code, withoutSecret(text, call.token), { hint, cause: traceOf(error, call.token) });
}
const withoutSecret = (text, token) => token === undefined || token === '' ? text : text.replaceAll(token, '***');
function traceOf(error, token, depth = 0) {
    if (!(error instanceof Error) || depth > 5)
        return undefined;
    const trace = new Error(withoutSecret(error.message, token), { cause: traceOf(error.cause, token, depth + 1) });
    trace.name = error.name;
    trace.stack = withoutSecret(error.stack ?? '', token);
    return trace;
}
function explain(failure, { repository, permission }) {
    const { status, message } = failure;
    const answered = `it answers ${status}${message === '' ? '' : `: ${message}`}`;
    if (status === undefined) {
        return {
            code: 'github-unavailable',
            message: message === '' ? 'it does not answer' : message,
            hint: 'Check GITHUB_API_URL and the network, and https://www.githubstatus.com; then run it again.',
        };
    }
    if (pauseAskedFor(failure, new Date(0)) !== undefined) {
        return {
            code: 'github-rate-limited',
            message: answered,
            hint: 'The limit of requests for this token is used up for longer than is waited for. Run it again later.',
        };
    }
    switch (status) {
        case 401:
            return {
                code: 'github-token-refused',
                message: answered,
                hint: 'The token is wrong or has expired. In a workflow leave github-token out; on a command line set GH_TOKEN.',
            };
        case 403:
            return {
                code: 'github-access-denied',
                message: answered,
                hint: `The job needs \`permissions: { ${permission} }\`, or the token the same for ${repository}.`,
            };
        case 404:
            return {
                code: 'github-not-found',
                message: answered,
                hint: `Check the name ${repository}. To a token that may not see it, GitHub says the same: it needs ${permission}.`,
            };
        default:
            return status >= 500
                ? {
                    code: 'github-unavailable',
                    message: answered,
                    hint: 'See https://www.githubstatus.com, and run it again: it goes on where it stopped.',
                }
                : {
                    code: 'github-refused',
                    message: [answered, ...failure.reasons].join('; '),
                    hint: 'GitHub does not take this request; what it says is why.',
                };
    }
}

;// CONCATENATED MODULE: ./build/adapters/github/github-client.js



const answerTimeout = 30_000;
const longestPause = 75 * 60_000;
const defaultRetries = 5;
const lastingFailures = [400, 401, 403, 404, 410, 413, 422, 429, 451];
function createGitHubClient(options) {
    const { patience, clock } = options;
    let loaded;
    return {
        async request(route, parameters, { signal, fetch, retries, stream }) {
            loaded ??= loadOctokit(options);
            const octokit = await loaded;
            for (;;) {
                await patience.ready(signal);
                try {
                    const { status, data } = await octokit.request(route, {
                        ...parameters,
                        request: {
                            signal,
                            fetch: fetch ?? wholeAnswers(options.fetch, options.timers),
                            ...(retries === undefined ? {} : { retries }),
                            parseSuccessResponseBody: stream !== true,
                        },
                    });
                    return { status, data };
                }
                catch (error) {
                    const pause = pauseAskedFor(githubFailure(error), clock());
                    if (pause === undefined || patience.paused() + pause > longestPause)
                        throw error;
                    if (patience.pause(pause))
                        options.paused?.(Math.ceil(pause / 1000));
                }
            }
        },
    };
}
async function loadOctokit({ apiUrl, token, retryWait }) {
    const { Octokit, retry, throttling } = await Promise.all(/* import() */[__webpack_require__.e(339), __webpack_require__.e(851)]).then(__webpack_require__.bind(__webpack_require__, 5851));
    const nothing = () => undefined;
    return new (Octokit.plugin(retry, throttling))({
        baseUrl: apiUrl.replace(/\/+$/, ''),
        userAgent: 'kms-release-signing',
        ...(token === undefined ? {} : { auth: token }),
        log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
        retry: {
            doNotRetry: lastingFailures,
            retries: defaultRetries,
            ...(retryWait === undefined ? {} : { retryAfterBaseValue: retryWait }),
        },
        throttle: isPaced(apiUrl) ? { onRateLimit: nothing, onSecondaryRateLimit: nothing } : { enabled: false },
    });
}
function isPaced(apiUrl) {
    const { hostname } = new URL(apiUrl);
    return hostname === 'api.github.com' || hostname.endsWith('.ghe.com');
}
function wholeAnswers(fetch, timers) {
    return (input, init) => patientFetch(fetch, createPatience(timers, answerTimeout), input, init, async (answer) => {
        if (answer.body === null)
            return answer;
        return new Response(await answer.arrayBuffer(), answer);
    });
}
function checkAddress({ protocol, host }, server) {
    if (protocol === 'https:' || protocol === server.protocol)
        return;
    throw new core_error/* ReleaseSigningError */.B('github-answer-invalid', `GitHub: it sends us to ${protocol}//${host}`, {
        hint: 'Without TLS what is sent could be read on the way. Check GITHUB_API_URL.',
    });
}
function patientFetch(fetch, patience, input, init, read) {
    return patience.during(async (signal) => {
        const signals = init?.signal ? [signal, init.signal] : [signal];
        return read(await fetch(input, { ...init, signal: AbortSignal.any(signals) }));
    }, () => new TypeError('no answer in time'));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/adapters/github/github-transfers.js
const idleTimeout = 60_000;

;// CONCATENATED MODULE: ./build/adapters/github/github-download.js









const attempts = 5;
const longestWait = 30_000;
class BrokenTransfer extends Error {
}
function createDownloads(downloads) {
    const { operation, timers, retryWait = 1000 } = downloads;
    const transfer = (asset, into) => operation({ doing: `download ${asset.name}`, permission: 'contents: read' }, async (signal) => {
        for (let attempt = 1;; attempt++) {
            try {
                return await into((sink) => receive(downloads, asset, sink, signal));
            }
            catch (error) {
                const isBroken = error instanceof BrokenTransfer;
                if (!isBroken && !mayPass(error))
                    throw error;
                if (attempt >= attempts)
                    throw isBroken ? broken(asset, error.message) : error;
                await timers.sleep(Math.min(longestWait, retryWait * 2 ** (attempt - 1)), signal);
            }
        }
    });
    return {
        download: (asset, path) => transfer(asset, (receive) => writeWhole(path, receive)),
        read: (asset, maximum) => transfer(asset, async (receive) => {
            if (asset.size > maximum) {
                throw new core_error/* ReleaseSigningError */.B('limit-exceeded', `${asset.name}: ${asset.size} bytes, at most ${maximum} are read`);
            }
            const parts = [];
            await receive({
                write: async (bytes) => {
                    parts.push(bytes);
                },
            });
            return Buffer.concat(parts);
        }),
        async digest(asset, name) {
            if (name === 'sha256' && asset.sha256 !== undefined)
                return asset.sha256;
            return transfer(asset, async (receive) => {
                const hash = (0,external_node_crypto_.createHash)(name);
                await receive({
                    write: async (bytes) => {
                        hash.update(bytes);
                    },
                });
                return hash.digest('hex');
            });
        },
    };
}
async function receive({ client, fetch, timers, patience, place }, asset, sink, signal) {
    const attempt = createPatience(timers, idleTimeout);
    const { data } = await client.request('GET /repos/{owner}/{repo}/releases/assets/{asset_id}', { ...place, asset_id: asset.id, headers: { accept: 'application/octet-stream' } }, {
        signal,
        stream: true,
        retries: 0,
        fetch: (input, init) => followed(fetch, attempt, input, init),
    });
    if (!(data instanceof ReadableStream))
        throw new BrokenTransfer('the answer has no body');
    return attempt.during(async (idle) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let size = 0;
        try {
            for await (const bytes of chunks(data, AbortSignal.any([signal, idle]))) {
                size += bytes.length;
                if (size > asset.size)
                    throw new BrokenTransfer(`more than ${asset.size} bytes came`);
                hash.update(bytes);
                await sink.write(bytes);
                attempt.progress();
                patience.progress();
            }
        }
        catch (error) {
            if (error instanceof core_error/* ReleaseSigningError */.B || error instanceof BrokenTransfer)
                throw error;
            throw new BrokenTransfer(`it broke off after ${size} of ${asset.size} bytes`);
        }
        if (size !== asset.size)
            throw new BrokenTransfer(`${size} of ${asset.size} bytes came`);
        const sha256 = hash.digest('hex');
        if (asset.sha256 !== undefined && asset.sha256 !== sha256) {
            throw new BrokenTransfer(`its SHA-256 is ${sha256}, and GitHub says ${asset.sha256}`);
        }
        return sha256;
    }, () => new BrokenTransfer('nothing came for a minute'));
}
const longestChain = 5;
async function followed(fetch, attempt, input, init) {
    const ask = (url, options) => patientFetch(fetch, attempt, url, { ...options, redirect: 'manual' }, async (answer) => answer);
    const start = new URL(input instanceof Request ? input.url : input);
    let answer = await ask(input, init);
    let url = start;
    for (let length = 0; answer.status >= 300 && answer.status < 400; length++) {
        const location = answer.headers.get('location');
        await answer.body?.cancel();
        if (location === null || length === longestChain)
            throw new BrokenTransfer('it is sent on to nowhere');
        url = new URL(location, url);
        checkAddress(url, start);
        const isAnother = url.origin !== start.origin;
        answer = await ask(url, isAnother ? { headers: { accept: 'application/octet-stream' }, signal: init?.signal ?? null } : init);
    }
    return answer;
}
async function* chunks(stream, signal) {
    const reader = stream.getReader();
    const cancel = () => void reader.cancel().catch(() => undefined);
    signal.addEventListener('abort', cancel, { once: true });
    try {
        for (;;) {
            const { done, value } = await reader.read();
            if (done)
                break;
            if (!(value instanceof Uint8Array))
                throw new BrokenTransfer('what came is no bytes');
            yield value;
        }
    }
    finally {
        signal.removeEventListener('abort', cancel);
        cancel();
    }
}
async function writeWhole(path, receive) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.kms-release-signing-${(0,external_node_crypto_.randomUUID)()}.tmp`);
    const failed = (error) => {
        throw (0,file_error/* writeError */.oG)(path, error);
    };
    const handle = await (0,promises_.open)(temporary, 'wx').catch(failed);
    try {
        const sha256 = await receive({
            write: async (bytes) => {
                await handle.writeFile(bytes).catch(failed);
            },
        });
        await handle.close();
        await (0,promises_.rename)(temporary, path).catch(failed);
        return { sha256 };
    }
    catch (error) {
        await handle.close().catch(() => undefined);
        await (0,promises_.rm)(temporary, { force: true });
        throw error;
    }
}
const broken = (asset, why) => new core_error/* ReleaseSigningError */.B('asset-mismatch', `GitHub: ${asset.name} cannot be downloaded whole: ${why}`, {
    hint: 'Run it again; if it stays so, upload the file to the release anew.',
});

;// CONCATENATED MODULE: ./build/adapters/github/github-upload.js









const unbuffered = { redirect: 'error', window: null };
const github_upload_longestWait = 30_000;
const mismatches = 2;
const chunkBytes = 256 * 1024;
function createUploads(uploads) {
    const { operation, patience, timers, retryWait = 1000 } = uploads;
    return (release, file) => operation({ doing: `upload ${file.name}`, permission: 'contents: write' }, async (signal) => {
        const { tag } = release;
        let farthest = 0;
        const sent = (bytes) => {
            if (bytes <= farthest)
                return;
            farthest = bytes;
            patience.progress();
        };
        for (let attempt = 0;; attempt++) {
            try {
                const asset = await send(uploads, release, file, sent, signal);
                if (isSame(asset, file))
                    return asset;
                await uploads.deleteAsset(asset, signal);
                if (attempt >= mismatches)
                    throw differs(tag, file, asset, 'it was uploaded, and something else arrived');
                continue;
            }
            catch (error) {
                if (!mayPass(error) && !githubFailure(error).reasons.includes('already_exists'))
                    throw error;
            }
            const found = (await uploads.assetsOf(release, signal)).find(({ name }) => name === file.name);
            if (found?.uploaded) {
                if (isSame(found, file))
                    return found;
                throw differs(tag, file, found, `${found.uploader ?? 'somebody'} uploaded another file of this name meanwhile`);
            }
            if (found !== undefined)
                await uploads.deleteAsset(found, signal);
            await timers.sleep(Math.min(github_upload_longestWait, retryWait * 2 ** attempt), signal);
        }
    });
}
const isSame = ({ name, size, sha256, uploaded }, file) => uploaded && name === file.name && size === file.size && (sha256 === undefined || sha256 === file.sha256);
function differs(tag, file, asset, why) {
    return new core_error/* ReleaseSigningError */.B('asset-mismatch', `GitHub: the release ${tag} has ${asset.name}, ${asset.size} bytes, SHA-256 ${asset.sha256 ?? 'not told'}, where ${file.name}, ${file.size} bytes, SHA-256 ${file.sha256} belongs: ${why}`, { hint: 'Let one run at a time write to the release, and run it again.' });
}
async function send({ client, fetch, timers, apiUrl }, { uploadUrl }, file, sent, signal) {
    const url = new URL(uploadUrl);
    checkAddress(url, new URL(apiUrl));
    url.searchParams.set('name', file.name);
    const { data } = await client.request(`POST ${url}`, { headers: { 'content-type': 'application/octet-stream', 'content-length': file.size } }, {
        signal,
        retries: 0,
        fetch: (input, init) => {
            const attempt = createPatience(timers, idleTimeout);
            const refusal = new AbortController();
            const chunks = chunksOf(file, (bytes) => {
                attempt.progress();
                sent(bytes);
            });
            const body = ReadableStream.from(abortingOnFailure(chunks, refusal));
            const signals = AbortSignal.any([signal, refusal.signal]);
            const options = { ...init, ...unbuffered, body, duplex: 'half', signal: signals };
            return patientFetch(fetch, attempt, input, options, async (answer) => answer.body === null ? answer : new Response(await answer.arrayBuffer(), answer));
        },
    });
    return readAsset(data);
}
async function* abortingOnFailure(chunks, request) {
    try {
        yield* chunks;
    }
    catch (error) {
        request.abort(error);
        throw error;
    }
}
async function* chunksOf(file, progress) {
    const { content, size, sha256 } = file;
    if (typeof content !== 'string') {
        yield content;
        progress(content.length);
        return;
    }
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const handle = await (0,promises_.open)(content, 'r').catch((error) => {
        throw (0,file_error/* readError */.lS)(content, error);
    });
    try {
        let position = 0;
        while (position < size) {
            const { bytesRead, buffer } = await handle
                .read(new Uint8Array(Math.min(chunkBytes, size - position)), 0, undefined, position)
                .catch((error) => {
                throw (0,file_error/* systemCode */.xU)(error) === undefined ? error : (0,file_error/* readError */.lS)(content, error);
            });
            if (bytesRead === 0)
                throw (0,file_error/* changedWhileRead */.a4)(content);
            const chunk = buffer.subarray(0, bytesRead);
            hash.update(chunk);
            position += bytesRead;
            if (position === size && hash.digest('hex') !== sha256)
                throw (0,file_error/* changedWhileRead */.a4)(content);
            yield chunk;
            progress(position);
        }
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./build/adapters/github/github-release.js







const patienceLimit = 120_000;
const pageSize = 100;
const releasePages = 10;
function createReleaseHost(options) {
    const { repository, token, timers } = options;
    const [owner = '', repo = ''] = repository.split('/');
    const patience = createPatience(timers, patienceLimit);
    const client = createGitHubClient({ ...options, patience });
    const place = { owner, repo };
    const operation = async (call, work) => {
        const about = { ...call, repository, token };
        try {
            const result = await patience.during(work, () => gaveUp(about));
            patience.progress();
            return result;
        }
        catch (error) {
            throw githubError(error, about);
        }
    };
    const get = async (route, parameters, signal) => (await client.request(`GET ${route}`, { ...place, ...parameters }, { signal })).data;
    const getById = ({ id }, signal) => get('/repos/{owner}/{repo}/releases/{release_id}', { release_id: id }, signal);
    async function allPages(route, parameters, read, maximum, signal) {
        const items = [];
        for (let page = 1; page <= maximum; page++) {
            const some = readList(await get(route, { ...parameters, per_page: pageSize, page }, signal), read);
            items.push(...some);
            if (some.length < pageSize)
                break;
        }
        return items;
    }
    async function releaseByTag(tag, signal) {
        try {
            return readRelease(await get('/repos/{owner}/{repo}/releases/tags/{tag}', { tag }, signal));
        }
        catch (error) {
            if (githubFailure(error).status !== 404)
                throw error;
            await get('/repos/{owner}/{repo}', {}, signal);
            return undefined;
        }
    }
    const assetsOf = (release, signal) => allPages('/repos/{owner}/{repo}/releases/{release_id}/assets', { release_id: release.id }, readAsset, 11, signal);
    async function deleteAsset({ id }, signal) {
        try {
            await client.request('DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}', { ...place, asset_id: id }, { signal });
        }
        catch (error) {
            if (githubFailure(error).status !== 404)
                throw error;
        }
    }
    return {
        findRelease: (tag) => operation({ doing: `look for the release ${tag}`, permission: 'contents: read' }, async (signal) => {
            const seen = token === undefined
                ? []
                : await allPages('/repos/{owner}/{repo}/releases', {}, readRelease, releasePages, signal);
            const [release, another] = seen.filter((one) => one.tag === tag);
            if (another !== undefined)
                throw ambiguous(tag, repository);
            return release ?? (await releaseByTag(tag, signal));
        }),
        getRelease: (release) => operation({ doing: `read the release ${release.tag}`, permission: 'contents: read' }, async (signal) => readRelease(await getById(release, signal))),
        listAssets: (release) => operation({ doing: `list the files of the release ${release.tag}`, permission: 'contents: read' }, (signal) => assetsOf(release, signal)),
        upload: createUploads({ ...options, client, patience, operation, assetsOf, deleteAsset }),
        deleteAsset: (asset) => operation({ doing: `delete ${asset.name}`, permission: 'contents: write' }, (signal) => deleteAsset(asset, signal)),
        ...createDownloads({ ...options, client, patience, operation, place }),
        publish: (release, wanted) => operation({ doing: `publish the release ${release.tag}`, permission: 'contents: write' }, async (signal) => {
            const route = 'PATCH /repos/{owner}/{repo}/releases/{release_id}';
            const parameters = { ...place, release_id: release.id, ...publishParameters(release, wanted) };
            return readRelease((await client.request(route, parameters, { signal })).data);
        }),
        writePermission: (tag, target) => operation({ doing: 'find out whether it may be written to', permission: 'contents: write' }, async (signal) => {
            try {
                await client.request('POST /repos/{owner}/{repo}/releases/generate-notes', { ...place, tag_name: tag, ...(target === undefined ? {} : { target_commitish: target }) }, { signal });
                return { mayWrite: 'yes' };
            }
            catch (error) {
                return writePermissionOf(error, token, () => get('/repos/{owner}/{repo}', {}, signal));
            }
        }),
        runStartedAt: (runId) => operation({ doing: `read when the run ${runId} began`, permission: 'actions: read' }, async (signal) => readDate(await get('/repos/{owner}/{repo}/actions/runs/{run_id}', { run_id: runId }, signal), 'run_started_at')),
    };
}
const publishParameters = ({ tag }, { prerelease, makeLatest }) => ({
    tag_name: tag,
    draft: false,
    ...(prerelease === undefined ? {} : { prerelease }),
    ...(makeLatest === undefined ? {} : { make_latest: makeLatest }),
});
async function writePermissionOf(error, token, canBeRead) {
    const failure = githubFailure(error);
    const { status, message } = failure;
    if (status === 422)
        return { mayWrite: 'yes' };
    if (pauseAskedFor(failure, new Date(0)) !== undefined)
        throw error;
    if (status === 403)
        return { mayWrite: 'no' };
    if (status === 404) {
        await canBeRead();
        return { mayWrite: 'no' };
    }
    if (status === 401 || status === undefined || mayPass(error))
        throw error;
    const reason = `GitHub answers ${status}${message === '' ? '' : `: ${message}`}`;
    return { mayWrite: 'unknown', reason: withoutSecret(reason, token) };
}
const ambiguous = (tag, repository) => new core_error/* ReleaseSigningError */.B('release-ambiguous', `GitHub: ${repository} has several releases of the tag ${tag}`, {
    hint: 'Delete the drafts that are left over: `gh release list` shows them.',
});
const gaveUp = ({ doing }) => new core_error/* ReleaseSigningError */.B('github-unavailable', `GitHub: cannot ${doing}: nothing has moved for ${patienceLimit / 60_000} minutes`, { hint: 'See https://www.githubstatus.com, and run it again: it goes on where it stopped.' });


/***/ })

};
;