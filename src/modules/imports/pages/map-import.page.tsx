import { found } from '#platform/errors.js'
import { choiceField, type Field, idField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import {
  Button,
  ButtonGroup,
  Form,
  Heading,
  Lede,
  Radios,
  Select,
  type SelectItem,
  Table,
  TextInput,
} from '#ui/components.js'
import { mapDraft } from '../actions/draft-file.js'
import { type DraftLook, lookAtDraft } from '../actions/look-at-draft.js'
import { draftById } from '../data/imports.queries.js'
import type { Draft } from '../domain/draft.js'
import {
  answerFor,
  BY_NAME,
  figureAnswer,
  isColumnAnswer,
  MOST_COLUMNS,
  MOST_NAMES,
  ROLE_WORDS,
  takenFor,
  useFrom,
} from '../domain/draft-mapping.js'
import type { Mapping } from '../domain/mapping.js'
import { ProblemTable } from './problem-table.js'

/** Of percentages: their heads and signs say how they are written. */
const AS_WRITTEN = 'as-written' as const

/** A question for each column and for each name that nobody knows: `column0`, `column1` and so on. */
function several(name: string, count: number): Record<string, Field<string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}${at}`, idField({})]))
}

const fields = {
  sheet: textField({ max: 200, name: 'Sheet' }),
  headerRow: textField({ max: 7, name: 'Row of the heads' }),
  measure: idField({}),
  scale: choiceField([AS_WRITTEN, 'percentage', 'proportion'], { missing: 'Select how percentages are written' }),
  keepAs: textField({ max: 80, name: 'Name' }),
  ...several('column', MOST_COLUMNS),
  ...several('known', MOST_NAMES),
  ...several('area', MOST_NAMES),
}

type Loaded = { readonly draft: Draft; readonly look: DraftLook }

export const mapImportPage = page('/staff/measures/import/:draftId/mapping', {
  permission: 'measures:import',
  load: async ({ deps, params }): Promise<Loaded> => {
    const draft = found(await draftById(deps.db, params.draftId), 'These figures were taken in already')
    return { draft, look: await lookAtDraft(deps, draft) }
  },
  form: fields,
  values: valuesOf,
  submit: async ({ deps, actor, params: { draftId }, data, input }) => {
    if (!/^\d*$/.test(input.headerRow)) return fieldError('headerRow', 'Row of the heads must be a number, like 3')
    const answers: Readonly<Record<string, string>> = input
    const strange = notOffered(answers, data)
    if (strange) return fieldError(strange, 'Choose one of the answers that the list offers')
    await mapDraft(deps, actor, { draftId, mapping: mappingFrom(answers, data), keepAs: input.keepAs })
    return redirectTo(`/staff/measures/import/${draftId}`, input.keepAs ? `Kept as ${input.keepAs}` : undefined)
  },
  title: () => 'How the file is read',
  view: ({ draft, look }, form) => (
    <Form of={form}>
      <Heading>How the file is read</Heading>
      <Lede>{draft.fileName}</Lede>
      {look.problems.length > 0 ? <ProblemTable problems={look.problems} /> : <Questions {...{ look, form }} />}
      <ButtonGroup>
        {look.problems.length > 0 ? null : <Button>Read it so</Button>}
        <a href={`/staff/measures/import/${draft.id}`}>Back to the figures</a>
      </ButtonGroup>
    </Form>
  ),
})

function valuesOf({ draft: { mapping }, look: { table, unknownMeasures, unknownAreas } }: Loaded) {
  const columns = (table?.columns ?? []).slice(0, MOST_COLUMNS).map((column) => answerFor(column, mapping.columns))
  const known = unknownMeasures.map((name) => mapping.measures.find(({ written }) => written === name)?.slug ?? '')
  const areas = unknownAreas.map((name) => {
    const area = mapping.areas.find(({ written }) => written === name)?.area
    return area === '' ? OWN : (area ?? '')
  })
  const listed = (name: string, answers: readonly string[]) =>
    Object.fromEntries(answers.map((answer, at) => [name + at, answer]))
  return {
    ...{ sheet: mapping.sheet, measure: mapping.measure, keepAs: '' },
    scale: mapping.scale || AS_WRITTEN,
    headerRow: mapping.headerRow ? String(mapping.headerRow) : '',
    ...{ ...listed('column', columns), ...listed('known', known), ...listed('area', areas) },
  }
}

const OWN = 'own'

/** The first question whose answer no list of the page offers. */
function notOffered(answers: Readonly<Record<string, string>>, { look }: Loaded): keyof typeof fields | undefined {
  const slugs = new Set(look.measures.map(({ slug }) => slug))
  const codes = new Set([OWN, ...look.areas.map(({ code }) => code)])
  const isOffered = ([name, answer]: [string, string]) => {
    if (answer === '') return true
    if (name === 'sheet') return look.sheets.includes(answer)
    if (name.startsWith('column')) return isColumnAnswer(answer, slugs)
    if (name === 'measure' || name.startsWith('known')) return slugs.has(answer)
    return !name.startsWith('area') || codes.has(answer)
  }
  return Object.entries(answers).find((each) => !isOffered(each))?.[0] as keyof typeof fields | undefined
}

function mappingFrom(answers: Readonly<Record<string, string>>, { draft, look }: Loaded): Mapping {
  const { table, unknownMeasures, unknownAreas } = look
  const columns = (table?.columns ?? []).slice(0, MOST_COLUMNS)
  const others = draft.mapping.columns.filter(({ header }) => !columns.some((column) => column.header === header))
  return {
    sheet: answers.sheet ?? '',
    headerRow: Number(answers.headerRow || 0),
    measure: answers.measure ?? '',
    scale: answers.scale === 'percentage' || answers.scale === 'proportion' ? answers.scale : '',
    columns: table
      ? columns.flatMap(({ header }, at) => useFrom(answers[`column${at}`] ?? BY_NAME, header) ?? [])
      : others,
    measures: unknownMeasures.flatMap((written, at) => {
      const slug = answers[`known${at}`]
      return slug ? [{ written, slug }] : []
    }),
    areas: unknownAreas.flatMap((written, at) => {
      const area = answers[`area${at}`]
      return area ? [{ written, area: area === OWN ? '' : area }] : []
    }),
  }
}

type QuestionsProps = { look: DraftLook; form: FormView<keyof typeof fields & string> }

function Questions({ look, form }: QuestionsProps) {
  const { sheets, table, measures } = look
  const listed = measures.map(({ slug, title }) => ({ value: slug, text: title }))
  const titleOf = (slug: string) => measures.find((measure) => measure.slug === slug)?.title ?? slug
  const fieldOf = (name: string) => form[name as keyof typeof fields]
  return (
    <>
      {sheets.length > 1 ? (
        <Select
          field={form.sheet}
          label="Which sheet holds the figures?"
          items={[
            { value: '', text: 'The only one that does' },
            ...sheets.map((name) => ({ value: name, text: name })),
          ]}
        />
      ) : null}
      <TextInput
        field={form.headerRow}
        label="In which row do the heads of the columns stand?"
        hint={`Leave it empty to find them by their names${table ? `: now row ${table.headerRow}` : ''}`}
        width={4}
        inputmode="numeric"
      />
      {table ? <FirstRows look={look} /> : null}
      {(table?.columns ?? []).slice(0, MOST_COLUMNS).map((column, at) => (
        <Select
          key={at}
          field={fieldOf(`column${at}`)}
          label={column.header ? `What does “${column.header}” hold?` : 'What does the column without a head hold?'}
          items={roleItems(takenFor(column, titleOf), listed)}
        />
      ))}
      <Select
        field={form.measure}
        label="Which measure is the whole table of?"
        items={[{ value: '', text: 'Its rows or columns say it' }, ...listed]}
      />
      {look.unknownMeasures.map((name, at) => (
        <Select
          key={name}
          field={fieldOf(`known${at}`)}
          label={`Which measure is “${name}”?`}
          items={[{ value: '', text: 'None that is known' }, ...listed]}
        />
      ))}
      <Areas {...{ look, form }} />
      <Radios
        field={form.scale}
        legend="How are percentages written?"
        items={[
          { value: AS_WRITTEN, text: 'As their heads and signs say' },
          { value: 'percentage', text: 'From 0 to 100', hint: '45.3 is 45.3%' },
          { value: 'proportion', text: 'From 0 to 1', hint: '0.453 is 45.3%' },
        ]}
      />
      <TextInput field={form.keepAs} label="Keep this way of reading under a name, if it will be needed again" />
    </>
  )
}

function Areas({ look, form }: QuestionsProps) {
  const areas = look.areas.map(({ code, name }) => ({ value: code, text: name }))
  return (
    <>
      {look.unknownAreas.map((name, at) => (
        <Select
          key={name}
          field={form[`area${at}` as keyof typeof fields]}
          label={`Which area is “${name}”?`}
          items={[{ value: '', text: 'None that is known' }, { value: OWN, text: 'The office’s own area' }, ...areas]}
        />
      ))}
    </>
  )
}

const MOST_MEASURES = 300

function roleItems(byName: string, measures: readonly SelectItem[]): SelectItem[] {
  const figures = measures.length > MOST_MEASURES ? [] : measures
  return [
    { value: BY_NAME, text: `As its head says: ${byName}` },
    ...Object.entries(ROLE_WORDS).map(([value, text]) => ({ value, text })),
    ...figures.map(({ value, text }) => ({ value: figureAnswer(value), text: `Figures of ${text}` })),
  ]
}

function FirstRows({ look: { table } }: { look: DraftLook }) {
  const columns = (table?.columns ?? []).slice(0, 12)
  const rows = (table?.rows ?? []).slice(0, 4)
  if (columns.length === 0) return null
  return (
    <Table
      caption="The first rows, as they are read"
      rowHeads={false}
      columns={columns.map(({ header, index }) => ({ label: header || `Column ${index + 1}` }))}
      rows={rows.map(({ cells }) => columns.map(({ index }) => cells[index]?.text.slice(0, 60) ?? ''))}
    />
  )
}
