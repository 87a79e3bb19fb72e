import { err, ok, type Result } from '#kernel/result.js'
import { type Area, areaByCodeOrName, FORCES, forceNamed } from '#modules/geography/index.js'
import type { Db } from '#platform/db/db.js'
import { forcesThere } from '../data/months-covered.queries.js'
import type { PlaceKind } from '../domain/crime-slice.js'
import { nearestNames } from '../domain/nearest-names.js'

/** The slug of the force that a slug, a code or a name means, known here or only by its files; else the nearest names. */
export async function forceSlug(db: Db, text: string): Promise<Result<string, string>> {
  const force = forceNamed(text)
  if (force) return ok(force.slug)
  const slug = text.trim().toLowerCase()
  if ((await forcesThere(db)).includes(slug)) return ok(slug)
  const near = nearestNames(
    text,
    FORCES.map(({ area }) => area),
  )
  const hint =
    near.length > 0 ? ` Did you mean ${inList(near)}?` : ` Known are ${FORCES.map(({ slug }) => slug).join(', ')}`
  return err(`There is no police force '${text}'.${hint}`)
}

const WORDS: Readonly<Record<PlaceKind, string>> = {
  district: 'district',
  csp: 'community safety partnership',
  ward: 'ward',
  lsoa: 'small area (LSOA)',
}

/** The code of the area that a code or a name means; else the nearest names, or those that are called so. */
export async function areaCode(db: Db, kind: PlaceKind, text: string): Promise<Result<string, string>> {
  const area = await areaByCodeOrName(db, kind, text.trim())
  if (area.ok) return ok(area.value.code)
  const [what, { error }] = [WORDS[kind], area]
  if (error.code === 'several') {
    return err(`More than one ${what} is called '${text}': ${withCodes(error.candidates)}. Give the code`)
  }
  const hint = error.nearest.length > 0 ? ` Did you mean ${withCodes(error.nearest)}?` : ''
  return err(`There is no ${what} '${text}'.${hint}`)
}

const MOST_NAMED = 5

function withCodes(areas: readonly Area[]): string {
  const shown = areas.slice(0, MOST_NAMED).map(({ name, code }) => `${name} (${code})`)
  return inList(shown) + (areas.length > MOST_NAMED ? ` and ${areas.length - MOST_NAMED} more` : '')
}

function inList(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`
}
