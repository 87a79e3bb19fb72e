import { readFile } from 'node:fs/promises'
import type { Json } from '#kernel/canonical-json.js'
import type { CommandAnswer, StatelessCommand } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { runLimited } from '#platform/limited-process.js'
import type { FoundPart, PartKind } from '../domain/found.js'
import type { PlanReading } from '../jobs/read-plan.child.js'

const CHILD = new URL('../jobs/read-plan.child.js', import.meta.url)
const LIMITS = { megabytes: 1500, seconds: 120 }

/** `frankpledge plan read`: the themes, aims, objectives and priorities that a published plan prints. */
export const readPlanCommand: StatelessCommand = {
  name: 'plan read',
  summary:
    'Find the themes, aims, objectives and priorities in a plan (Word, PDF, HTML, Markdown, text); needs no register',
  usage: '<file>',
  arity: [1, 1],
  runAlone: async ({ args: [name = ''] }) => {
    const answer = await runLimited<PlanReading>(CHILD, { name, bytes: await bytesOf(name) }, LIMITS)
    if (!answer.ok)
      throw new UsageError(`${name}: this file takes more time or memory than a plan should, and was left.`)
    if ('problem' in answer.value) throw new UsageError(`${name}: ${answer.value.problem}.`)
    return answerFor(name, answer.value.title, answer.value.parts)
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

function answerFor(name: string, title: string | null, parts: readonly FoundPart[]): CommandAnswer {
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
      ...(parts.length === 0 ? [`No theme, aim, objective or priority was found in ${name}.`] : []),
    ],
    data: { document: name, title, ...lists } as unknown as Json,
  }
}

function lineFor({ text, theme, span, also }: FoundPart): string {
  const place = span.page === undefined ? `line ${span.line}` : `page ${span.page}`
  const again = also.length > 0 ? `, and ${also.length} more` : ''
  return `  ${theme ? `${theme}: ` : ''}${text}  [${place}${again}]`
}
