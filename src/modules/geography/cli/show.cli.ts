import type { Json } from '#kernel/canonical-json.js'
import { formatNumber } from '#kernel/words.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import type { Db } from '#platform/db/db.js'
import { areaByCodeOrName } from '../data/areas.queries.js'
import { type Portrait, portraitOf } from '../data/portrait.queries.js'
import { AREA_KINDS, type AreaKind, kindOfCode } from '../domain/area.js'
import type { AreaUnfound } from '../domain/find-area.js'

export const showArea: Command = {
  name: 'geography show',
  permission: 'geography:read',
  summary: 'Show what is known of an area: what it lies in, its residents, its deprivation',
  usage: `<code or name> [--kind ${AREA_KINDS.join('|')}]`,
  options: { kind: 'value' },
  arity: [1, 1],
  run: async ({ deps, args, options, say }) => {
    const text = args[0] ?? ''
    const kind = AREA_KINDS.find((each) => each === (options.kind ?? kindOfCode(text.toUpperCase())))
    if (options.kind !== undefined && !kind)
      return refused(`There is no kind of area called “${options.kind ?? ''}”. One of ${AREA_KINDS.join(', ')}`, say)
    const [likely, ...others] = kind ? [kind] : await kindsCalled(deps.db, text)
    if (others.length > 0) say(`Other areas are called “${text}” too: --kind ${others.join(' or ')} shows them.`)
    const found = await portraitNamed(deps.db, likely ?? 'district', text)
    return typeof found === 'string' ? refused(found, say) : { lines: linesOf(found), data: found as unknown as Json }
  },
}

/** The kinds of area that have one of this name, the likeliest first. */
async function kindsCalled(db: Db, text: string): Promise<AreaKind[]> {
  const known = await Promise.all(
    LIKELY.map(async (kind) => ((await areaByCodeOrName(db, kind, text)).ok ? [kind] : [])),
  )
  return known.flat()
}

const LIKELY: readonly AreaKind[] = [
  'district',
  'force',
  'csp',
  'county',
  'combined-authority',
  'region',
  'country',
  'ward',
]

async function portraitNamed(db: Db, kind: AreaKind, text: string): Promise<Portrait | string> {
  const area = await areaByCodeOrName(db, kind, text)
  if (!area.ok) return whyUnfound(area.error, kind, text)
  return (await portraitOf(db, area.value.code)) ?? `Nothing is known of ${area.value.code}`
}

function whyUnfound(error: AreaUnfound, kind: AreaKind, text: string): string {
  if (error.code === 'several')
    return `Several areas of this kind are called “${text}”: ${error.candidates.map(({ code }) => code).join(', ')}. Give the code`
  const near = error.nearest.map(({ code, name }) => `${name} (${code})`)
  return `No ${kind} is called “${text}”.${near.length > 0 ? ` Perhaps ${near.join(', ')}` : ' --kind says another kind of area'}`
}

function refused(problem: string, say: (message: string) => void): CommandAnswer {
  say(`${problem}.`)
  return { lines: [], data: { problem }, refused: true }
}

function linesOf({ area, within, population, deprivation }: Portrait): string[] {
  return [
    `${area.name}  ${area.code}  ${area.kind}, boundaries of ${area.edition}`,
    ...(area.from ? [`From ${area.from}`] : []),
    ...(area.until ? [`Until ${area.until}`] : []),
    ...within.map(({ kind, name, code }) => `In ${name}  ${code}  ${kind}`),
    population
      ? `${formatNumber(population.people)} residents in ${population.year} (${population.source})`
      : 'Residents: not known',
    ...deprivation.map(
      ({ edition, decile, rank }) =>
        `Indices of Deprivation ${edition}: decile ${decile ?? '–'}, rank ${rank ?? '–'} (1 is the most deprived)`,
    ),
  ]
}
