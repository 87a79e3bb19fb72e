import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { auditEntries } from '#platform/audit/audit.queries.js'
import type { CommandAnswer } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { NotFound } from '#platform/errors.js'
import { textOf } from '#test/architecture/source-files.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { currentBody } from '../data/body.queries.js'
import { areasOf, forceOf, organisationsOf } from '../data/place.queries.js'
import { foundBodyCommand } from './found.cli.js'

const SHIPPED = textOf('docs/operations/office.example.json')
const WESSEX = 'Police and Crime Commissioner for Wessex'
/** The end of the shipped file's last organisation. */
const VICTIMS = SHIPPED.slice(SHIPPED.indexOf('"shortName": "Victim Service"'), SHIPPED.lastIndexOf('null') + 4)
const folder = mkdtempSync(join(tmpdir(), 'frankpledge-found-'))
after(() => rmSync(folder, { recursive: true }))

/** The shipped file with some of its text replaced. */
function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from)
    return text.replace(from, to)
  }, SHIPPED)
}

async function anOffice() {
  const deps = testDeps(await openTestDb())
  const said: string[] = []
  const found = (text: string, options: Record<string, string> = {}): Promise<CommandAnswer> => {
    const path = join(folder, 'office.json')
    writeFileSync(path, text)
    const say = (message: string) => void said.push(message.replace(path, 'office.json'))
    return foundBodyCommand.run({ deps, actor: SYSTEM, args: [path], options, say, progress: () => {} })
  }
  return { deps, said, found }
}

/** The body that takes over, with one more organisation of its own. */
const MAYOR = JSON.stringify({
  body: { ...JSON.parse(SHIPPED).body, type: 'mayor', name: 'Mayor of Wessex', from: '2027-05-10' },
  forces: [{ name: 'Wessex Constabulary', shortName: 'Constabulary', from: '2027-05-10' }],
  areas: [],
  organisations: [{ key: 'authority', kind: 'other', name: 'Authority', shortName: 'Authority', from: '2027-05-10' }],
})

