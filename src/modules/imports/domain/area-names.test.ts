import assert from 'node:assert/strict'
import { it } from 'node:test'
import { AreaNames } from './area-names.js'

const KNOWN = new AreaNames([
  { area: '', names: ['Wessex', 'Wessex Police', 'E23000099'] },
  { area: 'E07000999', names: ['Melchester', 'E07000999'] },
])

it('knows one area under all its names', () => {
  const names: [string, string | undefined][] = [
    ['', ''],
    ['WESSEX CONSTABULARY', ''],
    ['E23000099', ''],
    ['melchester', 'E07000999'],
    ['Avon & Somerset', 'Avon and Somerset'],
    ['Avon and Somerset Constabulary', 'Avon and Somerset'],
    ['London, City of', 'City of London'],
    ['Metropolitan Police Service', 'Metropolitan Police'],
    ['Metropolitan', 'Metropolitan Police'],
    ['Devon & Cornwall Police', 'Devon and Cornwall'],
    ['Dyfed Powys', 'Dyfed-Powys'],
    ['e23000001', 'E23000001'],
    ['Atlantis', undefined],
    ['__proto__', undefined],
  ]
  for (const [name, area] of names) assert.equal(KNOWN.find(name), area, name)
})
