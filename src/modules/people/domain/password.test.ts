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

it('refuses what everyone tries first, with whatever trimmings', () => {
  const common = [
    'Password2025!',
    'P@55w0rd1234',
    'passwordpassword',
    'correct horse battery staple',
    'letmein-letmein',
    'Welcome-123456',
    'qwertyuiop123',
    '123456789012',
    '987654321098',
    'abcdefghijkl',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'Summer2025!!!',
    'PoliceAndCrimePlan1',
    'frankpledge1',
    '1q2w3e4r5t6y',
  ]
  for (const password of common) assert.equal(problem(password), 'password-too-common', password)
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
