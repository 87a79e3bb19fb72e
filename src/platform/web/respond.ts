import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, may, requirePermission } from '../actor.js'
import { Forbidden } from '../errors.js'
import { readFormParts, WrongKind } from './form-parts.js'
import type { WebOptions } from './options.js'
import { encodingFor, type Kept, type PageCache, send } from './page-cache.js'
import type { Answer, FormBody, Route, RouteRequest } from './route.js'
import { comesFromElsewhere, csrfTokenFor, headersFor, isRightToken, newToken } from './security.js'

type Visitor = {
  readonly actor: Actor
  readonly sessionToken?: string
  readonly secret?: string
  readonly browserToken?: string
}

/** A browser is known for half a year after somebody last signed in there, in seconds. */
const KNOWN_FOR = 183 * 86_400

/** Turns requests into answers: who is asking, what the route says, and how that leaves. */
export class Respond {
  readonly options: WebOptions
  readonly #cache: PageCache
  readonly #cookies: { session: string; form: string; notice: string; browser: string }

  constructor(options: WebOptions, cache: PageCache) {
    this.options = options
    this.#cache = cache
    const prefix = options.config.isSecure ? '__Host-' : ''
    const named = (name: string) => `${prefix}${name}`
    this.#cookies = {
      session: named('session'),
      form: named('form'),
      notice: named('notice'),
      browser: named('browser'),
    }
  }

  /** Answers one request to one route. */
  async to(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (isForEveryone(route, request)) return this.#forEveryone(route, request, reply)
    const visitor = await this.#visitor(request)
    request.account = visitor.actor.id
    const csrfToken = csrfTokenFor(visitor.secret ?? this.#newFormSecret(reply))
    const asked = this.#request(request, visitor, csrfToken)
    if ((asked.method === 'POST' || route.onlyFromHere) && comesFromElsewhere(request.headers)) {
      throw new Forbidden('Another website led here, so nothing was done')
    }
    if (visitor.actor.kind === 'public' && !visitor.actor.permissions.has(route.permission)) {
      return reply.redirect(`/sign-in?to=${encodeURIComponent(request.url)}`, 303)
    }
    const { mustFirst } = visitor.actor
    if (mustFirst && asked.method === 'GET' && !may(visitor.actor, route.permission))
      return reply.redirect(mustFirst, 303)
    // The one place where pages, files and forms are refused: before anything of theirs is read.
    requirePermission(visitor.actor, route.permission)
    const whole = await this.#withParts(route, request, asked, visitor)
    return this.#leave(route, await route.respond(whole), { request, reply, visitor, csrfToken })
  }

  /** A form that was sent in parts, because it may hold a file. It is read for those only who may send it. */
  async #withParts(
    route: Route,
    request: FastifyRequest,
    asked: RouteRequest,
    visitor: Visitor,
  ): Promise<RouteRequest> {
    if (asked.method !== 'POST' || !request.isMultipart()) return asked
    if (!route.takesFiles) throw new WrongKind('This form takes no file')
    const { body, files } = await readFormParts(request)
    return { ...asked, body, files, hasRightCsrfToken: isRightToken(body._csrf, visitor.secret) }
  }

  /** The public answer, kept ready for the next who asks. Nobody's cookies are looked at. */
  async #forEveryone(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const made = await this.#cache.making(request.url, () => this.#makeForEveryone(route, request))
    if (typeof made === 'string') return reply.redirect(made, 303)
    reply.hijack()
    send(made, request.raw, reply.raw)
    return reply
  }

  /** The answer as it is kept, or where to go instead. */
  async #makeForEveryone(route: Route, request: FastifyRequest): Promise<Kept | string> {
    const stamp = this.#cache.stamp()
    const answer = await route.respond(this.#request(request, { actor: this.options.publicActor }, ''))
    if (answer.kind === 'redirect') return answer.to
    const body =
      answer.kind === 'page'
        ? await this.frame(route, answer, { request, actor: this.options.publicActor })
        : wholeOf(answer.body)
    const headers: Record<string, string> = {
      ...headersFor(this.options.config),
      'content-type': answer.kind === 'page' ? HTML : answer.type,
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'accept-encoding',
      ...(answer.kind === 'file' && openly(answer.fileName, answer.describedBy)),
    }
    return this.#cache.keep(request.url, { stamp, headers, body })
  }

  async #leave(
    route: Route,
    answer: Answer,
    at: { request: FastifyRequest; reply: FastifyReply; visitor: Visitor; csrfToken: string },
  ): Promise<FastifyReply> {
    const { request, reply, visitor, csrfToken } = at
    reply.header('cache-control', 'no-store')
    if (answer.kind === 'redirect') {
      // A form was accepted: whoever follows the redirect must see what it changed.
      if (request.method === 'POST') this.#cache.changed()
      this.#setSession(reply, answer.session)
      if (answer.browser)
        reply.setCookie(this.#cookies.browser, answer.browser, { ...this.#cookieOptions(), maxAge: KNOWN_FOR })
      if (answer.notice) reply.setCookie(this.#cookies.notice, answer.notice, { ...this.#cookieOptions(), maxAge: 60 })
      return reply.redirect(answer.to, 303)
    }
    if (answer.kind === 'file') {
      reply.header('content-type', answer.type)
      if (answer.fileName) reply.header('content-disposition', `attachment; filename="${answer.fileName}"`)
      const { body } = answer
      return reply.send(typeof body === 'string' || body instanceof Uint8Array ? body : Readable.from(body))
    }
    const flash = request.cookies[this.#cookies.notice]
    if (flash) reply.clearCookie(this.#cookies.notice, this.#cookieOptions())
    const html = await this.frame(route, answer, { request, actor: visitor.actor, csrfToken, ...(flash && { flash }) })
    return this.sendHtml(request, reply.code(answer.status), html)
  }

  /** Sends a page that is this person's own, compressed in one go when it is worth it. */
  sendHtml(request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply {
    reply.header('content-type', HTML).header('vary', 'accept-encoding')
    const canGzip = encodingFor(request.headers['accept-encoding']) !== 'identity'
    if (!canGzip || html.length < 1500) return reply.send(html)
    return reply.header('content-encoding', 'gzip').send(gzipSync(html, { level: 5 }))
  }

  /** Puts a page in its frame. */
  async frame(
    route: Pick<Route, 'layout'>,
    page: { title: string; html: string; status: number },
    at: { request: FastifyRequest; actor: Actor; csrfToken?: string; flash?: string },
  ): Promise<string> {
    const { request, actor, csrfToken, flash } = at
    const isSignedIn = actor.kind === 'person' && csrfToken !== undefined
    return this.options.renderFrame(
      {
        layout: route.layout,
        title: page.title,
        path: pathOf(request.url),
        shell: await this.options.shell(actor),
        hasErrors: page.status === 422 || page.status === 409 || page.status === 403,
        ...(isSignedIn && { signedIn: { name: actor.name, csrfToken } }),
        ...(flash && { flash }),
      },
      page.html,
    )
  }

  async #visitor(request: FastifyRequest): Promise<Visitor> {
    const sessionToken = request.cookies[this.#cookies.session]
    const actor = sessionToken ? await this.options.identify(sessionToken) : undefined
    const browserToken = request.cookies[this.#cookies.browser]
    const known = browserToken ? { browserToken } : {}
    if (actor && sessionToken)
      return { actor: { ...actor, cameFrom: request.ip }, sessionToken, secret: sessionToken, ...known }
    const form = request.cookies[this.#cookies.form]
    return { actor: this.options.publicActor, ...(form && { secret: form }), ...known }
  }

  #newFormSecret(reply: FastifyReply): string {
    const secret = newToken()
    reply.setCookie(this.#cookies.form, secret, this.#cookieOptions())
    return secret
  }

  #setSession(reply: FastifyReply, session: string | null | undefined): void {
    if (session) reply.setCookie(this.#cookies.session, session, this.#cookieOptions())
    if (session === null) reply.clearCookie(this.#cookies.session, this.#cookieOptions())
  }

  #cookieOptions() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.options.config.isSecure } as const
  }

  #request(request: FastifyRequest, visitor: Visitor, csrfToken: string): RouteRequest {
    const body = (request.body ?? {}) as FormBody
    const { actor, sessionToken, secret, browserToken } = visitor
    return {
      method: request.method === 'POST' ? 'POST' : 'GET',
      path: request.url,
      params: (request.params ?? {}) as Record<string, string>,
      query: firstOfEach(request.query),
      body,
      files: {},
      actor,
      deps: this.options.deps,
      csrfToken,
      hasRightCsrfToken: isRightToken(body._csrf, secret),
      address: request.ip,
      ...(sessionToken && { sessionToken }),
      ...(browserToken && { browserToken }),
    }
  }
}

const HTML = 'text/html; charset=utf-8'

function isForEveryone(route: Route, request: FastifyRequest): boolean {
  return route.permission === 'site:read' && request.method !== 'POST' && !route.hasForm
}

function wholeOf(body: string | Uint8Array | AsyncIterable<string>): string | Uint8Array {
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  throw new Error('What everyone may have is kept ready, and so must be whole')
}

/** Open data may be read by any page on the web. */
function openly(fileName: string | undefined, describedBy: string | undefined): Record<string, string> {
  return {
    ...(describedBy && { link: `<${describedBy}>; rel="describedby"; type="application/csvm+json"` }),
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    ...(fileName && { 'content-disposition': `attachment; filename="${fileName}"` }),
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/'
}

function firstOfEach(query: unknown): Record<string, string> {
  const first: Record<string, string> = {}
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    first[name] = String(Array.isArray(value) ? value[0] : value)
  }
  return first
}
