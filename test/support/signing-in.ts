import { load } from 'cheerio'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { buildWeb } from '#app/application.js'
import type { Deps } from '#platform/deps.js'

/** A browser that keeps its cookies and sends forms as they stand on their page. */
export type Browser = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>
  /** Opens the page, fills in the form and sends it. */
  readonly send: (path: string, answers: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>
}

/** The application with real sessions: nobody is signed in until they sign in. */
export function openSite(deps: Deps): Promise<FastifyInstance> {
  return buildWeb(deps, { isSecure: false, trustsProxy: true, requestsPerMinute: 10_000 })
}

/** A fresh browser at some network address. */
export function aBrowser(site: FastifyInstance, address = '192.0.2.1'): Browser {
  const cookies = new Map<string, string>()
  const headers = { 'x-forwarded-for': address }
  const keep = (answer: LightMyRequestResponse) => {
    for (const { name, value } of answer.cookies) {
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return answer
  }
  const get = async (path: string, more: Readonly<Record<string, string>> = {}) => {
    const all = { ...headers, ...more }
    return keep(await site.inject({ method: 'GET', url: path, headers: all, cookies: Object.fromEntries(cookies) }))
  }
  return {
    get,
    send: async (path, answers) => {
      const token =
        load((await get(path)).body)('input[name="_csrf"]')
          .first()
          .attr('value') ?? ''
      const payload = new URLSearchParams({ _csrf: token, ...answers }).toString()
      const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
      return keep(
        await site.inject({ method: 'POST', url: path, headers: form, cookies: Object.fromEntries(cookies), payload }),
      )
    },
  }
}
