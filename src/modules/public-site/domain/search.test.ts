import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Findable, search, snippetOf, soughtWords } from './search.js'

const item = (title: string, text = '', href = `/${title}`): Findable => ({
  href,
  kind: 'Measure',
  title,
  text,
  place: '',
})

const titlesFor = (items: Findable[], query: string) => search(items, query).found.map(({ item: { title } }) => title)

describe('searching what is published', () => {
  it('puts a word in the title before the same word in the text', () => {
    const items = [item('Vehicle crime', 'Unlike burglary, it happens outdoors'), item('Burglary', 'Homes and shops')]
    assert.deepEqual(titlesFor(items, 'burglary'), ['Burglary', 'Vehicle crime'])
  })

  it('finds a word by its beginning, after the whole word', () => {
    const items = [item('Burglaries of dwellings'), item('Burglarious tools'), item('Robbery')]
    assert.deepEqual(titlesFor(items, 'burglar'), ['Burglarious tools', 'Burglaries of dwellings'])
    assert.deepEqual(titlesFor([item('Burglarproof'), item('Burglar alarms')], 'burglar'), [
      'Burglar alarms',
      'Burglarproof',
    ])
  })

  it('takes no notice of accents, capitals and plurals', () => {
    assert.deepEqual(titlesFor([item('Café crime')], 'CAFES crimes'), ['Café crime'])
    assert.deepEqual(titlesFor([item('Burglary')], 'burglaries'), ['Burglary'])
  })

  it('answers a question asked in a sentence by its telling words', () => {
    assert.deepEqual(soughtWords('How many burglaries were there in Fenland?'), ['burglary', 'fenland'])
    const items = [item('Robbery'), item('Burglary'), item('How to read the charts')]
    assert.equal(titlesFor(items, 'How many burglaries were there?')[0], 'Burglary')
  })

  it('keeps small words when nothing else was typed', () => {
    assert.deepEqual(soughtWords('who we are'), ['who', 'we', 'are'])
  })

  it('puts what holds every word before what holds some, and says when nothing holds all', () => {
    const items = [item('Rural crime'), item('Rural bus'), item('Hate crime')]
    assert.equal(titlesFor(items, 'rural crime')[0], 'Rural crime')
    assert.equal(search(items, 'rural crime').isPartial, false)
    const partial = search(items, 'rural speeding')
    assert.equal(partial.isPartial, true)
    assert.deepEqual(
      partial.found.map(({ item: { title } }) => title),
      ['Rural bus', 'Rural crime'],
    )
  })

  it('does not let a long text win by holding every word somewhere', () => {
    const report = item('Report to the panel', `${'other words '.repeat(2000)} burglary last month homes`)
    assert.equal(titlesFor([report, item('Burglary', 'Homes and shops')], 'burglary homes')[0], 'Burglary')
  })

  it('knows everyday words for what plans call otherwise, after the word itself', () => {
    assert.deepEqual(titlesFor([item('Bicycle theft'), item('Vehicle theft')], 'bike'), ['Bicycle theft'])
    assert.equal(titlesFor([item('Bicycle theft'), item('Bike marking')], 'bike')[0], 'Bike marking')
  })

  it('puts first what people ask for first, where all else is equal', () => {
    const headline = { ...item('Recorded crime'), weight: 1.5 }
    assert.deepEqual(titlesFor([item('Hate crime'), headline], 'crime'), ['Recorded crime', 'Hate crime'])
  })

  it('lets a rare word weigh more than a common one', () => {
    const items = [item('Crime one'), item('Crime two'), item('Crime three'), item('Fenland')]
    assert.equal(titlesFor(items, 'crime fenland')[0], 'Fenland')
  })

  it('finds nothing for nothing', () => {
    assert.deepEqual(search([item('Burglary')], '  ').found, [])
    assert.deepEqual(search([item('Burglary')], '!?').words, [])
  })

  it('finds everything by its own title, whatever was typed', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/)
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), fc.nat(7), (words, pick) => {
        const items = words.map((each) => item(each))
        const sought = words[pick % words.length] ?? ''
        assert.equal(titlesFor(items, sought)[0], sought)
      }),
    )
  })

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (query) => search([item('Burglary', 'text')], query).found.length >= 0,
      ),
    )
  })
})

describe('the words shown with a find', () => {
  const long = `${'before '.repeat(60)}burglary ${'after '.repeat(60)}`.trim()

  it('surround the match and are cut at whole words', () => {
    const snippet = snippetOf(long, ['burglary'])
    assert.match(snippet, /^… (before )+burglary (after )+…$/)
    assert.ok(snippet.length < 300)
  })

  it('are the whole text when it is short', () => {
    assert.equal(snippetOf('Homes and shops', ['shop']), 'Homes and shops')
  })

  it('begin at the beginning when only the title matched', () => {
    assert.match(snippetOf(long, ['robbery']), /^before /)
  })
})
