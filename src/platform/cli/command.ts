import type { Json } from '#kernel/canonical-json.js'
import type { Actor, Permission } from '../actor.js'
import type { Deps } from '../deps.js'

/** What a command is given: what it may use, what was typed, and where to write. */
export type CommandContext = {
  readonly deps: Deps
  /** Whoever runs it on the machine, who may do everything; or the person whom `--as` names, with what they may. */
  readonly actor: Actor
  /** The words after the command's own, in order. */
  readonly args: readonly string[]
  /** `--name value` as given; a flag without a value is 'true'; several values stand on a line each. */
  readonly options: Readonly<Record<string, string>>
  /** Messages to people, on stderr. */
  readonly say: (message: string) => void
  /** A progress bar on stderr; silent when nobody is looking. */
  readonly progress: (label: string, done: number, total: number) => void
}

/** What a command answers. `lines` go to stdout for people, `data` with --json for machines. */
export type CommandAnswer = {
  readonly lines: readonly string[]
  readonly data: Json
  /** Refused: exit code 1. */
  readonly refused?: boolean
}

/** One command of `frankpledge`. The name is the words that call it: 'plan publish'. */
export type Command = {
  readonly name: string
  /** What `--as` must hold to call it; what it then does asks for more where it needs more. */
  readonly permission: Permission
  /** One line for the list of commands. */
  readonly summary: string
  /** How it is called, after its name: '<plan> [--note <text>]'. */
  readonly usage: string
  /** The options it takes, each with what follows: one value, nothing, or every word up to the next option. */
  readonly options?: Readonly<Record<string, 'value' | 'flag' | 'values'>>
  /** The fewest and the most words it takes. */
  readonly arity: readonly [number, number]
  readonly run: (context: CommandContext) => Promise<CommandAnswer>
}

/** What a command does over the register, and the permission that it asks for. */
export type RegisterWork = Pick<Command, 'permission' | 'run'>

/** A command that needs neither the register nor the settings: it works anywhere, on what it is given. */
export type StatelessCommand = Omit<Command, 'run' | 'permission'> & {
  readonly runAlone: (context: Pick<CommandContext, 'args' | 'options' | 'say'>) => Promise<CommandAnswer>
  /** With this option the register is opened too. */
  readonly orWithRegister?: { readonly option: string } & RegisterWork
}
