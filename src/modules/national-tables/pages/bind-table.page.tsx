import { BindForm, boundLine } from '#modules/bindings/index.js'
import { areasOf, currentBody } from '#modules/body/index.js'
import { FORCES } from '#modules/geography/index.js'
import { addressWith, allMeasures } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { choiceField, idField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Select, Table, TextInput } from '#ui/components.js'
import { formatNumber } from '#ui/format.js'
import { bindTable, previewTable, unboundInWords } from '../actions/bind-table.js'
import { problemWithTableMeasure } from '../domain/table-binding.js'
import { TABLE_KINDS } from '../domain/table-kind.js'
import type { SliceFigure } from '../domain/table-series.js'
import { FORCE_KINDS, figuresOfKind, isForceKind, type TableSlice } from '../domain/table-slice.js'
import { figureHead, LABELS, labelHead } from './words.js'

const PATH = '/staff/national-tables/bind'
const AREAS = FORCES.flatMap(({ code, area }) => (code === null ? [] : [{ value: code, text: area }]))
const FIGURES = [...new Set(FORCE_KINDS.flatMap((kind) => figuresOfKind(kind)))]

type Choice = Readonly<Record<'measure' | 'kind' | 'force' | 'figure' | 'label' | 'text', string>>

export const bindTablePage = page(PATH, {
  permission: 'national-tables:bind',
  load: async ({ deps, query }) => {
    const all = await allMeasures(deps.db)
    const chosen: Choice = {
      ...{ measure: query.measure ?? '', kind: query.kind ?? '', force: query.force ?? (await ownCode(deps)) },
      ...{ figure: query.figure ?? '', label: query.label ?? '', text: query.text ?? '' },
    }
    const slice = query.measure ? sliceOf(chosen) : undefined
    const seen = slice && (await previewTable(deps, { measureId: chosen.measure, slice }))
    return {
      measures: all.filter((measure) => problemWithTableMeasure(measure) === undefined),
      chosen,
      preview: seen?.ok ? seen.value : undefined,
    }
  },
  form: {
    measure: idField({ missing: 'Choose the measure' }),
    kind: idField({ missing: 'Choose the table' }),
    force: idField({ missing: 'Choose the police area' }),
    figure: idField({}),
    label: idField({}),
    text: textField({ max: 200, name: 'What it says' }),
    do: choiceField(['preview', 'bind'], { missing: 'Choose whether to see the figures or to bind' }),
  },
  values: ({ chosen }) => chosen,
  submit: async ({ deps, actor, data, input }) => {
    const { measure: measureId } = input
    const slice = sliceOf(input)
    if (!data.measures.some(({ id }) => id === measureId)) return fieldError('measure', 'Choose a measure of the list')
    if (!slice) return fieldError('kind', 'Choose a table of the list')
    if (!AREAS.some(({ value }) => value === input.force))
      return fieldError('force', 'Choose a police area of the list')
    if ((input.label === '') !== (input.text.trim() === ''))
      return fieldError('text', 'Say both which column and what it says, or neither')
    if (input.do === 'preview') {
      const seen = await previewTable(deps, { measureId, slice })
      if (!seen.ok) return fieldError('kind', unboundInWords(seen.error))
      const { do: _, ...asked } = input
      return redirectTo(addressWith(PATH, asked))
    }
    const result = await bindTable(deps, actor, { measureId, slice })
    if (!result.ok) return fieldError('kind', unboundInWords(result.error))
    return redirectTo('/staff/national-tables', boundLine(result.value.filled))
  },
  title: () => 'Let a table fill a measure',
  view: ({ measures, preview }, form) => (
    <BindForm
      form={form}
      crumb={{ label: 'National tables', href: '/staff/national-tables' }}
      title="Let a table fill a measure"
      lede="The measure takes its figures from the tables that are held, and from every file to come. What a newer file says otherwise stands beside what was known before."
      hint="Counts, rates and pounds of quarters, years or days that are not worked out from others"
      measures={measures}
      preview={preview ? <Preview preview={preview} /> : null}
      mayBind={preview !== undefined}
    >
      <Select
        field={form.kind}
        label="Table"
        items={[
          { value: '', text: 'Choose one' },
          ...FORCE_KINDS.map((kind) => ({ value: kind, text: TABLE_KINDS[kind].title })),
        ]}
      />
      <Select field={form.force} label="Police area" items={[{ value: '', text: 'Choose one' }, ...AREAS]} />
      <Select
        field={form.figure}
        label="Number"
        items={[
          { value: '', text: 'The usual one of the table' },
          ...FIGURES.map((figure) => ({ value: figure, text: figureHead(figure) })),
        ]}
      />
      <Select
        field={form.label}
        label="Only lines whose"
        hint="Leave it empty for all lines: a total stands for its parts, and fraud is left out of crime"
        items={[{ value: '', text: 'All lines' }, ...LABELS.map((label) => ({ value: label, text: labelHead(label) }))]}
      />
      <TextInput
        field={form.text}
        label="What it says"
        hint="As the table writes it: Burglary, Police Officer"
        width={20}
      />
    </BindForm>
  ),
})

function sliceOf({ kind, force, figure, label, text }: Omit<Choice, 'measure'>): TableSlice | undefined {
  if (!isForceKind(kind)) return undefined
  const where = label === '' ? {} : { [label]: text.trim() }
  return { kind, force, figure: figure || (figuresOfKind(kind)[0] ?? ''), where }
}

async function ownCode({ db, today }: Deps): Promise<string> {
  const body = await currentBody(db, today())
  const areas = body ? await areasOf(db, body.id, today()) : []
  return areas.find(({ kind }) => kind === 'police-area')?.code ?? ''
}

const SHOWN = 12

function Preview({ preview }: { preview: readonly SliceFigure[] }) {
  if (preview.length === 0) return <p>No such line is held yet: the next file will fill the measure.</p>
  return (
    <Table
      caption={preview.length > SHOWN ? `The newest ${SHOWN} of ${preview.length} figures` : 'What would fill it'}
      columns={[{ label: 'Period' }, { label: 'Figure', align: 'number' }]}
      rows={preview
        .slice(-SHOWN)
        .map(({ period, value }) => [
          period,
          value === null ? 'none' : formatNumber(value, Number.isInteger(value) ? 0 : 2),
        ])}
    />
  )
}
