/** What other modules may use of disclosure. Everything else in this folder is private. */
export {}
