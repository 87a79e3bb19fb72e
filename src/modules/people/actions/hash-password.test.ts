import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DECOY_HASH } from '#platform/auth/slow-hash.js'
import { hashPassword, isRightPassword } from './hash-password.js'

it('keeps a password as argon2id with 19 MiB, two passes and one lane, each with its own salt', async () => {
  const [one, two] = await Promise.all([hashPassword('copper lantern'), hashPassword('copper lantern')])
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.notEqual(one, two)
})

it('knows the password again, however its letters were composed, and no other', async () => {
  const hash = await hashPassword('café lantern tuesday')
  assert.ok(await isRightPassword('cafe\u0301 lantern tuesday ', hash))
  assert.ok(!(await isRightPassword('Café lantern tuesday', hash)))
  assert.ok(!(await isRightPassword('', hash)))
})

it('agrees with argon2 as others compute it, whatever the cost that the hash names', async () => {
  // The example of the reference implementation's own tests: t=2, m=65536, p=1, password "password", salt "somesalt".
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.ok(await isRightPassword('password', reference))
  assert.ok(!(await isRightPassword('passwort', reference)))
})

it('has a decoy of the same cost, which nobody can match', async () => {
  const cost = (hash: string) => hash.split('$').slice(0, 4).join('$')
  assert.equal(cost(DECOY_HASH), cost(await hashPassword('copper lantern')))
  assert.ok(!(await isRightPassword('', DECOY_HASH)))
})

it('stops at a hash that it cannot read', async () => {
  await assert.rejects(isRightPassword('x', '$2b$10$abcdefghijklmnopqrstuv'), /cannot be read/)
})
