import { type Lake, type LakeValue, quoted } from '#platform/lake/lake.js'
import {
  type CountRow,
  type CrimeSlice,
  countsAsb,
  type GroupBy,
  PLACE_KINDS,
  type PlaceBuckets,
  type PlaceKind,
  placesOf,
} from '../domain/crime-slice.js'
import { ASB } from '../domain/crime-type.js'
import type { CurrentRows } from './releases.queries.js'

/** Where each LSOA lies, and what areas are called: the lake counts by codes alone. */
export type Atlas = {
  readonly placeOf: (lsoa: string) => Readonly<Record<PlaceKind, string | null>> | undefined
  readonly nameOf: (code: string) => string
}

/** What a count reads: the counts that are kept beside the records, and where each LSOA lies. */
export type CountSource = {
  /** Rows of `street-counts`. */
  readonly rows: CurrentRows
  /** Rows of lsoa, ward, district, csp, slug (of the force). */
  readonly places: string
  readonly atlas: Atlas
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
  by: readonly GroupBy[],
): Promise<CountRow[]> {
  const narrowed = narrowing(slice, source.isPlaced)
  const needsPlaces = by.some(isPlaceKind) || narrowed.inPlaces
  // The larger areas of an LSOA are known without asking.
  const asked = by.filter((each) => !(isPlaceKind(each) && each !== 'lsoa' && by.includes('lsoa')))
  const keys = asked.map((each) => expressionOf(each, source.isPlaced))
  const columns = asked.map((each, at) => `${keys[at]} as "${each}"`)
  const order = by.map((each) => {
    const key = expressionOf(each, source.isPlaced)
    return `${asked.includes(each) ? key : `any_value(${key})`} nulls last`
  })
  const sql = `
    select ${[...columns, `${source.isCounted ? 'sum(crimes)' : 'count(*)'}::integer as "count"`].join(', ')}
    from ${source.rows.sql} as c ${needsPlaces ? placeJoin(source) : ''}
    where ${narrowed.sql} ${by.length > 0 ? `group by ${keys.join(', ')} order by ${order.join(', ')}` : ''}`
  const rows = await lake.rows<FoundRow>(sql, [...source.rows.values, ...narrowed.values])
  return rows.map((row) => rowOf(row, by, source.atlas))
}

type FoundRow = Readonly<Partial<Record<GroupBy, string | null>>> & { readonly count: number | null }

/** A row with the names of its areas, and the larger ones that its LSOA lies in. */
function rowOf(found: FoundRow, by: readonly GroupBy[], { placeOf, nameOf }: Atlas): CountRow {
  const row: Record<string, string | number | null> = {}
  const around = found.lsoa ? placeOf(found.lsoa) : undefined
  for (const each of by) {
    if (!isPlaceKind(each)) {
      row[each === 'quarter' ? 'month' : each] = found[each] ?? null
      continue
    }
    const code = found[each] ?? around?.[each] ?? null
    row[each] = code
    row[NAMES[each]] = code === null ? null : nameOf(code)
  }
  row.count = found.count ?? 0
  return row as unknown as CountRow
}

const NAMES = { district: 'districtName', csp: 'cspName', ward: 'wardName', lsoa: 'lsoaName' } as const

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

/** How fine rows are counted beforehand: by district or ward with outcomes, by LSOA without, or without kinds too. */
export const GRAINS = ['district', 'ward', 'lsoa', 'lsoa-all'] as const
export type Grain = (typeof GRAINS)[number]

/** The areas that rows of each grain carry, and what else. Those of all kinds keep anti-social behaviour apart. */
const COLUMNS_OF: Readonly<Record<Grain, string>> = {
  district: 'c."type", c.outcome, p.district, p.csp',
  ward: 'c."type", c.outcome, p.district, p.csp, p.ward',
  lsoa: 'c."type", p.district, p.csp, p.ward, p.lsoa',
  'lsoa-all': `case when c."type" = ${quoted(ASB)} then c."type" end as "type", p.district, p.csp, p.ward, p.lsoa`,
}

/**
 * Rows counted by month, place and what the grain says, as one file holds them: a query's text. They stand by place, so
 * that those of one place are read without the rest.
 */
export function placedRows(source: CountSource, grain: Grain): string {
  return `select c.force, c."month", ${COLUMNS_OF[grain]}, ${BUCKET} as bucket, count(*)::integer as crimes
    from ${source.rows.sql} as c ${placeJoin(source)} group by all order by p.district, p.csp, c."month"`
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

const EXPRESSIONS: Readonly<Record<GroupBy, string>> = {
  month: 'c.month',
  quarter: `c.month[:5] || case when c.month[6:] < '04' then '01' when c.month[6:] < '07' then '04'
    when c.month[6:] < '10' then '07' else '10' end`,
  force: 'c.force',
  type: 'c.type',
  outcome: 'c.outcome',
  district: 'p.district',
  csp: 'p.csp',
  ward: 'p.ward',
  lsoa: 'p.lsoa',
}

/** Rows that were counted beforehand carry their places themselves. */
function expressionOf(by: GroupBy, isPlaced = false): string {
  return isPlaced ? EXPRESSIONS[by].replace(/^p\./, 'c.') : EXPRESSIONS[by]
}

function isPlaceKind(by: GroupBy): by is PlaceKind {
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
