import { err, ok, type Result } from '#kernel/result.js'
import type { Release } from './files.js'
import { isMonth, type Month } from './month.js'

/** How the release of an import was found. */
export type FoundRelease = { readonly release: Release; readonly by: 'told' | 'name' | 'newest-month' }

/** What stands before a month in the name of an archive or a folder that is called by its release. */
const IN_NAME = /(?:^|[^a-z0-9])(?:release|archive|to|until)[-_ ]*(?:to[-_ ]*)?(\d{4}-\d{2})(?!\d|-\d)/i
const ARCHIVE = /(?:^|[/\\])(\d{4}-\d{2})\.zip$/i

/**
 * The release of an import: as told; else as the names say (`2025-11.zip`, a folder `release-to-2025-11`); else the
 * newest month among its files. A release cannot hold months that come after it.
 */
export function releaseOf(
  told: string | undefined,
  paths: readonly string[],
  newestMonth: Month,
): Result<FoundRelease, string> {
  if (told !== undefined) {
    if (!isMonth(told)) return err(`“${told}” is not a month. Write the release like 2025-11`)
    if (told < newestMonth) return err(`Release ${told} cannot hold ${newestMonth}: name the month of the archive`)
    return ok({ release: told, by: 'told' })
  }
  const named = new Set(paths.map((path) => ARCHIVE.exec(path)?.[1] ?? IN_NAME.exec(path)?.[1]))
  const [one] = named
  if (named.size === 1 && one !== undefined && isMonth(one) && one >= newestMonth)
    return ok({ release: one, by: 'name' })
  return ok({ release: newestMonth, by: 'newest-month' })
}
