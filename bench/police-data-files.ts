import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** The national files to make: how many months, and how many rows in all of the forces in one of them. */
export type NationalSize = { readonly months: number; readonly rowsAMonth: number }

/** Every force that publishes, and its share of the country's crime in thousandths, roughly as in life. */
export const FORCES: Readonly<Record<string, number>> = {
  ...{
    'avon-and-somerset': 26,
    bedfordshire: 11,
    cambridgeshire: 14,
    cheshire: 16,
    'city-of-london': 2,
    cleveland: 14,
  },
  ...{ cumbria: 7, derbyshire: 17, 'devon-and-cornwall': 23, dorset: 12, durham: 13, 'dyfed-powys': 7, essex: 30 },
  ...{ gloucestershire: 9, 'greater-manchester': 63, gwent: 11, hampshire: 34, hertfordshire: 17, humberside: 18 },
  ...{ kent: 34, lancashire: 29, leicestershire: 19, lincolnshire: 10, merseyside: 29, metropolitan: 175, norfolk: 12 },
  ...{ 'north-wales': 12, 'north-yorkshire': 11, northamptonshire: 12, northumbria: 28, nottinghamshire: 21 },
  ...{ 'south-wales': 25, 'south-yorkshire': 30, staffordshire: 18, suffolk: 10, surrey: 15, sussex: 27 },
  ...{
    'thames-valley': 34,
    warwickshire: 9,
    'west-mercia': 19,
    'west-midlands': 62,
    'west-yorkshire': 52,
    wiltshire: 9,
  },
}

const SHARES = Object.values(FORCES).reduce((all, share) => all + share, 0)
const HEADER = 'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,'
const STREET_HEADER = `${HEADER}Last outcome category,Context\r\n`

/** The months, up to December 2024. */
export function monthsOf({ months }: Pick<NationalSize, 'months'>): string[] {
  return Array.from({ length: months }, (_, at) =>
    new Date(Date.UTC(2024, 12 - months + at, 1)).toISOString().slice(0, 7),
  )
}

/** The number of rows of one force's month. */
export function rowsOf(force: string, size: NationalSize): number {
  return Math.round((size.rowsAMonth * (FORCES[force] ?? 0)) / SHARES)
}

/**
 * Writes street files for every force and month in the form of data.police.uk: the same ones every time, since each
 * row is worked out from its own number. Answers with their paths, in order of force and month.
 */
export async function writeNationalFiles(folder: string, size: NationalSize): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(availableParallelism()) })
  const connection = await instance.connect()
  const paths: string[] = []
  for (const [at, force] of Object.keys(FORCES).entries()) {
    for (const month of monthsOf(size)) {
      mkdirSync(join(folder, month), { recursive: true })
      const path = join(folder, month, `${month}-${force}-street.csv`)
      const rows = `select * exclude (nth) from (${rowsQuery(force, [month], at, size)})`
      await connection.run(`copy (${rows}) to '${path}' (header false)`)
      writeFileSync(path, STREET_HEADER + readFileSync(path, 'latin1').replaceAll('\n', '\r\n'), 'latin1')
      paths.push(path)
    }
  }
  connection.closeSync()
  instance.closeSync()
  return paths
}

/** The rows of a force's months as a query: the columns as the lake names them, and `nth` of the months, from nought. */
export function rowsQuery(force: string, months: readonly string[], at: number, size: NationalSize): string {
  const rows = rowsOf(force, size)
  const lsoas = Math.max(20, Math.round((35_672 * (FORCES[force] ?? 0)) / SHARES))
  const title = force
    .split('-')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' ')
  return `
    with drawn as (
      select nth, month, i, hash('${force} ' || month || ' ' || i) h, (h % 1000)::int kind, ((h >> 10) % 1000)::int result,
        ((h >> 20) % 1000) < 30 nowhere, ((h >> 30) % ${lsoas})::int area, ((h >> 45) % 23)::int point
      from (select i // ${rows} as nth, ${listed(months)}[nth + 1] as month, i % ${rows} as i
        from range(${rows * months.length}) r(i))
    ), known as (
      select *, list_sum([(kind >= each)::int for each in ${KIND_STEPS}])::int + 1 k from drawn
    )
    select nth, case when k = 1 then null else sha256('${force} ' || month || ' ' || i) end crime_id, month,
      '${title} Police' reported_by, '${title} Police' falls_within,
      case when not nowhere then round(-3 + ${at} * 0.1 + area * 0.0007 + point * 0.00013, 6)::decimal(9,6) end longitude,
      case when not nowhere then round(51 + area * 0.0005 + point * 0.00011, 6)::decimal(9,6) end latitude,
      case when nowhere then 'No Location' else 'On or near ' || ${STREETS}[(area * 7 + point) % 40 + 1] end as location,
      case when not nowhere then 'E' || lpad((1000000 + ${at} * 40000 + area)::varchar, 8, '0') end lsoa,
      case when not nowhere then '${title} ' || lpad((area // 5 + 1)::varchar, 3, '0') || chr(65 + area % 5) end lsoa_name,
      ${KINDS}[k] as type,
      case when k > 1 then ${RESULTS}[list_sum([(result >= each)::int for each in ${RESULT_STEPS}])::int + 1] end outcome,
      null::varchar context
    from known`
}

const listed = (texts: readonly string[]) => `[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]`

const KINDS = listed(
  (
    'Anti-social behaviour,Bicycle theft,Burglary,Criminal damage and arson,Drugs,Other crime,Other theft,' +
    'Possession of weapons,Public order,Robbery,Shoplifting,Theft from the person,Vehicle crime,Violence and sexual offences'
  ).split(','),
)
const KIND_STEPS = '[160, 171, 212, 290, 320, 340, 410, 420, 490, 500, 580, 600, 660]'

const RESULTS = listed([
  ...['Investigation complete; no suspect identified', 'Unable to prosecute suspect', 'Under investigation'],
  ...['Status update unavailable', 'Awaiting court outcome', 'Court result unavailable', 'Local resolution'],
  ...['Offender given a caution', 'Further investigation is not in the public interest'],
  'Action to be taken by another organisation',
])
const RESULT_STEPS = '[380, 760, 820, 860, 900, 930, 950, 965, 980]'

const STREETS = listed(
  Array.from({ length: 40 }, (_, at) =>
    at < 6
      ? (['Supermarket', 'Parking Area', 'Shopping Area', 'Petrol Station', 'Hospital', 'Prison'][at] ?? '')
      : `${['Mill', 'High', 'Church', 'Station', 'Park', "Queen's"][at % 6]} ${['Road', 'Street', 'Lane', 'Close', 'Way, North'][at % 5]}`,
  ),
)
