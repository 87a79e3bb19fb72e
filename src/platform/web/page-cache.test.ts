import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { ServerResponse } from 'node:http'
import { describe, it } from 'node:test'
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

describe('a page that the register changes under', () => {
  const request = { method: 'GET', url: '/', headers: {} } as IncomingMessage
  let [day, now] = ['2025-04-30', 0]
  const cache = new PageCache(
    () => day,
    () => now,
  )
  const given = () => cache.serve(request, new ServerResponse(request))
  const make = () => cache.keep('/', { stamp: cache.stamp(), headers: {}, body: `as at ${now}` })

  it('is made anew after each change', () => {
    make()
    assert.equal(given(), true)
    cache.changed()
    assert.equal(given(), false)
  })

  it('is given as it is for the rest of a second in which it was made twice', () => {
    now = 400
    make()
    cache.changed()
    assert.equal(given(), true)
    now = 999
    assert.equal(given(), true)
    now = 1000
    assert.equal(given(), false)
  })

  it('is never given on another day', () => {
    make()
    make()
    assert.equal(given(), true)
    day = '2025-05-01'
    assert.equal(given(), false)
  })
})
