import assert from 'node:assert/strict'
import { it } from 'node:test'
import { configFrom } from './config.js'

it('needs no settings at all', () => {
  const config = configFrom({})
  assert.equal(config.port, 3000)
  assert.equal(config.publicUrl, 'http://localhost:3000')
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.isSecure, false)
  assert.equal(config.databaseUrl, undefined)
})

it('sends cookies over https only when the site is on https', () => {
  assert.equal(configFrom({ PUBLIC_URL: 'https://plan.example.org/' }).isSecure, true)
  assert.equal(configFrom({ PUBLIC_URL: 'https://plan.example.org/' }).publicUrl, 'https://plan.example.org')
})

it('takes an empty setting as not given', () => {
  assert.equal(configFrom({ PORT: '', DATABASE_URL: '' }).port, 3000)
})

it('says in plain words which setting is wrong', () => {
  assert.throws(() => configFrom({ PORT: 'abc' }), /PORT must be a number/)
  assert.throws(() => configFrom({ PORT: '99999' }), /PORT must be a number from 1 to 65535/)
  assert.throws(() => configFrom({ DATABASE_URL: 'mysql://x' }), /DATABASE_URL must be a PostgreSQL address/)
  assert.throws(() => configFrom({ PUBLIC_URL: 'example' }), /PUBLIC_URL must be a full web address/)
})
