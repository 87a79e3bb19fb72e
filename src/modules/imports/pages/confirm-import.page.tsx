import {
  allMeasures,
  type FigureChange,
  figureFormat,
  type Measure,
  parsePeriod,
  periodLabel,
} from '#modules/measures/index.js'
import { found } from '#platform/errors.js'
import { textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { fieldError, type Outcome, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Lede, Notice, SummaryList, Table, TextInput } from '#ui/components.js'
import { countOf, formatDate, formatNumber } from '#ui/format.js'
import { confirmDraft, requestOf } from '../actions/draft-file.js'
import { type ImportOutcome, type ImportRefusal, importFile } from '../actions/import-file.js'
import { areaTitles } from '../actions/known-areas.js'
import { draftById } from '../data/imports.queries.js'
import type { Draft } from '../domain/draft.js'
import type { ImportQuestion } from '../domain/sheet.js'
import { ProblemTable } from './problem-table.js'

export const confirmImportPage = page('/staff/measures/import/:draftId', {
  permission: 'measures:import',
  load: async ({ deps, actor, params }) => {
    const draft = found(await draftById(deps.db, params.draftId), 'These figures were taken in already')
    const trial = await importFile(deps, actor, { ...requestOf(draft), dryRun: true })
    const measures = new Map((await allMeasures(deps.db)).map((measure) => [measure.slug, measure]))
    return { draft, trial, measures, areas: await areaTitles(deps) }
  },
  form: { accept: textField({ max: 500, name: 'The reason' }) },
  submit: async ({ deps, actor, params: { draftId }, input: { accept } }): Promise<Outcome<'accept'>> => {
    const result = await confirmDraft(deps, actor, { draftId, accept })
    if (!result.ok && result.error.code === 'questions')
      return fieldError('accept', 'Say why the figures that are asked about are right, or correct the file')
    if (!result.ok) return redirectTo(`/staff/measures/import/${draftId}`, 'Nothing was taken in')
    const { added, revised } = result.value
    return redirectTo('/staff/measures', `Taken in: ${countOf(added, 'new figure')}, ${revised} revised`)
  },
  title: ({ trial }) => (trial.ok ? 'What would change' : 'These figures cannot be taken in yet'),
  view: ({ draft, trial, measures, areas }, form) => (
    <Form of={form}>
      {trial.ok ? (
        <Changes outcome={trial.value} {...{ draft, measures, areas, form }} />
      ) : (
        <Refused refusal={trial.error} draft={draft} />
      )}
    </Form>
  ),
})

function Refused({ refusal, draft: { id, fileName } }: { refusal: ImportRefusal; draft: Draft }) {
  return (
    <>
      <Heading>These figures cannot be taken in yet</Heading>
      <Lede>{fileName}</Lede>
      {refusal.code === 'problems' ? <ProblemTable problems={refusal.problems} /> : null}
      {refusal.code === 'source-incomplete' ? <p>The source lacks {refusal.missing.join(', ')}.</p> : null}
      {refusal.code === 'known-later' ? <p>{formatDate(refusal.knownOn)} has not come yet.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a href={`/staff/measures/import/${id}/mapping`}>Say how it is read</a>, where the file is right and is taken
          for something else
        </li>
        <li>
          <a href={`/staff/measures/import?again=${id}`}>Send it again</a>, once it is corrected
        </li>
      </ul>
    </>
  )
}

type ChangesProps = {
  outcome: ImportOutcome
  draft: Draft
  measures: ReadonlyMap<string, Measure>
  areas: ReadonlyMap<string, string>
  form: FormView<'accept'>
}

function Changes({ outcome, draft, measures, areas, form }: ChangesProps) {
  const { added, revised, unchanged, changes, notes, questions } = outcome
  const changed = added + revised
  const goesPublic = changes.some((each) => each.kind !== 'unchanged' && measures.get(each.measure)?.publishedAt)
  return (
    <>
      <Heading>{changed === 0 ? 'Nothing would change' : 'Take in these figures?'}</Heading>
      <Lede>{`${countOf(added, 'new figure')}, ${revised} revised, ${unchanged} known already.`}</Lede>
      {goesPublic ? (
        <Notice>
          <p>Some of these measures are public: their new figures are public at once.</p>
        </Notice>
      ) : null}
      <Questions questions={questions} form={form} />
      {notes.map((note) => (
        <p key={note}>{note}.</p>
      ))}
      <ChangeTable kind="changed" {...{ changes, measures, areas }} />
      <ChangeTable kind="new" {...{ changes, measures, areas }} />
      <ChangeTable kind="unchanged" {...{ changes, measures, areas }} />
      {changes.length > MOST_SHOWN ? (
        <p>
          <a href={`/staff/measures/import/${draft.id}/changes.csv`}>
            All {formatNumber(changes.length)} figures with what each was and would be (CSV)
          </a>
        </p>
      ) : null}
      <SourceList draft={draft} sheet={outcome.sheet} />
      {changed === 0 ? (
        <p>
          Every one of these figures is known already. <a href="/staff/measures">Back to the measures</a>
        </p>
      ) : (
        <ButtonGroup>
          <Button preventDoubleClick>Take in {countOf(changed, 'figure')}</Button>
          <a href="/staff/measures/import">Do not take them in</a>
        </ButtonGroup>
      )}
    </>
  )
}

/** What may be a slip, and why it is none. */
function Questions({ questions, form }: { questions: readonly ImportQuestion[]; form: FormView<'accept'> }) {
  if (questions.length === 0) return null
  const shown = questions.slice(0, MOST_SHOWN)
  const more = shown.length < questions.length ? `, the first ${MOST_SHOWN} of them here` : ''
  return (
    <>
      <Table
        stacks
        caption={`${countOf(questions.length, 'question')}${more}. Please look at these again`}
        columns={[{ label: 'Where' }, { label: 'What is asked', width: 'half' }]}
        rows={shown.map(({ sheet, cell, question }) => [`${cell} in ${sheet}`, `${question}.`])}
      />
      <TextInput
        field={form.accept}
        label="If they are right, why?"
        hint="It stays with the file. If they are not, correct the file and send it again."
      />
    </>
  )
}

const MOST_SHOWN = 200
const CAPTIONS = {
  changed: 'Revised figures',
  new: 'New figures',
  unchanged: 'Figures that are known already',
} as const

type TableProps = {
  kind: FigureChange['kind']
  changes: readonly FigureChange[]
  measures: ReadonlyMap<string, Measure>
  areas: ReadonlyMap<string, string>
}

function ChangeTable({ kind, changes, measures, areas }: TableProps) {
  const own = changes.filter((each) => each.kind === kind)
  if (own.length === 0) return null
  const shown = own.slice(0, MOST_SHOWN)
  const first =
    shown.length < own.length ? `${CAPTIONS[kind]}: the first ${MOST_SHOWN} of ${own.length}` : CAPTIONS[kind]
  const isChanged = kind === 'changed'
  return (
    <Table
      stacks
      caption={first}
      columns={[
        { label: 'Measure', width: 'third' },
        { label: 'Period' },
        ...(isChanged ? [{ label: 'Was', align: 'number' as const }] : []),
        { label: kind === 'unchanged' ? 'Is' : 'Would be', align: 'number' },
      ]}
      rows={shown.map((change) => {
        const { measure, area, period, before, after } = change
        const title = measures.get(measure)?.title ?? measure
        const read = parsePeriod(period)
        return [
          area ? `${title}, ${areas.get(area) ?? area}` : title,
          read.ok ? periodLabel(read.value) : period,
          ...(isChanged ? [words(before, change, measures)] : []),
          words(after, change, measures),
        ]
      })}
    />
  )
}

function words(
  figure: FigureChange['before'],
  { measure, before, after }: FigureChange,
  measures: TableProps['measures'],
): string {
  if (!figure) return '–'
  const known = [before?.value, after.value].filter((value) => typeof value === 'number')
  const unit = measures.get(measure)?.unit ?? 'count'
  return `${figure.value === null ? '–' : figureFormat(unit, known)(figure.value)} (${figure.status})`
}

function SourceList({ draft: { id, fileName, source, knownOn }, sheet }: { draft: Draft; sheet: string }) {
  const mapping = { href: `/staff/measures/import/${id}/mapping`, text: 'Change', what: 'how the file is read' }
  return (
    <SummaryList
      rows={[
        { key: 'File', value: sheet === fileName ? fileName : `${fileName}, sheet ${sheet}`, action: mapping },
        { key: 'Source', value: source.url ? <a href={source.url}>{source.title}</a> : source.title },
        { key: 'Publisher', value: source.publisher },
        { key: 'Licence', value: source.licence },
        { key: 'Attribution', value: source.attribution },
        { key: 'Known from', value: knownOn ? formatDate(knownOn) : 'Today' },
        ...(source.reason ? [{ key: 'Reason', value: source.reason }] : []),
      ]}
    />
  )
}
