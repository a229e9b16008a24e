"use strict";
exports.id = 768;
exports.ids = [768];
exports.modules = {

/***/ 3768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createProxiedFetch: () => (/* binding */ createProxiedFetch)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_1__);


function createProxiedFetch(settings) {
    const options = { keepAlive: true, proxyEnv: { ...settings } };
    const plain = new (node_http__WEBPACK_IMPORTED_MODULE_0___default().Agent)(options);
    const secure = new (node_https__WEBPACK_IMPORTED_MODULE_1___default().Agent)(options);
    return async (input, init) => {
        const request = new Request(input, init);
        const { method, signal } = request;
        const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
        const headers = Object.fromEntries(request.headers);
        const message = await new Promise((resolve, reject) => {
            const sent = request.url.startsWith('https:')
                ? node_https__WEBPACK_IMPORTED_MODULE_1___default().request(request.url, { method, headers, signal, agent: secure })
                : node_http__WEBPACK_IMPORTED_MODULE_0___default().request(request.url, { method, headers, signal, agent: plain });
            sent.once('response', resolve).once('error', reject).end(body);
        }).catch((cause) => {
            signal.throwIfAborted();
            throw new TypeError('fetch failed', { cause });
        });
        const { statusCode = 0 } = message;
        if (statusCode >= 300 && statusCode < 400) {
            message.destroy();
            throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
        }
        return answer(message, statusCode, signal);
    };
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
    const empty = status === 204 || status === 205;
    if (empty)
        message.resume();
    return new Response(empty ? null : ReadableStream.from(body()), { status, headers });
}


/***/ })

};
;