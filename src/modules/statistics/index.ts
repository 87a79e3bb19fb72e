/** What other modules may use of statistics. Everything else in this folder is private. */
export {}
