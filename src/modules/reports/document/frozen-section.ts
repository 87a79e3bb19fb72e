import type { Json } from '#kernel/canonical-json.js'
import type { Instant } from '#kernel/dates.js'
import { ok } from '#kernel/result.js'
import type { Block, LiveValue } from '#platform/typesetting/paper.js'
import type { Attributes } from '#platform/typesetting/source.js'
import type { BlockRequest, Scope, Supply } from '#platform/typesetting/supply.js'
import type { KeptSection } from '../data/frozen.queries.js'
import { sectionKey } from '../domain/sections.js'

/** All that a section took from the register when it was signed off, by what it asked for. */
export type FrozenContent = {
  readonly figures: Record<string, LiveValue>
  readonly blocks: Record<string, readonly Block[]>
  /** What stood behind each live figure then, by its name. */
  readonly facts: Record<string, Json>
}

/** A section whose figures are frozen, and since when. */
export type FrozenSection = { readonly frozenAt: Instant; readonly content: FrozenContent }

/** A frozen figure that the register has since revised: as it stands in the section, and as it would be now. */
export type FrozenDifference = {
  readonly section: string
  readonly id: string
  readonly from: string
  readonly to: string
}

/** What a paper took from frozen sections: what stood behind those figures, and which of them were revised since. */
export type Taken = { readonly facts: Map<string, Json>; readonly differences: FrozenDifference[] }

export const nothingTaken = (): Taken => ({ facts: new Map(), differences: [] })

/** The frozen sections of a report as they were kept. */
export function readFrozen(kept: readonly KeptSection[]): Map<string, FrozenSection> {
  return new Map(
    kept.map(({ section, frozenAt, content }) => [
      section,
      { frozenAt, content: JSON.parse(content) as FrozenContent },
    ]),
  )
}

/** A supply that writes down all that one section takes from it. */
export function recording(supply: Supply, section: string, into: Omit<FrozenContent, 'facts'>): Supply {
  const isHere = (scope: Scope) => keysOf(scope).includes(section)
  return {
    ...supply,
    figure: (name, attributes, scope) => {
      const found = supply.figure(name, attributes, scope)
      if (found.ok && isHere(scope)) into.figures[figureKey(name, attributes)] = found.value
      return found
    },
    block: (request) => {
      const found = supply.block(request)
      if (found?.ok && isHere(request.scope)) into.blocks[blockKey(request)] = found.value
      return found
    },
  }
}

/** A supply that gives frozen sections what they were signed off with, and all others what the register says now. */
export function withFrozen(supply: Supply, frozen: ReadonlyMap<string, FrozenSection>, taken: Taken): Supply {
  if (frozen.size === 0) return supply
  const here = (scope: Scope) => {
    const section = keysOf(scope).find((key) => frozen.has(key))
    const kept = section === undefined ? undefined : frozen.get(section)
    return section === undefined || !kept ? undefined : { section, ...kept }
  }
  return {
    ...supply,
    figure: (name, attributes, scope) => {
      const now = supply.figure(name, attributes, scope)
      const kept = here(scope)
      const figure = kept?.content.figures[figureKey(name, attributes)]
      if (!kept || !figure) return now
      const texts = new Map(now.ok ? [[now.value.id, now.value.text]] : [])
      return ok(frozenValue(figure, { ...kept, texts, taken }))
    },
    block: (request) => {
      const now = supply.block(request)
      const kept = here(request.scope)
      const blocks = kept?.content.blocks[blockKey(request)]
      if (!kept || !blocks) return now
      const texts = new Map<string, string>()
      eachValue(now?.ok ? now.value : [], ({ id, text }) => void texts.set(id, text))
      return ok(eachValue(blocks, (value) => frozenValue(value, { ...kept, texts, taken })))
    },
  }
}

type Then = FrozenSection & {
  readonly section: string
  /** What each figure says now, by its name. */
  readonly texts: ReadonlyMap<string, string>
  readonly taken: Taken
}

/** A figure as it was signed off. One that was revised since has the day in its name: the paper may print both. */
function frozenValue(value: LiveValue, { section, frozenAt, content, texts, taken }: Then): LiveValue {
  const now = texts.get(value.id)
  const id = now === value.text ? value.id : `${value.id}@${frozenAt.slice(0, 10)}`
  if (now !== undefined && now !== value.text)
    taken.differences.push({ section, id: value.id, from: value.text, to: now })
  const facts = content.facts[value.id]
  if (typeof facts === 'object' && facts !== null && !Array.isArray(facts))
    taken.facts.set(id, { ...facts, figure: id, frozenAt })
  return { ...value, id }
}

/** The same blocks with each live figure in them changed, or looked at where nothing is given back. */
export function eachValue<T>(tree: T, change: (value: LiveValue) => LiveValue | undefined): T {
  if (Array.isArray(tree)) return tree.map((each) => eachValue(each, change)) as T
  if (typeof tree !== 'object' || tree === null) return tree
  if ('kind' in tree && tree.kind === 'value') return (change(tree as unknown as LiveValue) ?? tree) as T
  return Object.fromEntries(Object.entries(tree).map(([name, each]) => [name, eachValue(each, change)])) as T
}

/** The sections that a part may stand in: of its objective, of its theme, of the report. */
function keysOf({ section, theme, objective }: Scope): string[] {
  if (section === undefined) return []
  const scopes = [...(objective ? [{ objective }] : []), ...(theme ? [{ theme }] : []), {}]
  return scopes.map((scope) => sectionKey(section, scope))
}

const figureKey = (name: string, { form = '', group = '' }: Attributes) => `${name.trim()}|${form}|${group}`

const blockKey = ({ name, attributes, scope: { theme = '', objective = '' }, table }: BlockRequest) =>
  JSON.stringify([name, Object.entries(attributes).sort(), theme, objective, table])
