import { MarkedWords, markWords } from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { manyField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Checkboxes, Crumbs, Details, Form, Heading, Lede, Notice, Small } from '#ui/components.js'
import { countOf, formatMoment } from '#ui/format.js'
import { type EditedSection, paperEdits, type StandingEdit } from '../actions/paper-edits.js'
import { takeEdits } from '../actions/take-edits.js'
import { noteWords } from '../actions/words.js'
import { returnedPaperById } from '../data/returned-papers.queries.js'
import type { Outside } from '../domain/edits.js'

export const returnedPaperPage = page('/staff/reports/:reportId/word/:paperId', {
  permission: 'reports:edit',
  load: async ({ deps, params }) => {
    const paper = found(await returnedPaperById(deps.db, params.paperId))
    found(paper.reportId === params.reportId ? paper : undefined)
    return { paper, ...(await paperEdits(deps, paper)) }
  },
  form: { chosen: manyField() },
  values: ({ sections }) => ({ chosen: openIn(sections).map(({ id }) => id) }),
  submit: async ({ deps, actor, params, input: { chosen } }) => {
    const result = await takeEdits(deps, actor, { paperId: params.paperId, chosen })
    if (!result.ok)
      return fieldError(
        'chosen',
        result.error.code === 'none-chosen'
          ? 'Choose at least one change'
          : `“${result.error.heading}” would be longer than a section may be: choose fewer changes`,
      )
    const { edits, sections } = result.value
    return redirectTo(
      `/staff/reports/${params.reportId}`,
      `${countOf(edits, 'change')} taken into ${countOf(sections, 'section')}`,
    )
  },
  title: ({ report }) => `Changes to ${report.title}`,
  view: ({ report, paper, sections, outside }, form) => {
    const open = openIn(sections)
    const at = `/staff/reports/${report.id}`
    return (
      <>
        <Crumbs
          items={[
            { label: report.title, href: at },
            { label: 'Bring back a changed Word file', href: `${at}/word` },
          ]}
        />
        <Form of={form}>
          <Heading>What was changed in “{paper.fileName}”</Heading>
          <Lede>
            {inAll(sections)} Brought back {formatMoment(paper.receivedAt)}.
          </Lede>
          {sections.map((section) => (
            <section key={section.key}>
              <Heading level={2}>{section.heading}</Heading>
              {section.edits.map((edit) => (
                <EditShown key={edit.id} edit={edit} number={open.indexOf(edit) + 1} />
              ))}
            </section>
          ))}
          {open.length > 0 ? (
            <>
              <Checkboxes
                field={form.chosen}
                legend="Which changes go into the report?"
                hint="Sections that were signed off are to be signed off again."
                items={open.map((edit, index) => ({ value: edit.id, text: `Change ${index + 1}: ${inShort(edit)}` }))}
              />
              <Button preventDoubleClick>Take the chosen changes</Button>
            </>
          ) : null}
        </Form>
        <OutsideShown outside={outside} />
      </>
    )
  },
})

const openIn = (sections: readonly EditedSection[]): StandingEdit[] =>
  sections.flatMap(({ edits }) => edits.filter(({ state }) => state === 'open'))

function inAll(sections: readonly EditedSection[]): string {
  if (sections.length === 0) return 'The office’s own words stand as they were sent.'
  const edits = sections.reduce((sum, section) => sum + section.edits.length, 0)
  return `${countOf(edits, 'change')} in ${countOf(sections.length, 'section')}.`
}

const KINDS = { changed: 'changed', added: 'put in', removed: 'taken out' } as const
const LONGEST = 70

/** A change in a line, for its box. */
function inShort({ kind, before, after }: StandingEdit): string {
  const words = after || before
  return `${KINDS[kind]}, “${words.length > LONGEST ? `${words.slice(0, LONGEST - 3).trimEnd()}…` : words}”`
}

function EditShown({ edit, number }: { edit: StandingEdit; number: number }) {
  const { before, after, notes, authors, state } = edit
  return (
    <div class="remark">
      {number > 0 ? <Small>Change {number}</Small> : null}
      <p class="as-typed">
        <MarkedWords runs={markWords(before, after)} />
      </p>
      {authors.length > 0 ? <Small>Tracked by {authors.join(', ')}</Small> : null}
      {notes.map((note) => (
        <Small key={JSON.stringify(note)}>{noteWords(note)}</Small>
      ))}
      {state === 'taken' && notes.length === 0 ? <Small>It stands in the report already.</Small> : null}
      {state === 'changed-since' ? (
        <Small>These words were changed in the report since the file was made: change them there by hand.</Small>
      ) : null}
    </div>
  )
}

/** So many are listed. */
const MOST_OUTSIDE = 200

/** What no paper can change, because the register or the template says it. */
function OutsideShown({ outside }: { outside: readonly Outside[] }) {
  if (outside.length === 0) return null
  return (
    <>
      <Notice title={`${countOf(outside.length, 'change')} outside the office’s own words`}>
        <p>These words and figures come from the register or the template. They are not taken from a paper.</p>
      </Notice>
      <Details summary="See them">
        <ul>
          {outside.slice(0, MOST_OUTSIDE).map(({ before, after }) => (
            <li key={`${before}${after}`}>
              <MarkedWords runs={markWords(before, after)} />
            </li>
          ))}
        </ul>
      </Details>
    </>
  )
}
