"use strict";
exports.id = 783;
exports.ids = [783];
exports.modules = {

/***/ 2783:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ temporaryDownloadFolder),
/* harmony export */   w: () => (/* binding */ namedDownloadFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9797);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7963);




function namedDownloadFolder(path) {
    const made = tried(path, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { recursive: true })) !== undefined;
    if (tried(path, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path)).length > 0) {
        throw new _core_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseSigningError */ .B('input-invalid', `download-directory: ${path} is not empty`, {
            hint: 'Name a folder that is empty or not there yet.',
        });
    }
    return {
        path,
        keepOnly: (paths) => keepOnly(path, paths),
        discard() {
            keepOnly(path, []);
            if (made)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
        },
    };
}
function temporaryDownloadFolder(base) {
    const path = tried(base, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base, 'kms-release-signing-')));
    return {
        path,
        keepOnly: (paths) => keepOnly(path, paths),
        discard: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true }),
    };
}
function keepOnly(folder, paths) {
    const kept = new Set(paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)));
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        if (!kept.has((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true });
    }
}
function tried(path, work) {
    try {
        return work();
    }
    catch (error) {
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .xU)(error) === undefined ? error : (0,_file_error_js__WEBPACK_IMPORTED_MODULE_3__/* .writeError */ .oG)(path, error);
    }
}


/***/ })

};
;