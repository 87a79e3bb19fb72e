import { lettersApart, plainAreaName } from '#kernel/names.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { Area, AreaKind } from './area.js'
import { forceNamed } from './forces.js'
import type { Gazetteer } from './gazetteer.js'

/** Why no one area is meant: nothing is called so (with the nearest names), or several are. */
export type AreaUnfound =
  | { readonly code: 'unknown'; readonly nearest: readonly Area[] }
  | { readonly code: 'several'; readonly candidates: readonly Area[] }

/** The area of a kind that a code, a slug or a name means. A code that was replaced leads to what took its place. */
export function findArea({ areas }: Gazetteer, kind: AreaKind, text: string): Result<Area, AreaUnfound> {
  const byCode = areas.get(text.trim().toUpperCase())
  if (byCode?.kind === kind) return ok((byCode.activeCode && areas.get(byCode.activeCode)) || byCode)
  const force = kind === 'force' ? forceNamed(text)?.code : undefined
  const area = force ? areas.get(force) : undefined
  if (area) return ok(area)
  const wanted = plainAreaName(text)
  const named = [...areas.values()].filter((each) => each.kind === kind && plainAreaName(each.name) === wanted)
  const inUse = named.filter(({ activeCode }) => activeCode === undefined)
  const successors = named.flatMap(({ activeCode }) => areas.get(activeCode ?? '') ?? [])
  const candidates = [...new Set(inUse.length > 0 ? inUse : successors)]
  const [only, ...others] = candidates
  if (only) return others.length === 0 ? ok(only) : err({ code: 'several', candidates })
  const ofKind = [...areas.values()].filter((each) => each.kind === kind && each.activeCode === undefined)
  return err({ code: 'unknown', nearest: nearest(ofKind, wanted) })
}

const MOST_NEAREST = 5

function nearest(areas: readonly Area[], wanted: string): Area[] {
  return areas
    .map((area) => ({ area, distance: distanceOf(plainAreaName(area.name), wanted) }))
    .filter(({ distance }) => distance <= Math.max(2, wanted.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NEAREST)
    .map(({ area }) => area)
}

/** How many letters they differ by; one where one name holds the other. */
function distanceOf(name: string, wanted: string): number {
  return wanted.length > 2 && (name.includes(wanted) || wanted.includes(name)) ? 1 : lettersApart(name, wanted)
}
