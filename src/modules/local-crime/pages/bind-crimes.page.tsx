import { BindForm, boundLine } from '#modules/bindings/index.js'
import { areasOf } from '#modules/geography/index.js'
import { addressWith, allMeasures } from '#modules/measures/index.js'
import {
  ASB,
  type BoundSlice,
  bindSlice,
  CRIME_TYPES,
  type OwnForce,
  ownForce,
  previewSlice,
  unboundInWords,
} from '#modules/police-data/index.js'
import { choiceField, idField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Select, Small, Table } from '#ui/components.js'
import { formatMonth, formatNumber } from '#ui/format.js'

const PATH = '/staff/police-data/bind'

type Choice = { readonly type: string; readonly place: string }

export const bindCrimesPage = page(PATH, {
  permission: 'police-data:bind',
  load: async ({ deps, query }) => {
    const force = await ownForce(deps)
    const measures = (await allMeasures(deps.db)).filter(
      ({ frequency, unit, formula }) =>
        frequency === 'month' && formula === null && (unit === 'count' || unit === 'rate'),
    )
    const districts = force ? await areasOf(deps.db, 'district', force.code) : []
    const chosen = { measure: query.measure ?? '', type: query.type ?? '', place: query.place ?? '' }
    const slice = query.measure && force ? sliceFor(force, chosen) : undefined
    const isThere = deps.lake.isThere()
    return {
      force,
      measures,
      districts,
      chosen,
      preview: slice && isThere ? await previewSlice(deps, slice) : undefined,
    }
  },
  form: {
    measure: idField({ missing: 'Choose the measure' }),
    type: idField({}),
    place: idField({}),
    do: choiceField(['preview', 'bind'], { missing: 'Choose whether to see the figures or to bind' }),
  },
  values: ({ chosen }) => chosen,
  submit: async ({ deps, actor, data, input }) => {
    const { measure, type, place } = input
    if (!data.force) return fieldError('measure', 'The office has not said which force it holds to account')
    if (!data.measures.some(({ id }) => id === measure)) return fieldError('measure', 'Choose a measure of the list')
    if (type && !kindItems().some(({ value }) => value === type)) return fieldError('type', 'Choose a kind of the list')
    if (place && !data.districts.some(({ code }) => code === place))
      return fieldError('place', 'Choose a place of the list')
    if (input.do === 'preview') return redirectTo(addressWith(PATH, { measure, type, place }))
    const result = await bindSlice(deps, actor, { measureId: measure, slice: sliceFor(data.force, { type, place }) })
    if (!result.ok) return fieldError('measure', unboundInWords(result.error))
    return redirectTo('/staff/police-data', boundLine(result.value.filled))
  },
  title: () => 'Let crimes fill a measure',
  view: ({ force, measures, districts, preview }, form) => (
    <BindForm
      form={form}
      crumb={{ label: 'Police data', href: '/staff/police-data' }}
      title="Let crimes fill a measure"
      lede="The measure takes its figures from the police records that are held, and from every import to come. What a later release revises stands beside what was known before."
      hint="Monthly counts and rates that are not worked out from others"
      measures={measures}
      preview={preview ? <Preview preview={preview} /> : null}
      mayBind={preview !== undefined && preview.length > 0}
    >
      <Select
        field={form.type}
        label="Kind of crime"
        items={[{ value: '', text: 'All crime, without anti-social behaviour' }, ...kindItems()]}
      />
      <Select
        field={form.place}
        label="Place"
        items={[
          { value: '', text: force ? `All of ${force.area}` : 'The whole police area' },
          ...districts.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
    </BindForm>
  ),
})

function kindItems() {
  return CRIME_TYPES.filter(({ until }) => until === null).map(({ name }) => ({ value: name, text: name }))
}

function sliceFor({ slug }: OwnForce, { type, place }: Choice): BoundSlice {
  const isKind = CRIME_TYPES.some(({ name }) => name === type)
  return {
    forces: [slug],
    ...(isKind && { types: [type] }),
    ...(place && { districts: [place] }),
    includeAsb: type === ASB,
  }
}

const SHOWN = 13

function Preview({ preview }: { preview: Awaited<ReturnType<typeof previewSlice>> }) {
  if (preview.length === 0) return <p>No month of these crimes is held yet.</p>
  return (
    <>
      <Table
        caption="What would fill it"
        columns={[{ label: 'Month' }, { label: 'Crimes', align: 'number' }, { label: 'Release' }]}
        rows={preview
          .slice(-SHOWN)
          .map(({ month, count, release }) => [formatMonth(month), formatNumber(count), formatMonth(release)])}
      />
      <Small>
        {preview.length > SHOWN ? `The newest ${SHOWN} of ${preview.length} months. ` : ''}A month without its file is
        not among them.
      </Small>
    </>
  )
}
