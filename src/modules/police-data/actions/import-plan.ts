import { ukDateOf } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { countOf } from '#kernel/words.js'
import { FORCES, forceNamed } from '#modules/geography/index.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import type { LakeProblem } from '#platform/lake/source-place.js'
import { knownContents } from '../data/files.queries.js'
import { currentFiles } from '../data/releases.queries.js'
import { FILE_TYPES, type LakeFile } from '../domain/files.js'
import { type FileSubject, nameOfSubject } from '../domain/import-file-name.js'
import { type FoundRelease, releaseOf } from '../domain/import-release.js'
import { identityOf, type PlannedFile, type Survey, type SurveyedFile } from '../jobs/import-order.js'

/** What an import will do: its files with their releases, and what the lake holds of them already. */
export type ImportPlan = {
  readonly files: readonly PlannedFile[]
  readonly known: readonly string[]
  readonly release: FoundRelease
}

/** Plans an import from what stands at the paths; refused where the files leave it open what is what. */
export async function planImport(
  { db }: Pick<Deps, 'db'>,
  survey: Survey,
  { paths, release }: { readonly paths: readonly string[]; readonly release: string | undefined },
): Promise<Result<ImportPlan, LakeProblem>> {
  const named = subjectsOf(survey.files)
  if (!named.ok) return named
  const files = named.value
  const newest = files
    .map(({ subject }) => subject.month)
    .sort()
    .at(-1)
  if (newest === undefined) return err(nothingFound(paths, survey))
  const twice = twiceInOneArchive(files)
  if (twice) return err(twice)
  // By the clock of the machine: an office that is shown as at an earlier day may take in what came later.
  const thisMonth = ukDateOf(new Date()).slice(0, 7)
  const early = files.find(({ subject }) => subject.month > thisMonth)
  if (early) return err({ file: early.name, problem: `is of ${early.subject.month}, a month that has not begun` })
  const found = releaseOf(release, paths, newest)
  if (!found.ok) return err({ file: '--release', problem: `cannot be right. ${found.error}` })
  if (found.value.release > thisMonth)
    return err({ file: '--release', problem: `cannot be ${found.value.release}, a month that has not begun` })
  const current = await currentByKey(db, files)
  const forces = [...new Set(files.map(({ subject }) => subject.force))]
  const known = await knownContents(db, forces)
  return ok({
    release: found.value,
    known: known.map((file) => identityOf(file, file.sha256)),
    files: files.map((file) => planned(file, found.value, current.get(nameOfSubject(file.subject)))),
  })
}

type NamedFile = SurveyedFile & { readonly subject: FileSubject }

function subjectsOf(files: readonly SurveyedFile[]): Result<NamedFile[], LakeProblem> {
  const named: NamedFile[] = []
  for (const file of files) {
    const { force, reportedBy, ...rest } = file.subject
    const slug = force ?? forceNamed(reportedBy ?? '')?.slug
    if (slug === undefined)
      return err({ file: file.name, problem: `is reported by “${reportedBy}”, which is no force that is known here` })
    named.push({ ...file, subject: { ...rest, force: slug } })
  }
  return ok(named)
}

function nothingFound(paths: readonly string[], { ignored, zipsLeft }: Survey): LakeProblem {
  const others = `${countOf(ignored, 'other file')} left alone, by name`
  const zips = `It holds archives, which are not opened: take them out and name them themselves (${zipsLeft.join(', ')})`
  const left = [...(ignored > 0 ? [others] : []), ...(zipsLeft.length > 0 ? [zips] : [])].join('. ') || 'It is empty'
  const problem = `holds no file with a name like 2025-11-kent-street.csv. ${left}`
  return { file: paths.join(', '), problem }
}

/** An archive has each force, month and type once; with two it is not known which one is meant. */
function twiceInOneArchive(files: readonly NamedFile[]): LakeProblem | undefined {
  const seen = new Map<string, NamedFile>()
  for (const file of files) {
    const key = `${file.given} ${nameOfSubject(file.subject)}`
    const before = seen.get(key)
    if (before && 'start' in file.place)
      return { file: file.name, problem: `stands twice in this archive, also as ${before.name}` }
    seen.set(key, file)
  }
  return undefined
}

async function currentByKey(db: Db, files: readonly NamedFile[]): Promise<ReadonlyMap<string, LakeFile>> {
  const forces = [...new Set(files.map(({ subject }) => subject.force))]
  const current = await Promise.all(FILE_TYPES.map((type) => currentFiles(db, type, { forces })))
  return new Map(current.flat().map((file) => [nameOfSubject(file), file]))
}

/**
 * With no release told, what comes later is at least as new as what it meets: data.police.uk gives out only its newest
 * release. A release that is told, and older, is kept as history.
 */
function planned(file: NamedFile, found: FoundRelease, current: LakeFile | undefined): PlannedFile {
  const { name, place, bytes, subject } = file
  const isStated = found.by !== 'newest-month'
  const release = !isStated && current && current.release > found.release ? current.release : found.release
  const isNewest = current !== undefined && current.release <= release
  const supersedes = isNewest ? { source: current.number, parquet: current.parquet } : null
  return { name, place, bytes, subject, release, supersedes }
}

/** Slugs of forces by the names that their files give them. */
export function forcesByName(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    FORCES.flatMap(({ slug, name, aliases }) => [name, ...aliases].map((each) => [each.toLowerCase(), slug])),
  )
}
