import assert from 'node:assert/strict'
import { it } from 'node:test'
import { problemWithPassword } from './password.js'

const POLICY = { email: 'policy.officer@wessex-pcc.example', name: 'Policy officer' }
const problem = (password: string, account = POLICY) => problemWithPassword(password, account)?.code

it('accepts a few words that do not belong together', () => {
  for (const password of [
    'copper lantern tuesday',
    'Seven-geese-upstairs',
    'quiet policy ladder moss',
    'ŵyau a thost llwyd',
  ]) {
    assert.equal(problem(password), undefined, password)
  }
})

it('refuses fewer than 12 characters, counted as people count them', () => {
  assert.equal(problem('tin otter 9'), 'password-too-short')
  assert.equal(problem('tin otter 99'), undefined)
  assert.equal(problem('🦊🐢🦉🐝🦆🐙'), 'password-too-short')
  assert.equal(problem('           a'), 'password-too-short')
})

it('refuses more than 200 characters', () => {
  assert.equal(problem(`${'copper lantern '.repeat(13)}abcde`), undefined)
  assert.equal(problem('copper lantern '.repeat(14)), 'password-too-long')
})

it('refuses words of the field with whatever trimmings', () => {
  for (const password of [
    'PoliceAndCrimePlan1',
    'frankpledge1',
    'Chief-Constabulary-2024!',
    'crimepanelpolicing',
    'correct horse battery staple',
  ])
    assert.equal(problem(password), 'password-too-common', password)
  assert.equal(problem('938 271 554 087'), undefined, 'a rule for words says nothing of figures')
})

it('refuses the account’s own name and address, and little more', () => {
  for (const password of [
    'policy.officer@wessex-pcc.example',
    'PolicyOfficer1',
    'officer-policy-7',
    'wessex-pcc-officer',
  ]) {
    assert.equal(problem(password), 'password-is-own-details', password)
  }
})
