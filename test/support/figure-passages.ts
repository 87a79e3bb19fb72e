import { readFileSync } from 'node:fs'

/** A short document of the evaluation set, its marks taken out: what was planted, what is true, and what to compare with. */
export type ShortDocument = {
  readonly text: string
  readonly other?: string
  readonly errors: { readonly kind: string; readonly start: number; readonly end: number }[]
  readonly truths: { readonly start: number; readonly end: number }[]
}

/** Reads a file of passages set apart by ===, `[[kind: …]]` marking what is wrong and `{{…}}` what is right. */
export function shortDocuments(file: string): ShortDocument[] {
  const [, ...passages] = readFileSync(file, 'utf8').trimEnd().split('\n===\n')
  return passages.map((passage) => {
    const [marked = '', other] = passage.split('\n--- with\n')
    const read = unmarked(marked)
    return other === undefined ? read : { ...read, other: unmarked(other).text }
  })
}

const mark = /\[\[([a-z-]+): |\{\{|\]\]|\}\}/g

function unmarked(marked: string): ShortDocument {
  const errors: ShortDocument['errors'] = []
  const truths: ShortDocument['truths'] = []
  let text = ''
  let at = 0
  let open: { kind?: string; start: number } | undefined
  for (const match of marked.matchAll(mark)) {
    text += marked.slice(at, match.index)
    at = match.index + match[0].length
    if (match[0] === '{{') open = { start: text.length }
    else if (match[1]) open = { kind: match[1], start: text.length }
    else if (open?.kind) errors.push({ kind: open.kind, start: open.start, end: text.length })
    else if (open) truths.push({ start: open.start, end: text.length })
  }
  return { text: text + marked.slice(at), errors, truths }
}
