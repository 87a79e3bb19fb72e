import type { Db } from '#platform/db/db.js'
import type { Paper } from '#platform/typesetting/paper.js'
import { standingSources } from '#platform/typesetting/source-units.js'
import { textsOf } from '../data/section.queries.js'
import type { Report } from '../domain/report.js'
import type { SectionText } from '../domain/section-work.js'
import { sectionKey } from '../domain/sections.js'
import { composeReport } from './compose-report.js'
import { type Reading, reportFacts } from './facts.js'

/** The Markdown that a section is made of: the office's own, else the standing words of the template. */
export type SectionSource = { readonly key: string; readonly heading: string; readonly source: string }

/** A paper that says in its Word file which words it was made from, and the Markdown of its sections in their order. */
export type PaperMadeFrom = { readonly paper: Paper; readonly sections: readonly SectionSource[] }

/** A report's paper with its words as they are now, or as they were by the numbers of their texts. */
export async function paperMadeFrom(
  reading: Reading,
  report: Report,
  numbers?: ReadonlyMap<string, number>,
): Promise<PaperMadeFrom> {
  const texts = await textsMadeFrom(reading.db, report, numbers)
  const narratives = new Map([...texts].map(([key, { text }]) => [key, text]))
  const facts = await reportFacts(reading, { ...report, narratives })
  const { paper, sections } = composeReport(facts)
  const standing = standingSources(facts.template.source)
  const sources = sections.map(({ name, scope, heading }) => {
    const key = sectionKey(name, scope)
    return { key, heading, source: narratives.get(key) ?? standing.get(name) ?? '' }
  })
  const distinct = [...new Map(sources.map((each) => [each.key, each])).values()]
  return { paper: { ...paper, remembers: remembered(report, texts) }, sections: distinct }
}

/** What a Word file of a report as it is now remembers: which text of each section it was made from. */
export async function rememberedOf(db: Db, report: Report): Promise<string> {
  return remembered(report, await textsMadeFrom(db, report))
}

function remembered({ slug }: Report, texts: ReadonlyMap<string, SectionText>): string {
  const words = Object.fromEntries([...texts].map(([key, { number }]) => [key, number]))
  return JSON.stringify({ report: slug, words })
}

/** The office's own texts of a report, the newest or those of some numbers, by section. */
async function textsMadeFrom(
  db: Db,
  report: Report,
  numbers?: ReadonlyMap<string, number>,
): Promise<Map<string, SectionText>> {
  const found = new Map<string, SectionText>()
  for (const key of numbers?.keys() ?? report.narratives.keys()) {
    const texts = await textsOf(db, report.id, key)
    const text = numbers ? texts.find(({ number }) => number === numbers.get(key)) : texts.at(-1)
    if (text && text.text !== '') found.set(key, text)
  }
  return found
}
