import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isEasilyGuessed } from './guessable.js'

const guessed = (password: string) => isEasilyGuessed(password, ['fenland', 'frankpledge', 'constabulary'])

it('knows what everyone tries first, with whatever trimmings', async () => {
  for (const password of [
    'Password2025!',
    'P@55w0rd1234',
    'passwordpassword',
    'letmein-letmein',
    'Welcome-123456',
    'qwertyuiop123',
    '123456789012',
    'abcdefghijkl',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'Summer2025!!!',
    'frankpledge1',
    'Constabulary2024!',
    '1q2w3e4r5t6y',
    'fenland1fenland1',
    'thisismypassword',
  ])
    assert.ok(await guessed(password), password)
})

it('leaves a few words that do not belong together, and what a machine made', async () => {
  for (const password of ['copper lantern tuesday', 'Seven-geese-upstairs', 'ŵyau a thost llwyd', 'kX9#mQ2$vL7!'])
    assert.ok(!(await guessed(password)), password)
})

it('weighs a long one by its beginning, so that nobody can keep the machine busy', async () => {
  assert.ok(await guessed('a'.repeat(200)))
  assert.ok(!(await guessed(`copper lantern tuesday ${'a'.repeat(170)}`)))
})
