import type { IsoDate } from '#kernel/dates.js'
import { askedDay } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'

type Query = Readonly<Record<string, string>>

/** The day as known on which a file is asked for: `?as-known-on=2018-03-31`. All that is known now when it is not said. */
export function asKnownOn(query: Query, { today }: Pick<Deps, 'today'>): IsoDate | undefined {
  const { knownOn, problem } = askedDay(query, today())
  if (problem !== '') throw new NotFound(`${problem} Write a day like 2018-03-31`)
  return knownOn
}
