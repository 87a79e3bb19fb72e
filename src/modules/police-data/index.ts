/** What other modules may use of police data. Everything else in this folder is private. */
export {}
