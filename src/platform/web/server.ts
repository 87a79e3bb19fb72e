import { createServer } from 'node:http'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { auditHead } from '../audit/audit.queries.js'
import type { Deps } from '../deps.js'
import { countRequests } from './count-requests.js'
import { answerError, answerNotFound } from './error-pages.js'
import { readFormBody } from './form-body.js'
import { addHealth } from './health.js'
import type { WebOptions } from './options.js'
import { type Kept, makeKept, PageCache, send } from './page-cache.js'
import { Respond } from './respond.js'
import type { Route } from './route.js'
import { headersFor } from './security.js'

const BODY_LIMIT = 256 * 1024
/** How long a request may take to arrive, in milliseconds: its headers, and all of it with a file of 20 MB. */
const PATIENCE = { headersTimeout: 20_000, requestTimeout: 120_000, connectionsCheckingInterval: 5000 }
/** There are far fewer; brand sheets have any colour in their names. */
const MOST_ASSETS = 100

/** The whole web application, not yet listening. */
export async function buildServer(options: WebOptions): Promise<FastifyInstance> {
  const cache = new PageCache(options.deps.today)
  const respond = new Respond(options, cache)
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    // Of the one server in front: the address that it added last. What the client wrote before it counts for nothing.
    trustProxy: options.config.trustsProxy && ((_address: string, hop: number) => hop === 0),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // An address that cannot be read: it is answered before any hook has set the headers.
    frameworkErrors: (problem, request, reply) => {
      reply.headers(headersFor(options.config))
      answerError(respond, problem, request, reply).catch(() => reply.raw.destroy())
    },
    // Ready pages leave before anything else is asked: they are the same for everyone.
    serverFactory: (handle) =>
      createServer(PATIENCE, (request, response) => {
        if (!cache.serve(request, response)) handle(request, response)
        else options.watch?.metrics.readyAnswer()
      }),
  })
  await app.register(cookie)
  // A form is the only kind of body there is, in parts where it may send a file: anything else is answered with 415.
  app.removeAllContentTypeParsers()
  await app.register(formbody, { bodyLimit: BODY_LIMIT, parser: readFormBody })
  await app.register(multipart)
  await app.register(rateLimit, { max: options.config.requestsPerMinute, timeWindow: '1 minute' })
  app.decorateRequest('account', 'public')
  if (options.watch) countRequests(app, options.watch)
  setHeaders(app, options)
  addHealth(app, options.deps, options.watch)
  watchRegister(app, cache, options.deps)
  addAssets(app, options)
  for (const route of options.routes) addRoute(app, route, respond)
  app.setNotFoundHandler((request, reply) => answerNotFound(respond, request, reply))
  app.setErrorHandler((problem, request, reply) => answerError(respond, problem, request, reply))
  return app
}

function setHeaders(app: FastifyInstance, { config }: WebOptions): void {
  const headers = headersFor(config)
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
  })
}

/** Another process (the command line) may have changed the register: a look a second costs nothing. */
function watchRegister(app: FastifyInstance, cache: PageCache, deps: Deps): void {
  let known = -1
  const timer = setInterval(() => {
    auditHead(deps.db).then(
      (head) => {
        if (head !== known) cache.changed()
        known = head
      },
      () => cache.changed(),
    )
  }, 1000)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}

/** Styles and fonts change their name when they change, so a browser may keep them for a year. */
function addAssets(app: FastifyInstance, { asset, config }: WebOptions): void {
  const kept = new Map<string, Kept>()
  const headers = {
    ...headersFor(config),
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  }
  app.get<{ Params: { name: string } }>('/assets/:name', { config: { rateLimit: false } }, async (request, reply) => {
    const { name } = request.params
    const found = kept.get(name) ?? keptOf(asset(name), headers)
    if (!found) return reply.callNotFound()
    if (kept.size >= MOST_ASSETS) kept.delete(kept.keys().next().value ?? '')
    kept.set(name, found)
    reply.hijack()
    return send(found, request.raw, reply.raw)
  })
}

function keptOf(file: { type: string; bytes: Buffer } | undefined, headers: Readonly<Record<string, string>>) {
  return file && makeKept({ stamp: '', headers: { ...headers, 'content-type': file.type }, body: file.bytes })
}

function addRoute(app: FastifyInstance, route: Route, respond: Respond): void {
  app.route({
    method: route.hasForm ? ['GET', 'POST'] : ['GET'],
    url: route.path,
    handler: (request: FastifyRequest, reply: FastifyReply) => respond.to(route, request, reply),
  })
}
