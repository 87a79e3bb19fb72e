import { paperHtml } from '#modules/documents/index.js'
import { auditHead } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import { type Block, type Paper, plainText } from '#platform/typesetting/paper.js'
import { readSource, wantedIn } from '#platform/typesetting/source.js'
import type { Problem } from '#platform/typesetting/supply.js'
import type { Report } from '../domain/report.js'
import { sectionKey } from '../domain/sections.js'
import { composeReport } from './compose-report.js'
import { type Reading, type ReportFacts, reportFacts } from './facts.js'

/** A section as it would stand in its report with words that are not saved yet, and what is wrong with them. */
export type SectionPreview = {
  readonly heading: string
  readonly html: string
  readonly problems: readonly Problem[]
}

/** One section of a report with these words in place of its own; undefined where the report has no such section. */
export async function previewSection(
  reading: Reading,
  report: Report,
  { section, text }: { readonly section: string; readonly text: string },
): Promise<SectionPreview | undefined> {
  const narratives = new Map(report.narratives)
  if (text === '') narratives.delete(section)
  else narratives.set(section, text)
  const typed = { ...report, narratives }
  const facts = await factsFor(reading, typed, text)
  const { paper, problems, sections } = composeReport({ ...facts, report: typed, frozen: new Map() })
  const place = sections.find(({ name, scope }) => sectionKey(name, scope) === section)
  if (!place) return undefined
  return {
    heading: place.heading,
    html: paperHtml({ ...paper, ...onlySection(paper, place.heading) }),
    problems: problems.filter(({ where }) => where === section),
  }
}

/** The blocks from the heading of a section to the next of its level, without the title of the whole. */
function onlySection({ blocks, layout }: Paper, heading: string): Partial<Paper> {
  const isSection = (block: Block) => block.kind === 'heading' && block.level === 2
  const from = blocks.findIndex(
    (block) => block.kind === 'heading' && plainText(block.children).trim() === heading.trim(),
  )
  const alone = { title: heading, subtitle: '', layout: { ...layout, contents: false, cover: false } }
  // A heading with nothing under it is left out: words that cannot be read leave nothing.
  if (from < 0) return { ...alone, blocks: [] }
  const next = blocks.findIndex((block, index) => index > from && isSection(block))
  const own = blocks.slice(from + 1, next < 0 ? undefined : next)
  return { ...alone, blocks: own }
}

type Kept = { readonly head: number; readonly key: string; readonly facts: Promise<ReportFacts> }
const KEPT = new WeakMap<Db, Kept[]>()

/** So many reports are written at once. */
const MOST_KEPT = 12

/**
 * The facts behind a report, read once for each state of the register and each set of figures that the words ask for:
 * whoever opens a section has them read before the first preview.
 */
export async function factsFor(reading: Reading, report: Report, text: string): Promise<ReportFacts> {
  const { db } = reading
  const read = readSource({ name: 'words', text })
  const wanted = read.ok ? wantedIn(read.value).map(({ name, label, attributes }) => [name, label, attributes]) : []
  const head = await auditHead(db)
  const key = JSON.stringify([report.id, reading.today(), wanted])
  const kept = (KEPT.get(db) ?? []).filter((each) => each.head === head)
  const known = kept.find((each) => each.key === key)
  if (known) return known.facts
  const facts = reportFacts(reading, report)
  KEPT.set(db, [...kept.slice(-MOST_KEPT), { head, key, facts }])
  facts.catch(() => KEPT.delete(db))
  return facts
}
