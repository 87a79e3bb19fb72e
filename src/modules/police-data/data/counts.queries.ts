import { type Lake, type LakeValue, quoted } from '#platform/lake/lake.js'
import {
  type CountBy,
  type CountRow,
  type CrimeSlice,
  countsAsb,
  PLACE_KINDS,
  type PlaceBuckets,
  type PlaceKind,
  placesOf,
} from '../domain/crime-slice.js'
import { ASB } from '../domain/crime-type.js'
import type { CurrentRows } from './releases.queries.js'

/** What a count reads: the counts that are kept beside the records, and where each LSOA lies. */
export type CountSource = {
  /** Rows of `street-counts`. */
  readonly rows: CurrentRows
  /** Rows of lsoa, lsoa_name, ward, ward_name, district, district_name, csp, csp_name, slug (of the force). */
  readonly places: string
  /** The forces that the rows are of. */
  readonly forces: readonly string[]
  /** Those of them without a territory: what they report lies where it lies. */
  readonly everywhere: readonly string[]
  /** The rows were counted beforehand: each has a number of `crimes`, where a record is one. */
  readonly isCounted?: boolean
  /** The rows are those of `placedRows`: counted beforehand, with their districts and months. */
  readonly isPlaced?: boolean
}

/** Crimes by what is asked, sorted by it, what has no area last. */
export async function countedBy(
  lake: Lake,
  source: CountSource,
  slice: CrimeSlice,
  by: readonly CountBy[],
): Promise<CountRow[]> {
  const narrowed = narrowing(slice, source.isPlaced)
  const needsPlaces = by.some(isPlaceKind) || narrowed.inPlaces
  const keys = by.map((each) => expressionOf(each, source.isPlaced))
  const columns = by.flatMap((each) => columnsOf(each, source.isPlaced))
  const sql = `
    select ${[...columns, `${source.isCounted ? 'sum(crimes)::bigint' : 'count(*)'} as "count"`].join(', ')}
    from ${source.rows.sql} as c ${needsPlaces ? placeJoin(source) : ''}
    where ${narrowed.sql}
    ${by.length > 0 ? `group by ${keys.join(', ')} order by ${keys.map((key) => `${key} nulls last`).join(', ')}` : ''}`
  const rows = await lake.rows<CountRow>(sql, [...source.rows.values, ...narrowed.values])
  return by.length > 0 ? rows : rows.map(({ count }) => ({ count: count ?? 0 }))
}

/** Where the crimes of a slice lie: in the force's own area, outside of it, or nowhere known. */
export async function bucketsOf(lake: Lake, source: CountSource, slice: CrimeSlice): Promise<PlaceBuckets> {
  const narrowed = narrowing(slice, source.isPlaced)
  const bucket = source.isPlaced ? 'c.bucket' : BUCKET
  const sql = `
    select coalesce(sum(crimes) filter (${bucket} = 'in'), 0)::bigint as "inArea",
      coalesce(sum(crimes) filter (${bucket} = 'outside'), 0)::bigint as "outsideArea",
      coalesce(sum(crimes) filter (${bucket} = 'none'), 0)::bigint as "noLocation"
    from ${source.rows.sql} as c ${placeJoin(source)} where ${narrowed.sql}`
  const [row] = await lake.rows<PlaceBuckets>(sql, [...source.rows.values, ...narrowed.values])
  return row ?? { inArea: 0, outsideArea: 0, noLocation: 0 }
}

const BUCKET = `case when p.lsoa is not null then 'in' when c.lsoa is not null then 'outside' else 'none' end`

/** How fine rows are counted beforehand: by district or ward with outcomes, or by LSOA without. */
export type Grain = 'district' | 'ward' | 'lsoa'

/** The kinds of place that rows of each grain carry with outcomes, each with its name. */
const PLACES_IN = { district: ['district', 'csp'], ward: ['district', 'csp', 'ward'] } as const

/**
 * Rows counted by month, kind and what the grain says, as one file holds them: a query's text. They stand by year and
 * then by place, so that neither one year of all places nor all years of one needs the rest.
 */
