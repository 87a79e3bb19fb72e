import { canonicalJson } from '#kernel/canonical-json.js'
import { auditedHash } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import { sha256Of } from '../data/content-hash.js'
import { allPlans, planById } from '../data/plan.queries.js'
import { versionRows } from '../data/version.queries.js'
import type { Plan } from '../domain/plan.js'
import { problemsWith, type Verdict } from '../domain/verdict.js'
import { versionSubject } from './publish-version.js'

/**
 * Checks every stored version of one plan, or of all, against its own hash and against the audit trail,
 * and looks for versions that the trail knows and the register no longer holds.
 */
export async function verifyVersions(db: Db, planId?: string): Promise<Verdict[]> {
  const plans = planId === undefined ? await allPlans(db) : [found(await planById(db, planId), 'There is no such plan')]
  const verdicts: Verdict[] = []
  for (const plan of plans) verdicts.push(...(await verdictsOn(db, plan)))
  return verdicts
}

async function verdictsOn(db: Db, { id, slug }: Plan): Promise<Verdict[]> {
  const rows = new Map((await versionRows(db, id)).map((row) => [row.number, row]))
  const verdicts: Verdict[] = []
  const last = Math.max(0, ...rows.keys())
  for (let number = 1; ; number += 1) {
    const row = rows.get(number)
    const audited = await auditedHash(db, versionSubject(id, number))
    if (!row && audited === undefined && number > last) return verdicts
    const problems = row
      ? problemsWith({ ...readingOf(row.content), stored: row.sha256, audited })
      : ['it was published and is no longer there']
    verdicts.push({ planId: id, slug, number, isSound: problems.length === 0, problems })
  }
}

function readingOf(text: string): { isCanonical: boolean; computed: string } {
  return { isCanonical: isCanonical(text), computed: sha256Of(text) }
}

function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text
  } catch {
    return false
  }
}
