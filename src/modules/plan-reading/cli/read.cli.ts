import { readFile } from 'node:fs/promises'
import type { Json } from '#kernel/canonical-json.js'
import type { CommandAnswer, StatelessCommand } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { readPlanFile } from '../actions/read-plan-file.js'
import type { FoundPart, PartKind } from '../domain/found.js'
import type { MoneyTable } from '../domain/money-rows.js'

/** `frankpledge plan read`: the themes, aims, objectives and priorities that a published plan prints. */
export const readPlanCommand: StatelessCommand = {
  name: 'plan read',
  summary:
    'Find the themes, aims, objectives, priorities and tables of money in a plan (Word, PDF, HTML, text); needs no register',
  usage: '<file>',
  arity: [1, 1],
  runAlone: async ({ args: [name = ''] }) => {
    const read = await readPlanFile({ name, bytes: await bytesOf(name) })
    if (!read.ok) throw new UsageError(`${name}: ${read.error}.`)
    return answerFor(name, read.value)
  },
}

async function bytesOf(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name)
  } catch {
    throw new UsageError(`There is no file '${name}' that can be read.`)
  }
}

/** In the order of the plan’s own levels, each with its heading and its name in the data. */
const KINDS: readonly (readonly [PartKind, string, string])[] = [
  ['vision', 'Vision', 'visions'],
  ['theme', 'Themes', 'themes'],
  ['aim', 'Aims', 'aims'],
  ['outcome', 'Outcomes', 'outcomes'],
  ['objective', 'Objectives', 'objectives'],
  ['priority', 'Priorities', 'priorities'],
  ['commitment', 'Commitments', 'commitments'],
  ['measure', 'Measures', 'measures'],
]

type Read = {
  readonly title: string | null
  readonly parts: readonly FoundPart[]
  readonly money: readonly MoneyTable[]
}

function answerFor(name: string, { title, parts, money }: Read): CommandAnswer {
  const byKind = KINDS.map(([kind, heading, key]) => ({
    heading,
    key,
    found: parts.filter((part) => part.kind === kind),
  }))
  const lists = Object.fromEntries(byKind.map(({ key, found }) => [key, found.map(({ kind: _, ...part }) => part)]))
  return {
    lines: [
      ...byKind
        .filter(({ found }) => found.length > 0)
        .flatMap(({ heading, found }) => ['', `${heading} (${found.length})`, ...found.map(lineFor)]),
      ...money.flatMap(tableLines),
      ...(parts.length === 0 ? [`No theme, aim, objective or priority was found in ${name}.`] : []),
    ],
    data: { document: name, title, ...lists, money } as unknown as Json,
  }
}

function lineFor({ text, theme, span, also }: FoundPart): string {
  const place = placeOf(span)
  const again = also.length > 0 ? `, and ${also.length} more` : ''
  return `  ${theme ? `${theme}: ` : ''}${text}  [${place}${again}]`
}

function tableLines({ title, rows }: MoneyTable): string[] {
  const lines = rows.map(
    ({ label, values, span }) =>
      `  ${label || '(no name)'}: ${values.map(({ column, text }) => (column ? `${column} ${text}` : text)).join('; ')}  [${placeOf(span)}]`,
  )
  return ['', `Money${title ? `: ${title}` : ''} (${rows.length})`, ...lines]
}

const placeOf = (span: FoundPart['span']) => (span.page === undefined ? `line ${span.line}` : `page ${span.page}`)
