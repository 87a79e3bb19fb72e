import { createReadStream, globSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse'

/** What others would do with the same files, each in a process of its own: `node police-data-peers.js <which> <folder> <target>`. */
const [which, folder = '', target = ''] = process.argv.slice(2)

const NAMES = [
  ...['crime_id', 'month', 'reported_by', 'falls_within', 'longitude', 'latitude', 'location', 'lsoa', 'lsoa_name'],
  ...['type', 'outcome', 'context'],
]
const files = globSync(`${folder}/**/*street.csv*`).sort()

/** DuckDB's own copy of the CSV files to one Parquet file, with the columns named and typed and nothing looked at. */
async function bareCopy(): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const columns = NAMES.map((name) => `${name}: '${name.endsWith('itude') ? 'double' : 'varchar'}'`).join(', ')
  const list = files.map((file) => `'${file}'`).join(', ')
  await connection.run(
    `copy (from read_csv([${list}], header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
      columns = {${columns}})) to '${target}' (format parquet)`,
  )
  connection.closeSync()
  instance.closeSync()
}

/** The script that one would write in Node: csv-parse, each row into SQLite, then the counts. */
async function csvParseAndSqlite(): Promise<void> {
  const db = new DatabaseSync(target)
  db.exec('pragma journal_mode = off; pragma synchronous = off')
  db.exec('create table crime (month text, lsoa text, type text)')
  const insert = db.prepare('insert into crime values (?, ?, ?)')
  db.exec('begin')
  for (const file of files) {
    const rows = createReadStream(file).pipe(parse({ columns: true }))
    for await (const row of rows) insert.run(row.Month, row['LSOA code'], row['Crime type'])
  }
  db.exec('commit')
  const counts = db.prepare('select month, lsoa, type, count(*) n from crime group by month, lsoa, type').all()
  console.log(counts.length)
  db.close()
}

if (which === 'bare-copy') await bareCopy()
else await csvParseAndSqlite()
