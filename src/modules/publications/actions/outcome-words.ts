import { formatDate } from '#kernel/words.js'
import type { CorrectionOutcome } from './correct-figure.js'

/** What became of a report, in a line. */
export function outcomeWords(outcome: CorrectionOutcome, isPlanned = false): string {
  const { slug, from, to, state } = outcome
  const name = `${slug}, number ${from}`
  if (state === 'reissued')
    return isPlanned ? `${name}: would be reissued as number ${to}` : `${name}: reissued as number ${to}`
  return `${name}: ${state === 'right' ? 'stays' : 'not reissued'}. ${whyNot(outcome)}`
}

/** Why a report was not reissued, and what to do. */
export function whyNot({ state, refusal, problem }: CorrectionOutcome): string {
  if (state === 'right')
    return 'The register has the same figure as it: if that is wrong, put the register right first.'
  if (state === 'changed-words')
    return 'Its words have been changed since, and would go out too: read them, then allow that, or publish it by itself.'
  if (state === 'not-built') return problem ?? 'It could not be built.'
  if (refusal?.code === 'before-election')
    return `Publication is barred before ${refusal.period.election} until ${formatDate(refusal.period.until)}: give a reason.`
  if (refusal?.code === 'open-errors')
    return `Its figures do not add up: ${refusal.open.map(({ message }) => message).join(' ')}`
  if (refusal?.code === 'unfinished')
    return `It is unfinished: ${refusal.problems.map(({ message }) => message).join(' ')}`
  return ''
}
