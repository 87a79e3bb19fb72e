import assert from 'node:assert/strict'
import { it } from 'node:test'
import { secretsIn } from '#platform/auth/secrets.js'
import { checkPassword } from './check-password.js'

const OFFICER = { email: 'policy.officer@wessex-pcc.example', name: 'Policy officer' }
const trust = {
  publicUrl: 'http://localhost:3000',
  secrets: secretsIn({ file: 'unused', mayMake: false }),
  isBreached: async (password: string) => password === 'copper lantern tuesday',
}
const problem = async (password: string) => (await checkPassword({ trust }, password, OFFICER))?.code

it('refuses what is short, what everyone tries and what has leaked, and says which it was', async () => {
  assert.equal(await problem('tin otter 9'), 'password-too-short')
  assert.equal(await problem('Password2025!'), 'password-too-common')
  assert.equal(await problem('PolicyOfficer1'), 'password-is-own-details')
  assert.equal(await problem('copper lantern tuesday'), 'password-has-leaked')
  assert.equal(await problem('  copper lantern tuesday '), 'password-has-leaked')
  assert.equal(await problem('quiet policy ladder moss'), undefined)
})
