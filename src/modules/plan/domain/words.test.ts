import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { type Marked, markWords } from './words.js'

const MARKS = { kept: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const
const shown = (runs: readonly Marked[]) => runs.map(({ kind, text }) => MARKS[kind].join(text)).join('')
const without = (runs: readonly Marked[], kind: Marked['kind']) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('')

it('marks the word that changed and leaves the rest', () => {
  const runs = markWords('We will visit every victim of burglary.', 'We will visit every victim of fraud.')
  assert.equal(shown(runs), 'We will visit every victim of [-burglary-]{+fraud+}.')
})

it('keeps punctuation with its word', () => {
  assert.equal(shown(markWords('safe, strong places', 'safe places, strong')).includes('[-,-]'), false)
})

it('marks a stretch of changed words as one change, not word by word', () => {
  const runs = markWords('Officers will call back within two days of it.', 'Officers will call back in one hour of it.')
  assert.equal(shown(runs), 'Officers will call back [-within two days-]{+in one hour+} of it.')
})

it('leaves the space after a change unmarked', () => {
  const runs = markWords('We answer calls sooner, day and night', 'We answer calls within ten seconds, day and night')
  assert.equal(shown(runs), 'We answer calls [-sooner-]{+within ten seconds+}, day and night')
})

it('shows a text that is nearly all new as replaced, not as crumbs', () => {
  const runs = markWords('Answer the phone sooner in the night', 'Put more officers on the streets of the city')
  assert.deepEqual(
    runs.map(({ kind }) => kind),
    ['removed', 'added'],
  )
})

it('marks words added to an empty text, and words taken from a text that becomes empty', () => {
  assert.deepEqual(markWords('', 'New words'), [{ kind: 'added', text: 'New words' }])
  assert.deepEqual(markWords('Old words', ''), [{ kind: 'removed', text: 'Old words' }])
})

const aText = fc
  .array(fc.constantFrom('the', 'police', 'will', 'act,', 'now.', '\n\n', ' ', '  '), { maxLength: 40 })
  .map((words) => words.join(' '))

it('gives back both texts exactly, whatever they are', () => {
  fc.assert(
    fc.property(fc.oneof(aText, fc.string()), fc.oneof(aText, fc.string()), (before, after) => {
      const runs = markWords(before, after)
      assert.equal(without(runs, 'added'), before)
      assert.equal(without(runs, 'removed'), after)
    }),
  )
})

it('marks nothing between a text and itself', () => {
  fc.assert(
    fc.property(fc.oneof(aText, fc.string()), (text) =>
      assert.ok(markWords(text, text).every(({ kind }) => kind === 'kept')),
    ),
  )
})
