import type { FileType } from './files.js'

/** What the lake makes of the first reading of each kind of file: its columns, and what is wrong with a row. */
type LakeForm = {
  /** Columns of the lake, from those of the form; `source`, `force` and `expected` (the file's month) come before. */
  readonly columns: string
  /** Why a row cannot be taken in, over the lake's columns: the branches of a `case`, which gives null where it can. */
  readonly fault: string
  /** The columns by which two releases are compared, the Crime ID apart; null where rows have no ID. */
  readonly compared: readonly string[]
}

const NOT_ON_EARTH = 'not (longitude between -180 and 180 and latitude between -90 and 90)'
const PLACE_FAULTS = `
  when (longitude is null) <> (latitude is null) then 'has one of longitude and latitude without the other'
  when ${NOT_ON_EARTH} then 'has a longitude or latitude that is nowhere on the globe'`
const MONTH_FAULT = `when month is distinct from expected
  then 'is of the month ' || coalesce(month, 'nothing') || ', but the file of ' || expected`

const flag = (column: string) => `case lower(${column}) when 'true' then true when 'false' then false end as ${column}`

/** 23:51 UTC on 31 March is 00:51 on 1 April by the clock at home, and a stop of April. */
const LOCAL = `timezone('Europe/London', try_cast(date as timestamptz))`

/** The three kinds of file in the lake. */
export const LAKE_FORMS: Readonly<Record<FileType, LakeForm>> = {
  street: {
    columns:
      'month, crime_id, reported_by, falls_within, longitude, latitude, location, lsoa, lsoa_name, type, outcome, context',
    fault: `${MONTH_FAULT} ${PLACE_FAULTS} when type is null then 'has no crime type'`,
    compared: ['type', 'outcome', 'location', 'longitude', 'latitude', 'lsoa'],
  },
  outcomes: {
    columns: 'month, crime_id, reported_by, falls_within, longitude, latitude, location, lsoa, lsoa_name, outcome',
    fault: `${MONTH_FAULT} ${PLACE_FAULTS} when crime_id is null then 'has no Crime ID'
      when outcome is null then 'has no outcome'`,
    compared: ['outcome', 'location', 'longitude', 'latitude', 'lsoa'],
  },
  'stop-and-search': {
    columns: `strftime(${LOCAL}, '%Y-%m') as month,
      strftime(try_cast(date as timestamptz), '%Y-%m-%dT%H:%M:%SZ') as stopped_at,
      strftime(${LOCAL}, '%Y-%m-%dT%H:%M:%S') as local_at, type, ${flag('is_operation')}, operation, latitude, longitude,
      gender, age, self_ethnicity, officer_ethnicity, legislation, object, outcome, ${flag('linked')},
      ${flag('more_than_outer')}`,
    fault: `when month is null then 'has a date that cannot be read'
      when month <> expected and stopped_at[:7] <> expected
        then 'is of the month ' || month || ', but the file of ' || expected
      ${PLACE_FAULTS}`,
    compared: [
      ...['stopped_at', 'type', 'is_operation', 'operation', 'latitude', 'longitude', 'gender', 'age'],
      ...['self_ethnicity', 'officer_ethnicity', 'legislation', 'object', 'outcome', 'linked', 'more_than_outer'],
    ],
  },
}
