import { Table } from '#ui/components.js'
import { countOf } from '#ui/format.js'
import type { ImportProblem } from '../domain/sheet.js'

const MOST_SHOWN = 100

/** Every problem with its sheet, its cell and its mend. */
export function ProblemTable({ problems }: { problems: readonly ImportProblem[] }) {
  const shown = problems.slice(0, MOST_SHOWN)
  const more = shown.length < problems.length ? `, the first ${MOST_SHOWN} of them here` : ''
  return (
    <Table
      stacks
      caption={`${countOf(problems.length, 'problem')}${more}. Nothing was taken in`}
      columns={[{ label: 'Where' }, { label: 'Problem' }, { label: 'What to do' }]}
      rows={shown.map(({ sheet, cell, problem, fix }) => [
        [cell, sheet && `in ${sheet}`].filter(Boolean).join(' ') || 'The file',
        problem,
        fix,
      ])}
    />
  )
}
