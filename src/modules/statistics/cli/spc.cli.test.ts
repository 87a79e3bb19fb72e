import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { UsageError } from '#platform/cli/run.js'
import { NotFound } from '#platform/errors.js'
import { writeWorkbook } from '#platform/tables/write-workbook.js'
import { spc } from './spc.cli.js'

const folder = mkdtempSync(join(tmpdir(), 'spc-'))
after(() => rmSync(folder, { recursive: true }))

const MONTHLY = ['date,value', ...[1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1].map((v, i) => `2023-${i},${v}`)]
  .map((line, index) =>
    line.replace(/^2023-\d+/, `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`),
  )
  .join('\n')

async function run(content: string | Uint8Array, options: Record<string, string> = {}) {
  const file = join(folder, 'figures.csv')
  writeFileSync(file, content)
  const said: string[] = []
  const answer = await spc.runAlone({ args: [file], options, say: (message) => void said.push(message) })
  return { ...answer, said: said.join('\n'), json: JSON.parse(JSON.stringify(answer.data)) }
}

describe('frankpledge spc', () => {
  it('answers with every key that its users rely on', async () => {
    const { json } = await run(MONTHLY, { polarity: 'up', target: '20' })
    for (const key of ['points', 'assurance', 'variation', 'summary']) assert.ok(key in json, key)
    const point = ['date', 'value', 'mean', 'lower', 'upper', 'lowerNear', 'upperNear', 'rules', 'variation']
    for (const key of point) assert.ok(key in json.points[0], key)
    assert.equal(json.points.length, 14)
    assert.deepEqual(json.points[4].rules, ['outside'])
    assert.equal(json.points[4].variation, 'improvement')
    assert.equal(json.assurance, 'fail')
    assert.equal(json.tooFewPoints, false)
  })

  it('screens outlying ranges unless told not to', async () => {
    const [yes, no] = [await run(MONTHLY), await run(MONTHLY, { 'screen-ranges': 'no' })]
    assert.ok(no.json.points[0].upper > yes.json.points[0].upper)
  })

  it('gives numbers for a short series and says why there would be no icon', async () => {
    const { json } = await run('date,value\n2024-01,1\n2024-02,3')
    assert.equal(json.tooFewPoints, true)
    assert.equal(json.points[0].mean, 2)
    assert.match(json.summary, /Too few points/)
  })

  it('writes dates as the file does, and rebases on a date written any way', async () => {
    const text = MONTHLY.replace(/(\d{4})-(\d{2}),/g, '01/$2/$1,')
    const { json } = await run(text, { rebase: '2023-01-15', baseline: '12' })
    assert.equal(json.points[0].date, '01/02/2022')
    assert.deepEqual(
      json.phases.map(({ from }: { from: string }) => from),
      ['01/02/2022', '01/02/2023'],
    )
  })

  it('prints a table and the summary for people', async () => {
    const { lines } = await run(MONTHLY)
    assert.match(lines[0] ?? '', /^date +value +mean +lower +upper +variation +rules$/)
    assert.match(lines.at(-1) ?? '', /^14 values from 2022-02 to 2023-03\./)
    assert.equal(lines.length, 14 + 3)
  })

  it('draws charts of shares from part and whole', async () => {
    const { json } = await run('date,numerator,denominator\n2024-01,3,10\n2024-02,0,0\n2024-03,6,20', {
      chart: 'p',
      per: '100',
    })
    assert.deepEqual(
      json.points.map(({ value }: { value: number | null }) => value),
      [30, null, 30],
    )
    assert.equal(json.points[0].mean, 30)
  })

  it('reads what spreadsheets save: UTF-16 and the old Windows letters', async () => {
    assert.equal((await run(Buffer.from(`\ufeff${MONTHLY}`, 'utf16le'))).json.points.length, 14)
    assert.equal((await run(Buffer.from(`${MONTHLY}\n2024-05,£5`, 'latin1'))).json.points.length, 15)
  })

  it('reads text however it is separated, quoted and ended', async () => {
    const points = async (content: string) =>
      (await run(content)).json.points.map(({ date, value }: { date: string; value: number | null }) => [date, value])
    const expected = [
      ['2024-01', 1.5],
      ['2024-02', null],
      ['2024-03', -3],
    ]
    for (const content of [
      '\ufeffDATE,Value\r\n2024-01,1.5\r\n2024-02,\r\n2024-03,-3',
      '"Value","note","Date"\r"1.5","a, ""b""\nc","2024-01"\r\r"..",,"2024-02"\r"−3",,"2024-03"\r',
      'Date;Value\n2024-01;1.5\n2024-02;\n2024-03;-3',
      'month\tvalue\n2024-03\t-3\n2024-01\t1.5\n2024-02\tn/a',
      'sep=;\nDate;Value\n2024-01;1.5\n2024-02;\n2024-03;-3',
      'date, value\n2024-01, "1.5"\n2024-02 , ""\n2024-03, "-3" \n',
    ])
      assert.deepEqual(await points(content), expected, content)
    assert.deepEqual(await points('date,value\n2024-01,5,\n2024-02,"6,700",,\n'), [
      ['2024-01', 5],
      ['2024-02', 6700],
    ])
  })

  it('reads the first sheet of a workbook, and says which it passes over', async () => {
    const rows = [
      ['date', 'value'],
      ['2024-01', 5],
      ['2024-02', 7],
    ]
    const sheets = [
      { name: 'Figures', rows },
      { name: 'Notes', rows },
    ]
    const { json, said } = await run(await writeWorkbook(sheets, 'xlsx'))
    assert.deepEqual(
      json.points.map(({ value }: { value: number }) => value),
      [5, 7],
    )
    assert.match(said, /The sheet 'Notes' is passed over/)
  })

  it('refuses an empty file, and one that is cut short in the middle of a quotation', async () => {
    assert.match((await run('')).said, /the file is empty/)
    const cut = await run('date,value\n2024-01,"1')
    assert.equal(cut.refused, true)
    assert.match(cut.said, /figures\.csv, row 2, column 2: A quotation mark is opened and never closed/)
  })

  it('refuses a bad number by its line, and a chart that the figures cannot make', async () => {
    const bad = await run('date,value\n2024-01,5\n2024-02,many')
    assert.equal(bad.refused, true)
    assert.match(bad.said, /figures\.csv, line 3: the value 'many' is not a number\. Write it in digits/)
    assert.match(
      (await run(MONTHLY, { chart: 'u' })).said,
      /line 2 \(2022-02\): a u chart needs the part and the whole/,
    )
    assert.match((await run('date,value\n2024-01,')).said, /no row has a value/)
  })

  it('says what is wrong with its options', async () => {
    const wrong: readonly Record<string, string>[] = [
      { chart: 'pie' },
      { polarity: 'sideways' },
      { target: 'high' },
      { baseline: '1' },
      { 'screen-ranges': 'maybe' },
      { rebase: 'soon' },
      { per: '0' },
    ]
    for (const options of wrong) {
      await assert.rejects(run(MONTHLY, options), UsageError)
    }
    await assert.rejects(spc.runAlone({ args: ['nowhere.csv'], options: {}, say: () => undefined }), NotFound)
  })
})
