import { stateOf, statusText } from '#modules/delivery/index.js'
import { config } from '#platform/config.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Cards, Eyebrow, Heading, PlanSheet, StateLine, StateList, ThemeCard, VisuallyHidden } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { planSentence } from '../domain/plan-words.js'
import { type Commitment, countedStates, type PlanPicture, planHref, planPictureOf, themeHref } from './picture.js'
import { Statements } from './plan-in-full.view.js'
import { columnsFor } from './theme-cards.view.js'

export const onePagePlanPage = page('/plans/:plan/one-page', {
  permission: 'site:read',
  layout: 'bare',
  load: async ({ deps, params }) => found(await planPictureOf(deps, params.plan)),
  title: ({ plan }) => `${plan.content.plan.title} on one page`,
  view: (picture) => (
    <PlanSheet
      back={{ href: planHref(picture.plan), label: 'Back to the plan. This page prints on one sheet of A4' }}
      head={<SheetHead picture={picture} />}
      foot={<SheetFoot picture={picture} />}
    >
      <Cards columns={columnsFor(picture.themes.length)}>
        {picture.themes.map((theme) => (
          <ThemeCard
            key={theme.node.id}
            title={theme.node.title}
            href={themeHref(picture.plan, theme.node)}
            text={theme.node.text}
          >
            <Statements of={theme} />
            <Commitments of={theme.commitments} />
          </ThemeCard>
        ))}
      </Cards>
    </PlanSheet>
  ),
})

function SheetHead({ picture }: { picture: PlanPicture }) {
  const { plan, themes, noun, total } = picture
  const { title, vision, bodyName } = plan.content.plan
  return (
    <>
      <div>
        <Eyebrow>
          {bodyName} · {title}
        </Eyebrow>
        <Heading>{vision}</Heading>
      </div>
      <p>{planSentence(themes.length, total.total, noun, countedStates(total))}</p>
    </>
  )
}

function Commitments({ of }: { of: readonly Commitment[] }) {
  return (
    <StateList
      items={of.map(({ node, state: { state } }) => ({
        state: stateOf(state),
        text: (
          <>
            {node.title}
            <VisuallyHidden>: {statusText(state)}</VisuallyHidden>
          </>
        ),
      }))}
    />
  )
}

/** What each picture of a state means, and as at which day. */
function SheetFoot({ picture: { plan, themes, asAt } }: { picture: PlanPicture }) {
  const present = new Set(themes.flatMap(({ commitments }) => commitments.map(({ state }) => state.state)))
  return (
    <p>
      {[...present].map((status) => (
        <>
          <StateLine state={stateOf(status)}>{statusText(status)}</StateLine>{' '}
        </>
      ))}
      As it stood on {formatDate(asAt)}. Version {plan.latest} of the plan.{' '}
      <a href={planHref(plan)}>{`${config().publicUrl}${planHref(plan)}`}</a>
    </p>
  )
}
