import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import fc from 'fast-check'
import { atomFeed, FEED_LENGTH, type FeedEntry } from './atom-feed.js'

const ID = '01930000-0000-7000-8000-000000000001'

const entry = (given: Partial<FeedEntry> = {}): FeedEntry => ({
  id: ID,
  title: 'Measure: Burglary',
  href: '/measures/burglary',
  publishedAt: '2025-04-01T09:00:00.000Z',
  summary: 'Published with 15 months of figures.',
  ...given,
})

const feedOf = (entries: readonly FeedEntry[]) =>
  atomFeed({ id: ID, title: 'What was published', author: 'The office', site: 'https://plan.example.org', entries })

describe('the feed of what was published', () => {
  it('has the parts that Atom demands of a feed and of an entry', () => {
    const xml = load(feedOf([entry()]), { xml: true })
    for (const part of ['id', 'title', 'updated', 'author > name', 'link[rel=self]']) {
      assert.equal(xml(`feed > ${part}`).length, 1, part)
    }
    for (const part of ['id', 'title', 'updated', 'link']) assert.equal(xml(`entry > ${part}`).length, 1, part)
    assert.equal(xml('entry > id').text(), `urn:uuid:${ID}`)
    assert.equal(xml('entry > link').attr('href'), 'https://plan.example.org/measures/burglary')
  })

  it('was last updated when the newest entry was published', () => {
    const xml = load(feedOf([entry(), entry({ id: 'b', publishedAt: '2025-04-30T12:00:00.000Z' })]), { xml: true })
    assert.equal(xml('feed > updated').text(), '2025-04-30T12:00:00.000Z')
    assert.equal(xml('entry').first().find('id').text(), 'urn:frankpledge:b')
  })

  it('is still a feed when nothing has been published', () => {
    const xml = load(feedOf([]), { xml: true })
    assert.equal(xml('entry').length, 0)
    assert.ok(xml('feed > updated').text())
  })

  it('holds the newest and no more', () => {
    const many = Array.from({ length: FEED_LENGTH + 20 }, (_, index) =>
      entry({ id: String(index), publishedAt: `2025-01-01T00:00:${String(index % 60).padStart(2, '0')}.000Z` }),
    )
    assert.equal(load(feedOf(many), { xml: true })('entry').length, FEED_LENGTH)
  })

  it('carries any title whole, and never as marks of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const readable = title.replaceAll(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
        const xml = load(feedOf([entry({ title })]), { xml: true })
        assert.equal(xml('entry > title').text(), readable)
        assert.equal(xml('entry').length, 1)
      }),
    )
  })

  it('leaves out what XML has no place for', () => {
    assert.ok(feedOf([entry({ title: 'a\u0000b\u000bc\uffffd' })]).includes('<title>abcd</title>'))
  })
})
