import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { formatMoment } from '#kernel/words.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import type { Db } from '#platform/db/db.js'
import { recogniseFile } from '../actions/recognise-file.js'
import { type PublicationVerdict, verifyPublications } from '../actions/verify-publications.js'
import { allReports } from '../data/reports.queries.js'
import { reportCalled } from './find-report.js'

/** `frankpledge report verify`: is this file what was published? Or, without a file: is all that was published unchanged? */
export const verify: Command = {
  name: 'report verify',
  permission: 'reports:read',
  summary: 'Say whether a file is the published version, or prove that published reports are unchanged',
  usage: '[<file> | <report>]',
  arity: [0, 1],
  run: async ({ deps, args: [name], say }) => {
    if (name !== undefined && existsSync(name) && statSync(name).isFile()) return verifyFile(deps.db, name, say)
    const reports = name === undefined ? await allReports(deps.db) : [await reportCalled(deps.db, name)]
    const verdicts: PublicationVerdict[] = []
    for (const report of reports) verdicts.push(...(await verifyPublications(deps.db, report)))
    const lines = verdicts.map(
      ({ slug: called, number, problems }) => `${called}  ${number}  ${problems[0] ?? 'unchanged'}`,
    )
    const unsound = verdicts.filter(({ problems }) => problems.length > 0)
    if (unsound.length > 0) say(`${unsound.length} of ${verdicts.length} published reports are not what was published.`)
    return { lines, data: verdicts, refused: unsound.length > 0 }
  },
}

async function verifyFile(db: Db, path: string, say: (message: string) => void): Promise<CommandAnswer> {
  const verdict = await recogniseFile(db, await readFile(path))
  if (verdict.state === 'unknown') {
    say('This is not a file that the office published: it was changed, or it is a draft.')
    return {
      lines: [`${path}  not published  sha256 ${verdict.sha256}`],
      data: { file: path, ...verdict },
      refused: true,
    }
  }
  const { slug, number, format, publishedAt, newest } = verdict
  const later = verdict.state === 'superseded' ? `; number ${newest} has since replaced it` : ''
  const line = `${path}  ${slug}, number ${number} (${format}), published ${formatMoment(publishedAt)}${later}`
  if (verdict.state === 'doubtful') say('The audit trail recorded another fingerprint for this file.')
  return { lines: [line], data: { file: path, ...verdict }, refused: verdict.state === 'doubtful' }
}
