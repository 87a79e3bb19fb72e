/** What other modules may use of exports. Everything else in this folder is private. */
export {}
