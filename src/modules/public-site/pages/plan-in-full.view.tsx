import { stateOf, statusText } from '#modules/delivery/index.js'
import { Heading, PromiseGroup, Small } from '#ui/components.js'
import { type PlanPicture, partHref, planHref, type ThemePicture, themeHref } from './picture.js'

/** The plan in full: each theme with what it is for, and every part that the public may follow with its state. */
export function PlanInFull({ picture }: { picture: PlanPicture }) {
  const { plan, themes, noun } = picture
  return (
    <>
      <Heading level={2} id="in-full">
        Every {noun.one}, and how it stands
      </Heading>
      <Small>
        Each leads to who answers for it and what has been done.{' '}
        <a href={`${planHref(plan)}/versions/${plan.latest}`}>The plan’s own text</a>
      </Small>
      {themes.map((theme) => (
        <PromiseGroup
          key={theme.node.id}
          title={theme.node.title}
          href={themeHref(plan, theme.node)}
          statement={<Statements of={theme} />}
          promises={theme.commitments.map(({ node, state: { state } }) => ({
            title: node.title,
            href: partHref(plan, theme.node, node),
            state: stateOf(state),
            text: statusText(state),
          }))}
        />
      ))}
    </>
  )
}

/** The aim and the outcome, each under the plan's own word; a single statement needs no word. */
export function Statements({ of: { statements } }: { of: ThemePicture }) {
  return (
    <>
      {statements.map(({ level, node }) => (
        <p key={node.id}>
          {statements.length > 1 ? <b>{level.name}: </b> : null}
          {node.title}
        </p>
      ))}
    </>
  )
}
