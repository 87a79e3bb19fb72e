import { auditEntries, verifyAudit } from '#platform/audit/audit.queries.js'
import type { ChainReport } from '#platform/audit/chain.js'
import { verifyTrail, writeTrail } from '#platform/audit/trail-file.js'
import type { Command, CommandAnswer, CommandContext, StatelessCommand } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import { accountByEmail } from '../data/account.queries.js'
import { auditQuestion, narrowedBy } from '../domain/audit-question.js'

/** `frankpledge audit verify`: whether any entry of the trail has been changed, added or removed. */
export const verifyAuditTrail: Command = {
  name: 'audit verify',
  permission: 'people:read-audit',
  summary: 'Prove that no entry of the audit trail was changed or removed',
  usage: '',
  arity: [0, 0],
  run: async ({ deps, say, progress }) => {
    const report = await verifyAudit(deps.db, (done, total) => progress('Checking', done, total))
    return answerTo(report, say)
  },
}

/** `frankpledge audit export`: the whole trail in a file that anyone can prove without Frankpledge. */
export const exportAuditTrail: Command = {
  name: 'audit export',
  permission: 'people:read-audit',
  summary: 'Write the whole audit trail to a file that anyone can prove',
  usage: '--out <file>',
  options: { out: 'value' },
  arity: [0, 0],
  run: async ({ deps, options }) => {
    if (!options.out) throw new UsageError('Give --out and the name of a new file')
    const { seq, hash } = await writeTrail(deps.db, options.out)
    const lines = [`${options.out} holds the audit trail: ${seq} entries.`, `The last has the hash ${hash}`]
    return { lines, data: { file: options.out, entries: seq, head: hash } }
  },
}

/** `frankpledge audit check`: the same proof for a file that was handed over; it needs no register. */
export const checkAuditTrail: StatelessCommand = {
  name: 'audit check',
  summary: 'Prove an audit trail that was written to a file',
  usage: '<file>',
  arity: [1, 1],
  runAlone: async ({ args: [file = ''], say }) => answerTo(await verifyTrail(file), say),
}

function answerTo(report: ChainReport, say: CommandContext['say']): CommandAnswer {
  if (report.intact) {
    const lines = [`The audit trail is intact: ${report.entries} entries.`, `The last has the hash ${report.head}`]
    return { lines, data: report }
  }
  say(`The audit trail is NOT intact. ${report.problem}.`)
  return { refused: true, lines: [], data: report }
}

/** `frankpledge audit list`: the newest entries, or those before a number; narrowed as on the page of the trail. */
export const listAuditTrail: Command = {
  name: 'audit list',
  permission: 'people:read-audit',
  summary: 'List what was done, newest first',
  usage:
    '[--limit <number>] [--before <entry>] [--who <e-mail address>] [--words <text>] [--from <day>] [--until <day>]',
  options: { limit: 'value', before: 'value', who: 'value', words: 'value', from: 'value', until: 'value' },
  arity: [0, 0],
  run: async ({ deps, options }) => {
    const limit = wholeNumber('limit', options.limit) ?? 50
    const before = wholeNumber('before', options.before)
    const entries = await auditEntries(deps.db, limit, { before, ...(await narrowing(deps.db, options)) })
    const lines = entries.map(({ seq, at, actorName, action, subject }) =>
      [String(seq).padStart(6), at.slice(0, 19).replace('T', ' '), actorName, action, subject].join('  '),
    )
    return { lines, data: entries }
  },
}

async function narrowing(db: Db, options: CommandContext['options']) {
  const who = options.who === undefined ? '' : found(await accountByEmail(db, options.who), NOBODY).id
  const { words = '', from = '', until = '' } = options
  const asked = auditQuestion({ who, words, from, until })
  for (const { typed, day } of [asked.from, asked.until])
    if (typed !== '' && !day) throw new UsageError(`‘${typed}’ is no day: write it like 2026-03-31`)
  return narrowedBy(asked)
}

const NOBODY = 'Nobody has an account with this e-mail address'

function wholeNumber(name: string, typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(typed)) throw new UsageError(`--${name} must be a whole number, 1 or more`)
  return Number(typed)
}
