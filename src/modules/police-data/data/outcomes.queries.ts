import type { Lake } from '#platform/lake/lake.js'
import type { CurrentRows } from './releases.queries.js'

/**
 * Outcome events as rows that can be counted like crimes: of the month, and at the place, that the outcome file gives,
 * with the kind of crime from the street files by Crime ID, where those hold it. An event stands once however often its
 * Crime ID stands in street files; a kind is null where the crime is in none.
 */
export function outcomeEvents(outcomes: CurrentRows, street: CurrentRows | null): CurrentRows {
  const kinds = `(select force, crime_id, min("type") as "type" from ${street?.sql} as s
    where crime_id is not null group by force, crime_id)`
  const join = street ? `left join ${kinds} as k on k.crime_id = o.crime_id and k.force = o.force` : ''
  const type = street ? 'k."type"' : 'null::varchar'
  return {
    sql: `(select o.force, o."month", o.lsoa, ${type} as "type", o.outcome, 1 as crimes
      from ${outcomes.sql} as o ${join})`,
    values: [...outcomes.values, ...(street?.values ?? [])],
  }
}

/** Pairs of what a street file says last of a crime and what its newest outcome events say. */
export type OutcomePair = {
  readonly inStreet: string
  /** What the events of the newest month with any say, sorted and joined by a line break; null where there is none. */
  readonly events: string | null
  readonly crimes: number
}

/** How the crimes of street files and the events of outcome files meet, by what they say. */
export async function outcomePairs(lake: Lake, street: CurrentRows, outcomes: CurrentRows): Promise<OutcomePair[]> {
  const sql = `
    with crimes as (select force, crime_id, any_value(outcome order by "month" desc, outcome) as outcome, count(*) as times
        from ${street.sql} as s where crime_id is not null group by force, crime_id),
      events as (select force, crime_id, "month", outcome, max("month") over (partition by force, crime_id) as newest
        from ${outcomes.sql} as o),
      newest as (select force, crime_id, string_agg(distinct outcome, chr(10) order by outcome) as said
        from events where "month" = newest group by force, crime_id)
    select coalesce(c.outcome, '') as "inStreet", n.said as "events", count(*)::bigint as "crimes"
    from crimes as c left join newest as n on n.crime_id = c.crime_id and n.force = c.force
    group by 1, 2 order by 3 desc, 1, 2 nulls first`
  return lake.rows<OutcomePair>(sql, [...street.values, ...outcomes.values])
}

/** How often Crime IDs repeat, and how many events belong to no crime of the street files. */
export type IdCounts = {
  readonly streetRows: number
  readonly streetIds: number
  readonly eventRows: number
  readonly eventIds: number
  readonly idsInBoth: number
}

/** How many rows and how many Crime IDs each kind of file holds, and how many IDs stand in both. */
export async function idCounts(lake: Lake, street: CurrentRows, outcomes: CurrentRows): Promise<IdCounts> {
  const sql = `
    with s as (select crime_id, count(*) as n from ${street.sql} as r where crime_id is not null group by 1),
      o as (select crime_id, count(*) as n from ${outcomes.sql} as r group by 1)
    select (select coalesce(sum(n), 0) from s)::bigint as "streetRows", (select count(*) from s)::bigint as "streetIds",
      (select coalesce(sum(n), 0) from o)::bigint as "eventRows", (select count(*) from o)::bigint as "eventIds",
      (select count(*) from s join o using (crime_id))::bigint as "idsInBoth"`
  const [row] = await lake.rows<IdCounts>(sql, [...street.values, ...outcomes.values])
  return row ?? { streetRows: 0, streetIds: 0, eventRows: 0, eventIds: 0, idsInBoth: 0 }
}
