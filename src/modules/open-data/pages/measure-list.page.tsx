import {
  addressWith,
  askedDay,
  dueDays,
  frameworks,
  KnownOnNotice,
  type MeasurePicture,
  orderIn,
  publicPictures,
  publishedMeasures,
  SIGNAL_ORDERS,
  SignalKey,
  SignalTable,
} from '#modules/measures/index.js'
import { planThemesOf } from '#modules/public-site/index.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import type { FieldState } from '#platform/web/form.js'
import { page } from '#platform/web/page.js'
import {
  Button,
  DataLinks,
  EmptyState,
  Eyebrow,
  Filter,
  Heading,
  Hidden,
  Lede,
  Select,
  TextInput,
} from '#ui/components.js'
import { countInWords, plural, sentenceCount } from '#ui/format.js'
import { type Chosen, groupsOf, type MeasureGroup } from './measure-groups.js'

type Query = Readonly<Record<string, string>>
type List = Awaited<ReturnType<typeof listOf>>

export const measureListPage = page('/measures', {
  permission: 'site:read',
  load: async ({ deps, query }) => listOf(deps, query),
  title: ({ chosen }) => titleOf(chosen),
  view: (list, _form, { path }) => (
    <>
      <Eyebrow>The figures behind the plan</Eyebrow>
      <Heading>{titleOf(list.chosen)}</Heading>
      {list.total === 0 ? (
        <EmptyState title="No measures have been published yet">
          <p>Each figure that the office publishes will stand here with its source.</p>
        </EmptyState>
      ) : (
        <>
          <Lede>{summary(list.pictures)}</Lede>
          <KnownOnNotice asked={list.asked} path={path} keep={keptOf(list)} />
          <Choice list={list} path={path} />
          {list.groups.map((group) => (
            <Group key={group.id} group={group} list={list} />
          ))}
          <SignalKey pictures={list.pictures} />
        </>
      )}
      <Downloads list={list} />
    </>
  ),
})

/** All published measures, or those of the theme or framework asked for, as known on the day asked for. */
async function listOf(deps: Deps, query: Query) {
  const asked = askedDay(query, deps.today())
  const all = await publishedMeasures(deps.db)
  const framed = await frameworks(deps.db)
  const chosen = await chosenIn(deps, query, framed)
  const wanted = all.filter(
    ({ id, nodeIds }) =>
      (!chosen.theme || nodeIds.some((node) => chosen.theme?.nodeIds.has(node))) &&
      (!chosen.framed || chosen.framed.measures.some(({ measure }) => measure.id === id)),
  )
  const pictures = await publicPictures(deps.db, wanted, await dueDays(deps, asked.knownOn))
  const offered = framed.filter(({ measures }) => measures.some(({ measure }) => measure.publishedAt !== null))
  return {
    ...{ asked, chosen, pictures, groups: groupsOf(pictures, chosen), total: all.length },
    frameworks: offered.map(({ framework }) => framework),
  }
}

async function chosenIn(deps: Deps, query: Query, framed: readonly NonNullable<Chosen['framed']>[]): Promise<Chosen> {
  const plan = await planThemesOf(deps, query.plan || undefined)
  const theme = query.theme ? plan?.themes.find(({ node }) => node.slug === query.theme) : undefined
  const framework = query.framework ? framed.find((each) => each.framework.slug === query.framework) : undefined
  if ((query.plan && !plan) || (query.theme && !theme)) throw new NotFound('No such theme')
  if (query.framework && !framework) throw new NotFound('No such framework')
  return { plan, theme, framed: theme ? undefined : framework, order: orderIn(query) }
}

function titleOf({ theme, framed }: Chosen): string {
  const of = theme?.node.title ?? framed?.framework.name
  return of === undefined ? 'Measures' : `Measures: ${of}`
}

function summary(pictures: readonly MeasurePicture[]): string {
  const older = pictures.filter(({ nextDue, isKept }) => nextDue?.isPast && !isKept).length
  const waiting = `${capital(countInWords(older))} of them ${plural(older, 'waits', 'wait')} for newer figures.`
  const counted = `${sentenceCount(pictures.length, 'measure')}, each with what it counts and where it comes from.`
  return older > 0 ? `${counted} ${waiting}` : counted
}

/** What the list was asked for besides the day. */
function keptOf({ chosen: { theme, plan, framed, order } }: List): Record<string, string | undefined> {
  return {
    plan: theme && plan?.plan.slug,
    theme: theme?.node.slug,
    framework: framed?.framework.slug,
    order: order === 'plan' ? undefined : order,
  }
}

/** Which measures, in which order, as known on which day: all in one form, so that they hold together. */
function Choice({ list, path }: { list: List; path: string }) {
  const { chosen, asked } = list
  const themes = chosen.plan?.themes ?? []
  const field = (name: string, value = ''): FieldState => ({ name, id: name, value, values: [] })
  return (
    <Filter action={path} label="Choose measures, their order and a day">
      {themes.length > 0 ? (
        <>
          {chosen.plan ? <Hidden name="plan" value={chosen.plan.plan.slug} /> : null}
          <Select
            field={field('theme', chosen.theme?.node.slug)}
            label="Part of the plan"
            items={[{ value: '', text: 'All' }, ...themes.map(({ node }) => ({ value: node.slug, text: node.title }))]}
          />
        </>
      ) : null}
      {list.frameworks.length > 0 ? (
        <Select
          field={field('framework', chosen.framed?.framework.slug)}
          label="Framework"
          items={[
            { value: '', text: 'Any' },
            ...list.frameworks.map(({ slug, name }) => ({ value: slug, text: name })),
          ]}
        />
      ) : null}
      <Select
        field={field('order', chosen.order)}
        label="Order"
        items={Object.entries(SIGNAL_ORDERS).map(([value, text]) => ({ value, text }))}
      />
      <TextInput
        field={{ ...field('as-known-on', asked.typed), ...(asked.problem && { error: asked.problem }) }}
        label="As known on, like 31/3/2018"
        width={10}
        spellcheck={false}
      />
      <Button kind="secondary">Show</Button>
    </Filter>
  )
}

function Group({ group, list: { asked } }: { group: MeasureGroup; list: List }) {
  const { id, title, pictures, labels } = group
  if (pictures.length === 0) return <p>No published measure belongs here.</p>
  return (
    <>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      <SignalTable
        id={id}
        caption={`Measures: ${title}`}
        pictures={pictures}
        href={({ measure }) => addressWith(`/measures/${measure.slug}`, { 'as-known-on': asked.knownOn })}
        labelOf={({ measure }) => labels?.get(measure.id) ?? measure.title}
      />
    </>
  )
}

function Downloads({ list: { asked } }: { list: List }) {
  const as = { 'as-known-on': asked.knownOn }
  return (
    <DataLinks
      csv={addressWith('/open-data/measures.csv', as)}
      xlsx={addressWith('/open-data/measures.xlsx', as)}
      json={addressWith('/open-data/measures.json', as)}
    >
      <a href={addressWith('/open-data/observations.csv', as)}>Every figure as CSV</a>
      <a href={addressWith('/data-pack', as)}>Quarterly data pack</a>
    </DataLinks>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
