/** What other modules may use of papers that came back: nothing yet. */
export {}
