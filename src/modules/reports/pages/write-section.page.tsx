import { accountNames } from '#modules/people/index.js'
import { MarkedWords, markWords } from '#modules/plan/index.js'
import type { Deps } from '#platform/deps.js'
import { textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Crumbs, Details, Form, Heading, Hidden, Notice, Small, Textarea } from '#ui/components.js'
import { countOf, formatDate } from '#ui/format.js'
import { writeNarrative } from '../actions/write-narrative.js'
import { isCarriedOver, LONGEST_TEXT, type SectionText, STATE_WORDS, textVersion } from '../domain/section-work.js'
import { FrozenFigures } from './frozen.view.js'
import { type LoadedSection, loadSection, sectionAddress } from './load-section.js'

export const writeSectionPage = page('/staff/reports/:reportId/sections/:section', {
  permission: 'reports:edit',
  load: ({ deps, params }) => loadSection(deps, params),
  form: { text: textField({ max: LONGEST_TEXT, name: 'Text' }), version: versionField() },
  values: ({ texts }) => ({ text: texts.at(-1)?.text ?? '', version: textVersion(texts) }),
  submit: async ({ deps, actor, params, input }) => {
    const result = await writeNarrative(deps, actor, { ...input, ...params })
    if (!result.ok) return fieldError('text', 'This report has no such section')
    const { joined } = result.value
    return joined
      ? redirectTo(`${reportAt(params)}/sections/${params.section}`, await joinedWords(deps, joined))
      : redirectTo(reportAt(params), 'Section saved')
  },
  title: ({ section }) => `Write: ${section.heading}`,
  view: (data, form, { actor }) => (
    <>
      <Crumbs items={[{ label: data.report.title, href: `/staff/reports/${data.report.id}` }]} />
      <Form of={form}>
        <Heading>{data.section.heading}</Heading>
        <WorkLine {...data} />
        <WrittenSince {...data} reader={actor.id} />
        <FrozenFigures section={data.section} />
        <Faults of={data.section.problems} />
        <Hidden name="version" value={form.version.value} />
        <Textarea
          field={form.text}
          label="The office’s own words"
          hint="Markdown. Each paragraph gets its number in the report. A live figure: :fig[burglary.2024/25]. A number that you typed and checked: :typed[400]{by=&quot;your post&quot;}."
          rows={14}
          keepAs={{ name: sectionAddress(data), version: form.version.value }}
          previewAt={`${sectionAddress(data)}/preview`}
        />
        <SavedMeanwhile saved={data.texts.at(-1)?.text ?? ''} typed={form.text.value} />
        {data.section.standing ? <Small>Left empty, this stands there: {data.section.standing}</Small> : null}
        <ButtonGroup>
          <Button preventDoubleClick>Save section</Button>
          <Button kind="secondary" to={`${sectionAddress(data)}/preview`}>
            Preview
          </Button>
        </ButtonGroup>
      </Form>
      <LastPeriod {...data} />
    </>
  ),
})

const reportAt = ({ reportId }: { readonly reportId: string }) => `/staff/reports/${reportId}`

async function joinedWords({ db }: Deps, { writtenBy }: SectionText): Promise<string> {
  const name = writtenBy === null ? undefined : (await accountNames(db)).get(writtenBy)
  return `Saved, together with what ${name ?? 'someone else'} saved meanwhile. Read both below`
}

/** Told to whoever wrote here: somebody else has changed the words since. */
function WrittenSince({ texts, reader, nameOf, ...place }: LoadedSection & { readonly reader: string | null }) {
  const last = texts.at(-1)
  if (!last?.writtenBy || last.writtenBy === reader || !texts.some(({ writtenBy }) => writtenBy === reader)) return null
  return (
    <Notice title={`${nameOf(last.writtenBy)} has changed these words since you did`}>
      <p>
        <a href={`${sectionAddress(place)}/history`}>See every version, and what was changed in each</a>
      </p>
    </Notice>
  )
}

/** What in the saved words is not finished, each with its line. */
function Faults({ of }: { of: LoadedSection['section']['problems'] }) {
  if (of.length === 0) return null
  return (
    <Notice kind="worry" title="Before this can be published">
      <ul>
        {of.map(({ line, message }) => (
          <li>
            Line {line}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Who writes it, how far it is, and the way to its other pages. */
function WorkLine(data: LoadedSection) {
  const { work, comments, texts, nameOf } = data
  const open = comments.filter(({ settledAt }) => settledAt === null).length
  const at = sectionAddress(data)
  return (
    <p>
      {work.ownerId === null ? 'Nobody’s yet' : `Written by ${nameOf(work.ownerId)}`}. {STATE_WORDS[work.state]}.{' '}
      <a href={`${at}/work`}>Change who and how far</a> · <a href={`${at}/comments`}>{commentWords(open)}</a>
      {texts.length > 0 ? (
        <>
          {' '}
          · <a href={`${at}/history`}>{countOf(texts.length, 'version')}</a>
        </>
      ) : null}
    </p>
  )
}

const commentWords = (open: number) => (open === 0 ? 'Comments' : countOf(open, 'open comment'))

/** After two people wrote at once: what the other saved, against what was typed here. */
function SavedMeanwhile({ saved, typed }: { saved: string; typed: string }) {
  if (saved === '' || saved === typed) return null
  return (
    <Details summary="What is saved now, beside what stands above">
      <p class="as-typed">
        <MarkedWords runs={markWords(saved, typed)} />
      </p>
    </Details>
  )
}

/** What was said of the same section last time; words that were carried over unchanged are said to be. */
function LastPeriod({ before, texts }: LoadedSection) {
  if (!before || before.text === '') return null
  const now = texts.at(-1)?.text ?? ''
  const until = formatDate(before.report.periodUntil)
  return (
    <>
      {isCarriedOver(now, before.text) ? (
        <Notice kind="worry" title="These words are those of last time">
          <p>They stood in the report until {until}, word for word.</p>
        </Notice>
      ) : null}
      <Heading level={2}>Last time, until {until}</Heading>
      <p class="as-typed">{now === '' ? before.text : <MarkedWords runs={markWords(before.text, now)} />}</p>
    </>
  )
}
