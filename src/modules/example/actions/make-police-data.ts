import { countOf } from '#kernel/words.js'
import { bindTable, importTable } from '#modules/national-tables/index.js'
import { bindSlice, importPoliceFiles } from '#modules/police-data/index.js'
import { asAccount, ContentProblem, done, idOf, type Making, type Moment } from './making.js'

/** The day on which police records and national tables came in; without DuckDB the office is made without the former. */
export function policeDataMoments(making: Making): Moment[] {
  const { policeReleases, tables } = making.content
  const isThere = making.deps.lake.isThere()
  const days = [...new Set([...policeReleases, ...tables].map(({ importedOn }) => importedOn))].sort()
  return days.map((on) => {
    const releases = isThere ? policeReleases.filter(({ importedOn }) => importedOn === on) : []
    const taken = tables.filter(({ importedOn }) => importedOn === on)
    const files = releases.reduce((sum, release) => sum + release.files, 0)
    const records = isThere ? `${countOf(files, 'file')} of police records` : 'No police records, for want of DuckDB,'
    return {
      on,
      says: `${records} and ${countOf(taken.length, 'national table')}`,
      run: async (progress) => {
        for (const table of taken) await takeTable(making, table)
        for (const release of releases) await takeRelease(making, release, progress)
        if (on === days.at(-1)) await bindMeasures(making)
      },
    }
  })
}

async function takeTable(making: Making, { kind, fileName, bytes, publisher }: Making['content']['tables'][number]) {
  const officer = asAccount(making, 'performance-officer')
  const result = await importTable(making.deps, officer, { kind, fileName, bytes, publisher })
  if (!result.ok) throw new ContentProblem(`national-tables/${fileName}: ${result.error[0]?.problem}`)
}

async function takeRelease(
  making: Making,
  { folder, release }: Making['content']['policeReleases'][number],
  progress: (done: number, total: number) => void,
): Promise<void> {
  const officer = asAccount(making, 'performance-officer')
  const request = { paths: [folder], release }
  const result = await importPoliceFiles(making.deps, officer, request, (_label, done, total) => progress(done, total))
  if (!result.ok) throw new ContentProblem(`${result.error.file}: ${result.error.problem}`)
}

/** Lets tables and crimes fill measures from now on. The releases held count as known only after the office's day. */
async function bindMeasures(making: Making): Promise<void> {
  const { deps, content, measureIds } = making
  const officer = asAccount(making, 'performance-officer')
  for (const binding of content.bindings) {
    const what = `bindings.json: what fills '${binding.measure}'`
    const measureId = idOf(measureIds, binding.measure, what)
    const { area } = binding
    if ('table' in binding) done(await bindTable(deps, officer, { measureId, area, slice: binding.table }), what)
    else if (deps.lake.isThere()) done(await bindSlice(deps, officer, { measureId, area, slice: binding.crimes }), what)
  }
}
