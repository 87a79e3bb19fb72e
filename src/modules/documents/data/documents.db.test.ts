import assert from 'node:assert/strict'
import { it } from 'node:test'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_PNG } from '#test/support/pictures.js'
import { setHouseStyle } from '../actions/house-style.js'
import { imageCalled, newestStyle } from './house-style.queries.js'

describeOnEachDatabase('house styles', (open) => {
  it('keeps every house style and every picture, byte for byte; the newest style stands', async () => {
    const deps = testDeps(await open())
    const plain = { typeface: 'sans', cover: 'plain', logoAlt: 'Logo', pictureAlt: '', picture: 'none' } as const
    const first = await setHouseStyle(deps, SYSTEM, { ...plain, number: 0, logo: { bytes: A_PNG } })
    assert.ok(first.ok)
    const { logo } = await newestStyle(deps.db)
    assert.ok(logo)
    const second = await setHouseStyle(deps, SYSTEM, { ...plain, number: 1, logo: 'none' })
    assert.equal(second.ok && second.value, 2)
    assert.equal((await newestStyle(deps.db)).logo, null)
    assert.deepEqual((await imageCalled(deps.db, logo))?.bytes, A_PNG)
    const again = await setHouseStyle(deps, SYSTEM, { ...plain, number: 2, logo: { bytes: A_PNG } })
    assert.ok(again.ok)
    assert.equal((await newestStyle(deps.db)).logo, logo)
  })
})
