import { load } from 'cheerio'
import { MODULES } from '#app/modules.js'
import { WHOLE_OFFICE } from '#kernel/roles.js'
import { allMeasures, measureBySlug } from '#modules/measures/index.js'
import { allReports, publishedReports } from '#modules/reports/index.js'
import { receivePaper } from '#modules/returned-papers/actions/receive-paper.js'
import { found } from '#platform/errors.js'
import { type Holder, holdersOf } from '#platform/module.js'
import type { Route } from '#platform/web/route.js'
import { SYSTEM } from './deps.js'
import type { ExampleOffice } from './example-office.js'
import { A_SOURCE, aFigureFile, aFile } from './measures.js'
import { OLD_PLAN } from './old-plan.js'
import { wordOfReport } from './returned-papers.js'

/** One page as one person sees it, by an address that a link led to. */
export type Visit = { readonly address: string; readonly route: Route; readonly role: Holder; readonly html: string }

/** What following every link found: the pages, and the links that lead nowhere. */
export type SiteMap = { readonly visits: readonly Visit[]; readonly broken: readonly string[] }

const routes = MODULES.flatMap((module) => module.routes)
const grants = new Map(MODULES.flatMap(({ permissions }) => Object.entries(permissions)))

/** Every page of the registry, downloads and actions without a page apart. */
export const PAGES: readonly Route[] = routes.filter(({ isFile }) => !isFile)

/** Every download and every action without a page: what `PAGES` leaves out. */
export const FILES: readonly Route[] = routes.filter(({ isFile }) => isFile)

/** Who looks at a page in tests: anyone where anyone may, else the office, else the first role that may. */
function viewerOf(route: Route): Holder {
  const roles = holdersOf(grants.get(route.permission) ?? [])
  if (roles.includes('public')) return 'public'
  return roles.some((role) => role !== 'public' && WHOLE_OFFICE.includes(role)) ? 'office' : (roles[0] ?? 'office')
}

