import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readFormBody } from './form-body.js'

describe('a form as it was sent', () => {
  it('gives back every text of every name, in order', () => {
    const pairs = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(pairs, (sent) => {
        const body = readFormBody(new URLSearchParams(sent).toString())
        for (const [name] of sent) {
          assert.deepEqual(
            [body[name]].flat(),
            sent.filter(([each]) => each === name).map(([, text]) => text),
          )
        }
      }),
    )
  })

  it('shows what is no text as a character that was lost', () => {
    assert.equal(readFormBody('a=x%FFy').a, 'x\ufffdy')
    assert.equal(readFormBody('a=%ED%A0%80').a, '\ufffd\ufffd\ufffd')
    assert.equal(readFormBody('a=%E2%82').a, '\ufffd')
  })

  it('knows no name that was not sent, and takes every name as a name', () => {
    assert.equal(readFormBody('').toString, undefined)
    assert.deepEqual(Object.entries(readFormBody('__proto__=x')), [['__proto__', 'x']])
  })
})
