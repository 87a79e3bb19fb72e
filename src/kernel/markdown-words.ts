/** Words as Markdown that says just them: no mark in them is read as one. */
export function escapedMarkdown(words: string): string {
  return words
    .replace(/[\\`*_[\]<~|]/g, '\\$&')
    .replace(/:(?=[a-z])/gi, '\\:')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\{(?=#)/g, '\\{')
    .replace(/^([#>+-]|\d+[.)])(?=\s|$)/, escapedOpening)
}

/** A mark that would make a heading, quote or list of its line; of “1.” the full stop is the mark. */
const escapedOpening = (mark: string) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`
