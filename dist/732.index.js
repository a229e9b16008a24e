"use strict";
exports.id = 732;
exports.ids = [732];
exports.modules = {

/***/ 1732:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   moreCommands: () => (/* binding */ moreCommands)
/* harmony export */ });
const moreCommands = [];


/***/ })

};
;