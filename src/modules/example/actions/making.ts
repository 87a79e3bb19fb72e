import type { IsoDate } from '#kernel/dates.js'
import type { Result } from '#kernel/result.js'
import type { Imported } from '#modules/delivery/index.js'
import { type Actor, systemActor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import type { ExampleContent } from './content.js'

/** The example office's files do not fit together: a fault of theirs, told in words. */
export class ContentProblem extends Error {}

/** Something that happened in the office's past. */
export type Moment = {
  readonly on: IsoDate
  /** What it is when it is told: a sentence, or null for one update among many. */
  readonly says: string | null
  readonly run: (progress: (done: number, total: number) => void) => Promise<void>
}

/** The office while it is being made: what there is so far, by the keys that the files use. */
export type Making = {
  readonly deps: Deps
  readonly content: ExampleContent
  /** Whoever runs the command. */
  readonly maker: Actor
  readonly bodyIds: Map<'body', string>
  readonly accountIds: Map<string, string>
  readonly organisationIds: Map<string, string>
  readonly planIds: Map<string, string>
  /** By `plan/part`. */
  readonly nodeIds: Map<string, string>
  readonly measureIds: Map<string, string>
  readonly delivery: Map<string, Imported>
}

/** Nothing made yet. */
export function making(deps: Deps, maker: Actor, content: ExampleContent): Making {
  return {
    ...{ deps, content, maker, bodyIds: new Map(), accountIds: new Map(), organisationIds: new Map() },
    ...{ planIds: new Map(), nodeIds: new Map(), measureIds: new Map(), delivery: new Map() },
  }
}

/** The id that something named in a file has got, or a problem that names it. */
export function idOf<K extends string>(ids: ReadonlyMap<K, string>, key: K, what: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new ContentProblem(`${what} names '${key}', which is not there`)
  return id
}

/** What an action answered, or a problem that says what was refused: nothing of the example may be left out. */
export function done<T>(result: Result<T, { readonly code: string }>, what: string): T {
  if (result.ok) return result.value
  throw new ContentProblem(`${what} was refused: ${JSON.stringify(result.error)}`)
}

const NAMES = {
  'policy-officer': 'Policy officer',
  'performance-officer': 'Performance officer',
  constabulary: 'Constabulary contributor',
  partner: 'Partner contributor',
  administrator: 'Administrator',
} as const

/** The account under which something is done, so that the audit trail reads as an office's does. */
export function asAccount({ accountIds }: Making, key: keyof typeof NAMES): Actor {
  return { ...systemActor(NAMES[key]), id: idOf(accountIds, key, 'The example') }
}
