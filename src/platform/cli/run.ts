import { parseArgs } from 'node:util'
import { type Permission, requirePermission } from '../actor.js'
import { damageIn, damageInWords } from '../db/damage.js'
import { Conflict, Forbidden, NotFound, Obstacle } from '../errors.js'
import { machineReason } from '../machine-reasons.js'
import type { Command, CommandAnswer, CommandContext, RegisterWork } from './command.js'

/** What a command ends with, for scripts: the same kinds as the pages answer. */
export const EXIT = { done: 0, refused: 1, usage: 2, notFound: 3, notAllowed: 4, conflict: 5, bug: 70 } as const

/** The command line could not be understood. */
export class UsageError extends Error {}

/** The part of a command that says how it is called. */
export type CommandShape = Pick<Command, 'name' | 'summary' | 'usage' | 'options' | 'arity'> & {
  readonly permission?: Permission
  readonly orWithRegister?: RegisterWork
}

/** A command line as understood. */
export type Call<C extends CommandShape> = {
  readonly command: C
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly wantsJson: boolean
  /** The e-mail address of whoever it is done for. */
  readonly as?: string
}

/** Does what a command does over the register, if whoever it is done for holds its permission. */
export function runFor({ permission, run }: RegisterWork, context: CommandContext): Promise<CommandAnswer> {
  requirePermission(context.actor, permission)
  return run(context)
}

/** The permission that a command asks for; none for the operator's own, and for those that need no register. */
export const permissionOf = (command: CommandShape): Permission | undefined =>
  command.permission ?? command.orWithRegister?.permission

/** Finds the command that the words call (the longest name wins) and reads its options. */
export function understand<C extends CommandShape>(commands: readonly C[], words: readonly string[]): Call<C> {
  const command = commandFor(commands, words)
  const rest = withNegatives(words.slice(command.name.split(' ').length))
  const common = permissionOf(command) ? { json: 'flag' as const, as: 'value' as const } : { json: 'flag' as const }
  const known = Object.entries({ ...common, ...command.options })
  const options = Object.fromEntries(
    known.map(([name, kind]) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: gathered(rest, command),
      options,
      allowPositionals: true,
      strict: true,
    })
    const [fewest, most] = command.arity
    if (positionals.length < fewest || positionals.length > most) throw new UsageError(usageOf(command))
    const given = Object.entries(values).filter(([name]) => !(name in common))
    return {
      command,
      args: positionals,
      options: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
      wantsJson: values.json === true,
      ...(typeof values.as === 'string' && { as: values.as }),
    }
  } catch (problem) {
    if (problem instanceof UsageError) throw problem
    throw new UsageError(`${problem instanceof Error ? problem.message : String(problem)}\n${usageOf(command)}`)
  }
}

/** `--target -5` as `--target=-5`: a number below nought is a value, never an option. */
function withNegatives(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1)
    if (/^-\d/.test(word) && before?.startsWith('--') && !before.includes('='))
      joined.splice(-1, 1, `${before}=${word}`)
    else joined.push(word)
  }
  return joined
}

/** Puts the words after an option of several values together as one value, a line each: '--with a.pdf b.pdf'. */
function gathered(words: readonly string[], command: CommandShape): string[] {
  const kept: string[] = []
  let values: string[] | undefined
  const many = new Map<string, string[]>()
  for (const word of words) {
    const [, name = '', value] = /^--([a-z-]+)(?:=(.*))?$/.exec(word) ?? []
    if (command.options?.[name] === 'values') {
      values = many.get(name) ?? []
      many.set(name, values)
      if (value) values.push(value)
      continue
    }
    if (name) values = undefined
    if (values) values.push(word)
    else kept.push(word)
  }
  return [...kept, ...[...many].map(([name, each]) => `--${name}=${each.join('\n')}`)]
}

function commandFor<C extends CommandShape>(commands: readonly C[], words: readonly string[]): C {
  const text = `${words.join(' ')} `
  const matches = commands.filter((each) => text.startsWith(`${each.name} `))
  const best = matches.sort((a, b) => b.name.length - a.name.length)[0]
  if (best) return best
  const asked = words
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ')
  throw new UsageError(`There is no command '${asked}'. 'frankpledge help' lists them.`)
}

function usageOf(command: CommandShape): string {
  const common = permissionOf(command) ? '[--as <e-mail address>] [--json]' : '[--json]'
  return `Usage: frankpledge ${command.name}${command.usage ? ` ${command.usage}` : ''} ${common}`
}

/** The list of commands, each with what it does. */
export function helpFor(commands: readonly CommandShape[]): string[] {
  const calls = [...commands].sort((a, b) => (a.name < b.name ? -1 : 1))
  const width = Math.max(...calls.map(({ name }) => name.length))
  return [
    'Usage: frankpledge <command> [--json]',
    '',
    ...calls.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    "'frankpledge <command> --help' says how one is called. Data go to stdout, messages to stderr.",
    'Settings: FRANKPLEDGE_DATA (folder), DATABASE_URL (PostgreSQL), HOST, PORT, PUBLIC_URL, TRUST_PROXY, REQUESTS_PER_MINUTE,',
    'BACKUP_AT, BACKUP_FOLDER, METRICS_PORT, LOG, DRAIN_SECONDS and others: docs/operations/install.md says what each is for.',
  ]
}

const FOLLOWS = { value: ' <value>', values: ' <value>...', flag: '' } as const

/** How one command is called. */
export function helpOn(command: CommandShape): string[] {
  const options = Object.entries(command.options ?? {}).map(([name, kind]) => `--${name}${FOLLOWS[kind]}`)
  const permission = permissionOf(command)
  return [
    command.summary,
    usageOf(command),
    ...(options.length ? [`Options: ${options.join(', ')}, --json`] : []),
    ...(permission
      ? [`With --as: in that person's name, who needs ${permission}. Without: as whoever runs this machine.`]
      : []),
  ]
}

/** Writes an answer: lines for people, JSON for machines. */
export function written(answer: CommandAnswer, wantsJson: boolean): string {
  if (wantsJson) return `${JSON.stringify(answer.data, null, 2)}\n`
  return answer.lines.map((line) => `${line}\n`).join('')
}

/** The exit code and the message for something that was thrown. */
export function exitFor(problem: unknown): { code: number; message: string } {
  const message = problem instanceof Error ? problem.message : String(problem)
  const damage = damageIn(problem)
  if (damage !== undefined) return { code: EXIT.refused, message: damageInWords('The register', damage) }
  const reason = machineReason(problem)
  if (reason !== undefined) return { code: EXIT.refused, message: `${reason}.` }
  if (problem instanceof UsageError) return { code: EXIT.usage, message }
  if (problem instanceof Obstacle) return { code: EXIT.refused, message }
  if (problem instanceof NotFound) return { code: EXIT.notFound, message }
  if (problem instanceof Forbidden) return { code: EXIT.notAllowed, message }
  if (problem instanceof Conflict)
    return { code: EXIT.conflict, message: `Someone else changed ${message} first; nothing was done` }
  return { code: EXIT.bug, message: problem instanceof Error ? (problem.stack ?? message) : message }
}
