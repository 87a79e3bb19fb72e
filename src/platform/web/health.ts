import type { FastifyInstance } from 'fastify'
import { auditHead } from '../audit/audit.queries.js'
import type { Deps } from '../deps.js'
import type { Watch } from './watch.js'

const PATIENCE_MS = 2000

/**
 * For whatever starts the server or sends it requests: `/health/live` says that the process answers, `/health/ready` that
 * the register does too and that the server is not about to stop. Neither says anything else.
 */
export function addHealth(app: FastifyInstance, deps: Deps, watch: Watch | undefined): void {
  const options = { config: { rateLimit: false } }
  app.get('/health/live', options, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  )
  app.get('/health/ready', options, async (_request, reply) => {
    const isReady = !watch?.isDraining() && (await registerAnswers(deps))
    reply.code(isReady ? 200 : 503).header('cache-control', 'no-store')
    return reply.send({ status: isReady ? 'ready' : 'not ready' })
  })
}

async function registerAnswers({ db }: Deps): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS).unref()
  })
  const asked = auditHead(db).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late])
}
