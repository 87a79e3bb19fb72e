import type { FastifyInstance } from 'fastify'
import type { Watch } from './watch.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** The id of the account that asks, or 'public'; only the register can tell whose it is. */
    account: string
  }
}

/** What was asked for and not allowed: no permission, a forged or expired form, too many requests. */
const REFUSED = [403, 429]

/**
 * Counts every answer. Logs those that were refused, with the account that asked; and every other where the office
 * wants that: which page, how it ended, how long it took, never who.
 */
export function countRequests(app: FastifyInstance, { metrics, log, logsRequests }: Watch): void {
  app.addHook('onRequest', async (_request, reply) => {
    metrics.underWay(1)
    reply.raw.once('close', () => metrics.underWay(-1))
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'no such page'
    const [method, status, seconds] = [request.method, reply.statusCode, reply.elapsedTime / 1000]
    metrics.answered({ route, method, status, seconds })
    if (REFUSED.includes(status))
      log({ level: 'warn', event: 'refused', method, route, status, account: request.account })
    else if (logsRequests)
      log({ level: 'info', event: 'request', method, route, status, ms: Math.round(reply.elapsedTime) })
  })
}
