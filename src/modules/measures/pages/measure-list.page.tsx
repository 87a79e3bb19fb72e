import { slugOf } from '#kernel/slug.js'
import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import {
  Button,
  ButtonGroup,
  EmptyState,
  Filter,
  Heading,
  Lede,
  LinkButton,
  Select,
  Table,
  TextInput,
} from '#ui/components.js'
import { sentenceCount } from '#ui/format.js'
import { dueDays } from '../actions/due-days.js'
import { allMeasures } from '../data/measures.queries.js'
import { measurePictures } from '../data/pictures.queries.js'
import { withUnit } from '../domain/figure.js'
import { whatIsMissing } from '../domain/measure.js'
import { shortLabel, shortMonth } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { writerOf } from './chart-model.js'
import { type AskedDay, askedDay } from './known-on.js'
import { KnownOnNotice } from './known-on.view.js'
import { inOrder, orderIn, SIGNAL_ORDERS, type SignalOrder } from './signal-order.js'
import { SignalTable } from './signal-table.view.js'
import { listInWords } from './words.js'

export const measureListPage = page('/staff/measures', {
  permission: 'measures:read',
  load: async ({ deps, actor, query }) => {
    const asked = askedDay(query, deps.today())
    const options = await dueDays(deps, asked.knownOn)
    return {
      pictures: await measurePictures(deps.db, await allMeasures(deps.db), options),
      ...{ asked, order: orderIn(query) },
      mayEdit: may(actor, 'measures:edit'),
      mayImport: may(actor, 'measures:import'),
    }
  },
  title: () => 'Measures',
  view: ({ pictures, asked, order, mayEdit, mayImport }) => {
    const put = (group: readonly MeasurePicture[]) => inOrder(group, order)
    const drafts = pictures.filter(({ measure }) => measure.publishedAt === null)
    const shown = pictures.filter(({ measure }) => measure.publishedAt !== null)
    return (
      <>
        <Heading>Measures</Heading>
        {pictures.length > 0 ? <Lede>{summary(shown, drafts)}</Lede> : null}
        <ButtonGroup>
          {mayEdit ? <LinkButton href="/staff/measures/new">Enter a measure</LinkButton> : null}
          {mayImport ? (
            <LinkButton href="/staff/measures/import" kind="secondary">
              Take in figures
            </LinkButton>
          ) : null}
          <LinkButton href="/staff/frameworks" kind="secondary">
            Frameworks
          </LinkButton>
        </ButtonGroup>
        {pictures.length === 0 ? (
          <EmptyState title="No measure has been entered yet">
            <p>Enter one to say what it counts, from which source and for whom. Its figures are taken in afterwards.</p>
          </EmptyState>
        ) : null}
        {pictures.length > 0 ? <OrderChoice order={order} asked={asked} /> : null}
        <KnownOnNotice asked={asked} path="/staff/measures" />
        <Published title="Waiting for newer figures" pictures={put(shown.filter(isAwaited))} />
        <Drafts pictures={drafts} />
        <Published title="Public" pictures={put(shown.filter((each) => !isAwaited(each) && !each.isKept))} />
        <Published title="Public, kept for an earlier plan" pictures={put(shown.filter(({ isKept }) => isKept))} />
      </>
    )
  },
})

function summary(shown: readonly MeasurePicture[], drafts: readonly MeasurePicture[]): string {
  const late = shown.filter(isAwaited).length
  const parts = [`${sentenceCount(shown.length, 'measure')} public`, `${drafts.length} not yet`]
  return `${parts.join(', ')}.${late > 0 ? ` ${sentenceCount(late, 'public measure')} should have newer figures by now.` : ''}`
}

function isAwaited({ nextDue, isKept }: MeasurePicture): boolean {
  return !isKept && nextDue?.isPast === true
}

function Drafts({ pictures }: { pictures: readonly MeasurePicture[] }) {
  return (
    <Group
      title="Not public yet"
      columns={[
        { label: 'Measure', width: 'third' },
        { label: 'Owner' },
        { label: 'Latest' },
        { label: 'What is missing' },
      ]}
      rows={pictures.map((picture) => [
        <NameLink picture={picture} />,
        picture.measure.owner || '–',
        latestText(picture),
        listInWords(whatIsMissing(picture.measure, picture.latest ? 1 : 0)) || 'Nothing: it can be published',
      ])}
    />
  )
}

function Published({ title, pictures }: { title: string; pictures: readonly MeasurePicture[] }) {
  if (pictures.length === 0) return null
  return (
    <>
      <Heading level={2}>
        {title} ({pictures.length})
      </Heading>
      <SignalTable
        id={slugOf(title)}
        caption={title}
        pictures={pictures}
        href={({ measure }) => `/staff/measures/${measure.id}`}
        isShort
        dueText={dueText}
      />
    </>
  )
}

type OrderProps = { readonly order: SignalOrder; readonly asked: AskedDay }

function OrderChoice({ order, asked }: OrderProps) {
  return (
    <Filter action="/staff/measures" label="Choose the order and a day">
      <Select
        field={{ name: 'order', id: 'order', value: order, values: [] }}
        label="Order"
        items={Object.entries(SIGNAL_ORDERS).map(([value, text]) => ({ value, text }))}
      />
      <TextInput
        field={{ name: 'as-known-on', id: 'as-known-on', value: asked.typed, values: [] }}
        label="As known on, like 31/3/2018"
        width={10}
        spellcheck={false}
      />
      <Button kind="secondary">Show</Button>
    </Filter>
  )
}

type GroupProps = Pick<Parameters<typeof Table>[0], 'columns' | 'rows'> & { readonly title: string }

/** A table under a heading that counts its rows; nothing where it has none. */
function Group({ title, columns, rows }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <>
      <Heading level={2}>
        {title} ({rows.length})
      </Heading>
      <Table stacks caption={title} captionHidden columns={columns} rows={rows} />
    </>
  )
}

function NameLink({ picture: { measure } }: { picture: MeasurePicture }) {
  return <a href={`/staff/measures/${measure.id}`}>{measure.title}</a>
}

function latestText(picture: MeasurePicture): string {
  const { latest, measure } = picture
  if (!latest || latest.value === null) return '–'
  return `${withUnit(measure, writerOf(picture)(latest.value))}, ${shortLabel(latest.period)}`
}

function dueText({ nextDue, isKept }: MeasurePicture): string {
  if (isKept || !nextDue) return 'No newer figures are awaited'
  return nextDue.isPast ? `Newer due since ${shortMonth(nextDue.on)}` : `Next due by end of ${shortMonth(nextDue.on)}`
}
