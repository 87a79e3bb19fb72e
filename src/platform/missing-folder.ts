/** For a folder whose content is read: there is none where there is no such folder. Any other fault is told. */
export function noneWhereMissing(problem: unknown): [] {
  if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return []
  throw problem
}
