import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { reading } from '#platform/db/db.js'
import { filesBelow } from '#platform/handover/files.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import {
  crimeId,
  csvOf,
  OUTCOMES_HEADER,
  outcomeLine,
  STOPS_HEADER,
  STREET,
  STREET_HEADER,
  stopLine,
  streetLine,
  threeCrimes,
  writtenTo,
  zipOf,
} from '#test/support/police-files.js'
import { importingOffice } from '#test/support/police-import.js'

type NotedFiles = { operations_lake_file: { path: string; sha256: string; content_bytes: number } }

describeOnEachDatabase('an import of police data', (open) => {
  const office = importingOffice(open)
  const { taken, refused, rows, count } = office

  it('takes in a single file, plain or packed, and tells what it took', async () => {
    const file = writtenTo(office.place(), STREET, csvOf(STREET_HEADER, threeCrimes))
    const outcome = await taken([file])
    assert.deepEqual(outcome.files, { taken: 1, known: 0, ignored: 0, history: 0 })
    assert.deepEqual([outcome.number, outcome.release, outcome.rows.street], [1, '2024-01', 3])
    assert.equal(await count(), 3)
    const packed = writtenTo(
      office.place(),
      '2024-02-kent-street.csv.gz',
      gzipSync(csvOf(STREET_HEADER, [streetLine({ month: '2024-02' })])),
    )
    assert.equal((await taken([packed])).rows.street, 1)
    assert.equal(await count(), 4)
  })

  it('notes the fingerprint of every file that it keeps, so that a changed one is found', async () => {
    const lines = [...threeCrimes, streetLine({ month: '2023-11' })]
    await taken([writtenTo(office.place(), STREET, csvOf(STREET_HEADER, lines))])
    const revised = csvOf(STREET_HEADER, [...threeCrimes.slice(1), streetLine({ id: crimeId('new') })])
    await taken([writtenTo(office.place(), `later/${STREET}`, revised)], '2024-06')
    const kept = (await filesBelow(join(office.deps().lake.folder, 'imports'))).map((file) => ({
      ...file,
      path: `imports/${file.path}`,
    }))
    const names = kept.map(({ path }) => basename(path)).sort()
    assert.deepEqual(names, [
      ...['changes.parquet', 'set-aside.csv', 'street-kent-1.parquet', 'street-kent-1.parquet'],
      ...['totals.parquet', 'totals.parquet'],
    ])
    const noted = await reading<NotedFiles>(office.deps().db)
      .selectFrom('operations_lake_file')
      .select(['path', 'sha256', 'content_bytes as bytes'])
      .orderBy('path')
      .execute()
    assert.deepEqual(
      noted.map((file) => ({ ...file })),
      kept,
    )
  })

  it('takes in a ZIP and a folder however deep, leaves other files alone, and counts them', async () => {
    const entries = [
      { name: STREET, content: csvOf(STREET_HEADER, threeCrimes) },
      { name: '2024-01/2024-01-kent-outcomes.csv', content: csvOf(OUTCOMES_HEADER, [outcomeLine()]) },
      { name: 'README.txt', content: 'hello' },
      { name: '__MACOSX/2024-01/._2024-01-kent-street.csv', content: 'x' },
    ]
    const zip = writtenTo(office.place(), 'download.zip', zipOf(entries))
    const outcome = await taken([zip])
    assert.deepEqual(outcome.files, { taken: 2, known: 0, ignored: 2, history: 0 })
    writtenTo(
      office.place(),
      'deep/er/2024-02-kent-stop-and-search.csv',
      csvOf(STOPS_HEADER, [stopLine('2024-02-03T10:00:00+00:00')]),
    )
    writtenTo(office.place(), 'deep/er/notes.csv', 'a,b\n')
    const folderOutcome = await taken([join(office.place(), 'deep')])
    assert.deepEqual([folderOutcome.files.taken, folderOutcome.files.ignored], [1, 1])
  })

  it('changes nothing when the same content comes again, in whatever it is packed', async () => {
    const content = csvOf(STREET_HEADER, threeCrimes)
    await taken([writtenTo(office.place(), STREET, content)])
    const again = [
      writtenTo(office.place(), STREET, content),
      writtenTo(office.place(), 'again/2024-01-kent-street.csv.gz', gzipSync(content)),
      writtenTo(office.place(), 'again.zip', zipOf([{ name: STREET, content }])),
    ]
    for (const path of again) {
      const outcome = await taken([path])
      assert.deepEqual([outcome.number, outcome.files.known, outcome.files.taken], [null, 1, 0])
    }
    assert.equal(await count(), 3)
  })

  it('reads every line end, a byte order mark, quoted commas and line breaks, and columns in any order', async () => {
    const lines = [
      streetLine({ location: '"On or near Way, The"' }),
      streetLine({ location: '"On or\nnear Here"', id: crimeId('b') }),
    ]
    for (const [at, end] of ['\n', '\r\n', '\r'].entries()) {
      const month = `2024-0${at + 1}`
      const content = csvOf(
        STREET_HEADER,
        lines.map((line) => line.replace('2024-01', month)),
        end,
      )
      writtenTo(office.place(), `${month}-kent-street.csv`, `\ufeff${content}`)
    }
    const reversed = [STREET_HEADER, streetLine({ month: '2024-04' })].map((line) =>
      line.split(',').reverse().join(','),
    )
    writtenTo(office.place(), '2024-04-kent-street.csv', `${reversed.join('\n')}\n`)
    await taken([office.place()])
    const found = await rows<{ month: string; location: string }>('street', 'month, location')
    const each = (month: string) => [
      { month, location: 'On or near Way, The' },
      { month, location: 'On or\nnear Here' },
    ]
    const expected = [...['2024-01', '2024-02'].flatMap(each), { month: '2024-04', location: 'On or near High Street' }]
    const months = found.filter(({ month }) => month !== '2024-03')
    assert.deepEqual(new Set(months), new Set(expected))
    assert.equal(found.filter(({ month }) => month === '2024-03').length, 2)
  })

  it('reads files in Windows-1252 and UTF-16', async () => {
    const line = streetLine({ location: 'On or near Café Road' })
    writtenTo(office.place(), '2024-01-kent-street.csv', Buffer.from(csvOf(STREET_HEADER, [line]), 'latin1'))
    const second = csvOf(STREET_HEADER, [line.replace('2024-01', '2024-02')])
    writtenTo(office.place(), '2024-02-kent-street.csv', Buffer.from(`\ufeff${second}`, 'utf16le'))
    await taken([office.place()])
    assert.deepEqual(await rows('street', 'distinct location'), [{ location: 'On or near Café Road' }])
  })

  it('keeps crimes with no location, with an empty ID, and of a kind that nobody has seen', async () => {
    const lines = [
      streetLine({ longitude: '', latitude: '', location: 'No Location', lsoa: '' }),
      streetLine({ id: '' }),
      streetLine({ id: crimeId('n'), type: 'Cyber crime' }),
    ]
    const outcome = await taken([writtenTo(office.place(), STREET, csvOf(STREET_HEADER, lines))])
    assert.equal(outcome.rows.street, 3)
    assert.match(outcome.notes.join(), /“Cyber crime” is a kind of crime that was not published before: 1 row/)
  })

  it('puts stops in their month by the clock at home, with latitude before longitude and unknown as unknown', async () => {
    const lines = [
      stopLine('2024-03-31T23:51:00+00:00', { linked: 'True' }),
      stopLine('2024-04-30T22:59:00+00:00'),
      stopLine('2024-04-30T23:10:00+00:00'),
    ]
    const outcome = await taken([
      writtenTo(office.place(), '2024-04-kent-stop-and-search.csv', csvOf(STOPS_HEADER, lines)),
    ])
    assert.deepEqual([outcome.rows['stop-and-search'], outcome.setAside], [3, []])
    const found = await rows('stop-and-search', 'month, local_at, linked, latitude, longitude', {
      from: '2024-04',
      to: '2024-04',
    })
    assert.deepEqual(found, [
      { month: '2024-04', local_at: '2024-04-01T00:51:00', linked: true, latitude: 51.27, longitude: 0.52 },
      { month: '2024-04', local_at: '2024-04-30T23:59:00', linked: null, latitude: 51.27, longitude: 0.52 },
    ])
    const may = await rows<{ month: string }>('stop-and-search', 'month', { from: '2024-05', to: '2024-05' })
    assert.deepEqual(may, [{ month: '2024-05' }])
  })

  it('sets faulty lines aside, each with its line and reason, and keeps the others', async () => {
    const good = Array.from({ length: 30 }, (_, at) => streetLine({ id: crimeId(`g${at}`) }))
    const bad = [
      'a,b,c',
      streetLine({ month: '2023-12' }),
      streetLine({ longitude: 'east' }),
      `${streetLine()},more`,
      streetLine({ latitude: '' }),
      streetLine({ latitude: '151.2' }),
      streetLine({ location: '"On" or near' }),
    ]
    const file = writtenTo(
      office.place(),
      STREET,
      csvOf(STREET_HEADER, [...good.slice(0, 2), ...bad, ...good.slice(2)]),
    )
    const outcome = await taken([file])
    assert.equal(outcome.rows.street, 30)
    assert.deepEqual(
      outcome.setAside.map(({ line, reason }) => [line, reason]),
      [
        [4, 'has 3 cells, not 12'],
        [5, 'is of the month 2023-12, but the file of 2024-01'],
        [6, 'has no number as its Longitude'],
        [7, 'has more than 12 cells'],
        [8, 'has one of longitude and latitude without the other'],
        [9, 'has a longitude or latitude that is nowhere on the globe'],
        [10, 'has a quotation mark inside a cell where none may stand'],
      ],
    )
    assert.match(outcome.setAside[1]?.content ?? '', /2023-12/)
    assert.ok(outcome.report !== null && existsSync(outcome.report))
  })

  it('tells the months that are missing between the first and the last', async () => {
    for (const month of ['2024-01', '2024-04'])
      writtenTo(office.place(), `${month}-kent-street.csv`, csvOf(STREET_HEADER, [streetLine({ month })]))
    assert.deepEqual((await taken([office.place()])).gaps, [
      { force: 'kent', type: 'street', months: ['2024-02', '2024-03'] },
    ])
  })

  it('leaves a file without a row out: its month stays a gap, or what it was', async () => {
    const empty = writtenTo(office.place(), 'empty/2024-01-kent-street.csv', `${STREET_HEADER}\r\n\r\n`)
    const nothing = await taken([empty])
    assert.deepEqual([nothing.number, nothing.files.taken, nothing.files.known], [null, 0, 0])
    assert.match(nothing.notes.join(), /headers and no row/)
    await taken([writtenTo(office.place(), STREET, csvOf(STREET_HEADER, threeCrimes))])
    await taken([empty], '2024-02')
    assert.equal(await count(), 3)
  })

  it('takes in a force that nobody knows, and says so', async () => {
    const line = streetLine({ reportedBy: 'Mercia Police' })
    const file = writtenTo(office.place(), '2024-01-mercia-street.csv', csvOf(STREET_HEADER, [line]))
    assert.match((await taken([file])).notes.join(), /No force that is known here is called “mercia”/)
  })

  it('knows a single file of another name by its headers, month and force, where they say enough', async () => {
    const file = writtenTo(office.place(), 'my download (1).csv', csvOf(STREET_HEADER, threeCrimes))
    const outcome = await taken([file])
    assert.deepEqual([outcome.forces, outcome.months], [['kent'], ['2024-01']])
    await refused(
      [writtenTo(office.place(), 'stops.csv', csvOf(STOPS_HEADER, [stopLine('2024-02-03T10:00:00Z')]))],
      /name it like 2025-11-kent/,
    )
    await refused([writtenTo(office.place(), 'other.csv', 'a,b\n1,2\n')], /is no file of data\.police\.uk/)
    const nowhere = streetLine({ reportedBy: 'Gotham City Police' })
    await refused(
      [writtenTo(office.place(), 'x.csv', csvOf(STREET_HEADER, [nowhere]))],
      /“Gotham City Police”, which is no force/,
    )
  })
})
