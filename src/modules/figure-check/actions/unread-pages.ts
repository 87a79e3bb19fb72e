import type { CheckedDocument } from '#modules/passages/index.js'

/** What to say of pages of which no word was read: a picture, or damage. Nothing where every page has words. */
export function unreadPagesInWords({ pages, text }: Pick<CheckedDocument, 'pages' | 'text'>): string {
  const unread = pages.filter(({ start, end }) => text.slice(start, end).trim() === '').map(({ number }) => number)
  if (unread.length === 0) return ''
  return `No word could be read on ${unread.length === 1 ? 'page' : 'pages'} ${runsOf(unread)}, a picture, empty or damaged: nothing there was checked`
}

/** "3", "9 to 12", "2, 5 to 7 and 9". */
function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
