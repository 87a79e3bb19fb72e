import type { Lake } from '#platform/lake/lake.js'
import type { CrimeSlice } from '../domain/crime-slice.js'
import type { RepeatLocation } from '../domain/repeat-location.js'
import { type CountSource, narrowing, placeJoin } from './counts.queries.js'

/** The map points with most crimes of a slice, from the records themselves; at most `most` of them. */
export async function repeatLocationsIn(
  lake: Lake,
  source: CountSource,
  slice: CrimeSlice,
  most: number,
): Promise<RepeatLocation[]> {
  const narrowed = narrowing(slice)
  const sql = `
    with crimes as materialized (
        select c.location, c.longitude, c.latitude, c."type", c."month", p.lsoa, p.lsoa_name, p.district_name
        from ${source.rows.sql} as c ${placeJoin(source)}
        where c.longitude is not null and p.lsoa is not null and ${narrowed.sql}),
      points as (
        select location, longitude, latitude, count(*) as n, any_value(lsoa) as lsoa, any_value(lsoa_name) as lsoa_name,
          any_value(district_name) as district_name
        from crimes group by location, longitude, latitude
        order by n desc, location, longitude, latitude limit ${Math.trunc(most)}),
      kinds as (
        select location, longitude, latitude, "type", count(*) as n, list(distinct "month") as in_months
        from crimes semi join points using (location, longitude, latitude) group by all),
      told as (
        select location, longitude, latitude, arg_max("type", (n, "type")) as commonest, max(n) as most_n,
          len(list_distinct(flatten(list(in_months)))) as in_months
        from kinds group by all)
    select location, longitude, latitude, lsoa, lsoa_name as "lsoaName", district_name as "districtName",
      n::bigint as "count", in_months::bigint as "months", commonest, most_n::bigint as "commonestCount"
    from points join told using (location, longitude, latitude) order by n desc, location, longitude, latitude`
  return lake.rows<RepeatLocation>(sql, [...source.rows.values, ...narrowed.values])
}
