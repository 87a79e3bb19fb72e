import assert from 'node:assert/strict'
import { it } from 'node:test'
import { testApp } from '#test/support/app.js'

it('asks for the password first in a browser where none was given', async () => {
  const { get, post } = await testApp()
  assert.match((await get('/sign-in/code')).body, /Begin with your password/)
  assert.equal((await post('/sign-in/code', { code: '123456' })).statusCode, 422)
})
