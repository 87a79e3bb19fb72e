import type { IsoDate } from '#kernel/dates.js'
import { slugOf } from '#kernel/slug.js'
import { linkField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Details, Form, Heading, Lede, Table, Textarea, TextInput } from '#ui/components.js'
import { countOf } from '#ui/format.js'
import { draftImport } from '../actions/draft-import.js'
import type { ImportRefusal } from '../actions/read-import.js'
import { allMeasures } from '../data/measures.queries.js'
import type { Measure } from '../domain/measure.js'
import { COLUMNS, type RowProblem, readObservationFile } from '../domain/observation-file.js'
import { PERIOD_EXAMPLES } from '../domain/period.js'

const HEAD = COLUMNS.join(',')
const EXAMPLE = `${HEAD}\nburglary,2025-03,230,,,provisional,`

const fields = {
  content: textField({ missing: 'Paste the figures', max: 150_000, name: 'Figures' }),
  title: textField({ missing: 'Enter what the source is called', max: 200, name: 'Title of the source' }),
  publisher: textField({ missing: 'Enter who published it', max: 200, name: 'Publisher' }),
  licence: textField({ missing: 'Enter the licence', max: 200, name: 'Licence' }),
  attribution: textField({ missing: 'Enter the words that the licence asks for', max: 500, name: 'Attribution' }),
  url: linkField({ name: 'Address of the source' }),
  reason: textField({ max: 500, name: 'Reason' }),
}

export const importPage = page('/staff/measures/import', {
  permission: 'measures:import',
  load: async ({ deps }) => ({ measures: await allMeasures(deps.db), today: deps.today() }),
  form: fields,
  values: () => ({ licence: 'Open Government Licence v3.0' }),
  submit: async ({ deps, actor, input: { content, ...source } }) => {
    const fileName = `${slugOf(source.title)}.csv`
    const draft = await draftImport(deps, actor, { fileName, content, source: { ...source, files: [] } })
    return draft.ok ? redirectTo(`/staff/measures/import/${draft.value}`) : fieldError('content', explain(draft.error))
  },
  title: () => 'Take in figures',
  view: ({ measures, today }, form) => (
    <Form of={form}>
      <Heading>Take in figures</Heading>
      <Lede>Paste them as comma-separated text. Before anything is kept you see what would change.</Lede>
      <Problems
        problems={
          form.content.error && form.content.value.trim() ? problemsOf(form.content.value, measures, today) : []
        }
      />
      <Details summary="How the text must look">
        <HowTo measures={measures} />
      </Details>
      <Textarea field={form.content} label="Figures" hint={`The first line is ${HEAD}`} rows={14} />
      <SourceFields form={form} />
      <Button preventDoubleClick>See what would change</Button>
    </Form>
  ),
})

function SourceFields({ form }: { form: FormView<keyof typeof fields> }) {
  return (
    <>
      <Heading level={2}>Where they come from</Heading>
      <TextInput field={form.title} label="What is the source called?" />
      <TextInput field={form.publisher} label="Who published it?" />
      <TextInput field={form.licence} label="Licence" />
      <TextInput
        field={form.attribution}
        label="Attribution"
        hint="The words that the licence asks for, as they stand under the figures."
      />
      <TextInput field={form.url} label="Address of the source, if it has one" type="url" spellcheck={false} />
      <TextInput
        field={form.reason}
        label="Why are they taken in now, if that is not plain?"
        hint="A correction, a late return. It stays with the file."
      />
    </>
  )
}

function explain(refusal: ImportRefusal): string {
  if (refusal.code === 'source-incomplete') return `The source lacks ${refusal.missing.join(', ')}`
  const [first] = refusal.problems
  if (!first) return 'These figures cannot be read'
  const where = `Row ${first.row}, ${first.column}: ${first.problem}. ${first.fix}`
  const others = refusal.problems.length - 1
  return others === 0 ? where : `${where}. And ${countOf(others, 'other problem')}, listed below`
}

function problemsOf(content: string, measures: readonly Measure[], today: IsoDate): readonly RowProblem[] {
  const bySlug = new Map(measures.map((measure) => [measure.slug, measure]))
  const read = readObservationFile(content, { measures: bySlug, today })
  return read.ok ? [] : read.error
}

const MOST_SHOWN = 100

/** Every problem with its row, its column and its mend. */
export function Problems({ problems }: { problems: readonly RowProblem[] }) {
  if (problems.length === 0) return null
  const shown = problems.slice(0, MOST_SHOWN)
  const more = shown.length < problems.length ? `, the first ${MOST_SHOWN} of them here` : ''
  return (
    <Table
      caption={`${countOf(problems.length, 'problem')}${more}. Nothing was taken in`}
      columns={[{ label: 'Row' }, { label: 'Column' }, { label: 'Problem' }, { label: 'What to do' }]}
      rows={shown.map(({ row, column, problem, fix }) => [row, column, problem, fix])}
    />
  )
}

function HowTo({ measures }: { measures: readonly Measure[] }) {
  return (
    <>
      <pre>
        <code>{EXAMPLE}</code>
      </pre>
      <p>
        A count goes under numerator. A percentage has both numerator and denominator, or its value alone. Pounds, rates
        and lengths of time go under value. The status is final, provisional, estimated or missing; what is missing has
        its reason under note.
      </p>
      <p>Periods are written {Object.values(PERIOD_EXAMPLES).join(', ')}: each measure has one kind.</p>
      <Table
        caption="What each measure is called here"
        columns={[{ label: 'Write', width: 'half' }, { label: 'Measure' }]}
        rows={measures.map(({ slug, title }) => [slug, title])}
      />
    </>
  )
}
