import { type CheerioAPI, load } from 'cheerio'
import { EXAMPLE_PASSWORD } from '#modules/example/domain/accounts.js'
import type { Holder } from '#platform/module.js'
import type { ExampleOffice } from './example-office.js'
import { OLD_PLAN } from './old-plan.js'
import type { Visit } from './site-map.js'

type Kind = 'typed' | 'chosen' | 'hidden'

/** One answer of a form, as a browser would send it. */
export type FormAnswer = { readonly name: string; readonly value: string; readonly kind: Kind }

/** A form as it stands on its page, answered so that it would be accepted. */
export type HonestForm = {
  readonly address: string
  readonly role: Holder
  readonly session: string | undefined
  readonly answers: readonly FormAnswer[]
  /** The page that it stands on. */
  readonly html: string
}

/** Stands for the first thing that a list offers. */
const FIRST = 'first'

const FIGURES = 'measure,period,numerator,denominator,value,status,note\nburglary,2025-03,231,,,final,'

const POLICE_RECORDS = [
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context',
  `${'a1'.repeat(32)},2023-12,Cambridgeshire Constabulary,Cambridgeshire Constabulary,,,No Location,,,Burglary,Under investigation,`,
].join('\n')

/** What forms that start empty need, by their address in the registry. What is not named stays as it stands. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/sign-in': { email: 'panel@example.test', password: EXAMPLE_PASSWORD },
  '/staff/account/password': { current: EXAMPLE_PASSWORD, next: 'seven quiet millwheels' },
  '/staff/actions/new': {
    ...{ node: FIRST, title: 'Count the bicycles', description: 'Every street, once.' },
    ...{ ...boxes('startsOn', '1 6 2025'), ...boxes('dueOn', '1 6 2026') },
  },
  '/staff/actions/:actionId/notes/new': { kind: 'holding-to-account', text: 'Ask about it in June.' },
  '/staff/actions/:actionId/updates/new': { text: 'Work goes on.' },
  '/staff/body/:kind/:id/last-day': boxes('until', '1 6 2030'),
  '/staff/body/areas/new': { kind: 'district', name: 'Melchester', code: 'E07000999' },
  '/staff/body/forces/new': { name: 'Eastern Police', shortName: 'Police', ...boxes('from', '1 6 2025') },
  '/staff/body/describe': { deputyTitle: 'Deputy of the Commissioner', ...boxes('from', '1 6 2025') },
  '/staff/body/organisations/new': { name: 'Rural Crime Action Team', shortName: 'RCAT', kind: FIRST },
  '/staff/comparisons/new': { kind: 'neighbours', name: 'Counties of the east', source: 'Chosen by the office' },
  '/staff/comparisons/:groupId/members/new': {
    ...{ area: FIRST, ...boxes('from', '1 6 2001'), ...boxes('until', '31 5 2002') },
  },
  '/staff/comparisons/:groupId/members/:memberId/last-day': boxes('until', '1 6 2030'),
  '/staff/frameworks/new': { name: 'Our own set', source: 'Decision of the Commissioner of 1 June 2025' },
  '/staff/frameworks/:slug/measures/new': { measure: FIRST },
  '/staff/figure-check': { name: 'Paper', text: 'There were 12 visits.' },
  '/staff/figure-check/:textId/findings/:findingId': { decision: 'accepted' },
  '/staff/measures/:measureId/edit': { reason: 'Said more plainly.' },
  '/staff/measures/:measureId/publish': { reason: 'It was counted twice.' },
  '/staff/measures/small-numbers': { reason: 'Nobody should be known from a number.' },
  '/staff/measures/:measureId/figure': { reason: 'Read once more.' },
  '/staff/measures/:measureId/commentary': { narrative: 'Nothing out of the ordinary.' },
  '/staff/measures/:measureId/breaks': { reason: 'Counted in another way.', ...boxes('startsOn', '1 4 2024') },
  '/staff/measures/:measureId/breaks/:breakId': { reason: 'Both ways were counted for a year.' },
  '/staff/measures/:measureId/rebase': { reason: 'A new control room.', ...boxes('startsOn', '1 4 2024') },
  '/staff/measures/:measureId/target': {
    ...{ value: '100', source: 'The plan', reason: 'The plan says so.', ...boxes('startsOn', '1 4 2024') },
  },
  '/staff/measures/:measureId/:kind/:markId/take-back': { reason: 'Said by mistake.' },
  '/staff/measures/new': { title: 'Bicycles counted' },
  '/staff/measures/import': {
    ...{ content: FIGURES, title: 'Count of April', publisher: 'The office', attribution: 'Our own count' },
  },
  '/staff/national-tables/import': { content: 'code,name,year,population\nE07000010,Fenland,2021,102500' },
  '/staff/police-data/import': { name: '2023-12-cambridgeshire-street.csv', content: POLICE_RECORDS },
  '/staff/police-data/bind': { measure: FIRST, do: 'preview' },
  '/staff/national-tables/bind': { measure: FIRST, kind: 'recorded-crime-totals', do: 'preview' },
  '/staff/people/new': { name: 'Grants officer', email: 'grants@example.test', roles: 'finance' },
  '/staff/people/:id/roles': { do: 'reviewed' },
  '/staff/people/:id/stand-in': {
    ...{ standInId: FIRST, end: '', ...boxes('from', '1 6 2025'), ...boxes('until', '9 6 2025') },
  },
  '/staff/account/stand-in': {
    ...{ standInId: FIRST, end: '', ...boxes('from', '1 6 2025'), ...boxes('until', '9 6 2025') },
  },
  '/staff/operations/retention/:kind': { reason: 'The officers need no longer.' },
  '/staff/plans/new': {
    ...{ title: 'Police and crime plan 2025 to 2029', vision: 'Quiet streets' },
    ...{ ...boxes('electionOn', '2 5 2024'), ...boxes('nextElectionOn', '4 5 2028'), ...boxes('startsOn', '1 6 2025') },
  },
  '/staff/plans/read': { content: OLD_PLAN },
  '/staff/plans/read/:documentId/draft': {
    ...{ title: 'The plan of old', vision: 'Quiet streets' },
    ...{
      ...boxes('electionOn', '6 5 2021'),
      ...boxes('nextElectionOn', '2 5 2024'),
      ...boxes('startsOn', '1 12 2021'),
    },
  },
  '/staff/plans/:planId/levels': { name: 'Strand', plural: 'Strands' },
  '/staff/plans/:planId/nodes/new': { title: 'Quiet streets at night' },
  '/staff/plans/:planId/publish': { note: 'The review of spring.' },
  '/staff/pre-election/new': {
    ...{ election: 'the by-election of 7 May 2026', decidedBy: 'the Monitoring Officer' },
    ...{ ...boxes('from', '30 3 2026'), ...boxes('until', '7 5 2026') },
  },
  '/staff/publications/correct/:measure/:period': { reason: 'Ten were counted twice.' },
  '/staff/pre-election/:periodId/take-back': { reason: 'The election was put off.' },
  '/staff/reports/new': {
    ...{ template: 'annual-report', theme: FIRST, title: 'The year to March', ...boxes('periodFrom', '1 4 2024') },
    ...{ ...boxes('periodUntil', '31 3 2025'), ...boxes('meetingOn', '11 6 2025') },
  },
  '/staff/reports/templates/new': { name: 'Report to the audit committee', like: FIRST },
  '/staff/reports/:reportId/sections/:section/comments': { text: 'Which year is this?' },
  '/staff/reports/:reportId/sections/:section': { text: 'Our own words.' },
}

function boxes(name: string, date: string): Record<string, string> {
  const [day = '', month = '', year = ''] = date.split(' ')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** Reads the form of a page as it now stands. */
