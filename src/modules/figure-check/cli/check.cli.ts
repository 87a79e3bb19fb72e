import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Json } from '#kernel/canonical-json.js'
import type { CommandAnswer, StatelessCommand } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { checkFiles } from '../actions/check-files.js'
import { registerMeasures } from '../actions/register-measures.js'
import type { CheckedFile, GivenFile } from '../domain/file-outcome.js'
import type { RegisterMeasure } from '../domain/register-measure.js'
import { linesFor } from './finding-lines.js'

/** `frankpledge check`: finds the figures in documents that do not add up. */
export const check: StatelessCommand = {
  name: 'check',
  summary: 'Find the figures in documents that do not add up; needs no register',
  usage: '<file>... [--with <other>...] [--register] [--all]',
  options: { with: 'values', register: 'flag', all: 'flag' },
  arity: [1, 1000],
  runAlone: async ({ args, options }) => checked(args, options, []),
  orWithRegister: {
    option: 'register',
    permission: 'figure-check:check',
    run: async ({ deps, args, options }) => checked(args, options, await registerMeasures(deps.db, deps)),
  },
}

type Options = Readonly<Record<string, string>>

async function checked(
  args: readonly string[],
  options: Options,
  register: readonly RegisterMeasure[],
): Promise<CommandAnswer> {
  const others = await Promise.all((options.with ?? '').split('\n').filter(Boolean).map(given))
  const outcomes: CheckedFile[] = []
  for (const name of args) {
    const result = await checkFiles({ files: [await given(name)], others, register })
    if (!result.ok) throw new UsageError(`${result.error.file}: ${result.error.problem}.`)
    outcomes.push(...result.value)
  }
  const hasErrors = outcomes.some(({ findings }) => findings.some(({ verdict }) => verdict === 'error'))
  return {
    lines: outcomes.flatMap((outcome) => linesFor(outcome, options.all === 'true')),
    data: dataOf(outcomes),
    refused: hasErrors,
  }
}

/** One file by name; several as one list of findings, each quote naming its file. */
function dataOf(outcomes: readonly CheckedFile[]): Json {
  const names = outcomes.map(({ file }) => file)
  return {
    document: names.length === 1 ? (names[0] ?? '') : names,
    findings: outcomes.flatMap(({ findings }) => findings),
    claims: outcomes.reduce((sum, { claims }) => sum + claims, 0),
  } as unknown as Json
}

async function given(name: string): Promise<GivenFile> {
  if (name === '-') return { name: 'standard input', bytes: await buffer(process.stdin) }
  try {
    return { name, bytes: await readFile(name) }
  } catch {
    throw new UsageError(`There is no file '${name}' that can be read.`)
  }
}
