import { auditedDetail } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import { publicationWithHash, type Recognised } from '../data/publication.queries.js'
import { publicationSubject } from './publish-report.js'
import { sha256Of } from './sha256.js'

/** What was found of a file that somebody holds. */
export type FileVerdict =
  | { readonly state: 'unknown'; readonly sha256: string }
  | (Omit<Recognised, 'reportId'> & {
      readonly state: 'published' | 'superseded' | 'doubtful'
      readonly sha256: string
    })

/** Says whether bytes are those of a published report, in any of its forms, by their fingerprint and the audit trail. */
export async function recogniseFile(db: Db, bytes: Uint8Array): Promise<FileVerdict> {
  const sha256 = sha256Of(bytes)
  const known = await publicationWithHash(db, sha256)
  if (!known) return { state: 'unknown', sha256 }
  const { reportId, ...publication } = known
  const detail = await auditedDetail(db, publicationSubject(reportId, known.number))
  const isAudited = isRecord(detail) && isRecord(detail.files) && detail.files[known.format] === sha256
  const current = known.number === known.newest ? 'published' : 'superseded'
  return { ...publication, sha256, state: isAudited ? current : 'doubtful' }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
