import { auditedDetail, auditedHash } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import { wholeFilesOf } from '../data/publication.queries.js'
import { publicationsOf } from '../data/reports.queries.js'
import type { Publication, Report } from '../domain/report.js'
import { publicationSubject } from './publish-report.js'
import { sha256Of } from './sha256.js'

/** What was found of one publication. */
export type PublicationVerdict = {
  readonly slug: string
  readonly number: number
  readonly sha256: string
  /** Empty when it is just what was published. */
  readonly problems: readonly string[]
}

/** Checks what was published of a report against its own hash and against the audit trail, and looks for what is gone. */
export async function verifyPublications(db: Db, report: Report): Promise<PublicationVerdict[]> {
  const stored = new Map((await publicationsOf(db, report.id)).map((each) => [each.number, each]))
  const last = Math.max(0, ...stored.keys())
  const verdicts: PublicationVerdict[] = []
  for (let number = 1; ; number += 1) {
    const publication = stored.get(number)
    const audited = await auditedHash(db, publicationSubject(report.id, number))
    if (!publication && audited === undefined && number > last) return verdicts
    const problems = publication
      ? [...problemsWith(publication, audited), ...(await problemsOfFiles(db, publication))]
      : ['it was published and is no longer there']
    verdicts.push({ slug: report.slug, number, sha256: publication?.sha256 ?? '', problems })
  }
}

/** What is wrong with the files that were sent: each has its own fingerprint, which the trail recorded too. */
async function problemsOfFiles(db: Db, { id, reportId, number }: Publication): Promise<string[]> {
  const detail = await auditedDetail(db, publicationSubject(reportId, number))
  const recorded = new Map(Object.entries(filesIn(detail)))
  const problems: string[] = []
  for (const { format, bytes, sha256 } of await wholeFilesOf(db, id)) {
    if (sha256Of(bytes) !== sha256) problems.push(`its ${format} file does not have the hash that is stored with it`)
    else if (recorded.get(format) !== sha256)
      problems.push(`the audit trail recorded another hash of its ${format} file`)
    recorded.delete(format)
  }
  return [...problems, ...[...recorded.keys()].map((format) => `its ${format} file is no longer there`)]
}

function filesIn(detail: unknown): Record<string, unknown> {
  const files = typeof detail === 'object' && detail !== null && 'files' in detail ? detail.files : undefined
  return typeof files === 'object' && files !== null ? { ...files } : {}
}

function problemsWith({ html, sha256 }: Publication, audited: string | undefined): string[] {
  const problems: string[] = []
  if (sha256Of(html) !== sha256) problems.push('its text does not have the hash that is stored with it')
  if (audited === undefined) problems.push('the audit trail does not know it')
  else if (audited !== sha256) problems.push('the audit trail recorded another hash')
  return problems
}
