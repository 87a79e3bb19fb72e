import { countOf } from '#kernel/words.js'
import { type ImportProblem, quoted } from '../domain/sheet.js'

/** So many problems are printed for people, and so many given to machines. */
export const MOST_SHOWN = 200
export const MOST_TOLD = 1000

/** Every problem with its place and its mend, for people. */
export function sayProblems(problems: readonly ImportProblem[], say: (message: string) => void): void {
  say(`${countOf(problems.length, 'problem')}. Nothing was taken in.`)
  for (const { sheet, cell, problem, fix } of problems.slice(0, MOST_SHOWN)) {
    const where = [sheet && `sheet ${quoted(sheet)}`, cell].filter(Boolean).join(', ')
    say(`  ${where ? `${where}: ` : ''}${problem}. ${fix}.`)
  }
  if (problems.length > MOST_SHOWN) say(`  and ${countOf(problems.length - MOST_SHOWN, 'other')}`)
}
