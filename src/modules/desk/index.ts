/** What other modules may use: nothing. The desk reads the others and is read by people. */
export {}
