import { auditedHash } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
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
    const problems = publication ? problemsWith(publication, audited) : ['it was published and is no longer there']
    verdicts.push({ slug: report.slug, number, sha256: publication?.sha256 ?? '', problems })
  }
}

function problemsWith({ html, sha256 }: Publication, audited: string | undefined): string[] {
  const problems: string[] = []
  if (sha256Of(html) !== sha256) problems.push('its text does not have the hash that is stored with it')
  if (audited === undefined) problems.push('the audit trail does not know it')
  else if (audited !== sha256) problems.push('the audit trail recorded another hash')
  return problems
}
