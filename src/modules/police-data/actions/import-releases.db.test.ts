import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM } from '#test/support/deps.js'
import {
  crimeId,
  csvOf,
  STREET,
  STREET_HEADER,
  streetLine,
  threeCrimes,
  writtenTo,
  zipOf,
} from '#test/support/police-files.js'
import { importingOffice } from '#test/support/police-import.js'
import { importPoliceFiles } from './import-police-files.js'
import { revisionBy } from './read-changes.js'

describeOnEachDatabase('releases of police data', (open) => {
  const office = importingOffice(open)
  const { taken, count } = office

  it('puts a newer release in the place of the older, and logs every change by Crime ID', async () => {
    const older = ['a', 'b', 'c', 'd', 'e'].map((id) => streetLine({ id: crimeId(id) }))
    await taken(
      [
        writtenTo(
          office.place(),
          'one/2024-01-kent-street.csv',
          csvOf(STREET_HEADER, [...older, streetLine({ type: 'Anti-social behaviour' })]),
        ),
      ],
      '2024-02',
    )
    const newer = [
      streetLine({ id: crimeId('f') }),
      streetLine({ id: crimeId('e') }),
      streetLine({ id: crimeId('d'), lsoa: 'E01024201', location: 'On or near Mill Lane' }),
      streetLine({ id: crimeId('c'), type: 'Robbery' }),
      streetLine({ id: crimeId('a'), outcome: 'Local resolution' }),
    ]
    const outcome = await taken(
      [writtenTo(office.place(), 'two/2024-01-kent-street.csv', csvOf(STREET_HEADER, newer))],
      '2024-03',
    )
    const told = outcome.changes.map(({ kind, before, after, crimes }) => [kind, before, after, crimes])
    assert.deepEqual(told, [
      ['appeared', '', 'Burglary', 1],
      ['disappeared', 'Anti-social behaviour', '', 1],
      ['disappeared', 'Burglary', '', 1],
      ['location', '', '', 1],
      ['outcome', 'Under investigation', 'Local resolution', 1],
      ['type', 'Burglary', 'Robbery', 1],
    ])
    assert.equal(await count(), 5)
    const revision = await revisionBy(office.deps(), SYSTEM)
    const byId = revision?.changes.map(({ crimeId: id, kind }) => `${kind} ${id?.replace(/^0+/, '') ?? 'incident'}`)
    assert.deepEqual(byId, [
      'appeared 66',
      'disappeared 62',
      'disappeared incident',
      'location 64',
      'outcome 61',
      'type 63',
    ])
    assert.equal(
      await count({ knownOn: isoDate('2024-03-30') }),
      6,
      'as known before the last day of the newer release',
    )
    assert.equal(await count({ knownOn: isoDate('2024-03-31') }), 5)
    assert.equal(await count({ knownOn: isoDate('2024-02-28') }), 0, 'as known before the first')
  })

  it('does not take rows in another order, or the same ID several times, for a change', async () => {
    const lines = [streetLine(), streetLine(), streetLine({ type: 'Drugs' }), streetLine({ id: crimeId('z') })]
    await taken([writtenTo(office.place(), 'one/2024-01-kent-street.csv', csvOf(STREET_HEADER, lines))])
    const shuffled = [...lines].reverse()
    const outcome = await taken([
      writtenTo(office.place(), 'two/2024-01-kent-street.csv', csvOf(STREET_HEADER, shuffled)),
    ])
    assert.deepEqual([outcome.number, outcome.changes], [2, []])
    const once = await taken([
      writtenTo(office.place(), 'three/2024-01-kent-street.csv', csvOf(STREET_HEADER, lines.slice(1))),
    ])
    assert.deepEqual(
      once.changes.map(({ kind, crimes }) => [kind, crimes]),
      [['disappeared', 1]],
    )
  })

  it('keeps an older release that comes later as history, and does not count it', async () => {
    await taken(
      [writtenTo(office.place(), 'new/2024-01-kent-street.csv', csvOf(STREET_HEADER, threeCrimes))],
      '2024-06',
    )
    const outcome = await taken(
      [writtenTo(office.place(), 'old/2024-01-kent-street.csv', csvOf(STREET_HEADER, threeCrimes.slice(1)))],
      '2024-04',
    )
    assert.deepEqual([outcome.files.taken, outcome.files.history, outcome.changes], [1, 1, []])
    assert.equal(await count(), 3)
    assert.equal(await count({ knownOn: isoDate('2024-05-01') }), 2)
  })

  it('takes the release from the name of the archive or its folder, and else what comes later for newer', async () => {
    const street = (lines: string[]) => csvOf(STREET_HEADER, lines)
    const zip = writtenTo(office.place(), '2024-05.zip', zipOf([{ name: STREET, content: street(threeCrimes) }]))
    assert.deepEqual([(await taken([zip])).release], ['2024-05'])
    const named = writtenTo(
      office.place(),
      'release-to-2024-07/2024-01/2024-01-kent-street.csv',
      street(threeCrimes.slice(1)),
    )
    assert.equal((await taken([named])).release, '2024-07')
    const later = await taken([writtenTo(office.place(), 'x/2024-01-kent-street.csv', street(threeCrimes.slice(2)))])
    assert.deepEqual([later.release, later.files.history], ['2024-01', 0])
    assert.equal(await count(), 1)
    const asked = await importPoliceFiles(office.deps(), SYSTEM, { paths: [zip], release: '2023-12' })
    assert.ok(!asked.ok && /cannot hold 2024-01/.test(asked.error.problem))
    const wrong = await importPoliceFiles(office.deps(), SYSTEM, { paths: [zip], release: '2024-13' })
    assert.ok(!wrong.ok && /is not a month/.test(wrong.error.problem))
  })
})
