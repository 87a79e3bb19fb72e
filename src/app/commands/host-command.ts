import type { CommandAnswer } from '#platform/cli/command.js'
import type { CommandShape } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'

/** What a command of the host is given: it opens the register itself, or must not. */
type HostContext = {
  readonly config: Config
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly say: (message: string) => void
}

/** A command about the installation itself rather than about the office's work. */
export type HostCommand = CommandShape & { readonly runOnHost: (context: HostContext) => Promise<CommandAnswer> }
