import assert from 'node:assert/strict'
import { it } from 'node:test'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { csvOf, STREET_HEADER, streetLine, writtenTo } from '#test/support/police-files.js'
import { importingOffice } from '#test/support/police-import.js'
import { currentFiles } from '../data/releases.queries.js'

const FORCES = {
  bedfordshire: 'Bedfordshire Police',
  essex: 'Essex Police',
  kent: 'Kent Police',
  surrey: 'Surrey Police',
}
const MONTHS = ['2024-01', '2024-02']

describeOnEachDatabase('an import of several forces, written side by side', (open) => {
  const office = importingOffice(open)
  const { taken, refused, count } = office

  const writeAll = (contentOf: (force: string, lines: string[]) => string) => {
    for (const [force, reportedBy] of Object.entries(FORCES))
      for (const month of MONTHS) {
        const lines = [streetLine({ month, reportedBy }), streetLine({ month, reportedBy, type: 'Drugs' })]
        writtenTo(office.place(), `${month}-${force}-street.csv`, contentOf(force, lines))
      }
  }

  it('numbers the files in order of force and month, whichever was written first', async () => {
    writeAll((_, lines) => csvOf(STREET_HEADER, lines))
    assert.equal((await taken([office.place()])).rows.street, 16)
    const files = await currentFiles(office.deps().db, 'street')
    assert.deepEqual(
      files.map(({ force, month, number }) => [force, month, number]),
      Object.keys(FORCES).flatMap((force, at) => MONTHS.map((month, nth) => [force, month, 1 + at * 2 + nth])),
    )
    assert.equal(await count(), 16)
  })

  it('tells the first of several faults in that order, though larger files are read first, and takes in nothing', async () => {
    const isWrong = (force: string) => force === 'essex' || force === 'surrey'
    const many = (force: string, lines: string[]) => (force === 'surrey' ? Array(100).fill(lines).flat() : lines)
    writeAll((force, lines) => csvOf(isWrong(force) ? `${STREET_HEADER},Colour` : STREET_HEADER, many(force, lines)))
    await refused([office.place()], /2024-0[12]-essex-street\.csv has a column that is not known: “Colour”/)
    assert.equal(await count(), 0)
  })
})
