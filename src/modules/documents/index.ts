/** What other modules may use of documents. Everything else in this folder is private. */
export {}
