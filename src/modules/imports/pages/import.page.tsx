import { slugOf } from '#kernel/slug.js'
import { allMeasures, type Measure, PERIOD_EXAMPLES } from '#modules/measures/index.js'
import { dateField, fileField, idField, linkField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import {
  Button,
  DateInput,
  Details,
  FileInput,
  Form,
  Heading,
  Lede,
  Select,
  Table,
  Textarea,
  TextInput,
} from '#ui/components.js'
import { draftFile } from '../actions/draft-file.js'
import { allMappings, draftById, mappingByName } from '../data/imports.queries.js'
import type { Draft } from '../domain/draft.js'
import { NO_MAPPING } from '../domain/mapping.js'

const EXAMPLE = 'measure,period,value,status,note\nburglary,2025-03,230,provisional,'

const fields = {
  file: fileField(),
  content: textField({ max: 150_000, name: 'Figures' }),
  mapping: idField({}),
  title: textField({ missing: 'Enter what the source is called', max: 200, name: 'Title of the source' }),
  publisher: textField({ missing: 'Enter who published it', max: 200, name: 'Publisher' }),
  licence: textField({ missing: 'Enter the licence', max: 200, name: 'Licence' }),
  attribution: textField({ missing: 'Enter the words that the licence asks for', max: 500, name: 'Attribution' }),
  url: linkField({ name: 'Address of the source' }),
  knownOn: dateField({ name: 'Day of publication' }),
  reason: textField({ max: 500, name: 'Reason' }),
}

export const importPage = page('/staff/measures/import', {
  permission: 'measures:import',
  takesFiles: true,
  load: async ({ deps, query }) => ({
    measures: await allMeasures(deps.db),
    mappings: await allMappings(deps.db),
    today: deps.today(),
    again: query.again ? await draftById(deps.db, query.again) : undefined,
  }),
  form: fields,
  values: ({ again }) => (again ? valuesOf(again) : { licence: 'Open Government Licence v3.0' }),
  submit: async ({ deps, actor, files, data, input: { file: _, content, mapping, knownOn, ...source } }) => {
    const sent = files.file ?? pasted(content, source.title)
    if (!sent) return fieldError('content', 'Choose a file or paste the figures')
    if (knownOn !== null && knownOn > data.today)
      return fieldError('knownOn', 'Day of publication must not be in the future')
    const kept = mapping ? await mappingByName(deps.db, mapping) : NO_MAPPING
    if (!kept) return fieldError('mapping', 'Choose a way of reading that is kept')
    const request = { ...sent, source: { ...source, files: [] }, mapping: kept, ...(knownOn && { knownOn }) }
    return redirectTo(`/staff/measures/import/${await draftFile(deps, actor, request)}`)
  },
  title: () => 'Take in figures',
  view: ({ measures, mappings }, form) => (
    <Form of={form} hasFile>
      <Heading>Take in figures</Heading>
      <Lede>Before anything is kept you see every figure that would change.</Lede>
      <p>
        <a href="/staff/measures/due">What is due, and workbooks to fill in</a>
      </p>
      <FileInput
        field={form.file}
        label="A workbook or a CSV file"
        hint="Excel (.xlsx), OpenDocument (.ods) or CSV, up to 20 megabytes"
        accept=".xlsx,.ods,.csv,.tsv,.txt"
      />
      <Textarea
        field={form.content}
        label="Or paste the figures"
        hint="With the heads of the columns in the first line"
        rows={8}
      />
      <Details summary="How the table may look">
        <HowTo measures={measures} />
      </Details>
      {mappings.length > 0 ? (
        <Select
          field={form.mapping}
          label="How is it read?"
          items={[
            { value: '', text: 'By the heads of its columns' },
            ...mappings.map(({ name }) => ({ value: name, text: name })),
          ]}
        />
      ) : null}
      <SourceFields form={form} />
      <Button preventDoubleClick>See what would change</Button>
    </Form>
  ),
})

function pasted(content: string, title: string) {
  return content.trim() === '' ? undefined : { fileName: `${slugOf(title)}.csv`, bytes: Buffer.from(content) }
}

/** A refused file comes back with all that was said of it, and its text where it was pasted. */
function valuesOf({ source, bytes, fileName, knownOn }: Draft) {
  const { files: _, ...said } = source
  const isPasted = fileName === `${slugOf(source.title)}.csv` && bytes.length <= 150_000
  return { ...said, knownOn, ...(isPasted && { content: Buffer.from(bytes).toString('utf8') }) }
}

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
      <DateInput
        field={form.knownOn}
        legend="When did the source publish them?"
        hint="Today, if you leave it empty. The figures count as known from this day on."
      />
      <TextInput
        field={form.reason}
        label="Why are they taken in now, if that is not plain?"
        hint="A correction, a late return. It stays with the file."
      />
    </>
  )
}

function HowTo({ measures }: { measures: readonly Measure[] }) {
  return (
    <>
      <pre>
        <code>{EXAMPLE}</code>
      </pre>
      <p>
        A row for each figure, or a column for each period or each measure. Columns are known by their heads, in any
        order. A percentage may have a numerator and a denominator, or its value alone. The status is final,
        provisional, estimated or missing. Where there is no figure, write [x] and say why under note.
      </p>
      <p>
        Periods are written {Object.values(PERIOD_EXAMPLES).join(', ')}, or in words: March 2025, Apr ’24 to Mar ’25.
      </p>
      <Table
        caption="What each measure is called here"
        columns={[{ label: 'Write', width: 'half' }, { label: 'Or' }]}
        rows={measures.map(({ slug, title }) => [slug, title])}
      />
    </>
  )
}
