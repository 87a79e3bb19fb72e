import { z } from 'zod'
import { GROUP_KINDS } from '#modules/comparisons/index.js'
import { type NewFigure, parsePeriod, STATUSES } from '#modules/measures/index.js'
import type { GroupInFile } from '../actions/content.js'
import { ContentProblem } from '../actions/making.js'
import { date, key, words } from './fields.js'

/** comparisons/groups.json. */
export const GROUPS_FILE = z.array(
  z
    .object({
      key,
      kind: z.enum(GROUP_KINDS),
      name: words,
      source: words,
      sourceUrl: z.url().nullable(),
      publishable: z.boolean(),
      from: date,
      members: z.array(words),
    })
    .transform(({ key: _, publishable, ...group }): GroupInFile => ({ ...group, isPublishable: publishable })),
)

const HEAD = 'measure,area,period,numerator,denominator,value,status,note'

/** The figures of other areas in one of our own files: no cell of it holds a comma or a quotation mark. */
export function areaFiguresIn(fileName: string, text: string): NewFigure[] {
  const [head, ...rows] = text.trimEnd().split('\n')
  const wrong = (line: number) => new ContentProblem(`example/comparisons/${fileName}: line ${line} cannot be read`)
  if (head !== HEAD) throw wrong(1)
  return rows.map((row, index) => {
    const [measureSlug = '', area = '', code = '', numerator, denominator, value, written, note = ''] = row.split(',')
    const period = parsePeriod(code)
    const status = STATUSES.find((each) => each === written)
    if (!period.ok || !status) throw wrong(index + 2)
    const figures = { numerator: numberIn(numerator), denominator: numberIn(denominator), value: numberIn(value) }
    return { ...figures, measureSlug, area, period: period.value, status, note, interval: null }
  })
}

function numberIn(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell)
}
