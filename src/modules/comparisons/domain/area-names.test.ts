import assert from 'node:assert/strict'
import { it } from 'node:test'
import { AreaNames } from './area-names.js'

const KNOWN = new AreaNames([
  { area: '', names: ['Wessex', 'Wessex Police', 'E23000099'] },
  { area: 'E07000999', names: ['Melchester', 'E07000999'] },
  { area: 'Avon and Somerset', names: ['Avon and Somerset'] },
  { area: 'City of London', names: ['City of London'] },
  { area: 'Metropolitan Police', names: ['Metropolitan Police', 'Met', 'MPS'] },
  { area: 'Dyfed-Powys', names: ['Dyfed-Powys'] },
  { area: 'Devon and Cornwall', names: ['Devon and Cornwall'] },
  { area: 'Another', names: ['Wessex'] },
])

it('knows one area under all its names', () => {
  const names: [string, string | undefined][] = [
    ['', ''],
    ['own', ''],
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
    ['Avon and Somerset [note 3]', 'Avon and Somerset'],
    ['The Met', 'Metropolitan Police'],
    ['Atlantis', undefined],
    ['__proto__', undefined],
  ]
  for (const [name, area] of names) assert.equal(KNOWN.find(name), area, name)
})
