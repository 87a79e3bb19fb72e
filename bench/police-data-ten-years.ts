import { depsOver } from '#app/application.js'
import { openRegister } from '#app/open-register.js'
import {
  type CrimeSlice,
  crimeCounts,
  outcomeSummary,
  placeBuckets,
  publicCounts,
  repeatLocations,
  stopCounts,
  stopRates,
} from '#modules/police-data/index.js'
import { configFrom } from '#platform/config.js'
import type { Deps } from '#platform/deps.js'
import { FORCES } from './police-data-files.js'
import { fillTenYears } from './police-data-fill.js'
import { median, percentile, type Row } from './table.js'

const ROUNDS = 3
const lastYear = { from: '2024-01', to: '2024-12', includeAsb: false }
const lastYears = { ...lastYear, from: '2023-01' }
const always = { includeAsb: true }

type Ask = (deps: Deps, force: string) => Promise<{ readonly ok: boolean }>

const counts =
  (slice: CrimeSlice, ...by: Parameters<typeof crimeCounts>[2]): Ask =>
  (deps, force) =>
    crimeCounts(deps, { ...slice, forces: [force] }, by)

/** What the pages of one force and its places ask, each by the same door. */
const QUESTIONS: Readonly<Record<string, Ask>> = {
  'all months by kind': counts(always, 'month', 'type'),
  'districts by month': counts(lastYears, 'district', 'month'),
  'partnerships by month': counts(lastYears, 'csp', 'month'),
  'one kind in the districts': counts({ ...lastYears, types: ['Burglary'] }, 'district', 'month'),
  'wards of a year, small numbers withheld': (deps, force) =>
    publicCounts(deps, { ...lastYear, forces: [force] }, ['ward']),
  'LSOAs of a year, small numbers withheld': (deps, force) =>
    publicCounts(deps, { ...lastYear, forces: [force] }, ['lsoa']),
  'outcomes of the crimes of a year': (deps, force) =>
    outcomeSummary(deps, { ...lastYear, forces: [force] }, 'crimes-recorded'),
  'outcomes recorded in a year': (deps, force) =>
    outcomeSummary(deps, { ...lastYear, forces: [force] }, 'outcomes-recorded'),
  'inside and outside the area': async (deps, force) => placeBuckets(deps, { ...always, forces: [force] }),
  'points with most crimes of a year': (deps, force) =>
    repeatLocations(deps, { slice: { ...lastYear, forces: [force] }, most: 10, isPublic: true }),
  'stops, all months': (deps, force) => stopCounts(deps, { forces: [force] }, ['month']),
  'stops of a year by object': (deps, force) => stopCounts(deps, { ...lastYear, forces: [force] }, ['object']),
  'find rates of a year': (deps, force) => stopRates(deps, force, { from: lastYear.from, to: lastYear.to }),
}

/**
 * What one force's pages ask while ten years of every force are loaded. The rows are written as Parquet at once, in the
 * form that an import gives them, since taking in 5,160 files would only measure the import again.
 */
export async function tenYears(folder: string, rowsAMonth: number): Promise<Row[]> {
  const settings = configFrom({ FRANKPLEDGE_DATA: folder })
  const db = await openRegister(settings)
  await fillTenYears(db, folder, rowsAMonth)
  const deps = await depsOver(db, settings)
  const [first, later]: [Map<string, Took[]>, Map<string, Took[]>] = [new Map(), new Map()]
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [question, ask] of Object.entries(QUESTIONS)) {
      for (const force of Object.keys(FORCES)) {
        const [began, used] = [performance.now(), process.cpuUsage()]
        if (!(await ask(deps, force)).ok) throw new Error('A page’s counts were refused')
        const { user, system } = process.cpuUsage(used)
        const took = { clock: performance.now() - began, processor: (user + system) / 1000 }
        const kept = round === 0 ? first : later
        kept.set(question, [...(kept.get(question) ?? []), took])
      }
    }
  }
  await deps.lake.close()
  await db.close()
  return rowsFrom([...first.values()].flat(), later)
}

/** Milliseconds by the clock, and of the processor on all its cores. */
type Took = { readonly clock: number; readonly processor: number }

function rowsFrom(first: readonly Took[], later: ReadonlyMap<string, readonly Took[]>): Row[] {
  const all = [...later.values()].flat()
  const what = 'A page’s counts of one force, ten years of every force loaded'
  const row = (name: string, ours: number, goal = ''): Row => ({ what: name, ours, peer: null, unit: 'ms', goal })
  const clock = (times: readonly Took[]) => times.map((each) => each.clock)
  const processor = all.map((each) => each.processor)
  return [
    row(`${what}: 95th percentile of ${all.length}`, percentile(clock(all), 95), 'under 50'),
    row('The same, median', median(clock(all))),
    row('The same, the longest of all', Math.max(...clock(all))),
    row('The same, time of the processor: 95th percentile', percentile(processor, 95)),
    ...[...later].map(([name, times]) => row(`95th percentile of: ${name}`, percentile(clock(times), 95), 'under 50')),
    ...[...later].map(([name, times]) =>
      row(
        `Time of the processor: ${name}, 95th percentile`,
        percentile(
          times.map((each) => each.processor),
          95,
        ),
      ),
    ),
    row('The first such question after an import, median', median(clock(first))),
    row('The same, the longest', Math.max(...clock(first))),
  ]
}
