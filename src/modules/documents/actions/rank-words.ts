import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { countInWords } from '#kernel/words.js'
import { allGroups, compareMeasure } from '#modules/comparisons/index.js'
import type { Measure, PublicView } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'

type Asked = { readonly period: string; readonly group: string; readonly knownOn: IsoDate | undefined } & PublicView

/** The place of our own area among a group that may be published: "third lowest of eight areas". */
export async function rankWords(
  deps: Pick<Deps, 'db' | 'today'>,
  measure: Measure,
  asked: Asked,
): Promise<Result<string, string>> {
  const groups = (await allGroups(deps.db)).filter(({ isPublishable }) => isPublishable)
  const group = asked.group === '' ? groups[0] : groups.find(({ slug }) => slug === asked.group)
  if (!group)
    return err(
      asked.group === '' ? 'There is no group of areas to rank among' : `There is no public group “${asked.group}”`,
    )
  const { knownOn, withheld, period } = asked
  const { result } = await compareMeasure(deps, measure, group, { period, knownOn, withheld })
  if (!result.ok) return err(`This measure is not compared for that period (${result.error.code})`)
  const { own, from } = result.value
  const { position, isShared, first, last, of } = own.standing
  const place = `${isShared ? 'jointly ' : ''}${placeWords(position, of, from)} of ${countInWords(of)} areas (${group.name})`
  if (first === last || own.interval === null) return ok(place)
  return ok(`${place}, between ${ordinal(first)} and ${ordinal(last)} once chance is allowed for`)
}

function placeWords(position: number, of: number, from: 'highest' | 'lowest'): string {
  if (position === 1) return from
  if (position === of) return from === 'highest' ? 'lowest' : 'highest'
  return `${ordinal(position)} ${from}`
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

function ordinal(place: number): string {
  const isTeen = place % 100 >= 11 && place % 100 <= 13
  return ORDINALS[place] ?? `${place}${(!isTeen && ['', 'st', 'nd', 'rd'][place % 10]) || 'th'}`
}
