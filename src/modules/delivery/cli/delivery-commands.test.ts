import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { anActionIn, anOfficeWithPlan, type OfficeWithPlan } from '#test/support/delivery-office.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { publishedDelivery } from '../data/delivery.queries.js'
import { deliveryListCommand } from './list.cli.js'
import { deliveryPublishCommand } from './publish.cli.js'
import { deliveryUpdateCommand } from './update.cli.js'

let db: Db
let deps: Deps
let office: OfficeWithPlan
let said: string[]
beforeEach(async () => {
  db = await openTestDb()
  deps = testDeps(db)
  office = await anOfficeWithPlan(deps)
  said = []
})
afterEach(() => db.close())

const run = (command: Command, args: string[], options: Record<string, string> = {}): Promise<CommandAnswer> => {
  const say = (message: string) => said.push(message)
  return command.run({ deps, actor: SYSTEM, args, options, say, progress: () => {} })
}
const SLUG = 'visits-within-48-hours'

describe('delivery list', () => {
  it('says how each action is going and why', async () => {
    await anActionIn(deps, office)
    const { lines } = await run(deliveryListCommand, [])
    assert.equal(lines.length, 1)
    assert.match(
      lines[0] ?? '',
      /^visits-within-48-hours {2}behind {15}Wessex Police {2}“Two teams trained” was due on 31 March 2025/,
    )
    assert.deepEqual(said, ['1 of 1 action has an owner. 0 were updated in time.'])
  })
  it('lists those of one state, as at any day', async () => {
    await anActionIn(deps, office)
    assert.equal((await run(deliveryListCommand, [], { state: 'complete' })).lines.length, 0)
    const { data } = await run(deliveryListCommand, [], { state: 'not-started', 'as-at': '2025-01-31' })
    assert.equal(Array.isArray(data) && data.length, 1)
  })
  it('refuses a state or a day that there is not', async () => {
    assert.equal((await run(deliveryListCommand, [], { state: 'fine' })).refused, true)
    assert.equal((await run(deliveryListCommand, [], { 'as-at': '2025-02-30' })).refused, true)
    assert.equal(said.length, 2)
  })
})

describe('delivery update', () => {
  it('records what was done, with milestones by their places', async () => {
    const { milestones } = await anActionIn(deps, office)
    const { refused } = await run(deliveryUpdateCommand, [SLUG], { text: 'Trained.', completes: '1' })
    assert.equal(refused, undefined)
    const { lines } = await run(deliveryPublishCommand, [], { all: 'true' })
    assert.deepEqual(lines, ['Published 1 update and 1 action'])
    const [picture] = (await publishedDelivery(db, office.planId, deps.today())).actions
    assert.deepEqual(picture?.updates[0]?.completes, [milestones[0]?.id])
  })
  it('refuses, and says why', async () => {
    await anActionIn(deps, office)
    const tries: [Record<string, string>, RegExp][] = [
      [{}, /give --text/],
      [{ text: 'x', on: '30 April' }, /--on must be a date/],
      [{ text: 'x', completes: '3' }, /no such milestone/],
      [{ text: 'x', completes: '1,2' }, /give --evidence-title/],
      [{ text: 'x', state: 'behind' }, /give --reason/],
      [{ text: 'x', 'evidence-url': 'https://example.org/minutes' }, /give --evidence-title/],
      [{ text: 'x', reason: 'The weather' }, /give --state/],
      [{ text: 'x', state: 'fine' }, /--state must be one of/],
      [{ text: 'x', 'evidence-title': 'x', 'evidence-url': 'ftp://x' }, /full web address/],
    ]
    for (const [options, message] of tries) {
      assert.equal((await run(deliveryUpdateCommand, [SLUG], options)).refused, true)
      assert.match(said.at(-1) ?? '', message)
    }
    await assert.rejects(run(deliveryUpdateCommand, ['unknown'], { text: 'x' }), NotFound)
  })
})

describe('delivery publish', () => {
  it('lists what waits and changes nothing until told what to publish', async () => {
    await anActionIn(deps, office)
    const { lines, data } = await run(deliveryPublishCommand, [])
    assert.deepEqual(lines, ['action not public yet: Visits within 48 hours'])
    assert.match(
      JSON.stringify(data),
      /^{"updates":\[\],"actions":\[{"id":"[^"]+","title":"Visits within 48 hours"}\]}$/,
    )
    assert.equal((await publishedDelivery(db, office.planId, deps.today())).actions.length, 0)
  })
  it('finds nothing under a forged id', async () => {
    await assert.rejects(run(deliveryPublishCommand, ['forged']), NotFound)
  })
})
