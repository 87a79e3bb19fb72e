/** What other modules may use of formulas. Everything else in this folder is private. */
export {}
