import { diffArrays } from 'diff'

/** A run of words that a change kept, took out or put in. */
export type Marked = { readonly kind: 'kept' | 'removed' | 'added'; readonly text: string }

/** Below this share of words kept, marking single words would only confuse: the whole is shown as replaced. */
const KEPT_ENOUGH = 0.3

/**
 * What changed between two texts, word by word; a comma that was added marks the comma and not its word.
 * Kept and removed runs together are the first text exactly; kept and added runs, the second.
 */
export function markWords(before: string, after: string): Marked[] {
  const runs = diffArrays(tokensOf(before), tokensOf(after)).map(
    ({ value, added, removed }): Marked => ({ kind: kindOf(added, removed), text: value.join('') }),
  )
  const kept = runs.filter((run) => run.kind === 'kept').reduce((sum, run) => sum + wordsIn(run.text), 0)
  const share = kept / Math.max(1, Math.min(wordsIn(before), wordsIn(after)))
  return share < KEPT_ENOUGH ? replaced(before, after) : gathered(runs)
}

function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}'’-]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []
}

function wordsIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

function kindOf(added: boolean, removed: boolean): Marked['kind'] {
  if (added) return 'added'
  return removed ? 'removed' : 'kept'
}

function replaced(before: string, after: string): Marked[] {
  if (before === after) return present([{ kind: 'kept', text: after }])
  return present([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
}

/** One removal and one addition for each stretch of change: a lone space between two changes is part of them. */
function gathered(runs: readonly Marked[]): Marked[] {
  const result: Marked[] = []
  let removed = ''
  let added = ''
  const close = () => {
    const blank = sharedBlankEnd(removed, added)
    const cut = (text: string) => text.slice(0, text.length - blank.length)
    result.push({ kind: 'removed', text: cut(removed) }, { kind: 'added', text: cut(added) })
    result.push({ kind: 'kept', text: blank })
    removed = ''
    added = ''
  }
  runs.forEach((run, index) => {
    const isBetween = index > 0 && index < runs.length - 1 && run.text.trim() === ''
    if (run.kind === 'kept' && !isBetween) {
      close()
      result.push(run)
      return
    }
    if (run.kind !== 'added') removed += run.text
    if (run.kind !== 'removed') added += run.text
  })
  close()
  return present(result)
}

/** The blank that both sides of a change end with: it did not change. */
function sharedBlankEnd(removed: string, added: string): string {
  const blank = removed.slice(removed.trimEnd().length)
  return added.endsWith(blank) ? blank : ''
}

function present(runs: readonly Marked[]): Marked[] {
  return runs.filter((run) => run.text !== '')
}
