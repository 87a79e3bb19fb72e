/** What other modules may use of plan reading: nothing yet. The command alone uses it. */
export {}
