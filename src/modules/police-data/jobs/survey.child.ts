import { err, ok, type Result } from '#kernel/result.js'
import type { LakeProblem } from '#platform/lake/source-place.js'
import { answerOnce } from '#platform/limited-process.js'
import { ImportStopped, type Survey } from './import-order.js'
import { surveyPaths } from './survey-paths.js'

/** Looks at the archives, folders and files that somebody wants taken in, in a process that can write nothing. */
answerOnce(async ({ paths }: { paths: readonly string[] }): Promise<Result<Survey, LakeProblem>> => {
  try {
    return ok(await surveyPaths(paths))
  } catch (problem) {
    if (problem instanceof ImportStopped) return err(problem.problem)
    throw problem
  }
})
