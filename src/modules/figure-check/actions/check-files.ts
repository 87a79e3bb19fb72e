import { err, ok, type Result } from '#kernel/result.js'
import { type ProcessProblem, runLimited } from '#platform/limited-process.js'
import type { CheckedFile, FileOutcome, FilesToCheck } from '../domain/file-outcome.js'

/** The largest file that is taken, in bytes. */
const LARGEST_FILE = 60 * 1024 * 1024

const CHILD = new URL('../jobs/check.child.js', import.meta.url)
const LIMITS = { megabytes: 1500, seconds: 180 }

/** A file that could not be read, and what a person can do about it. */
export type FileProblem = { readonly file: string; readonly problem: string }

/** Reads and checks files in a process with limits of memory and time. Nothing is kept. */
export async function checkFiles(given: Partial<FilesToCheck>): Promise<Result<CheckedFile[], FileProblem>> {
  const { files = [], others = [], register = [] } = given
  const big = [...files, ...others].find(({ bytes }) => bytes.length > LARGEST_FILE)
  if (big) return err({ file: big.name, problem: `This file is larger than ${LARGEST_FILE / 1024 / 1024} MB` })
  const answer = await runLimited<FileOutcome[]>(CHILD, { files, others, register }, LIMITS)
  if (!answer.ok) return err({ file: files[0]?.name ?? '', problem: explain(answer.error) })
  const problem = answer.value.find((outcome) => 'problem' in outcome)
  if (problem && 'problem' in problem) return err(problem)
  return ok(answer.value.filter((outcome) => 'document' in outcome))
}

function explain(problem: ProcessProblem): string {
  if (problem.code === 'too-slow')
    return `This file takes longer than ${LIMITS.seconds} seconds to read, and was left: check it in parts`
  if (problem.code === 'too-big') return 'This file unpacks to more than can be held in memory, and was left'
  return 'This file cannot be read: it is damaged, or not what its name says'
}
