import type { Lake } from '#platform/lake/lake.js'
import type { CrimeSlice } from '../domain/crime-slice.js'
import type { RepeatLocation } from '../domain/repeat-location.js'
import { type CountSource, narrowing, placeJoin } from './counts.queries.js'

/** What is asked: the points of a slice, and how many of them. */
type PointsAsked = { readonly source: CountSource; readonly slice: CrimeSlice; readonly most: number }

type Coordinates = { readonly longitude: number; readonly latitude: number; readonly count: number }

/** So many more points than asked are looked at closely: of some the crimes turn out to lie outside the area. */
const SPARE = 100

/** The map points with most crimes of a slice, from the records themselves; at most `most` of them. */
export async function repeatLocationsIn(
  lake: Lake,
  source: CountSource,
  slice: CrimeSlice,
  most: number,
): Promise<RepeatLocation[]> {
  const asked = { source, slice, most: Math.trunc(most) }
  if (narrowing(slice).inPlaces) return pointsIn(lake, asked)
  const busiest = await busiestCoordinates(lake, { ...asked, most: asked.most + SPARE })
  const found = await pointsIn(lake, asked, busiest)
  // No other point has more crimes than the last of the busiest coordinates, whatever it is called.
  const isSure = (found.length === asked.most ? (found.at(-1)?.count ?? 0) : 0) > (busiest.at(-1)?.count ?? 0)
  return isSure || busiest.length < asked.most + SPARE ? found : pointsIn(lake, asked)
}

/** Coordinates alone, wherever they lie: a third of the work of counting points by name and area. */
function busiestCoordinates(lake: Lake, { source, slice, most }: PointsAsked): Promise<Coordinates[]> {
  const narrowed = narrowing(slice)
  const sql = `
    select c.longitude, c.latitude, count(*)::integer as "count" from ${source.rows.sql} as c
    where c.longitude is not null and ${narrowed.sql} group by 1, 2 order by 3 desc limit ${most}`
  return lake.rows<Coordinates>(sql, [...source.rows.values, ...narrowed.values])
}

type FoundPoint = Omit<RepeatLocation, 'lsoaName' | 'districtName'> & { readonly district: string | null }

async function pointsIn(
  lake: Lake,
  { source, slice, most }: PointsAsked,
  among?: readonly Coordinates[],
): Promise<RepeatLocation[]> {
  const narrowed = narrowing(slice)
  const pairs = among?.map(({ longitude, latitude }) => `('${longitude}'::double, '${latitude}'::double)`) ?? []
  const near = `semi join (values ${pairs.join(', ')}) as near(longitude, latitude) using (longitude, latitude)`
  const sql = `
    with records as (
        select location, longitude, latitude, "type", "month", outcome, lsoa, force
        from ${source.rows.sql} as rows ${pairs.length > 0 ? near : ''} where longitude is not null),
      crimes as materialized (
        select c.location, c.longitude, c.latitude, c."type", c."month", p.lsoa, p.district
        from records as c ${placeJoin(source)} where p.lsoa is not null and ${narrowed.sql}),
      points as (
        select location, longitude, latitude, count(*) as n, any_value(lsoa) as lsoa, any_value(district) as district
        from crimes group by location, longitude, latitude
        order by n desc, location, longitude, latitude limit ${most}),
      kinds as (
        select location, longitude, latitude, "type", count(*) as n, list(distinct "month") as in_months
        from crimes semi join points using (location, longitude, latitude) group by all),
      told as (
        select location, longitude, latitude, arg_max("type", (n, "type")) as commonest, max(n) as most_n,
          len(list_distinct(flatten(list(in_months)))) as in_months
        from kinds group by all)
    select location, longitude, latitude, lsoa, district, n::integer as "count", in_months::integer as "months",
      commonest, most_n::integer as "commonestCount"
    from points join told using (location, longitude, latitude) order by n desc, location, longitude, latitude`
  const values = [...source.rows.values, ...narrowed.values]
  const found = await lake.rows<FoundPoint>(sql, values)
  const named = (code: string | null) => (code === null ? null : source.atlas.nameOf(code))
  return found.map(({ district, ...point }) => {
    return { ...point, lsoaName: named(point.lsoa), districtName: named(district) }
  })
}
