import assert from 'node:assert/strict'
import { join } from 'node:path'
import { it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { describeOnEachDatabase } from '#test/support/databases.js'
import {
  crimeId,
  csvOf,
  OUTCOMES_HEADER,
  outcomeLine,
  STREET,
  STREET_HEADER,
  streetLine,
  threeCrimes,
  writtenTo,
  zipOf,
} from '#test/support/police-files.js'
import { importingOffice } from '#test/support/police-import.js'

describeOnEachDatabase('an import of police data is refused whole, and nothing is half taken in', (open) => {
  const office = importingOffice(open)
  const { taken, refused } = office

  const sound = (month: string) => csvOf(STREET_HEADER, [streetLine({ month })])

  it('when a file is cut in the middle of a row, of its last cell, or of a quoted one', async () => {
    writtenTo(office.place(), '2024-01-kent-street.csv', sound('2024-01'))
    const content = csvOf(
      STREET_HEADER,
      Array.from({ length: 40 }, (_, at) => streetLine({ month: '2024-02', id: crimeId(`c${at}`) })),
    )
    writtenTo(office.place(), '2024-02-kent-street.csv', content.slice(0, -90))
    await refused([office.place()], /2024-02-kent-street\.csv ends in the middle of a row/, 41)
    const other = join(office.place(), 'other')
    const outcomes = csvOf(OUTCOMES_HEADER, [outcomeLine(), outcomeLine({ id: crimeId('two') })])
    await refused(
      [writtenTo(other, '2024-01-kent-outcomes.csv', outcomes.slice(0, -6))],
      /ends in the middle of a row/,
      3,
    )
    const quote = csvOf(STREET_HEADER, [streetLine(), streetLine({ location: '"On or near' }), streetLine()])
    await refused([writtenTo(other, '2024-01-kent-street.csv', quote)], /a quotation mark that is never closed/, 3)
  })

  it('but not when only the end of the last line is missing', async () => {
    const file = writtenTo(
      office.place(),
      '2024-01-kent-outcomes.csv',
      csvOf(OUTCOMES_HEADER, [outcomeLine()]).trimEnd(),
    )
    assert.equal((await taken([file])).rows.outcomes, 1)
  })

  it('when a packed file or an archive is cut short or damaged', async () => {
    const lines = Array.from({ length: 400 }, (_, at) => streetLine({ id: crimeId(`${at * 7919}`) }))
    const gz = gzipSync(csvOf(STREET_HEADER, lines))
    await refused(
      [writtenTo(office.place(), 'a/2024-01-kent-street.csv.gz', gz.subarray(0, gz.length / 2))],
      /does not unpack to its end/,
    )
    await refused(
      [writtenTo(office.place(), 'b/2024-01-kent-street.csv.gz', gz.subarray(0, gz.length - 8))],
      /does not unpack to its end/,
    )
    const zip = zipOf([{ name: STREET, content: csvOf(STREET_HEADER, lines) }])
    await refused([writtenTo(office.place(), 'cut.zip', zip.subarray(0, zip.length - 40))], /damaged or cut short/)
    const changed = Buffer.from(zip)
    changed[zip.length >> 1] = (changed[zip.length >> 1] ?? 0) ^ 0xff
    await refused([writtenTo(office.place(), 'changed.zip', changed)], /damaged/)
    const lies = zipOf([{ name: STREET, content: csvOf(STREET_HEADER, lines), says: { crc32: 1 } }])
    await refused([writtenTo(office.place(), 'lies.zip', lies)], /2024-01-kent-street\.csv is damaged/)
  })

  it('when an archive is a bomb, leads elsewhere, holds a month twice, is locked, or lies over itself', async () => {
    const bomb = zipOf([{ name: STREET, content: `${STREET_HEADER}\n${'0'.repeat(30_000_000)}` }])
    await refused([writtenTo(office.place(), 'bomb.zip', bomb)], /times its size/)
    const small = zipOf([
      { name: STREET, content: `${STREET_HEADER}\n${'0'.repeat(30_000_000)}`, says: { bytes: 900_000 } },
    ])
    await refused([writtenTo(office.place(), 'small.zip', small)], /more than the archive says/)
    for (const name of [
      '../2024-01-kent-street.csv',
      '/2024-01-kent-street.csv',
      '2024-01\\..\\2024-01-kent-street.csv',
    ])
      await refused(
        [writtenTo(office.place(), 'path.zip', zipOf([{ name, content: 'x' }]))],
        /leads outside the archive/,
      )
    const content = csvOf(STREET_HEADER, threeCrimes)
    const twice = zipOf([
      { name: STREET, content },
      { name: 'x/2024-01-kent-street.csv', content },
    ])
    await refused([writtenTo(office.place(), 'twice.zip', twice)], /stands twice in this archive/)
    const locked = zipOf([{ name: STREET, content, says: { isLocked: true } }])
    await refused([writtenTo(office.place(), 'locked.zip', locked)], /locked with a password/)
    const over = zipOf([
      { name: STREET, content },
      { name: '2024-02/2024-02-kent-street.csv', content, says: { offset: 4 } },
    ])
    await refused([writtenTo(office.place(), 'over.zip', over)], /lie over each other|damaged/)
  })

  it('when headers are missing, unknown or there twice: each is named', async () => {
    const header = STREET_HEADER.replace('Crime type', 'Kind').replace('Context', 'Month')
    await refused(
      [writtenTo(office.place(), STREET, csvOf(header, threeCrimes))],
      /has no column “Crime type”, “Context”; has a column that is not known: “Kind”; has two columns “Month”/,
      1,
    )
    const old = 'Month,Reported by,Falls within,Easting,Northing,Location,Crime type,Context'
    await refused(
      [writtenTo(office.place(), STREET, csvOf(old, ['2012-01,Kent Police,Kent Police,1,2,x,Burglary,']))],
      /form of 2012/,
    )
    await refused([writtenTo(office.place(), STREET, '')], /is empty/)
    const semicolons = csvOf(STREET_HEADER, threeCrimes).replaceAll(',', ';')
    await refused([writtenTo(office.place(), STREET, semicolons)], /cells apart by semicolons, not by commas/, 1)
  })

  it('when a file is of another month throughout, or mostly wrong', async () => {
    await refused(
      [writtenTo(office.place(), '2024-03-kent-street.csv', sound('2024-01'))],
      /is of the month 2024-01, but the file of 2024-03/,
      2,
    )
  })

  it('when two different files are of the same force, month and type', async () => {
    writtenTo(office.place(), 'a/2024-01-kent-street.csv', sound('2024-01'))
    writtenTo(office.place(), 'b/2024-01-kent-street.csv', csvOf(STREET_HEADER, threeCrimes))
    await refused([office.place()], /another file of the same force, month and type/)
  })

  it('when a file is named for one force and was reported by another', async () => {
    const file = writtenTo(office.place(), '2024-01-surrey-street.csv', sound('2024-01'))
    await refused([file], /was reported by Kent Police, but the file is named for surrey/, 2)
    const kent = Array.from({ length: 30 }, (_, at) => streetLine({ id: crimeId(`k${at}`) }))
    const others = kent.map((line) => line.replaceAll('Kent Police', 'Surrey Police'))
    const mixed = writtenTo(office.place(), '2024-01-kent-street.csv', csvOf(STREET_HEADER, [...kent, ...others]))
    await refused([mixed], /was reported by Surrey Police, but the file is named for kent/, 32)
  })

  it('but not for a few rows of another force, which are set aside with their lines', async () => {
    const kent = Array.from({ length: 30 }, (_, at) => streetLine({ id: crimeId(`k${at}`) }))
    const stray = streetLine().replaceAll('Kent Police', 'London, City of')
    const lines = [...kent.slice(0, 3), stray.replaceAll('London, City of', '"London, City of"'), ...kent.slice(3)]
    const outcome = await taken([writtenTo(office.place(), '2024-01-kent-street.csv', csvOf(STREET_HEADER, lines))])
    assert.equal(outcome.rows.street, 30)
    const [{ line, reason } = { line: 0, reason: '' }, ...more] = outcome.setAside
    assert.equal(line, 5)
    assert.equal(reason, 'was reported by London, City of, but the file is named for kent')
    assert.equal(more.length, 0)
  })

  it('when a month or a release has not begun', async () => {
    const early = writtenTo(office.place(), '2099-05-kent-street.csv', sound('2099-05'))
    await refused([early], /is of 2099-05, a month that has not begun/)
    const archive = zipOf([{ name: STREET, content: sound('2024-01') }])
    await refused([writtenTo(office.place(), '2099-05.zip', archive)], /cannot be 2099-05, a month that has not begun/)
  })

  it('when an archive holds nothing but another archive', async () => {
    const inner = zipOf([{ name: STREET, content: sound('2024-01') }])
    const outer = zipOf([
      { name: '2024-01.zip', content: inner },
      { name: 'read me.txt', content: 'x' },
    ])
    await refused(
      [writtenTo(office.place(), 'outer.zip', outer)],
      /1 other file left alone.*archives.*outer\.zip: 2024-01\.zip/,
    )
  })

  it('when nothing stands at the path, or nothing of ours', async () => {
    await refused([join(office.place(), 'nowhere')], /is not there/)
    writtenTo(office.place(), 'a.txt', 'x')
    await refused([office.place()], /holds no file with a name like/)
  })
})
