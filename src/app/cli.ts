import { systemActor } from '#platform/actor.js'
import type { Command, CommandAnswer, StatelessCommand } from '#platform/cli/command.js'
import { progressOn } from '#platform/cli/progress.js'
import {
  type Call,
  type CommandShape,
  EXIT,
  exitFor,
  helpFor,
  helpOn,
  UsageError,
  understand,
  written,
} from '#platform/cli/run.js'
import { type Config, config } from '#platform/config.js'
import { depsOver } from './application.js'
import { backup } from './commands/backup.js'
import { exportOffice } from './commands/export-office.js'
import type { HostCommand } from './commands/host-command.js'
import { importOffice } from './commands/import-office.js'
import { move } from './commands/move.js'
import { rehearseCommand } from './commands/rehearse.js'
import { restore } from './commands/restore.js'
import { serve } from './commands/serve.js'
import { subjectAccess } from './commands/subject-access.js'
import { verify } from './commands/verify.js'
import { MODULES } from './modules.js'
import { openRegister } from './open-register.js'

type AnyCommand = CommandShape & (Command | StatelessCommand | HostCommand)

const COMMANDS: readonly AnyCommand[] = [
  ...[serve, backup, restore, rehearseCommand, verify, exportOffice, importOffice, move, subjectAccess],
  ...MODULES.flatMap((module) => module.commands),
]

const say = (message: string) => {
  process.stderr.write(`${message}\n`)
}

async function main(words: readonly string[]): Promise<number> {
  const wantsHelp = words.some((word) => word === '--help' || word === '-h') || words[0] === 'help'
  const asked = words.filter((word) => !['--help', '-h', 'help'].includes(word))
  if (asked.length === 0) {
    const help = helpFor(COMMANDS).join('\n')
    if (wantsHelp) process.stdout.write(`${help}\n`)
    else say(help)
    return wantsHelp ? EXIT.done : EXIT.usage
  }
  if (wantsHelp) {
    const said = `${asked.join(' ')} `
    const called = COMMANDS.filter(({ name }) => `${name} `.startsWith(said) || said.startsWith(`${name} `))
    if (called.length === 0) throw new UsageError(`There is no command '${asked.join(' ')}'.`)
    process.stdout.write(`${called.flatMap(helpOn).join('\n')}\n`)
    return EXIT.done
  }
  const call = understand(COMMANDS, asked)
  const answer = await answerTo(call)
  process.stdout.write(written(answer, call.wantsJson))
  return answer.refused ? EXIT.refused : EXIT.done
}

/** What a command that mostly needs no register does over one, when its option asks for that. */
function registerRun(command: StatelessCommand, options: Call<AnyCommand>['options']): Command['run'] | undefined {
  const { orWithRegister } = command
  return orWithRegister && options[orWithRegister.option] !== undefined ? orWithRegister.run : undefined
}

async function answerTo({ command, args, options }: Call<AnyCommand>): Promise<CommandAnswer> {
  if ('runAlone' in command && !registerRun(command, options)) return command.runAlone({ args, options, say })
  const settings = settingsOrUsage()
  if ('runOnHost' in command) return command.runOnHost({ config: settings, args, options, say })
  const run = 'runAlone' in command ? registerRun(command, options) : command.run
  if (!run) throw new UsageError(`'${command.name}' needs no register`)
  const db = await openRegister(settings)
  try {
    const progress = progressOn(process.stderr)
    const deps = await depsOver(db, settings)
    try {
      return await run({ deps, actor: systemActor(), args, options, say, progress })
    } finally {
      await deps.lake.close()
    }
  } finally {
    await db.close()
  }
}

function settingsOrUsage(): Config {
  try {
    return config()
  } catch (problem) {
    throw new UsageError(problem instanceof Error ? problem.message : String(problem))
  }
}

// Whoever reads only the first lines (`… | head`) has what they wanted: no error, and nothing more to say.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (problem) {
  const { code, message } = exitFor(problem)
  say(message)
  process.exitCode = code
}