describe('founding an office from a file', () => {
  it('founds the body of the shipped file with its force, areas and organisations', async () => {
    const { deps, found } = await anOffice()
    const { lines, data } = await found(SHIPPED)
    assert.equal(lines[0], `Founded ${WESSEX}, from 22 November 2012`)
    assert.equal(lines[1], '  with 1 force, 4 areas and 5 organisations')
    assert.ok(lines.some((line) => line.includes('people create')))
    const { id, organisations } = data as { id: string; organisations: Record<string, string> }
    assert.equal((await currentBody(deps.db, deps.today()))?.id, id)
    assert.equal((await forceOf(deps.db, id, deps.today()))?.name, 'Wessex Police')
    assert.equal((await areasOf(deps.db, id, deps.today())).length, 4)
    const [office] = await organisationsOf(deps.db, id, deps.today())
    assert.equal(office?.id, organisations.office)
    assert.equal((await auditEntries(deps.db, 100)).length, 11)
  })

  it('is shown as at the real day and without a notice', async () => {
    const { deps, found } = await anOffice()
    await found(SHIPPED)
    const body = await currentBody(deps.db, deps.today())
    assert.deepEqual([body?.demonstrationOn, body?.notice], [null, null])
  })

  it('is refused a second time, and says how a successor is founded', async () => {
    const { deps, said, found } = await anOffice()
    await found(SHIPPED)
    const trail = (await auditEntries(deps.db, 100)).length
    assert.equal((await found(SHIPPED)).refused, true)
    assert.match(said[0] ?? '', /stands in this register already\..*--succeeds "Police and Crime Commissioner for/)
    assert.equal((await auditEntries(deps.db, 100)).length, trail)
  })
})

describe('a file that is wrong', () => {
  const FAULTS: readonly (readonly [what: string, text: string, said: string])[] = [
    ['lacks a key', changed(['"officeName":', '"office":']), 'body.officeName: is missing: add it'],
    ['misspells a key', changed(['"officeName":', '"office":']), 'body.office: is not known here: check its spelling'],
    ['names no kind of body', changed(['"pcc"', '"king"']), 'body.type: must be one of pcc, pfcc, mopac, mayor'],
    ['has an empty name', changed([`"${WESSEX}"`, '" "']), 'body.name: must not be empty'],
    ['has a date that does not exist', changed(['2012-11-22', '2012-11-31']), 'body.from: must be a date like'],
    ['ends the body', changed(['"until": null', '"until": "2020-01-01"']), 'body.until: must be null: a body ends'],
    ['has a colour too light to read on', changed(['#12436d', '#ffff00']), 'body.brandColour: must be darker: its'],
    ['has no colour', changed(['"#12436d"', '7']), 'body.brandColour: must be words between quotation marks'],
    ['holds no force', changed(['"forces": [', '"forces": [], "was": [']), 'forces: must name the force'],
    ['has a code that is none', changed(['E07000998', 'E07']), 'areas.1.code (Melchester): must be an official code'],
    [
      'gives two organisations one key',
      changed(['"key": "police"', '"key": "office"']),
      'organisations.1.key (Wessex Police): must differ: another has the key office',
    ],
    [
      'has days that run backwards',
      changed([VICTIMS, '"shortName": "Victim Service", "from": "2012-11-22", "until": "2012-11-21"']),
      'organisations.4.until (Wessex Victim Service): must not be before from',
    ],
    [
      'is of an example office',
      changed(['"until": null', '"until": null, "demonstrationDate": "2025-04-30", "notice": "Example"']),
      'body.demonstrationDate: is for an example office, which is shown as at one day: remove it',
    ],
    ['holds a list where an office should be', '[]', 'the file: must be keys and values between { and }'],
  ]
  for (const [what, text, words] of FAULTS) {
    it(`is refused when it ${what}, by the key`, async () => {
      const { deps, said, found } = await anOffice()
      assert.equal((await found(text)).refused, true)
      assert.ok(
        said.some((line) => line.startsWith(`office.json: ${words}`)),
        said.join('\n'),
      )
      assert.equal(await currentBody(deps.db, deps.today()), undefined)
    })
  }

  it('is refused for all of its faults at once', async () => {
    const { said, found } = await anOffice()
    await found(changed(['"pcc"', '"king"'], ['E07000998', 'E07'], ['"Office"', '""']))
    assert.equal(said.length, 3)
  })

  it('founds nothing when it names one organisation twice', async () => {
    const { deps, said, found } = await anOffice()
    const answer = await found(changed(['"name": "Wessex County Council"', '"name": "wessex police"']))
    assert.equal(answer.refused, true)
    assert.match(said[0] ?? '', /^wessex police: there is already an organisation of this name on some of its days/)
    assert.equal(await currentBody(deps.db, deps.today()), undefined)
    assert.deepEqual(await auditEntries(deps.db, 10), [])
  })

  it('is not understood when it is not JSON or not there', async () => {
    const { found, deps } = await anOffice()
    await assert.rejects(found('{ "body": '), /office\.json is not JSON: /)
    await assert.rejects(
      found(changed(['"name": "Wessex County Council"', '"name": "Wessex\\u0000"'])),
      /organisations\.\d+\.name has a character that cannot be kept/,
    )
    const nowhere = { args: [join(folder, 'none.json')], options: {}, say: () => {}, progress: () => {} }
    await assert.rejects(foundBodyCommand.run({ deps, actor: SYSTEM, ...nowhere }), UsageError)
  })
})

describe('founding the body that takes over', () => {
  it('hands over on its first day, with what the one before had', async () => {
    const { deps, found } = await anOffice()
    await found(SHIPPED)
    const { data, lines } = await found(MAYOR, { succeeds: 'wessex' })
    const { id } = data as { id: string }
    const [last, first] = [isoDate('2027-05-09'), isoDate('2027-05-10')]
    assert.equal((await currentBody(deps.db, last))?.name, WESSEX)
    assert.equal((await currentBody(deps.db, first))?.id, id)
    assert.equal((await forceOf(deps.db, id, last))?.name, 'Wessex Police')
    assert.equal((await forceOf(deps.db, id, first))?.name, 'Wessex Constabulary')
    assert.equal((await organisationsOf(deps.db, id, first)).length, 6)
    assert.ok(!lines.some((line) => line.includes('people create')))
  })

  it('keeps the force that is there when its file names none', async () => {
    const { deps, found } = await anOffice()
    await found(SHIPPED)
    const { data } = await found(JSON.stringify({ ...JSON.parse(MAYOR), forces: [] }), { succeeds: 'Wessex' })
    const { id } = data as { id: string }
    assert.equal((await forceOf(deps.db, id, isoDate('2030-01-01')))?.name, 'Wessex Police')
  })

  it('is refused with what the one before has already, and changes nothing', async () => {
    const { deps, said, found } = await anOffice()
    await found(SHIPPED)
    const again = changed(['2012-11-22', '2027-05-10'], ['"pcc"', '"mayor"'])
    assert.equal((await found(again, { succeeds: WESSEX })).refused, true)
    assert.match(said[0] ?? '', /^Wessex Police: there is already a force on some of its days/)
    assert.equal((await currentBody(deps.db, isoDate('2030-01-01')))?.type, 'pcc')
  })

  it('must name the body that stands, once, and begin after it', async () => {
    const { said, found } = await anOffice()
    await assert.rejects(found(MAYOR, { succeeds: 'Wessex' }), /leave out --succeeds/)
    await found(SHIPPED)
    await assert.rejects(found(MAYOR, { succeeds: 'Mercia' }), NotFound)
    const early = MAYOR.replace('2027-05-10', '2012-11-22')
    assert.equal((await found(early, { succeeds: 'Wessex' })).refused, true)
    assert.match(said[0] ?? '', /^body\.from: must be after 22 November 2012/)
    await found(MAYOR, { succeeds: 'Wessex' })
    assert.equal((await found(MAYOR, { succeeds: 'Wessex' })).refused, true)
    assert.match(said[1] ?? '', /taken over from that one already/)
  })
})
