import { countOf } from '#ui/format.js'

/** How long to wait, in words: "45 seconds", "8 minutes". Rounded up, so that waiting so long is enough. */
export function waitInWords(seconds: number): string {
  return seconds < 90 ? countOf(seconds, 'second') : countOf(Math.ceil(seconds / 60), 'minute')
}
