import { choiceField, fileField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, FileInput, Form, Heading, Lede, Select, Textarea, TextInput } from '#ui/components.js'
import { countOf, formatDate, formatNumber } from '#ui/format.js'
import { type ImportOutcome, importTable } from '../actions/import-table.js'
import type { SheetProblem } from '../domain/sheet.js'
import { TABLE_KINDS, type TableKind } from '../domain/table-kind.js'
import { kindAddress } from './words.js'

const KINDS = Object.keys(TABLE_KINDS) as TableKind[]
const CHOICES = ['auto', ...KINDS] as const

export const importTablePage = page('/staff/national-tables/import', {
  permission: 'national-tables:import',
  takesFiles: true,
  load: async () => ({}),
  form: {
    file: fileField(),
    content: textField({ max: 150_000, name: 'Table' }),
    kind: choiceField(CHOICES, { missing: 'Choose a kind of table' }),
    year: textField({ max: 4, name: 'Year' }),
  },
  values: () => ({ kind: 'auto' as const }),
  submit: async ({ deps, actor, files, input: { kind, year, content } }) => {
    const sent =
      files.file ?? (content.trim() === '' ? undefined : { fileName: 'pasted.csv', bytes: Buffer.from(content) })
    if (!sent) return fieldError('file', 'Choose a file or paste the table')
    if (year !== '' && !/^(19|20)\d{2}$/.test(year)) return fieldError('year', 'Year must be four figures, like 2024')
    const request = { kind, ...sent, ...(year !== '' && { year: Number(year) }) }
    const result = await importTable(deps, actor, request)
    if (!result.ok) return fieldError(files.file ? 'file' : 'content', wordsOf(result.error))
    return redirectTo(kindAddress(result.value.kind), noticeOf(result.value))
  },
  title: () => 'Take in a national table',
  view: (_, form) => (
    <Form of={form} hasFile>
      <Crumbs items={[{ label: 'National tables', href: '/staff/national-tables' }]} />
      <Heading>Take in a national table</Heading>
      <Lede>
        The file as its publisher has it. Columns are known by their heads; one that nobody knows is named and refused,
        never guessed. What a newer file replaces stays on record.
      </Lede>
      <FileInput
        field={form.file}
        label="The file"
        hint="CSV, Excel (.xlsx), OpenDocument (.ods), GeoJSON or TopoJSON, packed with gzip or not, up to 20 megabytes. For larger ones there is the command “frankpledge tables import”."
        accept=".csv,.gz,.xlsx,.ods,.geojson,.topojson,.json"
      />
      <Textarea
        field={form.content}
        label="Or paste the table"
        hint="Lines with commas or tabs between the cells, with the heads of the columns in the first line."
        rows={6}
      />
      <Select
        field={form.kind}
        label="What kind of table is it?"
        items={[
          { value: 'auto', text: 'By the heads of its columns' },
          ...KINDS.map((kind) => ({ value: kind, text: TABLE_KINDS[kind].title })),
        ]}
      />
      <TextInput
        field={form.year}
        label="Year, if the file does not say it"
        hint="Of residents or boundaries without a year in a head or in the file’s name."
        width={4}
      />
      <Button preventDoubleClick>Take it in</Button>
    </Form>
  ),
})

/** The first problem in full; how many others there are. */
function wordsOf(problems: readonly SheetProblem[]): string {
  const [first, ...others] = problems
  if (!first) return 'The file cannot be read'
  const where = [first.sheet && `Sheet “${first.sheet}”`, first.cell].filter(Boolean).join(', ')
  const more =
    others.length > 0 ? ` There ${others.length === 1 ? 'is' : 'are'} ${countOf(others.length, 'more problem')}.` : ''
  return `${where ? `${where}: ` : ''}${first.problem}. ${first.fix}.${more}`
}

function noticeOf({ name, added, changed, withdrawn, unchanged, knownSince }: ImportOutcome): string {
  if (knownSince) return `${name} was taken in on ${formatDate(knownSince)} already: nothing has changed`
  const parts = [
    `${formatNumber(added)} new`,
    `${formatNumber(changed)} changed`,
    `${formatNumber(withdrawn)} withdrawn`,
  ]
  return `${name} is taken in: ${parts.join(', ')}, ${formatNumber(unchanged)} known already`
}
