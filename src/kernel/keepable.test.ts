import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { isKeepable, keepable, keepableParts, unkeepablePath } from './keepable.js'

const anyText = fc
  .array(fc.constantFrom('a', '\0', '\ud83d', '\ude42', 'é', '\ufffd', '🙂'))
  .map((parts) => parts.join(''))

it('makes any text keepable, sign for sign, and leaves what is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const kept = keepable(text)
      assert.ok(isKeepable(kept))
      assert.equal(kept.length, text.length)
      assert.equal(Buffer.from(kept).toString(), kept)
      if (isKeepable(text)) assert.equal(kept, text)
    }),
  )
})

it('says where in a file a text is that cannot be kept', () => {
  const file = { body: { names: ['Wessex', 'Wes\0sex'] }, bytes: Buffer.from('\0') }
  assert.deepEqual(unkeepablePath(file), ['body', 'names', '1'])
  assert.deepEqual(unkeepablePath({ 'a\0': 1 }), ['a\ufffd'])
  assert.equal(unkeepablePath({ ...file, body: { names: ['Wessex', '🙂'] } }), undefined)
})

it('repairs a value part by part, and gives the same one back where nothing is wrong', () => {
  const bytes = new Uint8Array([0])
  const value = { rows: [{ text: 'half \ud83d', number: 1, none: null }], bytes }
  assert.deepEqual(keepableParts(value), { rows: [{ text: 'half \ufffd', number: 1, none: null }], bytes })
  const fine = { rows: [{ text: 'whole' }] }
  assert.equal(keepableParts(fine), fine)
})