/** The route that answers an address: exact words win over names, as in the server. */
function routeOf(address: string): Route | undefined {
  const path = address.replace(/[?#].*$/, '')
  const matching = routes.filter((route) => patternOf(route.path).test(path))
  return matching.sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0]
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:[A-Za-z]+/g, '[^/]+?')}/?$`)
}

type Limits = { readonly from: readonly string[]; readonly perRoute: number }
type Step = { readonly address: string; readonly on: string }

/** Districts and wards are many, and their pages alike: each with every kind of crime and every file. */
const MOST_PLACES = 20

/** Follows links as this person would, to at most so many addresses of each route. */
export async function walk(office: ExampleOffice, role: Holder, { from, perRoute }: Limits): Promise<SiteMap> {
  const visits: Visit[] = []
  const broken: string[] = []
  const known = new Set(from)
  const mayVisit = upTo(perRoute)
  const mayVisitPlace = upTo(Math.min(perRoute, MOST_PLACES))
  const isWithin = (path: string) => (path.startsWith('/crime/:kind') ? mayVisitPlace(path) : mayVisit(path))
  let steps: Step[] = from.map((address) => ({ address, on: 'the start' }))
  while (steps.length > 0) {
    const next: Step[] = []
    for (const { address, on } of steps.filter((step) => isWithin(routeOf(step.address)?.path ?? step.address))) {
      const seen = await look(office, role, address)
      if (seen.status !== 200) broken.push(`${on} leads to ${address}, which answers ${seen.status}`)
      if (!seen.visit) continue
      visits.push(seen.visit)
      const links = linksOf(seen.visit.html, address).filter((link) => !known.has(link))
      for (const link of links) known.add(link)
      next.push(...links.map((link) => ({ address: link, on: address })))
    }
    steps = next
  }
  return { visits, broken }
}

function upTo(limit: number): (path: string) => boolean {
  const counts = new Map<string, number>()
  return (path) => {
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    return count <= limit
  }
}

async function look(office: ExampleOffice, role: Holder, address: string): Promise<{ status: number; visit?: Visit }> {
  const session = await office.sessionOf(role)
  const { statusCode, headers, body } = await office.app.inject({ url: address, cookies: session ? { session } : {} })
  const route = routeOf(address)
  const isFile = headers['content-disposition'] !== undefined
  const isPage = statusCode === 200 && route && !isFile && String(headers['content-type']).startsWith('text/html')
  return { status: statusCode, ...(isPage && { visit: { address, route, role, html: body } }) }
}

/** The addresses on our own site that a page links to, without their fragments. */
export function linksOf(html: string, address: string): string[] {
  const page = load(html)
  const base = new URL(address, 'http://office.test')
  const targets = page('a[href], link[rel="stylesheet"][href], link[rel="icon"][href], img[src], script[src]')
    .map((_, element) => page(element).attr('href') ?? page(element).attr('src') ?? '')
    .get()
    .map((target) => new URL(target, base))
  return [...new Set(targets.filter(({ host }) => host === base.host).map((url) => url.pathname + url.search))]
}

/** Figures taken in but not yet confirmed: nothing links to them but the form that they were sent with. */
export async function draftFigures(office: ExampleOffice): Promise<string> {
  const measures = await allMeasures(office.deps.db)
  const slug = measures.find(({ unit, frequency }) => unit === 'count' && frequency === 'month')?.slug
  const content = `measure,period,numerator,denominator,value,status,note\n${slug},2025-04,250,,,provisional,`
  const source = {
    title: 'April',
    publisher: 'Office',
    licence: 'OGL',
    attribution: 'From the office',
    url: '',
    reason: '',
  }
  return office.send('/staff/measures/import', { content, ...source }, 'office')
}

/** A document whose figures were checked, with a finding to decide on; kept, so that any visit finds it. */
export async function checkedDocument(office: ExampleOffice): Promise<string> {
  const text = 'Burglaries fell from 400 in 2022/23 to 300 in 2023/24, a fall of 40%.'
  const at = await office.send('/staff/figure-check', { name: 'A paper', text }, 'office')
  return office.send(at, { keep: 'keep' }, 'office')
}

/** Days before an election that are still to come: none are set in the example, and those that are over stay so. */
async function daysBeforeElection(office: ExampleOffice): Promise<string> {
  const days = { 'from-day': '27', 'from-month': '3', 'from-year': '2028' }
  const until = { 'until-day': '4', 'until-month': '5', 'until-year': '2028' }
  const election = { election: 'the election of the Commissioner on 4 May 2028', decidedBy: 'the Monitoring Officer' }
  return office.send('/staff/pre-election/new', { ...election, ...days, ...until }, 'office')
}

/** A monthly measure with a break: the list has others before it, and only a few of a kind are visited. */
async function brokenSeries({ deps }: ExampleOffice): Promise<string> {
  return `/staff/measures/${(await measureBySlug(deps.db, 'public-order'))?.id}`
}

/** A figure of a published report that was revised since: only then is there anything to correct. */
async function revisedFigure({ deps }: ExampleOffice): Promise<string> {
  const source = { ...A_SOURCE, title: 'Return of May', reason: 'Ten were counted twice' }
  const bytes = aFigureFile(['bicycle-theft,2025-03,189,,,provisional,'])
  await aFile(deps, { fileName: 'may.csv', bytes, source })
  return '/staff/publications/correct/bicycle-theft/2025-03'
}

/** A number of a published report: links lead to it once there is a second. */
async function firstNumber({ deps }: ExampleOffice): Promise<string> {
  const [first] = await publishedReports(deps.db)
  return `/reports/${first?.report.slug}/numbers/1`
}

/** An old plan that was read, with its first theme confirmed. */
async function oldPlan(office: ExampleOffice): Promise<string> {
  const at = await office.send('/staff/plans/read', { content: OLD_PLAN }, 'office')
  return office.send(at, { version: '1', confirmed: 'part-1' }, 'office')
}

/** A report that came back from Word with a change in it. */
async function changedReport({ deps }: ExampleOffice): Promise<string> {
  const report = found((await allReports(deps.db)).find(({ slug }) => slug === 'annual-report-2024-25'))
  const bytes = await wordOfReport(deps, report, (xml) => xml.replace('We answer to', 'We always answer to'))
  const made = await receivePaper(deps, SYSTEM, { reportId: report.id, fileName: 'changed.docx', bytes })
  return made.ok ? `/staff/reports/${report.id}/word/${made.value.id}` : ''
}

/** An address of every page of the registry, as the links lead its viewer there; undefined where none does. */
export async function everyPage(office: ExampleOffice): Promise<Map<Route, Visit | undefined>> {
  const from: Partial<Record<Holder, string[]>> = {
    // The one measure with figures of other areas stands after the twelfth in every list.
    public: [
      '/',
      '/sign-in',
      '/sign-in/code',
      '/set-up',
      '/invitation/none',
      '/pass/none',
      '/sign-out',
      '/measures/recorded-crime-rate/compare',
      await firstNumber(office),
    ],
    office: [
      '/staff',
      // Linked once there is a second factor.
      '/staff/account/recovery-codes',
      await brokenSeries(office),
      await draftFigures(office),
      await checkedDocument(office),
      await revisedFigure(office),
      await daysBeforeElection(office),
      await oldPlan(office),
      await changedReport(office),
    ],
  }
  const visits: Visit[] = []
  for (const role of new Set(PAGES.map(viewerOf))) {
    const map = await walk(office, role, { from: from[role] ?? ['/staff'], perRoute: 12 })
    visits.push(...map.visits)
  }
  // The longest of each: it has the most to go wrong.
  visits.sort((a, b) => b.html.length - a.html.length)
  const isSeen = (route: Route) => (visit: Visit) => visit.route === route && visit.role === viewerOf(route)
  return new Map(PAGES.map((route) => [route, visits.find(isSeen(route))]))
}

/** An address of every download: one that a page links to, else one with the ids of the pages beside it. */
export function everyFile(pages: ReadonlyMap<Route, Visit | undefined>): Map<Route, string> {
  const seen = [...pages.values()].filter((visit) => visit !== undefined)
  const links = seen.flatMap(({ html, address }) => linksOf(html, address))
  const named = new Map(seen.flatMap(({ route, address }) => namesIn(route.path, address)))
  const made = ({ path }: Route) => path.replaceAll(/:(\w+)/g, (_, name) => named.get(name) ?? 'nothing')
  return new Map(FILES.map((route) => [route, links.find((link) => routeOf(link) === route) ?? made(route)]))
}

/** What stands in an address for each name of its pattern. */
function namesIn(path: string, address: string): [string, string][] {
  const parts = address.replace(/[?#].*$/, '').split('/')
  return path
    .split('/')
    .flatMap((part, at): [string, string][] => (part.startsWith(':') ? [[part.slice(1), parts[at] ?? '']] : []))
}
