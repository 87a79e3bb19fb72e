import { once } from 'node:events'
import { statfs } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { lastBackup } from '#modules/operations/module.js'
import { auditHead } from '#platform/audit/audit.queries.js'
import type { Config } from '#platform/config.js'
import type { Db } from '#platform/db/db.js'
import { filesIn } from '#platform/db/kept-files.js'
import type { Deps } from '#platform/deps.js'
import type { FileStore } from '#platform/files/file-store.js'
import type { Gauge, Metrics } from '#platform/web/metrics.js'

/** Offers the measurements at their own port, which the public's web server never sees; nothing without METRICS_PORT. */
export async function offerMetrics(
  deps: Deps,
  { host, metricsPort, dataFolder }: Config,
  metrics: Metrics,
): Promise<Server | undefined> {
  if (metricsPort === undefined) return undefined
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    gauges(deps, dataFolder)
      .catch(() => [])
      .then((found) => {
        response.writeHead(200, { 'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8' })
        response.end(metrics.text(found))
      })
  })
  server.listen(metricsPort, host)
  await once(server, 'listening')
  return server
}

function freeBytes(value: number): Gauge {
  return { name: 'frankpledge_disk_free_bytes', help: 'Room that is left on the disk of the data folder.', value }
}

async function gauges({ db }: Deps, dataFolder: string): Promise<Gauge[]> {
  // On PostgreSQL there may be no data folder yet.
  const disk = await statfs(dataFolder).catch(() => undefined)
  const backup = await lastBackup(db)
  const store = db.files && (await filesGauges(db, db.files))
  return [
    { name: 'frankpledge_audit_entries', help: 'Entries of the audit trail.', value: await auditHead(db) },
    {
      name: 'frankpledge_last_backup_time_seconds',
      help: 'When the last daily backup was finished; 0 before the first.',
      value: backup?.finishedAt ? Date.parse(backup.finishedAt) / 1000 : 0,
    },
    ...(disk ? [freeBytes(disk.bavail * disk.bsize)] : []),
    ...(store ?? []),
  ]
}

async function filesGauges(db: Db, store: FileStore): Promise<Gauge[]> {
  return [
    {
      name: 'frankpledge_files_store_answers',
      help: 'Whether the store of files can be used: 1 or 0.',
      value: (await store.problem()) === undefined ? 1 : 0,
    },
    {
      name: 'frankpledge_files_waiting',
      help: 'Files that are in the register and have yet to go to the store.',
      value: (await filesIn(db, 'register')).length,
    },
  ]
}
