import { countOf } from '#kernel/words.js'
import { verifyAudit } from '#platform/audit/audit.queries.js'
import { damageIn } from '#platform/db/damage.js'
import { databaseProblems } from '#platform/db/integrity.js'
import { problemsWithKeptFiles } from '#platform/db/kept-files.js'
import type { Deps } from '#platform/deps.js'
import { Unavailable } from '#platform/errors.js'
import type { Proved } from '#platform/proof.js'
import { MODULES } from '../modules.js'
import { stepsMissing } from '../open-register.js'

/** One thing that was checked: how much was read, and what is wrong. */
export type Check = Proved & { readonly name: string; readonly unit: string }

/** Reads a whole office and proves it: the database, the audit trail, and what every module keeps. Changes nothing. */
export async function verifyOffice(deps: Deps, onCheck: (name: string) => void = () => {}): Promise<Check[]> {
  const checks: Check[] = []
  const check = async (name: string, unit: string, prove: () => Promise<Proved>) => {
    onCheck(name)
    checks.push({ name, unit, ...(await proved(prove)) })
  }
  await check('Database', 'table', async () => {
    const { tables, problems } = await databaseProblems(deps.db)
    return { checked: tables, problems }
  })
  await check('Audit trail', 'entry', () => chain(deps))
  const missing = await stepsMissing(deps.db)
  if (missing.length > 0) {
    const problem = `It still has ${countOf(missing.length, 'step')} of an upgrade to take, so its files were not read: start the server first`
    return [...checks, { name: 'Schema', unit: 'step', checked: missing.length, problems: [problem] }]
  }
  await check('Kept files', 'file', () => problemsWithKeptFiles(deps.db))
  for (const { proofs = [] } of MODULES)
    for (const { name, prove } of proofs) await check(name, 'item', () => prove(deps))
  return checks
}

/** What cannot be read now is not proved: that is told, and the rest is read all the same. */
async function proved(prove: () => Promise<Proved>): Promise<Proved> {
  try {
    return await prove()
  } catch (problem) {
    if (problem instanceof Unavailable) return { checked: 0, problems: [problem.message] }
    const damage = damageIn(problem)
    if (damage === undefined) throw problem
    return { checked: 0, problems: [`It cannot be read whole: the database says “${damage}”`] }
  }
}

async function chain({ db }: Deps): Promise<Proved> {
  const report = await verifyAudit(db)
  return report.intact ? { checked: report.entries, problems: [] } : { checked: report.seq, problems: [report.problem] }
}

/** The checks in words, one line each, and what is wrong below. */
export function checksInWords(checks: readonly Check[]): string[] {
  const width = Math.max(...checks.map(({ name }) => name.length))
  return checks.flatMap(({ name, unit, checked, problems }) => [
    `${problems.length === 0 ? 'well ' : 'WRONG'}  ${name.padEnd(width)}  ${countOf(checked, unit, PLURALS[unit])}`,
    ...problems.map((problem) => `         ${problem}`),
  ])
}

const PLURALS: Readonly<Record<string, string>> = { entry: 'entries' }

/** Everything that is wrong, in one list. */
export function problemsIn(checks: readonly Check[]): string[] {
  return checks.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`))
}
