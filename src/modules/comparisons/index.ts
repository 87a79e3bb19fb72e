/** What other modules may use of comparisons. Everything else in this folder is private. */
export {}
