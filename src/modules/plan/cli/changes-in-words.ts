import type { Change, NodeChange, PlanChange } from '../domain/change.js'
import { moveInWords } from '../domain/move-in-words.js'
import type { Marked } from '../domain/words.js'

/** One line for each change: "[-words that went-]{+words that came+}" inside what stayed. */
export function changesInWords(changes: readonly Change[]): string[] {
  return changes.map((change) => ('id' in change ? nodeLine(change) : planLine(change)))
}

function nodeLine(change: NodeChange): string {
  const name = `${change.levelName} “${change.title}”`
  switch (change.kind) {
    case 'added':
    case 'removed':
      return `${change.kind}: ${name}`
    case 'moved':
      return `moved: ${name}; ${moveInWords(change.from, change.to)}`
    case 'reworded':
      return `reworded: ${name}${wordsText('title', change.markedTitle)}${wordsText('text', change.markedText)}`
    case 'reassigned':
      return `reassigned: ${name}${leadText(change.lead)}${change.supporting.map(supportText).join('')}`
  }
}

function planLine(change: PlanChange): string {
  if (change.kind === 'plan-reworded') return `plan reworded${wordsText(change.what, change.marked)}`
  if (change.kind === 'plan-redated') return `plan redated; ${change.what}: ${change.from} → ${change.to}`
  return `level changed: ${change.before ?? 'none'} → ${change.after ?? 'none'}`
}

function wordsText(what: string, runs: readonly Marked[] | null): string {
  return runs ? `; ${what}: ${runs.map(({ kind, text }) => MARKS[kind].join(text)).join('')}` : ''
}

const MARKS = { kept: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const

function leadText(lead: { from: string | null; to: string | null } | null): string {
  return lead ? `; lead: ${lead.from ?? 'nobody'} → ${lead.to ?? 'nobody'}` : ''
}

function supportText({ before, after }: { before: string | null; after: string | null }): string {
  return `; support: ${before ?? 'none'} → ${after ?? 'none'}`
}
