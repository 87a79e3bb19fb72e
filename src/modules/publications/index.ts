/** What other modules may use of publications. Everything else in this folder is private. */
export {}
