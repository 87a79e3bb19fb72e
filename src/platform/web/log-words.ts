const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/[^\s"'<>(),;:=@]{1,64}@[^\s"'<>(),;:=@]{1,253}\.[a-z]{2,}/gi, '[e-mail]'],
  [/\?[^\s"')]*/g, '?[query]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[address]'],
  [/(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])/gi, '[address]'],
  // Session tokens, codes and fingerprints: long runs without a break that hold a figure.
  [/(?<![\w/.-])(?=[\w-]*\d)[\w-]{24,}(?![\w/.-])/g, '[token]'],
  // What people typed stands in quotes in messages of databases and parsers.
  [/(["'`])(?:(?!\1).){41,}\1/gs, '$1[text]$1'],
]

/** More of a message helps nobody. */
const MOST_CHARACTERS = 8000

/** A message without what could tell of a person: e-mail and network addresses, tokens, queries, long quoted text. */
export function withoutPersons(message: string): string {
  return PERSONAL.reduce((text, [pattern, stand]) => text.replaceAll(pattern, stand), message.slice(0, MOST_CHARACTERS))
}
