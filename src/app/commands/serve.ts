import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { UsageError } from '#platform/cli/run.js'
import type { Config } from '#platform/config.js'
import { markServed } from '#platform/db/in-use.js'
import { Metrics } from '#platform/web/metrics.js'
import type { Watch } from '#platform/web/watch.js'
import { buildWeb, depsOver } from '../application.js'
import { MODULES } from '../modules.js'
import { openRegister } from '../open-register.js'
import { scheduleBackups } from '../operations/schedule.js'
import { settleFiles } from '../operations/settle-files.js'
import { offerMetrics } from '../operations/watching.js'
import type { HostCommand } from './host-command.js'

/** `frankpledge serve`: the public site and the staff site, until told to stop. */
export const serve: HostCommand = {
  name: 'serve',
  summary: 'Serve the public site and the staff site',
  usage: '',
  arity: [0, 0],
  runOnHost: async ({ config, say }) => {
    let isDraining = false
    const log = (entry: Readonly<Record<string, unknown>>) =>
      say(JSON.stringify({ at: new Date().toISOString(), ...entry }))
    const { logsRequests } = config
    const watch: Watch = { log, logsRequests, metrics: new Metrics(), isDraining: () => isDraining }
    const db = await openRegister(config)
    const unmark = await markServed(config)
    const deps = await depsOver(db, config)
    const app = await buildWeb(deps, config, watch)
    await listen(app, config)
    const metrics = await offerMetrics(deps, config, watch.metrics)
    const stopBackups = scheduleBackups(deps, config, log)
    const stopSettling = settleFiles(deps, log)
    const greetings = await Promise.all(MODULES.map(({ greeting }) => greeting?.(deps) ?? []))
    for (const line of [...addresses(config), ...greetings.flat(), '', 'Stop with Ctrl+C.']) say(line)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    isDraining = true
    // Told twice, it still finishes; only a second Ctrl+C ends it at once.
    process.on('SIGTERM', () => {})
    say('Stopping: finishing what is under way.')
    stopBackups()
    if (config.drainSeconds > 0) await setTimeout(config.drainSeconds * 1000)
    await app.close()
    await stopSettling()
    metrics?.close()
    await deps.lake.close()
    await unmark()
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
