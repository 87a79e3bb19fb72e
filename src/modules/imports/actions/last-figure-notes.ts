import { type Measure, seriesOf } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import type { LastFigure } from '../domain/beside-figures.js'

/**
 * Last figures of a template that differ from the register's: somebody may have corrected one there, where it is not
 * read, or it was revised since the template was made.
 */
export async function lastFigureNotes(
  { db }: Pick<Deps, 'db'>,
  lasts: readonly LastFigure[],
  measures: readonly Measure[],
): Promise<string[]> {
  const bySlug = new Map(measures.map((measure) => [measure.slug, measure]))
  const notes: string[] = []
  for (const [slug, own] of Map.groupBy(lasts, ({ measure }) => measure)) {
    const measure = bySlug.get(slug)
    const series = measure ? await seriesOf(db, measure.id) : []
    const held = new Map(series.map(({ period, value }) => [period.code, value]))
    const changed = own.find(({ period, value }) => !isSame(value, held.get(period) ?? null))
    if (changed) notes.push(noteOn(changed, held.get(changed.period) ?? null))
  }
  return notes
}

function isSame(said: number, held: number | null): boolean {
  return held !== null && Math.abs(said - held) <= 1e-9 * Math.max(1, Math.abs(held))
}

function noteOn({ cell, measure, period, value }: LastFigure, held: number | null): string {
  const has = held === null ? 'no figure' : String(held)
  return `${cell} gives ${value} as the last figure of ${measure}, ${period}, where the register has ${has}. Last figures are not read: to change one, give it a row of its own`
}
