import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { beginSession } from '#modules/people/actions/begin-session.js'
import type { Db } from '#platform/db/db.js'
import { testDeps } from '#test/support/deps.js'
import { ask, Timings } from './asking.js'
import { seeded } from './table.js'

/** Accounts of the example office whose people record updates. */
const ACCOUNTS = ['policy-officer', 'plan-writer', 'commissioning-officer', 'engagement-officer', 'chief-executive']

/** One page in seven is a form that is filled in and sent. */
const SHARE_OF_WRITES = 1 / 7

/** People look at a page for one to nine seconds, five on average, before they go to the next. */
export const THINK_SECONDS = { least: 1, most: 9 } as const

/** The office at work: its open sessions, the pages that people go through, and the forms that they send. */
export type Office = {
  readonly cookies: readonly string[]
  readonly pages: readonly string[]
  readonly forms: readonly string[]
  /** The day that updates are about. */
  readonly day: string
}

/** Opens so many sessions, over the accounts in turn, each with a token of its own as after signing in. */
export async function openOffice(db: Db, people: number): Promise<Office> {
  const deps = { ...testDeps(db), now: () => new Date() }
  const ids = async (statement: string) =>
    (await sql.raw<{ id: string }>(statement).execute(db.source)).rows.map(({ id }) => id)
  const accounts = await Promise.all(
    ACCOUNTS.map((key) => ids(`select id from people_account where email = '${key}@example.test'`)),
  )
  const cookies = await db.transaction(async (tx) => {
    const opened: string[] = []
    for (let n = 0; n < people; n += 1) {
      const [accountId = ''] = accounts[n % accounts.length] ?? []
      const { token } = await beginSession(deps, tx, { accountId, address: '127.0.0.1' })
      opened.push(`session=${token}`)
    }
    return opened
  })
  const actions = await ids('select id from delivery_action order by id limit 20')
  const measures = await ids('select id from measures_measure order by id limit 20')
  const [latest] = await ids('select max(on_date) as id from delivery_update')
  return {
    cookies,
    pages: [
      ...['/staff', '/staff', '/staff/actions', '/staff/measures', '/staff/reports', '/staff/plans'],
      ...actions.map((id) => `/staff/actions/${id}`),
      ...measures.map((id) => `/staff/measures/${id}`),
    ],
    forms: actions.map((id) => `/staff/actions/${id}/updates/new`),
    day: latest ?? '',
  }
}

/** What people at work had of the server: pages read, and forms sent. */
export type Worked = { readonly pages: Timings; readonly writes: Timings }

/** Everybody at work for some seconds: reading, thinking, sending a form now and then. */
export async function workFor(urls: readonly string[], office: Office, seconds: number): Promise<Worked> {
  const worked = { pages: new Timings(), writes: new Timings() }
  const until = performance.now() + seconds * 1000
  const one = async (cookie: string, who: number) => {
    const chance = seeded(who + 1)
    const url = urls[who % urls.length] ?? ''
    // Nobody begins at the same moment as all others.
    await setTimeout(chance() * THINK_SECONDS.most * 500)
    for (let n = 0; performance.now() < until; n += 1) {
      if (chance() < SHARE_OF_WRITES) await sendForm(url, office, { cookie, who, n }, worked)
      else {
        const told = await ask(url + pick(office.pages, chance()), { cookie })
        worked.pages.add(told, told.status === 200)
      }
      const thinking = THINK_SECONDS.least + chance() * (THINK_SECONDS.most - THINK_SECONDS.least)
      await setTimeout(Math.min(thinking * 1000, Math.max(0, until - performance.now())))
    }
  }
  await Promise.all(office.cookies.map(one))
  return worked
}

/** Opens the form for an update, fills it in and sends it; the page and the sending are counted apart. */
export async function sendForm(
  url: string,
  { forms, day }: Office,
  { cookie, who, n }: { cookie: string; who: number; n: number },
  { pages, writes }: Worked,
): Promise<void> {
  const address = url + pick(forms, ((who * 7 + n) % forms.length) / forms.length)
  const page = await ask(address, { cookie, wantsText: true })
  pages.add(page, page.status === 200)
  const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1]
  if (!token) return
  const [year = '', month = '', date = ''] = day.split('-')
  const form = new URLSearchParams({
    ...{ _csrf: token, text: `Load ${who} ${n} ${performance.now()}`, status: '' },
    ...{ 'on-day': date, 'on-month': month, 'on-year': year },
  })
  const told = await ask(address, { cookie, form, wantsText: true })
  writes.add(told, told.status === 303)
}

function pick(all: readonly string[], chance: number): string {
  return all[Math.floor(chance * all.length)] ?? ''
}
