import { paperMadeFrom, type Report, reportById, textsOf, textVersion } from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { wordParagraphs } from '#platform/documents/word-paragraphs.js'
import { found } from '#platform/errors.js'
import { sourceUnits } from '#platform/typesetting/source-units.js'
import { wordFile } from '#platform/typesetting/word-file.js'
import { type Edit, editsBetween, movedTo, type Outside, type SentSection } from '../domain/edits.js'
import type { ReturnedPaper } from '../domain/returned-paper.js'

/** An edit, and whether it can still be taken: its words stand as they were sent, it was taken already, or they changed. */
export type StandingEdit = Edit & { readonly state: 'open' | 'taken' | 'changed-since' }

/** A section of the paper with what was changed in it. */
export type EditedSection = {
  readonly key: string
  readonly heading: string
  /** Its Markdown now, and the version of it that a change must be made to. */
  readonly now: string
  readonly version: number
  readonly edits: readonly StandingEdit[]
}

/** All that was changed in a paper that came back, by section. */
export type PaperEdits = {
  readonly report: Report
  readonly sections: readonly EditedSection[]
  readonly outside: readonly Outside[]
}

type Reading = Pick<Deps, 'db' | 'lake' | 'newId' | 'today'>

/** Holds a paper that came back against the one that was sent: the same words, as the register has its figures now. */
export async function paperEdits(reading: Reading, returned: ReturnedPaper): Promise<PaperEdits> {
  const report = found(await reportById(reading.db, returned.reportId))
  const made = await paperMadeFrom(reading, report, returned.madeFrom)
  const now = returned.madeFrom ? await paperMadeFrom(reading, report) : made
  const sent = await wordParagraphs(await wordFile(made.paper, { png: () => new Uint8Array(), pages: {} }))
  const sections = made.sections.map(
    (each): SentSection => ({ ...each, units: sourceUnits({ name: each.key, text: each.source }) }),
  )
  const { edits, outside } = editsBetween(sections, sent.paragraphs, returned.paragraphs)
  const edited: EditedSection[] = []
  for (const section of sections) {
    const own = edits.filter((edit) => edit.section === section.key)
    if (own.length === 0) continue
    const source = now.sections.find(({ key }) => key === section.key)?.source ?? ''
    edited.push({
      ...{ key: section.key, heading: section.heading, now: source },
      version: textVersion(await textsOf(reading.db, report.id, section.key)),
      edits: own.map((edit) => standing(edit, section, source)),
    })
  }
  return { report, sections: edited, outside }
}

function standing(edit: Edit, section: SentSection, now: string): StandingEdit {
  const moved = movedTo(edit, section, now)
  if (moved === undefined) return { ...edit, state: 'changed-since' }
  return moved === 'taken' ? { ...edit, state: 'taken' } : { ...moved, state: 'open' }
}
