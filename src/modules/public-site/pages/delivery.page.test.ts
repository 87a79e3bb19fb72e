import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publishUpdates } from '#modules/delivery/index.js'
import { addNode, planTree } from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { SYSTEM } from '#test/support/app.js'
import { anActionIn } from '#test/support/delivery-office.js'
import { publicSite } from '#test/support/public-site.js'

describe('how it is going', () => {
  const { see, there } = publicSite()

  it('counts owners and updates in the open', async () => {
    const { deps, office } = there()
    const orphan = await anActionIn(deps, office, { title: 'Nobody’s action', leadId: null })
    await publishUpdates(deps, SYSTEM, { updateIds: [], actionIds: [orphan.id] })
    const { $, text } = await see('/delivery')
    assert.match($('.lede').text(), /1 of 2 actions has an owner\. 1 was updated in time\./)
    assert.match(text, /Actions with an owner 1 of 2/)
    assert.match(text, /Actions updated in time 1 of 2/)
    assert.match(text, /Commitments with an action 1 of 2/)
  })

  it('names what has no owner and what was not updated in time', async () => {
    const { $ } = await see('/delivery')
    for (const section of ['#without-owner', '#not-updated']) {
      assert.deepEqual(
        $(section)
          .nextAll('.table-region')
          .first()
          .find('tbody th')
          .toArray()
          .map((cell) => $(cell).text()),
        ['Nobody’s action'],
        section,
      )
    }
  })

  it('names what is under a part that the published version does not hold: it is counted too', async () => {
    const { deps, office } = there()
    const theme = found((await planTree(deps.db, office.planId))?.nodes.find(({ parentId }) => parentId === null))
    const level = found((await planTree(deps.db, office.planId))?.levels.find(({ holdsActions }) => holdsActions))
    const words = { title: 'Added since', text: '' }
    const added = await addNode(deps, SYSTEM, {
      ...{ planId: office.planId, levelId: level.id, parentId: theme.id, ...words },
    })
    assert.ok(added.ok)
    const early = await anActionIn(deps, office, { title: 'Ahead of its plan', nodeId: added.value.id })
    assert.doesNotMatch((await see('/delivery')).text, /Under no part/)
    await publishUpdates(deps, SYSTEM, { updateIds: [], actionIds: [early.id] })
    const { text } = await see('/delivery')
    assert.match(text, /1 of 3|2 of 3/)
    assert.match(text, /Under no part of version 1.*Ahead of its plan/)
  })

  it('has a table of themes whose columns add up', async () => {
    const { $ } = await see('/delivery')
    const rows = $('#themes')
      .nextAll('.table-region')
      .first()
      .find('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('td')
          .toArray()
          .map((cell) => Number($(cell).text())),
      )
    assert.deepEqual(rows.at(-1), rows[0])
    for (const [total = 0, ...states] of rows)
      assert.equal(
        states.reduce((sum, count) => sum + count, 0),
        total,
      )
  })
})

describe('how it is going in a register with nothing in it', () => {
  const { see } = publicSite({ isEmpty: true })

  it('says that nothing has been published yet', async () => {
    assert.match((await see('/delivery')).text, /No actions have been published yet/)
  })
})
