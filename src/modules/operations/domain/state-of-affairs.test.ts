import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Run } from './run.js'
import { affairsOf, type Facts, whatNeedsDoing } from './state-of-affairs.js'

const NOW = new Date('2025-04-30T12:00:00Z')
const aRun = (change: Partial<Run>): Run => ({
  ...{ kind: 'backup', due: '2025-04-30', attempts: 1, startedAt: '2025-04-30T01:30:00Z' },
  ...{
    finishedAt: '2025-04-30T01:31:00Z',
    outcome: 'well',
    summary: '120 audit entries',
    detail: { bytes: 2e9 },
    ...change,
  },
})
const someFacts = (change: Partial<Facts> = {}): Facts => ({
  now: NOW,
  ...{ backup: aRun({}), failedBackup: undefined, rehearsal: aRun({ kind: 'rehearsal' }) },
  ...{ disk: { free: 50e9, size: 100e9 }, trail: { entries: 120, wasWalked: true } },
  ...{
    schema: { steps: 24, last: '0024-operations-runs' },
    withoutFactor: 0,
    toReview: 0,
    lake: { files: 0, isReadable: true },
  },
  files: { inRegister: 3, inStore: 0 },
  ...{ backupDisk: undefined, noticesDamage: true, underWay: undefined },
  ...change,
})
const conditionOf = (name: string, change: Partial<Facts>) =>
  affairsOf(someFacts(change)).find((affair) => affair.name === name)?.condition

describe('how the installation is', () => {
  it('needs nothing when there is a backup of today that was tried out', () => {
    assert.equal(whatNeedsDoing(affairsOf(someFacts())).text, 'Nothing needs doing')
  })

  it('says of files that stand in a store whether that can be used', () => {
    const files = (change: Facts['files']) =>
      affairsOf(someFacts({ files: change })).find(({ name }) => name === 'Files')
    const store = { name: 'the bucket office at s3.example' }
    assert.equal(files({ inRegister: 2, inStore: 3, store })?.condition, 'well')
    const away = files({ inRegister: 2, inStore: 3, store: { ...store, problem: 'It is away.' } })
    assert.deepEqual(
      [away?.condition, away?.text],
      ['now', 'It is away. New files wait in the register, 2 of them now, where they are safe.'],
    )
    assert.equal(files({ inRegister: 0, inStore: 3 })?.condition, 'now')
    assert.equal(files({ inRegister: 3, inStore: 0 })?.condition, 'well')
  })

  it('says first what needs doing now', () => {
    const affairs = affairsOf(someFacts({ backup: undefined, rehearsal: undefined }))
    assert.deepEqual(
      affairs.slice(0, 2).map(({ name }) => name),
      ['Backup', 'Rehearsal of the backup'],
    )
    assert.equal(whatNeedsDoing(affairs).text, '1 thing needs doing now')
  })

  it('worries about a backup that is old or failed', () => {
    const at = (finishedAt: string) => ({ backup: aRun({ finishedAt }) })
    assert.equal(conditionOf('Backup', at('2025-04-29T10:30:00Z')), 'well')
    assert.equal(conditionOf('Backup', at('2025-04-29T09:30:00Z')), 'soon')
    assert.equal(conditionOf('Backup', at('2025-04-27T09:30:00Z')), 'now')
    const failedBackup = aRun({ outcome: 'failed', startedAt: '2025-04-30T02:30:00Z', summary: 'the disk is full' })
    assert.equal(conditionOf('Backup', { failedBackup }), 'soon')
    assert.equal(
      conditionOf('Backup', { failedBackup: aRun({ outcome: 'failed', startedAt: '2025-04-01T00:00:00Z' }) }),
      'well',
    )
  })

  it('says why no backup was finished, and what to do about it', () => {
    const todo = (failedBackup: Run) =>
      affairsOf(someFacts({ backup: undefined, failedBackup })).find(({ name }) => name === 'Backup')?.todo
    assert.equal(
      todo(aRun({ outcome: 'failed', summary: 'There is no room left on the disk: make room' })),
      'The last try failed. There is no room left on the disk: make room. Once that is mended, run ‘frankpledge backup --daily’.',
    )
    const died = aRun({ outcome: null, finishedAt: null, summary: null })
    assert.match(todo(died) ?? '', /^The try of 30 April 2025.* never ended: the machine was stopped/)
  })

  it('says of a rehearsal that failed to keep what is there, and to find out which of them is damaged', () => {
    const rehearsal = aRun({
      outcome: 'failed',
      summary: 'Database: a value in the table plan_node is not what it was',
    })
    const affair = affairsOf(someFacts({ rehearsal })).find(({ name }) => name === 'Rehearsal of the backup')
    assert.match(
      affair?.text ?? '',
      /could not be relied upon\. Database: a value in the table plan_node is not what it was\.$/,
    )
    assert.match(affair?.todo ?? '', /^Keep the older backups\. Run ‘frankpledge verify’/)
  })

  it('says of a backup that is under way since when', () => {
    const underWay = aRun({ outcome: null, finishedAt: null, summary: null })
    const affair = affairsOf(someFacts({ underWay })).find(({ name }) => name === 'Backup')
    assert.match(affair?.text ?? '', /One was begun on 30 April 2025.* and is under way/)
    assert.equal(affair?.condition, 'well')
  })

  it('looks at the disk of the backups too, where that is another', () => {
    const room = (free: number) => ({ backupDisk: { free, size: 100e9 } })
    assert.equal(conditionOf('Room on the disk', room(50e9)), 'well')
    assert.equal(conditionOf('Room on the disk', room(9e9)), 'soon')
    assert.equal(conditionOf('Room on the disk', room(1e9)), 'now')
  })

  it('says when the database would not notice a damaged byte', () => {
    assert.equal(conditionOf('Database', {}), 'well')
    assert.equal(conditionOf('Database', { noticesDamage: false }), 'soon')
  })

  it('worries about a rehearsal that failed, or is more than five weeks old', () => {
    assert.equal(conditionOf('Rehearsal of the backup', { rehearsal: aRun({ outcome: 'failed' }) }), 'now')
    assert.equal(
      conditionOf('Rehearsal of the backup', { rehearsal: aRun({ finishedAt: '2025-03-26T13:00:00Z' }) }),
      'well',
    )
    assert.equal(
      conditionOf('Rehearsal of the backup', { rehearsal: aRun({ finishedAt: '2025-03-26T11:00:00Z' }) }),
      'soon',
    )
    assert.equal(
      conditionOf('Rehearsal of the backup', { rehearsal: aRun({ finishedAt: '2025-03-20T10:00:00Z' }) }),
      'soon',
    )
  })

  it('wants room for three more backups, and a tenth of the disk', () => {
    assert.equal(conditionOf('Room on the disk', { disk: { free: 5e9, size: 20e9 } }), 'now')
    assert.equal(conditionOf('Room on the disk', { disk: { free: 9e9, size: 100e9 } }), 'soon')
    assert.equal(conditionOf('Room on the disk', { disk: { free: 11e9, size: 100e9 } }), 'well')
  })

  it('says at once that the audit trail is damaged', () => {
    const trail = { entries: 3, wasWalked: true, problem: 'Entry 2 has been changed' }
    assert.match(affairsOf(someFacts({ trail }))[0]?.text ?? '', /damaged: Entry 2/)
  })
})
