/** The words of a quote that name its figure, as they stand there, in brackets: " (emergency calls)"; nothing where none does. */
export function namedIn(quote: string, stems: readonly string[]): string {
  const words = quote.match(/\p{L}[\p{L}’'-]*/gu) ?? []
  const named = words.filter((word) => stems.some((stem) => isOf(word.toLowerCase(), stem)))
  const once = named.filter((word, at) => named.findIndex((one) => one.toLowerCase() === word.toLowerCase()) === at)
  return once.length === 0 ? '' : ` (${once.join(' ')})`
}

/** A stem is the beginning of its words: "violenc" of "violence". */
const isOf = (word: string, stem: string) => word.startsWith(stem.length > 5 ? stem.slice(0, -1) : stem)
