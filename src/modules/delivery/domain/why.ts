import type { IsoDate } from '#kernel/dates.js'
import { countOf, formatDate, plural } from '#kernel/words.js'
import type { Action } from './action.js'
import type { StatusReport } from './report.js'

/** Each status as it stands in the middle of a sentence. */
export const STATUS_WORDS = {
  complete: 'complete',
  'on-course': 'on course',
  behind: 'behind',
  'not-started': 'not started',
  'not-updated': 'not updated in time',
} as const

type Facts = Omit<StatusReport, 'why' | 'reason'>

/** Why the status is what it is, in a sentence that anyone can check against the milestones and updates. */
export function reasonInWords(action: Action, facts: Facts, isOverridden: boolean, asAt: IsoDate): string {
  if (facts.status === 'not-updated') return silence(action, facts)
  const byMilestones = sentences[facts.computed](action, facts, asAt)
  if (!isOverridden || facts.lastUpdateOn === null) return byMilestones
  const by = `Set by the update of ${formatDate(facts.lastUpdateOn)}.`
  if (facts.computed === facts.status) return `${by} ${byMilestones}`
  return `${by} By its milestones and dates it would be ${STATUS_WORDS[facts.computed]}: ${lowerFirst(byMilestones)}`
}

function silence(action: Action, { lastUpdateOn, computed }: Facts): string {
  if (lastUpdateOn === null) return `No update since it was to start on ${formatDate(action.startsOn)}.`
  return `No update since ${formatDate(lastUpdateOn)}; by its milestones it was ${STATUS_WORDS[computed]}.`
}

type Sentence = (action: Action, facts: Facts, asAt: IsoDate) => string

const sentences: Record<StatusReport['computed'], Sentence> = {
  complete: (_, { milestones }) => {
    const last = milestones
      .flatMap(({ doneOn }) => doneOn ?? [])
      .sort()
      .at(-1)
    const whole = milestones.length === 2 ? 'Both' : `All ${milestones.length}`
    const what = milestones.length === 1 ? 'Its one milestone is done' : `${whole} milestones are done`
    return last ? `${what}${milestones.length === 1 ? ', on' : ', the last on'} ${formatDate(last)}.` : `${what}.`
  },
  behind: (action, { milestones }) => {
    const late = milestones.filter(({ isLate }) => isLate)
    const first = late[0]
    if (!first) return `It was due on ${formatDate(action.dueOn)} and is not complete.`
    const since = `“${first.title}” was due on ${formatDate(first.dueOn)} and is not done.`
    return late.length === 1 ? since : `${late.length} milestones are late. ${since}`
  },
  'not-started': (action, _, asAt) =>
    action.startsOn > asAt
      ? `It starts on ${formatDate(action.startsOn)}.`
      : `It was to start on ${formatDate(action.startsOn)}; no update says yet that it has.`,
  'on-course': (action, { milestones }) => {
    const next = milestones.find(({ doneOn }) => doneOn === null)
    if (!next) return `Nothing is late; it is due on ${formatDate(action.dueOn)}.`
    const done = milestones.filter(({ doneOn }) => doneOn !== null).length
    const count = `${done} of ${countOf(milestones.length, 'milestone')} ${plural(done, 'is', 'are')} done`
    return `${count}; the next, “${next.title}”, is due on ${formatDate(next.dueOn)}.`
  },
}

/** Sentences that open with a quotation keep it; others go on in lower case. */
function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
