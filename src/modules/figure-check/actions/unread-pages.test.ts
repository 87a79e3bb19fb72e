import assert from 'node:assert/strict'
import { it } from 'node:test'
import { unreadPagesInWords } from './unread-pages.js'

/** A document of these pages, parted as those of a PDF are. */
function documentOf(...words: string[]) {
  const starts = words.map((_, at) => words.slice(0, at).join('\f').length + (at > 0 ? 1 : 0))
  const pages = words.map((page, at) => ({
    ...{ number: at + 1, start: starts[at] ?? 0 },
    end: (starts[at] ?? 0) + page.length,
  }))
  return { text: words.join('\f'), pages }
}

it('names the pages of which no word was read, so that nobody takes them for checked', () => {
  assert.match(unreadPagesInWords(documentOf('Words', ' ')), /^No word could be read on page 2, a picture,/)
  const many = documentOf('A', '', 'B', 'C', '', '\n', '', 'D', '')
  assert.match(unreadPagesInWords(many), /on pages 2, 5 to 7 and 9, a picture, empty or damaged: nothing there was/)
})

it('says nothing of a document whose pages all have words, or that knows no pages', () => {
  assert.equal(unreadPagesInWords(documentOf('A', 'B')), '')
  assert.equal(unreadPagesInWords({ text: 'Words', pages: [] }), '')
})
