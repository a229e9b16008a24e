"use strict";
exports.id = 911;
exports.ids = [911];
exports.modules = {

/***/ 9911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createProxiedFetch: () => (/* binding */ createProxiedFetch)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9797);
/* harmony import */ var _proxy_refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7342);





const longestChain = 20;
function createProxiedFetch(settings) {
    const options = { keepAlive: true, proxyEnv: { ...settings } };
    const plain = new (node_http__WEBPACK_IMPORTED_MODULE_0___default().Agent)(options);
    const secure = new (node_https__WEBPACK_IMPORTED_MODULE_1___default().Agent)(options);
    const open = ({ url, method, headers, signal }) => {
        const how = { method, headers: Object.fromEntries(headers), signal };
        return url.startsWith('https:')
            ? node_https__WEBPACK_IMPORTED_MODULE_1___default().request(url, { ...how, agent: secure })
            : node_http__WEBPACK_IMPORTED_MODULE_0___default().request(url, { ...how, agent: plain });
    };
    const send = async (request, isStream) => {
        const { body, signal } = request;
        const whole = body === null || isStream ? undefined : Buffer.from(await request.arrayBuffer());
        try {
            return await new Promise((resolve, reject) => {
                const sent = open(request).once('response', resolve).once('error', reject);
                if (body !== null && isStream)
                    (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(body, sent).catch(reject);
                else
                    sent.end(whole);
            });
        }
        catch (cause) {
            signal.throwIfAborted();
            throw refusedTunnel(cause, request) ?? failed(cause);
        }
    };
    return async (input, init) => {
        let request = new Request(input, init);
        const isStream = init?.body instanceof ReadableStream;
        for (let hops = 0;; hops++) {
            const message = await send(request, isStream);
            const { statusCode = 0 } = message;
            const { location } = message.headers;
            const moved = [301, 302, 303, 307, 308].includes(statusCode) && location !== undefined;
            if (!moved || request.redirect === 'manual')
                return answer(message, statusCode, request.signal);
            message.destroy();
            if (request.redirect === 'error' || hops === longestChain || !['GET', 'HEAD'].includes(request.method)) {
                throw failed(new Error('unexpected redirect'));
            }
            request = redirected(request, new URL(location, request.url));
        }
    };
}
function refusedTunnel(cause, { url }) {
    const refusal = (0,_proxy_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .proxyRefusal */ .v)(cause);
    if (refusal === undefined)
        return undefined;
    const { host } = new URL(url);
    return new _core_error_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseSigningError */ .B('proxy-refused', `the proxy does not let a connection to ${host} through: status ${refusal.status}`, { hint: (0,_proxy_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .proxyHint */ .C)(refusal.status, host), cause });
}
const failed = (cause) => new TypeError('fetch failed', { cause });
function redirected({ url, method, headers, signal, redirect }, to) {
    const kept = new Headers(headers);
    if (to.origin !== new URL(url).origin)
        for (const name of ['authorization', 'cookie'])
            kept.delete(name);
    return new Request(to, { method, headers: kept, signal, redirect });
}
function answer(message, status, signal) {
    const headers = new Headers();
    for (const [name, values = []] of Object.entries(message.headersDistinct)) {
        for (const value of values)
            headers.append(name, value);
    }
    async function* body() {
        try {
            yield* message;
        }
        catch (cause) {
            signal.throwIfAborted();
            throw new TypeError('terminated', { cause });
        }
    }
    const isEmpty = [204, 205, 304].includes(status);
    if (isEmpty)
        message.resume();
    return new Response(isEmpty ? null : ReadableStream.from(body()), { status, headers });
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


/***/ })

};
;