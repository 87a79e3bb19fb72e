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
    with points as (
      select c.location, c.longitude, c.latitude, c."type", c."month", p.lsoa, p.lsoa_name, p.district_name
      from ${source.rows.sql} as c ${placeJoin(source)}
      where c.longitude is not null and p.lsoa is not null and ${narrowed.sql}),
    kinds as (select location, longitude, latitude, "type", count(*) as n from points group by all)
    select location, longitude, latitude, any_value(lsoa) as "lsoa", any_value(lsoa_name) as "lsoaName",
      any_value(district_name) as "districtName", count(*)::bigint as "count",
      count(distinct "month")::bigint as "months",
      (select arg_max("type", (n, "type")) from kinds k where k.location = points.location
        and k.longitude = points.longitude and k.latitude = points.latitude) as "commonest",
      (select max(n) from kinds k where k.location = points.location
        and k.longitude = points.longitude and k.latitude = points.latitude)::bigint as "commonestCount"
    from points group by location, longitude, latitude
    order by "count" desc, location, longitude, latitude limit ${Math.trunc(most)}`
  return lake.rows<RepeatLocation>(sql, [...source.rows.values, ...narrowed.values])
}
