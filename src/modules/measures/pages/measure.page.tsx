import { may } from '#platform/actor.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { ButtonGroup, LinkButton, Notice, StateTag } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { dueDays } from '../actions/due-days.js'
import { labelsOf } from '../actions/labels-of.js'
import { measureById } from '../data/measures.queries.js'
import { measurePicture } from '../data/pictures.queries.js'
import { type Measure, whatIsMissing } from '../domain/measure.js'
import { askedDay } from './known-on.js'
import { MeasureView } from './measure.view.js'
import { measureFacts } from './measure-facts.js'
import { MeasureTasks } from './measure-tasks.view.js'
import { namedPlaces, placeGroups } from './places.js'
import { listInWords } from './words.js'

export const measurePage = page('/staff/measures/:measureId', {
  permission: 'measures:read',
  load: async ({ deps, actor, params, query }) => {
    const measure = found(await measureById(deps.db, params.measureId))
    const address = `/staff/measures/${measure.id}`
    const { knownOn } = askedDay(query, deps.today())
    const picture = await measurePicture(deps.db, measure, await dueDays(deps, knownOn))
    return {
      ...{ measure, picture },
      facts: await measureFacts(deps.db, picture, { address, query, today: deps.today() }),
      missing: whatIsMissing(measure, picture.latest ? 1 : 0),
      informs: namedPlaces(await placeGroups(deps.db), measure.nodeIds),
      labels: await labelsOf(deps.db, measure),
      mayEdit: may(actor, 'measures:edit'),
      mayPublish: may(actor, 'measures:publish'),
    }
  },
  title: ({ measure }) => measure.title,
  view: ({ measure, picture, facts, missing, informs, labels, mayEdit, mayPublish }) => {
    const address = `/measures/${measure.slug}`
    const links = measure.publishedAt ? { csv: `${address}/data.csv`, json: `${address}/data.json` } : undefined
    return (
      <MeasureView {...{ picture, facts, informs, labels }} width={760} {...(links && { links })}>
        <PublicState measure={measure} missing={missing} />
        <Buttons {...{ measure, mayEdit, mayPublish }} />
        {mayEdit ? <MeasureTasks measureId={measure.id} isMonthly={measure.frequency === 'month'} /> : null}
      </MeasureView>
    )
  },
})

function PublicState({ measure, missing }: { measure: Measure; missing: readonly string[] }) {
  if (measure.publishedAt) {
    return (
      <p>
        <StateTag state="complete" text="Public" /> since {formatDate(measure.publishedAt)}.{' '}
        <a href={`/measures/${measure.slug}`}>See it as the public does</a>
      </p>
    )
  }
  return (
    <Notice title="The public does not see this measure">
      <p>
        {missing.length > 0
          ? `Before it can be published it needs ${listInWords(missing)}.`
          : 'It is complete and can be published.'}
      </p>
    </Notice>
  )
}

type ButtonsProps = { readonly measure: Measure; readonly mayEdit: boolean; readonly mayPublish: boolean }

function Buttons({ measure, mayEdit, mayPublish }: ButtonsProps) {
  if (!mayEdit && !mayPublish) return null
  const address = `/staff/measures/${measure.id}`
  return (
    <ButtonGroup>
      {mayPublish ? (
        <LinkButton href={`${address}/publish`} kind={measure.publishedAt ? 'secondary' : 'primary'}>
          {measure.publishedAt ? 'Withdraw' : 'Publish'}
        </LinkButton>
      ) : null}
      {mayEdit ? (
        <LinkButton href={`${address}/edit`} kind="secondary">
          Edit
        </LinkButton>
      ) : null}
      {mayEdit ? (
        <LinkButton href={`${address}/nodes`} kind="secondary">
          What it informs
        </LinkButton>
      ) : null}
    </ButtonGroup>
  )
}
