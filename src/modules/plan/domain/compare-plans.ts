import type { PlanChange, PlanDate } from './change.js'
import type { ContentLevel, PlanContent } from './content.js'
import { markWords } from './words.js'

/** What changed in the plan's own words, dates and levels. */
export function comparePlans(before: PlanContent, after: PlanContent): PlanChange[] {
  return [...rewordings(before, after), ...redatings(before, after), ...levelChanges(before.levels, after.levels)]
}

const WORDS = ['title', 'vision', 'bodyName'] as const
const DATES: readonly PlanDate[] = ['electionOn', 'nextElectionOn', 'startsOn']

function rewordings(before: PlanContent, after: PlanContent): PlanChange[] {
  return WORDS.filter((what) => before.plan[what] !== after.plan[what]).map((what) => ({
    kind: 'plan-reworded',
    what,
    marked: markWords(before.plan[what], after.plan[what]),
  }))
}

function redatings(before: PlanContent, after: PlanContent): PlanChange[] {
  return DATES.filter((what) => before.plan[what] !== after.plan[what]).map((what) => ({
    kind: 'plan-redated',
    what,
    from: before.plan[what],
    to: after.plan[what],
  }))
}

function levelChanges(before: readonly ContentLevel[], after: readonly ContentLevel[]): PlanChange[] {
  const old = new Map(before.map((level, index) => [level.id, described(level, index)]))
  const now = new Map(after.map((level, index) => [level.id, described(level, index)]))
  const ids = [...new Set([...old.keys(), ...now.keys()])]
  return ids
    .map((id) => ({ before: old.get(id) ?? null, after: now.get(id) ?? null }))
    .filter((pair) => pair.before !== pair.after)
    .map((pair) => ({ kind: 'level-changed', ...pair }))
}

function described({ name, plural, isTracked, holdsActions }: ContentLevel, index: number): string {
  const names = name === plural ? name : `${name} (${plural})`
  const traits = [isTracked ? 'tracked' : 'not tracked', holdsActions ? 'holds actions' : 'holds no actions']
  return `Level ${index + 1}: ${names}, ${traits.join(', ')}`
}
