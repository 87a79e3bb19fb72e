import { countOf, formatMoment, formatNumber } from '#kernel/words.js'
import type { Run } from './run.js'

/** How one thing is: well, to be seen to soon, or now. */
export type Condition = 'well' | 'soon' | 'now'

/** One thing that an administrator looks after: how it is in a sentence, and what to do about it. */
export type Affair = {
  readonly name: string
  readonly condition: Condition
  readonly text: string
  /** What to do, where something is to be done. */
  readonly todo?: string
}

/** How many bytes of a disk are free. */
type Room = { readonly free: number; readonly size: number }

/** What is known of the installation. */
export type Facts = {
  readonly now: Date
  readonly backup: Run | undefined
  /** The last that failed, or never ended. */
  readonly failedBackup: Run | undefined
  readonly rehearsal: Run | undefined
  /** The backup that a process is at, as far as is known. */
  readonly underWay: Run | undefined
  readonly disk: Room | undefined
  /** Where the last backup stands, if not on the same disk. */
  readonly backupDisk: Room | undefined
  /** Whether the database notices when a byte of its files has turned. */
  readonly noticesDamage: boolean
  readonly trail: { readonly entries: number; readonly problem?: string; readonly wasWalked: boolean }
  readonly schema: { readonly steps: number; readonly last: string }
  readonly withoutFactor: number
  /** Accounts whose roles somebody must look at again: a year has passed. */
  readonly toReview: number
  /** How many files stand where; the store where one is set, and why it cannot be used where it cannot. */
  readonly files: {
    readonly inRegister: number
    readonly inStore: number
    readonly store?: { readonly name: string; readonly problem?: string }
  }
  readonly lake: { readonly files: number; readonly isReadable: boolean }
}

const HOURS_BETWEEN_BACKUPS = 26
const DAYS_WITHOUT_BACKUP = 3
const DAYS_BETWEEN_REHEARSALS = 35

/** Everything that an administrator looks after, the worst first. */
export function affairsOf(facts: Facts): Affair[] {
  const affairs = [
    backupOf(facts),
    rehearsalOf(facts),
    diskOf(facts),
    databaseOf(facts),
    trailOf(facts),
    factorsOf(facts),
    reviewsOf(facts),
    schemaOf(facts),
    filesOf(facts),
  ]
  const all = facts.lake.files > 0 ? [...affairs, lakeOf(facts)] : affairs
  return all.sort((a, b) => ORDER.indexOf(a.condition) - ORDER.indexOf(b.condition))
}

const ORDER: readonly Condition[] = ['now', 'soon', 'well']

/** What is to be done, in a sentence for the top of the page. */
export function whatNeedsDoing(affairs: readonly Affair[]): { readonly condition: Condition; readonly text: string } {
  const [now, soon] = (['now', 'soon'] as const).map(
    (each) => affairs.filter(({ condition }) => condition === each).length,
  )
  if (now) return { condition: 'now', text: `${countOf(now, 'thing needs', 'things need')} doing now` }
  if (soon) return { condition: 'soon', text: `${countOf(soon, 'thing needs', 'things need')} doing soon` }
  return { condition: 'well', text: 'Nothing needs doing' }
}

const hoursSince = (moment: string, now: Date) => (now.getTime() - new Date(moment).getTime()) / 3_600_000

function backupOf(facts: Facts): Affair {
  const affair = finishedBackupOf(facts)
  if (!facts.underWay) return affair
  const begun = `One was begun on ${formatMoment(facts.underWay.startedAt)} and is under way; should it have been stopped, another may begin two hours later.`
  return { ...affair, text: `${affair.text} ${begun}` }
}

function finishedBackupOf({ backup, failedBackup, now }: Facts): Affair {
  const name = 'Backup'
  const schedule = 'Set BACKUP_AT to a time of day, like 02:30, or run ‘frankpledge backup --daily’ from a timer.'
  if (!backup?.finishedAt) {
    if (!failedBackup) return { name, condition: 'now', text: 'None has ever been taken.', todo: schedule }
    return { name, condition: 'now', text: 'None has ever been finished.', todo: failureOf(failedBackup) }
  }
  const age = hoursSince(backup.finishedAt, now)
  const text = `The last was taken on ${formatMoment(backup.finishedAt)}: ${backup.summary}.`
  const hasFailed = failedBackup !== undefined && failedBackup.startedAt > backup.startedAt
  if (!hasFailed && age <= HOURS_BETWEEN_BACKUPS) return { name, condition: 'well', text }
  const todo = hasFailed ? failureOf(failedBackup) : schedule
  return { name, condition: age > DAYS_WITHOUT_BACKUP * 24 ? 'now' : 'soon', text, todo }
}

function failureOf({ outcome, summary, startedAt }: Run): string {
  const again = 'run ‘frankpledge backup --daily’'
  return outcome === 'failed'
    ? `The last try failed. ${sentence(summary ?? '')} Once that is mended, ${again}.`
    : `The try of ${formatMoment(startedAt)} never ended: the machine was stopped, or had too little memory. Look at its log, then ${again}.`
}

/** What a program said, as a sentence. */
function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}

