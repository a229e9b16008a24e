export const id = 759;
export const ids = [759];
export const modules = {

/***/ 1759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   moreCommands: () => (/* binding */ moreCommands)
/* harmony export */ });
const moreCommands = [];


/***/ })

};
