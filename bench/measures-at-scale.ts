import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db, Engine } from '#platform/db/db.js'
import { openPostgres } from '#platform/db/postgres.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { startPostgres } from '#test/support/postgres.js'
import { runCommand, startFrankpledge } from './servers.js'
import { percentile, printTable, type Row, seeded } from './table.js'

/**
 * A measure's page while the register grows: 10,000 measures of 100 months, alone (1 million figures) and with the
 * figures of nine other areas (10 million). The peer is the same rows of the same measure, read by one bare query and
 * written as JSON: the least that any page of them must do.
 */
const MEASURES = Number(process.argv[2] ?? 10_000)
const MONTHS = 100
const ASKED = 300
const AREAS_OF = { '1 million': 0, '10 million': 9 } as const

const ENGINES: readonly Engine[] = (['sqlite', 'postgres'] as const).filter(
  (engine) => process.argv[3] === undefined || process.argv[3] === engine,
)

const rows: Row[] = []
for (const engine of ENGINES) rows.push(...(await measured(engine)))
printTable('Bare query', rows)

async function measured(engine: Engine): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-bench-'))
  const postgres = engine === 'postgres' ? await startPostgres() : undefined
  try {
    await runCommand(folder, ['example', 'create'], postgres?.url)
    const db = postgres ? openPostgres(postgres.url) : openSqlite(join(folder, 'register.sqlite'))
    await addMeasures(db)
    const found: Row[] = []
    const tails: number[] = []
    for (const [figures, others] of Object.entries(AREAS_OF)) {
      await addFigures(db, others)
      const { page, bare } = await askedInTurn(db, folder, postgres?.url)
      tails.push(percentile(page, 95))
      for (const share of [50, 95]) {
        found.push({
          what: `${engine}, ${figures} figures: a measure’s page, ${share}th percentile`,
          ours: percentile(page, share),
          peer: percentile(bare, share),
          unit: 'ms',
          goal: share === 95 ? 'under 50' : '',
        })
      }
    }
    const growth = (tails[1] ?? Number.NaN) / (tails[0] ?? Number.NaN)
    found.push({
      what: `${engine}: growth, 95th percentile`,
      ours: growth,
      peer: null,
      unit: 'times',
      goal: 'under 1.5',
    })
    await db.close()
    return found
  } finally {
    postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Published measures with the definition of one of the example's monthly ones. */
async function addMeasures(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await sql`create table bench_number (n integer primary key)`.execute(tx.source)
    await sql`insert into bench_number (n)
      with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(Math.max(MEASURES, MONTHS))})
      select n from numbers`.execute(tx.source)
    const { rows: names } = await sql<{ name: string }>`${sql.raw(
      db.engine === 'sqlite'
        ? `select name from pragma_table_info('measures_measure')`
        : `select column_name as name from information_schema.columns where table_name = 'measures_measure'`,
    )}`.execute(tx.source)
    const own: Readonly<Record<string, string>> = {
      id: `'bench-' || n`,
      slug: `'bench-' || n`,
      title: `'Measure ' || n`,
      is_headline: '0',
    }
    const columns = names.map(({ name }) => name)
    const values = columns.map((name) => own[name] ?? `m.${name}`)
    await sql
      .raw(
        `insert into measures_measure (${columns.join(', ')}) select ${values.join(', ')}
         from measures_measure m cross join bench_number where m.slug = 'recorded-crime' and n <= ${MEASURES}`,
      )
      .execute(tx.source)
  })
}

/** A hundred months for each measure: of the office's own area, or of so many others. */
async function addFigures(db: Db, others: number): Promise<void> {
  const areas = others === 0 ? [''] : Array.from({ length: others }, (_, at) => `E2300000${at}`)
  for (const area of areas) {
    await db.transaction(async (tx) => {
      await sql
        .raw(
          `insert into measures_observation
             (id, measure_id, import_id, period, numerator, denominator, value, status, note, recorded_at, area, known_on)
           select 'bench-${area}-' || m.n || '-' || t.n, 'bench-' || m.n, (select min(id) from measures_import),
             cast(2015 + (t.n - 1) / 12 as text) || '-' || substr('0' || cast(1 + (t.n - 1) % 12 as text), -2),
             400 + (m.n * 7919 + t.n * 104729) % 97, null, 400 + (m.n * 7919 + t.n * 104729) % 97,
             'final', '', '2025-04-28T09:00:00.000Z', '${area}', '2025-04-28'
           from bench_number m cross join bench_number t where m.n <= ${MEASURES} and t.n <= ${MONTHS}`.replace(
            `substr('0' || cast(1 + (t.n - 1) % 12 as text), -2)`,
            db.engine === 'sqlite'
              ? `substr('0' || (1 + (t.n - 1) % 12), -2)`
              : `lpad(cast(1 + (t.n - 1) % 12 as text), 2, '0')`,
          ),
        )
        .execute(tx.source)
    })
  }
  await db.transaction((tx) => sql.raw('analyze').execute(tx.source))
}

async function askedInTurn(db: Db, folder: string, url: string | undefined) {
  const server = await startFrankpledge(folder, url)
  const random = seeded(20250430)
  const [page, bare]: [number[], number[]] = [[], []]
  try {
    for (let asked = 0; asked < ASKED + 20; asked += 1) {
      const n = 1 + Math.floor(random() * MEASURES)
      const [took, tookBare] = [
        await time(() => ask(`${server.url}/measures/bench-${n}?n=${asked}`)),
        await time(() => bareRows(db, n)),
      ]
      if (asked < 20) continue
      page.push(took)
      bare.push(tookBare)
    }
  } finally {
    await server.stop()
  }
  return { page, bare }
}

async function ask(address: string): Promise<void> {
  const answer = await fetch(address)
  const text = await answer.text()
  if (!answer.ok || !text.includes('<svg')) throw new Error(`${address} answered ${answer.status}, without its chart`)
}

async function bareRows(db: Db, n: number): Promise<void> {
  const found = await sql`select * from measures_observation where measure_id = ${`bench-${n}`} and area = ''`.execute(
    db.source,
  )
  if (JSON.stringify(found.rows).length < 1000) throw new Error(`bench-${n} has no figures`)
}

async function time(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
