import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

/** How many items of levels 1 and 2 each section of ASVS 5.0.0 has; they come before those of level 3, but where named. */
const ITEMS: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1, '3.2': 2, '3.3': 4 },
  ...{ '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4, '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5 },
  ...{
    '7.5': 2,
    '7.6': 2,
    '8.1': 2,
    '8.2': 3,
    '8.3': 1,
    '8.4': 1,
    '9.1': 3,
    '9.2': 4,
    '10.1': 2,
    '10.2': 2,
    '10.3': 4,
  },
  ...{ '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7, '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4 },
  '17.3': 2,
}
const STATES = ['Met', 'Office', 'None here', 'Not met']

const list = readFileSync('docs/security/asvs.md', 'utf8')
const rows = list
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('the list of ASVS items', () => {
  it('has each item of levels 1 and 2 once, in order', () => {
    const wanted = Object.entries(ITEMS).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
    )
    assert.equal(wanted.length, 253, 'as many as the standard counts')
    assert.deepEqual(
      rows.map(([, item]) => item),
      wanted,
    )
  })

  it('says of each how it stands, and proves or explains it', () => {
    for (const [, item, , state = '', proof = ''] of rows) {
      assert.ok(STATES.includes(state), `${item}: ${state}`)
      assert.ok(state === 'None here' || proof.length >= 10, `${item} proves nothing`)
    }
  })

  it('counts them rightly', () => {
    const counts = STATES.map((state) => rows.filter((row) => row[3] === state).length)
    const [met, office, none, not] = counts
    const line = `Of ${rows.length} items ${met} are met, ${office} are the office's, ${none} are none here and ${not} are not met.`
    assert.ok(list.includes(line), line)
  })

  it('names only files that are there', () => {
    const named = [...list.matchAll(/`([^`\s]+\/[^`\s]+\.(?:tsx?|md|json))`/g)].map(([, path = '']) => path)
    assert.ok(named.length > 100)
    assert.deepEqual(
      named.filter((path) => !existsSync(path)),
      [],
    )
  })
})
