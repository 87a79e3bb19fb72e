/** What other modules may use of figure check. Everything else in this folder is private. */
export {}
