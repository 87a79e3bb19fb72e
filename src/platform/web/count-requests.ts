import type { FastifyInstance } from 'fastify'
import type { Watch } from './watch.js'

/** Counts every answer, and logs it where the office wants that: which page, how it ended, how long it took; never who. */
export function countRequests(app: FastifyInstance, { metrics, log, logsRequests }: Watch): void {
  app.addHook('onRequest', async (_request, reply) => {
    metrics.underWay(1)
    reply.raw.once('close', () => metrics.underWay(-1))
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'no such page'
    const [method, status, seconds] = [request.method, reply.statusCode, reply.elapsedTime / 1000]
    metrics.answered({ route, method, status, seconds })
    if (logsRequests) log({ level: 'info', event: 'request', method, route, status, ms: Math.round(reply.elapsedTime) })
  })
}
