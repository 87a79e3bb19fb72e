import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { documentFromText, plainDocument } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import { checkRegister } from './check-register.js'
import { checkRegisterLoosely } from './check-register-loosely.js'
import { checkRegisterTables } from './check-register-tables.js'
import type { RegisterMeasure } from './register-measure.js'

const monthOf = (year: number, month: number) => year * 12 + month - 1

/** A measure with one figure a month of 2023/24, the last of them revised in June 2024. */
function aMeasure(title: string, changes: Partial<RegisterMeasure> = {}): RegisterMeasure {
  const first = monthOf(2023, 4)
  const points = Array.from({ length: 12 }, (_, at) => ({
    from: first + at,
    until: first + at,
    label: '',
    vintages: [{ knownOn: isoDate('2024-04-20'), value: 200 + at, numerator: null, denominator: null }],
  }))
  const [last] = points.slice(-1)
  last?.vintages.push({ knownOn: isoDate('2024-06-20'), value: 240, numerator: null, denominator: null })
  return { title, unit: 'count', places: ['Westmarch Police'], addsUp: true, ratioPer: null, points, ...changes }
}

function verdictsOf(
  text: string,
  { date, register = [aMeasure('Burglary')] }: { date?: string; register?: RegisterMeasure[] } = {},
) {
  const document = plainDocument('paper.txt', text, date ? { date: isoDate(date) } : {})
  return checkRegister(document, { others: [], register }).map(({ verdict, message }) => ({ verdict, message }))
}

describe('a figure that the register knows', () => {
  it('holds when the month says the same', () => {
    assert.deepEqual(
      verdictsOf('There were 205 burglaries in September 2023.').map(({ verdict }) => verdict),
      ['holds'],
    )
  })

  it('is a warning when it is near and not the same, a question when it is far', () => {
    const [near] = verdictsOf('There were 215 burglaries in September 2023.')
    assert.equal(near?.verdict, 'warning')
    assert.match(String(near?.message), /The register has 205 for “Burglary”/)
    assert.deepEqual(
      verdictsOf('There were 520 burglaries in September 2023.').map(({ verdict }) => verdict),
      ['question'],
    )
  })

  it('adds the months of a financial year', () => {
    const total = 200 * 12 + 66 + 29
    assert.deepEqual(
      verdictsOf(`In 2023/24 there were ${total} burglaries.`).map(({ verdict }) => verdict),
      ['holds'],
    )
  })

  it('is judged by what was known on the day of the document', () => {
    const text = 'There were 211 burglaries in March 2024.'
    assert.deepEqual(
      verdictsOf(text, { date: '2024-05-01' }).map(({ verdict }) => verdict),
      ['holds'],
    )
    assert.deepEqual(
      verdictsOf(text, { date: '2024-07-01' }).map(({ verdict }) => verdict),
      ['warning'],
    )
  })

  it('is left alone where another place, a target, a change or another thing is meant', () => {
    for (const text of [
      'In the district of Fenholme there were 31 burglaries in March 2024.',
      'The target was 150 burglaries in March 2024.',
      'Burglary fell by 12 in March 2024.',
      'There were 40 robberies in March 2024.',
      'There were 900 burglaries in the summer.',
    ]) {
      assert.deepEqual(verdictsOf(text), [], text)
    }
  })

  it('is left alone when two measures share a name', () => {
    const register = [aMeasure('Burglary'), aMeasure('Recorded burglary')]
    assert.deepEqual(verdictsOf('There were 999 burglaries in March 2024.', { register }), [])
  })

  it('is found by the telling words of its clause, in any order', () => {
    const register = [aMeasure('999 calls answered within ten seconds', { unit: 'percentage', addsUp: false })]
    const verdicts = (text: string) => verdictsOf(text, { register }).map(({ verdict }) => verdict)
    assert.deepEqual(verdicts('In September 2023 205% of 999 calls were answered within ten seconds.'), ['holds'])
    assert.deepEqual(verdicts('In September 2023 the share of 999 calls answered within ten seconds was 202%.'), [
      'warning',
    ])
    assert.deepEqual(verdicts('In September 2023 202% of 999 calls were answered within twenty seconds.'), [])
    assert.deepEqual(
      verdicts('In September 2023 202% of 999 calls from Fenholme were answered within ten seconds.'),
      [],
    )
  })

  it('is judged by the day that the head of the document says, whenever its file was made', () => {
    const text = 'Published 3 May 2024\n\nThere were 211 burglaries in March 2024.'
    assert.deepEqual(
      verdictsOf(text, { date: '2025-01-01' }).map(({ verdict }) => verdict),
      ['holds'],
    )
    assert.deepEqual(
      verdictsOf(text.replace('211', '221')).map(({ verdict }) => verdict),
      ['warning'],
    )
  })

  it('is of hours where the measure is', () => {
    const register = [aMeasure('Volunteer hours')]
    const verdicts = (text: string) => verdictsOf(text, { register }).map(({ verdict }) => verdict)
    assert.deepEqual(verdicts('Volunteers gave 205 hours in September 2023.'), ['holds'])
    assert.deepEqual(verdicts('Volunteers gave 250 hours in September 2023.'), ['warning'])
    assert.deepEqual(verdicts('Volunteer hours in September 2023: 250'), ['warning'])
    assert.deepEqual(verdicts('There were 250 volunteers in September 2023.'), [])
  })

  it('has its period behind a limit of time, and may be told by “came to”', () => {
    const calls = [aMeasure('999 calls answered within ten seconds', { unit: 'percentage', addsUp: false })]
    const grants = [aMeasure('Grants awarded by the Commissioner', { unit: 'pounds' })]
    const of = (text: string, register: RegisterMeasure[]) => verdictsOf(text, { register }).map((one) => one.verdict)
    assert.deepEqual(of('202% of 999 calls answered within ten seconds in September 2023.', calls), ['warning'])
    assert.deepEqual(of('Grants awarded by the Commissioner in September 2023 came to £202.', grants), ['warning'])
  })

  it('is a cell of a table whose row and column name it', async () => {
    const register = [aMeasure('Burglary'), aMeasure('Vehicle crime')]
    const table = async (name: string, cell: string, other = '205') => {
      const rows = `| Measure | September 2023 | Change |\n|---|---|---|\n| Vehicle crime | ${other} | 3% |\n| Burglary | ${cell} | 2% |`
      const text = await readDocument(Buffer.from(`## ${name}\n\n${rows}\n`), 'paper.md')
      const document = documentFromText('paper.md', text)
      const found = checkRegisterTables(document, { others: [], register })
      return found.map(({ verdict, quotes }) => `${verdict} ${quotes[0]?.text}`)
    }
    assert.deepEqual(await table('Crime', '205'), [])
    assert.deepEqual(await table('Crime', '250'), ['warning 250'])
    assert.deepEqual(await table('Crime', '250', '240'), ['question 240', 'question 250'])
    assert.deepEqual(await table('Crime targets', '250'), [])
  })

  it('is asked about where the document has no day and the figure once stood so', () => {
    const [finding] = verdictsOf('There were 211 burglaries in March 2024.')
    assert.equal(finding?.verdict, 'question')
    assert.match(String(finding?.message), /of which day is this document/)
  })
})

