/** What other modules may use of national tables. Everything else in this folder is private. */
export {}
