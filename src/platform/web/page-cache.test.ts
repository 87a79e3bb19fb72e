import assert from 'node:assert/strict'
import { it } from 'node:test'
import { PageCache } from './page-cache.js'

it('makes a page once for everybody who asks at the same time, and anew once the register has changed', async () => {
  const cache = new PageCache(() => '2025-04-30')
  let made = 0
  const make = async () => {
    made += 1
    const mine = `page ${made}`
    await new Promise((resolve) => setTimeout(resolve, 20))
    return mine
  }
  const together = [cache.making('/', make), cache.making('/', make), cache.making('/other', make)]
  cache.changed()
  const later = cache.making('/', make)
  assert.deepEqual(await Promise.all([...together, later]), ['page 1', 'page 1', 'page 2', 'page 3'])
  assert.equal(await cache.making('/', make), 'page 4')
})

it('forgets a page that could not be made', async () => {
  const cache = new PageCache(() => '2025-04-30')
  await assert.rejects(cache.making('/', () => Promise.reject(new Error('not now'))))
  assert.equal(await cache.making('/', async () => 'now'), 'now')
})
