import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { render } from 'preact-render-to-string'
import { isoDate } from '#kernel/dates.js'
import { aContent, aPart, FORCE } from '#test/support/plans.js'
import { compareContents } from '../domain/compare.js'
import type { PlanContent } from '../domain/content.js'
import { ComparisonView } from './comparison.view.js'
import { PlanText } from './plan-text.view.js'

const compared = (before: PlanContent, after: PlanContent) =>
  load(render(<ComparisonView changes={compareContents(before, after)} />))

describe('a comparison as people read it', () => {
  it('tells each part once, under its theme, with all that happened to it', () => {
    const before = aContent([aPart('a'), aPart('b'), aPart('b1', 'b')])
    const after = aContent([
      aPart('a'),
      aPart('a1', 'a'),
      aPart('b1', 'a', { text: 'What b1 will say.', bodies: [FORCE] }),
      aPart('b'),
    ])
    const page = compared(before, after)
    assert.deepEqual(
      page('h2')
        .map((_index, each) => load(each).text())
        .get(),
      ['Title of a'],
    )
    assert.deepEqual(
      page('h3')
        .map((_index, each) => load(each).text())
        .get(),
      ['Title of a1', 'Title of b1'],
    )
    assert.deepEqual(
      page('dt')
        .map((_index, each) => load(each).text())
        .get(),
      ['Added', 'Moved', 'Text reworded', 'Lead changed'],
    )
    assert.match(page('p').first().text(), /^1 part added, 1 part reworded, 1 part moved, 1 part given other bodies\.$/)
  })

  it('tells what changed in the plan as a whole first', () => {
    const after = aContent([], { vision: 'A fairer county', startsOn: isoDate('2022-01-01') })
    const page = compared(aContent([]), after)
    assert.equal(page('h2').text(), 'The plan as a whole')
    assert.match(page('dl').text(), /Vision.*safer.*fairer.*First day of the plan.*1 December 2021.*1 January 2022/s)
  })

  it('never lets an author’s words run as code', () => {
    const bad = '<script>alert(1)</script>'
    const nodes = (text: string) => [aPart('a', null, { title: `T ${text}`, text, bodies: [{ ...FORCE, name: text }] })]
    const html = render(<ComparisonView changes={compareContents(aContent(nodes('x')), aContent(nodes(bad)))} />)
    assert.ok(!html.includes('<script') && !render(<PlanText content={aContent(nodes(bad))} />).includes('<script'))
  })
})

describe('the whole text of a plan', () => {
  it('gives every part under its theme and level, with who leads and supports it', () => {
    const helper = { ...FORCE, organisationId: 'csp', role: 'support', name: 'CSPs', part: 'Advise' } as const
    const nodes = [aPart('a'), aPart('a1', 'a'), aPart('c', 'a1', { levelId: 'commitment', bodies: [FORCE, helper] })]
    const page = load(render(<PlanText content={aContent(nodes)} />))
    assert.deepEqual(
      page('h2, h3, h4')
        .map((_index, each) => load(each).text())
        .get(),
      ['Title of a', 'Objective', 'Commitment'],
    )
    assert.match(page('#c').text(), /Title of c.*What c says\..*Led by Fenshire Constabulary\. With CSPs \(Advise\)\./s)
  })
})