export async function honestForm(office: ExampleOffice, { route, address, role }: Visit): Promise<HonestForm> {
  const session = await office.sessionOf(role)
  const { body } = await office.app.inject({ url: address, cookies: session ? { session } : {} })
  const $ = load(body)
  const answers = new Map(answersOn($, address).map((answer) => [answer.name, answer]))
  for (const [name, needed] of Object.entries(NEEDED[route.path] ?? {})) {
    const value = needed === FIRST ? $(`select[name="${name}"] option[value!=""]`).first().attr('value') : needed
    answers.set(name, { name, value: value ?? '', kind: answers.get(name)?.kind ?? 'chosen' })
  }
  return { address, role, session, answers: [...answers.values()], html: body }
}

const TYPED = new Set(['text', 'email', 'url', 'password', 'search'])

function answersOn($: CheerioAPI, address: string): FormAnswer[] {
  const own = $('main form[method="post"]').filter((_, form) => $(form).attr('action') === address)
  const answers: FormAnswer[] = []
  const answer = (name: string | undefined, value = '', kind: Kind = 'chosen') => {
    if (name && name !== '_csrf') answers.push({ name, value, kind })
  }
  for (const list of own.find('select')) {
    const chosen = $(list).find('option[selected]').attr('value') ?? $(list).find('option').attr('value')
    answer($(list).attr('name'), chosen)
  }
  for (const text of own.find('textarea')) answer($(text).attr('name'), $(text).text(), 'typed')
  for (const button of own.find('button[name]').slice(0, 1)) answer($(button).attr('name'), $(button).attr('value'))
  for (const input of own.find('input')) {
    const { name, type = 'text', value } = input.attribs
    if (TYPED.has(type)) answer(name, value, 'typed')
    else if (type === 'hidden') answer(name, value, 'hidden')
    else if (type === 'file')
      continue // A file goes as a part of its own, never as text.
    else if ('checked' in input.attribs || !own.find(`[name="${name}"][checked]`).length) answer(name, value)
  }
  return answers
}
