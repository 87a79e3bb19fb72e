import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type AnyField,
  choiceField,
  dateField,
  type Field,
  linkField,
  manyField,
  poundsField,
  textField,
  versionField,
} from './fields.js'

function read<T>(field: Field<T>, body: Record<string, string | string[]>) {
  return field.parse(field.read(body, 'answer'))
}

function messageOf(outcome: ReturnType<typeof read>): string {
  return outcome.ok ? `accepted ${JSON.stringify(outcome.value)}` : outcome.message
}

const date = (day: string, month: string, year: string) => ({
  'answer-day': day,
  'answer-month': month,
  'answer-year': year,
})
const dueDate = dateField({ missing: 'Enter the due date', name: 'Due date' })
const title = textField({ missing: 'Enter a title', max: 10, name: 'Title' })

describe('text', () => {
  it('is trimmed, and has one kind of line end', () => {
    assert.deepEqual(read(textField({ max: 99, name: 'Text' }), { answer: ' a\r\nb ' }), { ok: true, value: 'a\nb' })
  })

  it('says what is missing or too long', () => {
    assert.equal(messageOf(read(title, { answer: '  ' })), 'Enter a title')
    assert.equal(messageOf(read(title, {})), 'Enter a title')
    assert.equal(messageOf(read(title, { answer: 'x'.repeat(11) })), 'Title must be 10 characters or fewer')
  })

  it('refuses characters that no register should keep', () => {
    for (const bad of ['\u0000', 'a\u0007', '\ufffd', '\ud800', 'b\u001b[31m']) {
      assert.match(messageOf(read(title, { answer: bad })), /cannot be read/)
    }
  })

  it('takes the first when a name is sent twice', () => {
    assert.deepEqual(read(title, { answer: ['one', 'two'] }), { ok: true, value: 'one' })
  })
})

describe('dates', () => {
  it('understands what people type', () => {
    for (const parts of [
      date('1', '4', '2025'),
      date(' 01', '04', '2025 '),
      date('1', 'April', '2025'),
      date('1', 'apr', '2025'),
    ]) {
      assert.deepEqual(read(dueDate, parts), { ok: true, value: '2025-04-01' })
    }
  })

  it('says which part is missing or that there is no such day', () => {
    assert.equal(messageOf(read(dueDate, {})), 'Enter the due date')
    assert.equal(messageOf(read(dueDate, date('1', '', '2025'))), 'Due date must include a month')
    assert.equal(messageOf(read(dueDate, date('', '', '2025'))), 'Due date must include a day and month')
    assert.equal(messageOf(read(dueDate, date('31', '2', '2025'))), 'Due date must be a real date')
    assert.equal(messageOf(read(dueDate, date('1', 'Brumaire', '2025'))), 'Due date must be a real date')
    assert.equal(messageOf(read(dueDate, date('1', '4', '25'))), 'Due date must be a real date')
  })

  it('may be left empty when nothing asks for it', () => {
    assert.deepEqual(read(dateField({ name: 'End' }), {}), { ok: true, value: null })
  })

  it('points to the first box that is wrong', () => {
    assert.equal(dueDate.idOf('answer', ['month', 'year']), 'answer-month')
  })
})

describe('choices, links, amounts and versions', () => {
  it('takes only what was offered', () => {
    const role = choiceField(['office', 'force'], { missing: 'Select a role' })
    assert.deepEqual(read(role, { answer: 'force' }), { ok: true, value: 'force' })
    for (const forged of ['', 'admin', 'toString', 'Force'])
      assert.equal(messageOf(read(role, { answer: forged })), 'Select a role')
  })

  it('takes any boxes of a register, but of a list only those that were offered', () => {
    assert.deepEqual(read(manyField(), { answer: ['a', 'b'] }), { ok: true, value: ['a', 'b'] })
    assert.deepEqual(read(manyField(['a']), { answer: 'a' }), { ok: true, value: ['a'] })
    assert.deepEqual(read(manyField(['a']), {}), { ok: true, value: [] })
    assert.equal(messageOf(read(manyField(['a']), { answer: ['a', 'toString'] })), 'Tick only what is offered')
    assert.equal(messageOf(read(manyField(), { answer: ['a', 'b\0'] })), 'Tick only what is offered')
  })

  it('takes links that only lead somewhere', () => {
    const link = linkField({ name: 'Link' })
    assert.deepEqual(read(link, { answer: 'https://example.org/a' }), { ok: true, value: 'https://example.org/a' })
    assert.deepEqual(read(link, { answer: '' }), { ok: true, value: null })
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//example.org',
      'example.org',
      'http://',
      'https://a.uk/\0',
    ]) {
      assert.match(messageOf(read(link, { answer: bad })), /full web address/, bad)
    }
  })

  it('reads pounds as whole pence', () => {
    const amount = poundsField({ missing: 'Enter the amount', name: 'Amount' })
    assert.deepEqual(read(amount, { answer: '£1,200.5' }), { ok: true, value: 120_050 })
    assert.equal(messageOf(read(amount, { answer: '12 thousand' })), 'Amount must be in pounds, like 1500 or 1500.50')
  })

  it('reads a version and nothing else', () => {
    assert.deepEqual(read(versionField(), { answer: '3' }), { ok: true, value: 3 })
    for (const bad of ['', '-1', '1.5', '1e9', '99999999999'])
      assert.match(messageOf(read(versionField(), { answer: bad })), /Reload/)
  })

  it('never throws, whatever is sent', () => {
    const fields: AnyField[] = [title, dueDate, manyField(), linkField({ name: 'L' }), versionField()]
    const anySent = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }))
    fc.assert(
      fc.property(anySent, fc.nat({ max: fields.length - 1 }), (sent, which) => {
        const field = fields[which] as AnyField
        const outcome = field.parse(field.read({ answer: sent, 'answer-day': sent, 'answer-year': sent }, 'answer'))
        assert.equal(typeof outcome.ok, 'boolean')
      }),
    )
  })
})
