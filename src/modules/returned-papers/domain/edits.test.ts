import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { escapedMarkdown } from '#kernel/markdown-words.js'
import { sourceUnits } from '#platform/typesetting/source-units.js'
import { editsBetween, movedTo, type SentSection, withEdits } from './edits.js'
import type { Paragraph } from './pieces.js'

const section = (source: string, key = 'purpose'): SentSection => ({
  ...{ key, heading: 'Purpose', source },
  units: sourceUnits({ name: key, text: source }),
})

const text = (words: string, kind: Paragraph['kind'] = 'text'): Paragraph => ({
  ...{ kind, level: kind === 'heading' ? 1 : 0, text: words, marked: escapedMarkdown(words), authors: [] },
})

const HEAD = text('1. Purpose', 'heading')
const NEXT = text('2. Money', 'heading')

/** The Markdown after everything that was changed is taken. */
function after(source: string, sent: readonly Paragraph[], back: readonly Paragraph[]) {
  const own = section(source)
  const { edits, outside } = editsBetween([own], [HEAD, ...sent, NEXT], [HEAD, ...back, NEXT])
  return { markdown: withEdits(source, edits), edits, outside }
}

describe('what was changed on paper', () => {
  it('goes into the Markdown word by word, and marks stay', () => {
    const source = 'We **listen** to residents.\n\nAnd *act*.'
    const { markdown, edits } = after(
      source,
      [text('1.1\tWe listen to residents.'), text('1.2\tAnd act.')],
      [text('1.1\tWe always listen to all residents.'), text('1.2\tAnd act.')],
    )
    assert.equal(markdown, 'We always **listen** to all residents.\n\nAnd *act*.')
    assert.equal(edits.length, 1)
  })

  it('leaves a live figure live, whatever was typed over it', () => {
    const source = 'There were :fig[burglary.2025-03] in March.'
    const sent = [text('There were 230 burglaries in March.')]
    const moved = after(source, sent, [text('In March there were 230 burglaries.')])
    assert.equal(moved.markdown.includes(':fig[burglary.2025-03]'), true)
    const typed = after(source, sent, [text('There were 231 burglaries in all of March.')])
    assert.equal(typed.markdown, 'There were :fig[burglary.2025-03] in all of March.')
    assert.deepEqual(typed.edits[0]?.notes, [{ code: 'typed-over', live: '230 burglaries', typed: '231 burglaries' }])
  })

  it('moves a paragraph with its live figures, once, whatever is asked again', () => {
    const source = 'We act on :fig[a.b] things.\n\nWe listen.\n\nWe report.'
    const sent = [text('We act on 12 things.'), text('We listen.'), text('We report.')]
    const own = section(source)
    const { markdown, edits } = after(source, sent, [sent[1], sent[0], sent[2]] as Paragraph[])
    assert.equal(markdown, 'We listen.\n\nWe act on :fig[a.b] things.\n\nWe report.')
    assert.deepEqual(
      edits.map(({ notes }) => notes),
      [[{ code: 'moved' }], [{ code: 'moved' }]],
    )
    for (const edit of edits) assert.equal(movedTo(edit, own, markdown), 'taken')
    const later = `${source}\n\nMore.`
    const still = edits.map((edit) => movedTo(edit, own, later)).filter((each) => typeof each === 'object')
    assert.equal(withEdits(later, still), `${markdown}\n\nMore.`)
  })

  it('says that a live figure goes where its words were taken out', () => {
    const source = 'Some :fig[a.b] things.\n\nMore.'
    const sent = [text('Some 12 things.'), text('More.')]
    assert.deepEqual(after(source, sent, [text('More.')]).edits[0]?.notes, [{ code: 'live-removed', live: '12' }])
    assert.equal(after(source, sent, [text('More.')]).markdown, 'More.')
    assert.deepEqual(after(source, sent, [text('Some things.'), text('More.')]).edits[0]?.notes, [
      { code: 'live-removed', live: '12' },
    ])
  })

  it('puts new paragraphs and items where they stand, as words and never as code', () => {
    const list = after(
      '- One\n- Two',
      [text('One', 'item'), text('Two', 'item')],
      [text('One', 'item'), text('One and a half', 'item'), text('Two', 'item')],
    )
    assert.equal(list.markdown, '- One\n- One and a half\n- Two')
    const added = after('First.', [text('First.')], [text('First.'), text('Then.')])
    assert.equal(added.markdown, 'First.\n\nThen.')
    const hostile = after('First.', [text('First.')], [text('First :fig[x]{by="y"} <b> *.')])
    assert.equal(hostile.markdown, 'First \\:fig\\[x\\]{by="y"} \\<b> \\*.')
  })

  it('takes out paragraphs and items whole', () => {
    const list = after(
      '- One\n- Two\n\nEnd.',
      [text('One', 'item'), text('Two', 'item'), text('End.')],
      [text('One', 'item'), text('End.')],
    )
    assert.equal(list.markdown, '- One\n\nEnd.')
  })

  it('begins a section where there was none', () => {
    assert.equal(after('', [], [text('New words.')]).markdown, 'New words.')
  })

  it('takes nothing from what the register gives', () => {
    const sent = [text('Ours.'), text('As known on 1 May.', 'cell'), text('Burglary, March', 'caption')]
    const { edits, outside } = after('Ours.', sent, [text('Ours.'), text('As known on 2 May.', 'cell')])
    assert.equal(edits.length, 0)
    assert.equal(outside.length, 2)
  })

  it('stands where the words are as they were sent, and is left where they were changed since', () => {
    const own = section('One thing.\n\nOther thing.')
    const sent = [HEAD, text('One thing.'), text('Other thing.')]
    const [edit] = editsBetween([own], sent, [HEAD, text('One new thing.'), text('Other thing.')]).edits
    assert.ok(edit)
    const now = 'Before.\n\nOne thing.\n\nOther thing, changed.'
    const moved = movedTo(edit, own, now)
    assert.ok(moved && moved !== 'taken')
    assert.equal(withEdits(now, [moved]), 'Before.\n\nOne new thing.\n\nOther thing, changed.')
    assert.equal(movedTo(edit, own, 'One thing, said otherwise.'), undefined)
    assert.equal(movedTo(edit, own, 'One new thing.\n\nOther thing.'), 'taken')
  })

  it('is nothing where nothing was changed, whatever stands there', () => {
    const words = fc.string({ minLength: 1, maxLength: 30 }).filter((each) => /[a-z]/i.test(each))
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (lines) => {
        const paragraphs = lines.map((line) => text(line))
        const { edits, outside } = after(lines.join('\n\n'), paragraphs, paragraphs)
        assert.deepEqual([edits, outside], [[], []])
      }),
    )
  })

  it('reads back as what came back, for plain words of any kind', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9£%,'()-]{1,8}$/)
    const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => `A ${all.join(' ')}.`)
    fc.assert(
      fc.property(sentence, sentence, (before, now) => {
        const { markdown } = after(before, [text(before)], [text(now)])
        const [unit] = sourceUnits({ name: 'x', text: markdown })
        assert.equal(unit?.pieces.map((piece) => piece.text).join(''), now)
      }),
    )
  })
})
