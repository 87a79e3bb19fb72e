import { load } from 'cheerio'
import type { Actor } from '#platform/actor.js'
import { actorOf, type TestApp, type TestForm, testApp } from './app.js'
import { anOfficeWithPlan, type OfficeWithPlan } from './delivery-office.js'

/** The whole application over an office with a plan, its policy officer and one of the force's own. */
export async function deliveryApp() {
  const app = await testApp()
  const office = await anOfficeWithPlan(app.deps)
  const officer = actorOf('office', office.officeId)
  const sergeant = actorOf('force', office.forceId)
  return { ...app, office, officer, sergeant, ...reading(app) }
}

/** The application above. */
export type DeliveryApp = TestApp & { readonly office: OfficeWithPlan } & Awaited<ReturnType<typeof deliveryApp>>

/** Pages as a reader finds them: their status, and their parts. */
function reading(app: TestApp) {
  return {
    page: async (path: string, as: Actor) => {
      const answer = await app.get(path, as)
      return { status: answer.statusCode, $: load(answer.body) }
    },
    send: async (path: string, form: TestForm, as: Actor) => {
      const answer = await app.post(path, form, as)
      return { status: answer.statusCode, to: answer.headers.location, $: load(answer.body) }
    },
  }
}

/** A date in the three boxes of a form. */
export function boxes(name: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** A page's words with single spaces. */
export function wordsOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