export function placedRows(source: CountSource, grain: Grain): string {
  const crimes = `${source.rows.sql} as c`
  if (grain === 'lsoa') {
    return `select c.* replace (p.lsoa as lsoa), p.* exclude (lsoa, slug), ${BUCKET} as bucket
      from (select force, "month", "type", lsoa, count(*) as crimes from ${crimes} group by all) as c
      ${placeJoin(source)} order by c."month"[:4], district, ward, c.lsoa, c."month"`
  }
  const kinds = PLACES_IN[grain]
  const names = kinds.map(
    (
      kind,
    ) => `left join (select ${kind}, any_value(${kind}_name) as ${kind}_name from ${source.places} group by ${kind})
      as ${kind}s on ${kind}s.${kind} = n.${kind}`,
  )
  return `select n.*, ${kinds.map((kind) => `${kind}_name`).join(', ')}
    from (select c.force, c."month", c."type", c.outcome, ${kinds.map((kind) => `p.${kind}`).join(', ')},
        ${BUCKET} as bucket, count(*) as crimes
      from ${crimes} ${placeJoin(source)} group by all) as n
    ${names.join(' ')} order by n."month"[:4], ${kinds.map((kind) => `n.${kind}`).join(', ')}, n."month"`
}

/**
 * An LSOA belongs to a place only where the force that reported the crime polices it; for a force without a territory it
 * lies in every place. Only equalities are asked: any other condition would hold each row against every LSOA in turn.
 */
export function placeJoin({ places, forces, everywhere, isPlaced }: CountSource): string {
  if (isPlaced) return ''
  const anywhere = everywhere.map((slug) => ` union all select * replace (${quoted(slug)} as slug) from ${places}`)
  const own = forces.map(quoted).join(', ') || 'null'
  const within = `(select * from ${places} where slug in (${own})${anywhere.join('')})`
  return `left join ${within} as p on p.lsoa = c.lsoa and p.slug = c.force`
}

const EXPRESSIONS: Readonly<Record<CountBy, string>> = {
  month: 'c.month',
  force: 'c.force',
  type: 'c.type',
  outcome: 'c.outcome',
  district: 'p.district',
  csp: 'p.csp',
  ward: 'p.ward',
  lsoa: 'p.lsoa',
}

/** Rows that were counted beforehand carry their places themselves. */
function expressionOf(by: CountBy, isPlaced = false): string {
  return isPlaced ? EXPRESSIONS[by].replace(/^p\./, 'c.') : EXPRESSIONS[by]
}

function columnsOf(by: CountBy, isPlaced: boolean | undefined): string[] {
  const column = expressionOf(by, isPlaced)
  return isPlaceKind(by)
    ? [`${column} as "${by}"`, `any_value(${column}_name) as "${by}Name"`]
    : [`${column} as "${by}"`]
}

function isPlaceKind(by: CountBy): by is PlaceKind {
  return PLACE_KINDS.some((kind) => kind === by)
}

type Narrowing = { readonly sql: string; readonly values: readonly LakeValue[]; readonly inPlaces: boolean }

/** Which rows of `c`, and of the places `p` beside them, belong to a slice. */
export function narrowing(slice: CrimeSlice, isPlaced = false): Narrowing {
  const { types = [], outcomes = [], includeAsb } = slice
  const named = types.length > 0 && includeAsb ? [...new Set([...types, ASB])] : types
  const places = PLACE_KINDS.map((kind) => among(expressionOf(kind, isPlaced), placesOf(slice)[kind]))
  const conditions = [
    among('c.type', named),
    among('c.outcome', outcomes),
    countsAsb(slice) ? NOTHING : { sql: 'c.type is distinct from ?', values: [ASB] },
    ...(isPlaced ? inMonths(slice) : []),
    ...places,
  ].filter(({ sql }) => sql !== '')
  return {
    sql: conditions.map(({ sql }) => sql).join(' and ') || 'true',
    values: conditions.flatMap(({ values }) => values),
    inPlaces: places.some(({ sql }) => sql !== ''),
  }
}

type Condition = { readonly sql: string; readonly values: readonly string[] }

const NOTHING: Condition = { sql: '', values: [] }

/** Files of other months are never read; rows counted beforehand are of all months. */
function inMonths({ from, to }: CrimeSlice): Condition[] {
  return [
    ...(from ? [{ sql: 'c."month" >= ?', values: [from] }] : []),
    ...(to ? [{ sql: 'c."month" <= ?', values: [to] }] : []),
  ]
}

function among(column: string, values: readonly string[]): Condition {
  return values.length === 0 ? NOTHING : { sql: `${column} in (${values.map(() => '?').join(', ')})`, values }
}
