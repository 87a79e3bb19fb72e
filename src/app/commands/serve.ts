import { once } from 'node:events'
import type { FastifyInstance } from 'fastify'
import { UsageError } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'
import { buildWeb, depsOver } from '../application.js'
import { MODULES } from '../modules.js'
import { openRegister } from '../open-register.js'
import type { HostCommand } from './host-command.js'

/** `frankpledge serve`: the public site and the staff site, until told to stop. */
export const serve: HostCommand = {
  name: 'serve',
  summary: 'Serve the public site and the staff site',
  usage: '',
  arity: [0, 0],
  runOnHost: async ({ config, say }) => {
    const db = await openRegister(config)
    const deps = await depsOver(db, config)
    const app = await buildWeb(deps, config, (entry) => say(JSON.stringify({ at: new Date().toISOString(), ...entry })))
    await listen(app, config)
    const greetings = await Promise.all(MODULES.map(({ greeting }) => greeting?.(deps) ?? []))
    for (const line of [...addresses(config), ...greetings.flat(), '', 'Stop with Ctrl+C.']) say(line)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    say('Stopping: finishing what is under way.')
    await app.close()
    await deps.lake.close()
    await db.close()
    return { lines: [], data: { stopped: true } }
  },
}

async function listen(app: FastifyInstance, config: Config): Promise<void> {
  try {
    await app.listen({ host: config.host, port: config.port })
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new UsageError(
        `Port ${config.port} is taken by another program. Stop it, or choose another: PORT=3001 script/start`,
      )
    }
    if (code === 'EACCES')
      throw new UsageError(`Port ${config.port} needs rights that you do not have. Choose one above 1023.`)
    throw problem
  }
}

function addresses({ publicUrl, host, isSecure }: Config): string[] {
  const isLocal = ['127.0.0.1', 'localhost', '::1'].includes(host)
  return [
    '',
    `Public site  ${publicUrl}/`,
    `Staff site   ${publicUrl}/staff`,
    ...(isLocal || isSecure
      ? []
      : ['', 'Warning: other machines can reach this over plain http. Put https in front and set PUBLIC_URL.']),
  ]
}
