import type { FastifyInstance } from 'fastify'
import { auditHead } from '../audit/audit.queries.js'
import type { Deps } from '../deps.js'
import type { FileStore } from '../files/file-store.js'
import type { Watch } from './watch.js'

const PATIENCE_MS = 2000

/**
 * For whatever starts the server or sends it requests: `/health/live` says that the process answers, `/health/ready` that
 * the register does too and that the server is not about to stop. Where files stand in a store it says whether that answers,
 * which keeps no request away: pages go on without it.
 */
export function addHealth(app: FastifyInstance, deps: Deps, watch: Watch | undefined): void {
  const options = { config: { rateLimit: false } }
  app.get('/health/live', options, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  )
  app.get('/health/ready', options, async (_request, reply) => {
    const isReady = !watch?.isDraining() && (await registerAnswers(deps))
    reply.code(isReady ? 200 : 503).header('cache-control', 'no-store')
    const files = deps.db.files && { files: (await storeAnswers(deps.db.files)) ? 'ready' : 'away' }
    return reply.send({ status: isReady ? 'ready' : 'not ready', ...files })
  })
}

function registerAnswers({ db }: Deps): Promise<boolean> {
  return inTime(
    auditHead(db).then(
      () => true,
      () => false,
    ),
  )
}

function storeAnswers(files: FileStore): Promise<boolean> {
  return inTime(files.problem().then((problem) => problem === undefined))
}

function inTime(asked: Promise<boolean>): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS).unref()
  })
  return Promise.race([asked, late])
}
