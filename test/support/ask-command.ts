import type { Json } from '#kernel/canonical-json.js'
import type { Command } from '#platform/cli/command.js'
import { understand } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM } from './deps.js'

/** What a command answered, and what it said to people on the way. */
export type Asked = {
  readonly lines: readonly string[]
  readonly data: Json
  readonly refused?: boolean
  readonly said: readonly string[]
}

/** Runs a command with the words as they are typed, and collects what it says. */
export async function ask(command: Command, deps: Deps, ...words: string[]): Promise<Asked> {
  const said: string[] = []
  const say = (message: string) => void said.push(message)
  const { args, options } = understand([command], [...command.name.split(' '), ...words])
  const answer = await command.run({ deps, actor: SYSTEM, args, options, say, progress: () => {} })
  return { ...answer, said }
}
