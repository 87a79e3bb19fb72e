import type { Actor } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { everyBlock } from '#platform/typesetting/paper.js'
import { frozenSections } from '../data/frozen.queries.js'
import { thaw } from '../data/frozen.store.js'
import { sectionWork } from '../data/section.queries.js'
import { saveWork, sectionSubject } from '../data/section.store.js'
import { type FrozenContent, readFrozen } from '../document/frozen-section.js'

type Losing = {
  readonly tx: Tx
  readonly actor: Actor
  readonly reportId: string
  readonly why: string
  /** Only sections that stand on figures of these measures; all without. */
  readonly measures?: readonly string[]
  /** Only these sections; all without. */
  readonly sections?: ReadonlySet<string>
}

/**
 * Takes the sign-off from sections whose figures are no longer those that were signed off, and lets them follow the
 * register again: the report speaks of other days now, a figure in them was put right, or their template was changed.
 */
export async function loseSignOff(
  { now, audit }: Pick<Deps, 'now' | 'audit'>,
  { tx, actor, reportId, why, measures, sections }: Losing,
): Promise<void> {
  const frozen = readFrozen(await frozenSections(tx, reportId))
  const stateAt = now().toISOString()
  for (const [section, work] of await sectionWork(tx, reportId)) {
    const kept = frozen.get(section)
    const uses = measures === undefined || (kept && measures.some((slug) => standsOn(kept.content, slug)))
    const isMeant = uses && (sections?.has(section) ?? true)
    if (work.state !== 'signed-off' || !isMeant) continue
    await saveWork(tx, reportId, { ...work, state: 'draft', stateAt, stateBy: actor.id })
    await thaw(tx, reportId, section)
    const detail = { why, stateBefore: work.state }
    await audit(tx, actor, { action: 'reports.lose-sign-off', subject: sectionSubject(reportId, section), detail })
  }
}

/** Whether any figure, chart or map of a frozen section is of a measure. */
export function standsOn({ facts, blocks }: FrozenContent, slug: string): boolean {
  const drawn = [...everyBlock(Object.values(blocks).flat())]
  return (
    Object.keys(facts).some((id) => id.startsWith(`${slug}.`)) ||
    drawn.some((block) => block.kind === 'figure' && block.behind?.of === slug)
  )
}