describe('a list of terms on a page', () => {
  it('is read where a term speaks of its figure in a sentence', async () => {
    const page =
      '<dl><dt>Fires</dt><dd>9 a day</dd><dt>Break-ins</dt><dd>There were 215 burglaries in September 2023</dd></dl>'
    const document = documentFromText('page.html', await readDocument(Buffer.from(page), 'page.html'))
    const found = checkRegister(document, { others: [], register: [aMeasure('Burglary')] })
    assert.deepEqual(
      found.map(({ verdict }) => verdict),
      ['warning'],
    )
  })
})

describe('a figure that names a measure loosely', () => {
  const year = (from: number, value: number) => ({
    ...{ from, until: from + 11, label: '' },
    vintages: [{ knownOn: isoDate('2025-05-13'), value, numerator: null, denominator: null }],
  })
  const points = [year(monthOf(2023, 4), 18_110), year(monthOf(2024, 4), 17_402)]
  const register = [aMeasure('Anti-social behaviour incidents', { points }), aMeasure('Robbery', { points: [] })]
  const ask = (text: string) => checkRegisterLoosely(plainDocument('paper.txt', text), { others: [], register })

  it('means the measure that it tells apart from one of all crime', () => {
    const points = [year(monthOf(2024, 4), 1332)]
    const crimes = [aMeasure('Recorded crime', { points: [] }), aMeasure('Rural crime', { points })]
    const told = plainDocument('paper.txt', 'Rural crime in 2024/25 had been 1,323, a member recalled.')
    assert.equal(checkRegisterLoosely(told, { others: [], register: crimes })[0]?.verdict, 'question')
  })

  const title = 'Plan in numbers, 2024/25\n\n'
  const WRONG = [
    'Calls about anti-social behaviour came to 17,204.',
    '17,482 calls about anti-social behaviour were made.',
    'We were called to anti-social behaviour 18,101 times in 2023/24.',
  ]
  for (const wrong of WRONG)
    it(`asks about: ${wrong}`, () => assert.equal(ask(`${title}${wrong}`)[0]?.verdict, 'question'))

  const TRUE = [
    'Calls about anti-social behaviour came to 17,402.',
    'Calls about anti-social behaviour: 18,110 a year before.',
    'Nationally the target for anti-social behaviour is 17,204.',
    'We had 16,900 calls about anti-social behaviour in the city.',
    'There were 17,204 calls to 101.',
  ]
  for (const right of TRUE) it(`says nothing of: ${right}`, () => assert.deepEqual(ask(`${title}${right}`), []))
})
