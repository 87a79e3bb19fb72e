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
}

/** Crimes by what is asked, sorted by it, what has no area last. */
export async function countedBy(
  lake: Lake,
  source: CountSource,
  slice: CrimeSlice,
  by: readonly CountBy[],
): Promise<CountRow[]> {
  const narrowed = narrowing(slice)
  const isPlaced = by.some(isPlaceKind) || narrowed.inPlaces
  const columns = by.flatMap(columnsOf)
  const keys = by.map((each) => `${EXPRESSIONS[each]} nulls last`)
  const sql = `
    select ${[...columns, 'sum(crimes)::bigint as "count"'].join(', ')}
    from ${source.rows.sql} as c ${isPlaced ? placeJoin(source) : ''}
    where ${narrowed.sql}
    ${by.length > 0 ? `group by ${by.map((each) => EXPRESSIONS[each]).join(', ')} order by ${keys.join(', ')}` : ''}`
  const rows = await lake.rows<CountRow>(sql, [...source.rows.values, ...narrowed.values])
  return by.length > 0 ? rows : rows.map(({ count }) => ({ count: count ?? 0 }))
}

/** Where the crimes of a slice lie: in the force's own area, outside of it, or nowhere known. */
export async function bucketsOf(lake: Lake, source: CountSource, slice: CrimeSlice): Promise<PlaceBuckets> {
  const narrowed = narrowing(slice)
  const sql = `
    select coalesce(sum(crimes) filter (p.lsoa is not null), 0)::bigint as "inArea",
      coalesce(sum(crimes) filter (p.lsoa is null and c.lsoa is not null), 0)::bigint as "outsideArea",
      coalesce(sum(crimes) filter (c.lsoa is null), 0)::bigint as "noLocation"
    from ${source.rows.sql} as c ${placeJoin(source)} where ${narrowed.sql}`
  const [row] = await lake.rows<PlaceBuckets>(sql, [...source.rows.values, ...narrowed.values])
  return row ?? { inArea: 0, outsideArea: 0, noLocation: 0 }
}

/**
 * An LSOA belongs to a place only where the force that reported the crime polices it; for a force without a territory it
 * lies in every place. Only equalities are asked: any other condition would hold each row against every LSOA in turn.
 */
export function placeJoin({ places, forces, everywhere }: CountSource): string {
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

function columnsOf(by: CountBy): string[] {
  const column = `${EXPRESSIONS[by]} as "${by}"`
  return isPlaceKind(by) ? [column, `any_value(p.${by}_name) as "${by}Name"`] : [column]
}

function isPlaceKind(by: CountBy): by is PlaceKind {
  return PLACE_KINDS.some((kind) => kind === by)
}

type Narrowing = { readonly sql: string; readonly values: readonly LakeValue[]; readonly inPlaces: boolean }

/** Which rows of `c`, and of the places `p` beside them, belong to a slice. */
export function narrowing(slice: CrimeSlice): Narrowing {
  const { types = [], outcomes = [], includeAsb } = slice
  const named = types.length > 0 && includeAsb ? [...new Set([...types, ASB])] : types
  const places = PLACE_KINDS.map((kind) => among(EXPRESSIONS[kind], placesOf(slice)[kind]))
  const conditions = [
    among('c.type', named),
    among('c.outcome', outcomes),
    countsAsb(slice) ? NOTHING : { sql: 'c.type is distinct from ?', values: [ASB] },
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

function among(column: string, values: readonly string[]): Condition {
  return values.length === 0 ? NOTHING : { sql: `${column} in (${values.map(() => '?').join(', ')})`, values }
}
