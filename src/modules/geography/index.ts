/** What other modules may use of geography. Everything else in this folder is private. */
export {}
