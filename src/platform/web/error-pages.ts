import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Interruption, Unavailable } from '../errors.js'
import { withoutPersons } from './log-words.js'
import type { Respond } from './respond.js'

type ErrorPage = { readonly status: number; readonly title: string; readonly text: string }

const NOT_FOUND: ErrorPage = {
  status: 404,
  title: 'There is no page at this address',
  text: 'Check the address, or start from the plan on a page.',
}

/** Nothing is here. */
export function answerNotFound(respond: Respond, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return errorPage(respond, request, reply, NOT_FOUND)
}

/** Something was thrown: refused, not found, changed meanwhile, or our own mistake, which is logged once. */
export function answerError(
  respond: Respond,
  problem: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const page = pageFor(problem)
  if (page) return errorPage(respond, request, reply, page)
  const reference = randomBytes(4).toString('hex')
  const error = problem instanceof Error ? problem : new Error(String(problem))
  respond.options.watch?.log({
    ...{ level: 'error', event: 'fault', reference },
    method: request.method,
    path: request.routeOptions.url ?? null,
    error: withoutPersons(error.message),
    stack: withoutPersons(error.stack ?? ''),
  })
  return errorPage(respond, request, reply, faultPage(problem, reference))
}

function faultPage(problem: unknown, reference: string): ErrorPage {
  if (problem instanceof Unavailable) {
    return {
      status: 503,
      title: 'This cannot be had at the moment',
      text: `The place where files are kept does not answer as it should. Nothing was changed. Try again in a few minutes. If it happens again, tell the office this reference: ${reference}.`,
    }
  }
  return {
    status: 500,
    title: 'Sorry, something went wrong on our side',
    text: `Nothing was saved. Try again in a minute. If it happens again, tell the office this reference: ${reference}.`,
  }
}

function pageFor(problem: unknown): ErrorPage | undefined {
  if (problem instanceof Interruption) return interruptionPage(problem)
  const status = (problem as { statusCode?: number } | null)?.statusCode
  return status && status < 500 ? (REQUEST_FAULTS[status] ?? { ...BAD_REQUEST, status }) : undefined
}

function interruptionPage(problem: Interruption): ErrorPage {
  if (problem.status === 404) return NOT_FOUND
  if (problem.status === 409) {
    return {
      status: 409,
      title: 'Someone else changed this first',
      text: 'Nothing was saved. Go back, reload the page and try again.',
    }
  }
  return {
    status: 403,
    title: 'You may not do this',
    text: 'Your account does not have the permission that this needs, or the form came from another place. Nothing was changed. Ask the office if you think that is wrong.',
  }
}

const BAD_REQUEST: ErrorPage = {
  status: 400,
  title: 'That request could not be read',
  text: 'Nothing was changed. Go back, reload the page and try again.',
}

const REQUEST_FAULTS: Readonly<Record<number, ErrorPage>> = {
  413: {
    status: 413,
    title: 'That is too much at once',
    text: 'Nothing was saved. Send less than 250 kilobytes of text at a time, or a file of less than 20 megabytes.',
  },
  415: { ...BAD_REQUEST, status: 415, text: 'Nothing was changed. Forms must be sent as a browser sends them.' },
  429: { status: 429, title: 'Too many requests', text: 'Wait a minute and try again.' },
}

/** Whoever is signed in goes on from their own first page, where they can sign out too. */
const wayBack = ({ account = 'public' }: Partial<Pick<FastifyRequest, 'account'>>) =>
  account === 'public' ? '' : ' or <a href="/staff">your work</a>'

async function errorPage(
  respond: Respond,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, title, text }: ErrorPage,
): Promise<FastifyReply> {
  const page = {
    title,
    status: 200,
    html: `<h1 class="heading-1">${title}</h1><p>${text}</p><p><a href="/">The plan on a page</a>${wayBack(request)}</p>`,
  }
  const html = await respond.frame({ layout: 'public' }, page, { request, actor: respond.options.publicActor })
  return respond.sendHtml(request, reply.code(status).header('cache-control', 'no-store'), html)
}