function rehearsalOf({ backup, rehearsal, now }: Facts): Affair {
  const name = 'Rehearsal of the backup'
  const todo = backup ? 'Run ‘frankpledge rehearse’.' : 'The first backup of the day is tried out by itself.'
  const mend =
    'Keep the older backups. Run ‘frankpledge verify’: if the register itself is well, take a new backup (‘frankpledge backup’) and try that out (‘frankpledge rehearse <file>’).'
  if (!rehearsal?.finishedAt) return { name, condition: 'soon', text: 'No backup was ever tried out.', todo }
  const when = formatMoment(rehearsal.finishedAt)
  if (rehearsal.outcome === 'failed')
    return {
      name,
      condition: 'now',
      text: `On ${when} the backup could not be relied upon. ${sentence(rehearsal.summary ?? '')}`,
      todo: mend,
    }
  const isOld = hoursSince(rehearsal.finishedAt, now) > DAYS_BETWEEN_REHEARSALS * 24
  const text = `On ${when} the backup was restored to a place of its own, and everything in it was as it should be.`
  return isOld ? { name, condition: 'soon', text, todo } : { name, condition: 'well', text }
}

const GIGABYTE = 1e9

const gigabytes = (bytes: number) => `${formatNumber(bytes / GIGABYTE, bytes < 10 * GIGABYTE ? 1 : 0)} GB`

function diskOf({ disk, backupDisk, backup }: Facts): Affair {
  const name = 'Room on the disk'
  if (!disk)
    return { name, condition: 'soon', text: 'It cannot be read here.', todo: 'Look at the disk of the data folder.' }
  const here = `${gigabytes(disk.free)} of ${gigabytes(disk.size)} are free where the data folder is`
  const there = backupDisk
    ? `, and ${gigabytes(backupDisk.free)} of ${gigabytes(backupDisk.size)} where backups go`
    : ''
  const text = `${here}${there}.`
  const todo = backupDisk ? 'Make room there.' : 'Make room, or move the backups to another disk (BACKUP_FOLDER).'
  const needed = Math.max(GIGABYTE / 2, (backup?.detail.bytes ?? 0) * 3)
  const rooms = backupDisk ? [disk, backupDisk] : [disk]
  if (rooms.some(({ free }) => free < needed)) return { name, condition: 'now', text, todo }
  const isShort = rooms.some(({ free, size }) => free < size / 10)
  return isShort ? { name, condition: 'soon', text, todo } : { name, condition: 'well', text }
}

function databaseOf({ noticesDamage }: Facts): Affair {
  const name = 'Database'
  if (noticesDamage) return { name, condition: 'well', text: 'It notices when a byte of it was damaged.' }
  return {
    ...{ name, condition: 'soon', text: 'PostgreSQL does not check its pages: damage on the disk would go unnoticed.' },
    todo: 'Ask whoever looks after it to switch its checksums on (‘pg_checksums --enable’, while it is stopped).',
  }
}

function trailOf({ trail: { entries, problem, wasWalked } }: Facts): Affair {
  const name = 'Audit trail'
  if (problem !== undefined) {
    const todo = 'Keep everything as it is, and compare with the last backup: ‘frankpledge verify’ says more.'
    return { name, condition: 'now', text: `It is damaged: ${problem}.`, todo }
  }
  const length = countOf(entries, 'entry', 'entries')
  const text = wasWalked
    ? `${length}, each following from the one before.`
    : `${length}: too many to walk on every visit. The rehearsal of each backup walks them all.`
  return { name, condition: 'well', text }
}

function factorsOf({ withoutFactor }: Facts): Affair {
  const name = 'Second factors'
  if (withoutFactor === 0) return { name, condition: 'well', text: 'Everyone who can sign in has one.' }
  return {
    ...{ name, condition: 'soon' },
    text: `${countOf(withoutFactor, 'account that can sign in has', 'accounts that can sign in have')} none.`,
    todo: 'Ask them to set one up under Your account. Whoever may publish or decide for the office must at the next sign-in.',
  }
}

function reviewsOf({ toReview }: Facts): Affair {
  const name = 'Review of roles'
  if (toReview === 0) return { name, condition: 'well', text: 'Everybody’s roles were looked at within the year.' }
  return {
    ...{ name, condition: 'soon' },
    text: `The roles of ${countOf(toReview, 'person', 'people')} were not looked at for a year.`,
    todo: 'Open each under People, and say that the roles are still right, or change them.',
  }
}

function schemaOf({ schema: { steps, last } }: Facts): Affair {
  const text = `The register has taken ${countOf(steps, 'step')} of the schema, the last ‘${last}’.`
  return { name: 'Upgrades', condition: 'well', text }
}

function filesOf({ files: { inRegister, inStore, store } }: Facts): Affair {
  const name = 'Files'
  if (!store && inStore > 0) {
    const text = `${countOf(inStore, 'file stands', 'files stand')} in a store, and none is set.`
    return { name, condition: 'now', text, todo: 'Set FILES_S3_ENDPOINT and its like again, then restart.' }
  }
  if (!store) return { name, condition: 'well', text: `${countOf(inRegister, 'file')}, in the register itself.` }
  if (store.problem !== undefined) {
    const waiting = inRegister > 0 ? `, ${formatNumber(inRegister)} of them now` : ''
    const text = `${store.problem} New files wait in the register${waiting}, where they are safe.`
    const todo = `Mend that: ${countOf(inStore, 'file')} cannot be read until then.`
    return { name, condition: 'now', text, todo }
  }
  const waiting = inRegister > 0 ? `; ${formatNumber(inRegister)} more will go there within a minute` : ''
  return { name, condition: 'well', text: `${countOf(inStore, 'file')} in ${store.name}${waiting}.` }
}

function lakeOf({ lake: { files, isReadable } }: Facts): Affair {
  const name = 'Police data'
  if (isReadable) return { name, condition: 'well', text: `${countOf(files, 'file')}, which this machine can read.` }
  const todo = 'Install the optional package DuckDB: npm install in the program’s folder.'
  return { name, condition: 'soon', text: `${countOf(files, 'file')}, which this machine cannot read.`, todo }
}
