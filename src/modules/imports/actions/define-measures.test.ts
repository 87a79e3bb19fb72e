import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { allMeasures, definitionsOf, measureBySlug } from '#modules/measures/index.js'
import { writeWorkbook } from '#platform/tables/write-workbook.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aMeasure, someFigures } from '#test/support/measures.js'
import { defineMeasures } from './define-measures.js'

const EXAMPLE = readFileSync('docs/operations/measures.example.csv')

async function aRegister() {
  const deps = testDeps(await openTestDb())
  const define = (text: string | Uint8Array, more: { reason?: string; dryRun?: boolean; fileName?: string } = {}) => {
    const { reason = '', dryRun = false, fileName = 'definitions.csv' } = more
    return defineMeasures(deps, SYSTEM, { fileName, bytes: Buffer.from(text), sheet: '', reason, dryRun })
  }
  const done = async (...given: Parameters<typeof define>) => {
    const result = await define(...given)
    assert.ok(result.ok, JSON.stringify(result))
    return result.value
  }
  const problems = async (...given: Parameters<typeof define>) => {
    const result = await define(...given)
    assert.ok(!result.ok)
    return result.error.map(({ cell, problem }) => `${cell}: ${problem}`)
  }
  return { deps, done, problems }
}

const HEAD = 'code,title,unit,polarity,frequency'

describe('a file of definitions', () => {
  it('enters the measures of the example, complete but for figures, and twice changes nothing', async () => {
    const { deps, done } = await aRegister()
    const first = await done(EXAMPLE)
    assert.deepEqual(
      [first.length, first.every(({ kind, missing }) => kind === 'new' && missing.length === 0)],
      [7, true],
    )
    const share = await measureBySlug(deps.db, 'charge-share')
    assert.equal(share?.formula, 'share([charged], [burglary])')
    assert.equal((await measureBySlug(deps.db, 'officers'))?.pooling, 'last')
    assert.equal((await measureBySlug(deps.db, 'victims-supported'))?.suppressBelow, 5)
    assert.deepEqual(
      (await done(EXAMPLE)).map(({ kind }) => kind),
      Array(7).fill('unchanged'),
    )
  })

  it('says on a trial what it would do, and keeps nothing', async () => {
    const { deps, done } = await aRegister()
    assert.equal((await done(EXAMPLE, { dryRun: true })).length, 7)
    assert.deepEqual(await allMeasures(deps.db), [])
  })

  it('takes formulas over measures that stand further down', async () => {
    const { done } = await aRegister()
    const text = `${HEAD},formula\nall,All,count,neither,month,[one] + [two]\ntwo,Two,count,neither,month,[one] * 2\none,One,count,neither,month,\n`
    assert.deepEqual(
      (await done(text)).map(({ measure, kind }) => `${kind} ${measure}`),
      ['new all', 'new two', 'new one'],
    )
  })

  it('is understood from a workbook, by other words and in any order, and empty cells say nothing', async () => {
    const { deps, done } = await aRegister()
    await aMeasure(deps, { caveat: 'Stays as it is.' })
    const rows = [
      ['How often', 'Good is', 'Kind', 'Name', 'Caveat', 'Owner'],
      ['Monthly', 'Down', 'Number', 'Burglary', null, 'Analyst'],
    ]
    const bytes = await writeWorkbook([{ name: 'Measures', columns: [], rows }], 'xlsx', { title: 'Definitions' })
    const [changed] = await done(bytes, { fileName: 'definitions.xlsx' })
    assert.deepEqual([changed?.kind, changed?.fields], ['changed', ['owner']])
    assert.equal((await measureBySlug(deps.db, 'burglary'))?.caveat, 'Stays as it is.')
  })

  it('changes a measure that has figures only with a reason, which stays with the wording', async () => {
    const { deps, done, problems } = await aRegister()
    const measure = await aMeasure(deps)
    await someFigures(deps, ['burglary,2025-03,230,,,final,'])
    const text = 'code,title,caveat\nburglary,Burglary,Homes only.\n'
    assert.deepEqual(await problems(text), [
      'B2: “burglary” has figures, so that a change of its definition needs a reason',
    ])
    await done(text, { reason: 'The return says so' })
    assert.equal((await definitionsOf(deps.db, measure.id)).at(-1)?.reason, 'The return says so')
  })

  it('is refused whole, with every cell that is wrong', async () => {
    const { deps, problems } = await aRegister()
    const text = `${HEAD},per,headline,source url\nBad Code,Bad,count,down,month,,,\nok,Fine,crimes,down,monthly,0,perhaps,here\nok,Twice,count,up,month,,,\n,,count,up,month,,,\n`
    assert.deepEqual(await problems(text), [
      'A2: “Bad Code” cannot end an address',
      'C3: “crimes” is not an answer here',
      'F3: “0” is no whole number from 1 to 9,999,999',
      'G3: “perhaps” is neither yes nor no',
      'H3: It is no full web address',
      'A4: A3 defines “ok” too',
      'B5: The row names no measure',
    ])
    assert.deepEqual(await allMeasures(deps.db), [])
  })

  it('names a formula that goes in a circle, or names nobody, and keeps nothing of the file', async () => {
    const { deps, problems } = await aRegister()
    const text = `${HEAD},formula\none,One,count,up,month,[two]\ntwo,Two,count,up,month,[three]\nfine,Fine,count,up,month,\n`
    const found = await problems(text)
    assert.equal(found.length, 2)
    assert.match(found[0] ?? '', /^F2: .*two/)
    assert.deepEqual(await allMeasures(deps.db), [])
  })

  it('names heads that are not known or there twice, and what a new measure lacks', async () => {
    const { problems } = await aRegister()
    assert.deepEqual(await problems('title,name,colour,unit\nA,B,red,count\n'), [
      'B1: “name” says the same as A1',
      'C1: The column “colour” is not known',
    ])
    assert.deepEqual(await problems('code,unit,caveat\nnew-one,count,Mind this\n'), [
      'row 2: There is no measure “new-one” yet, and a new one needs title, frequency, polarity',
    ])
    assert.deepEqual(await problems('a,b\n1,2\n'), [': No row with the heads of definitions was found'])
  })
})
