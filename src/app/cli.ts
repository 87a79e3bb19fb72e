import { actorByEmail } from '#modules/people/module.js'
import { type Actor, systemActor } from '#platform/actor.js'
import type { CommandAnswer, RegisterWork, StatelessCommand } from '#platform/cli/command.js'
import { progressOn } from '#platform/cli/progress.js'
import {
  type Call,
  EXIT,
  exitFor,
  helpFor,
  helpOn,
  runFor,
  UsageError,
  understand,
  written,
} from '#platform/cli/run.js'
import { type Config, config } from '#platform/config.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { depsOver, permissionsByRole } from './application.js'
import { type AnyCommand, COMMANDS } from './commands.js'
import { openRegister } from './open-register.js'

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
function overRegister({ orWithRegister }: StatelessCommand, options: Call<AnyCommand>['options']) {
  return orWithRegister && options[orWithRegister.option] !== undefined ? orWithRegister : undefined
}

async function answerTo({ command, args, options, as }: Call<AnyCommand>): Promise<CommandAnswer> {
  const isAlone = 'runAlone' in command && !overRegister(command, options)
  if (isAlone && as) throw new UsageError(`'${command.name}' is done in somebody's name only with the register`)
  if (isAlone) return command.runAlone({ args, options, say })
  const settings = settingsOrUsage()
  if ('runOnHost' in command) return command.runOnHost({ config: settings, args, options, say })
  const work: RegisterWork | undefined = 'runAlone' in command ? overRegister(command, options) : command
  if (!work) throw new UsageError(`'${command.name}' needs no register`)
  const db = await openRegister(settings)
  try {
    const progress = progressOn(process.stderr)
    const deps = await depsOver(db, settings)
    try {
      const actor = as ? await actorNamed(deps, as) : systemActor()
      return await runFor(work, { deps, actor, args, options, say, progress })
    } finally {
      await deps.lake.close()
    }
  } finally {
    await db.close()
  }
}

/** The person whom `--as` names, with what their roles of today may; the trail says that it was on the command line. */
async function actorNamed(deps: Deps, email: string): Promise<Actor> {
  const actor = await actorByEmail(deps, permissionsByRole(), email)
  if (!actor) throw new NotFound(`Nobody who can sign in has the e-mail address ${email}`)
  return { ...actor, name: `${actor.name} (command line)` }
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
