import assert from 'node:assert/strict'
import { it } from 'node:test'
import { marksInWords, markText, statusText } from './marks.js'

const firm = { value: 5, status: 'final', isRevised: false } as const

it('marks no figure that is final and was never replaced', () => {
  assert.equal(markText(firm), '')
  assert.equal(statusText(firm), 'final')
  assert.equal(marksInWords([firm]), '')
})

it('marks a figure that may change, that was estimated, and that replaced another', () => {
  assert.equal(statusText({ ...firm, status: 'provisional', isRevised: true }), 'provisional, revised [p][r]')
  assert.equal(statusText({ ...firm, status: 'estimated' }), 'estimated [e]')
})

it('marks a missing figure alone, and never says why a withheld one is withheld', () => {
  assert.equal(statusText({ ...firm, value: null, status: 'missing' }), 'missing [x]')
  assert.equal(statusText({ value: null, status: 'missing', isRevised: true, isWithheld: true }), 'withheld [c]')
})

it('explains each sign once, and only those that are used', () => {
  const words = marksInWords([{ ...firm, status: 'provisional' }, { ...firm, status: 'provisional' }, firm])
  assert.equal(words, '[p] provisional: it may still change.')
})
