import { ukDateOf } from '#kernel/dates.js'
import { Eyebrow, Heading, Lede, Notice, Small } from '#ui/components.js'
import { formatDate, formatMonth } from '#ui/format.js'
import { planSentence } from '../domain/plan-words.js'
import { countedStates, lastUpdateOn, type PlanPicture, planHref } from './picture.js'

/** Which plan, what it wants, how it stands in one sentence, and the ways to print it and see what changed. */
export function PlanHead({ picture }: { picture: PlanPicture }) {
  const { plan, themes, noun, total } = picture
  const { title, vision } = plan.content.plan
  return (
    <>
      <Eyebrow>{title}</Eyebrow>
      <Heading>{vision}</Heading>
      <Lede>{planSentence(themes.length, total.total, noun, countedStates(total))}</Lede>
      <StandingNotice picture={picture} />
      <Small>
        {updatedWords(picture)} <a href={`${planHref(plan)}/one-page`}>The plan as one printed page</a>{' '}
        <ChangesLink picture={picture} />
      </Small>
    </>
  )
}

/** Says of a plan that has been replaced, or has not started, that it is so. */
export function StandingNotice({ picture: { plan, isReplaced, asAt } }: { picture: PlanPicture }) {
  const { startsOn } = plan.content.plan
  if (isReplaced) {
    return (
      <Notice title="This plan has been replaced">
        <p>
          It is kept as it stood on {formatDate(asAt)}, its last day. <a href="/">See the plan in force</a>.
        </p>
      </Notice>
    )
  }
  return startsOn > asAt ? (
    <Notice title="This plan has not started yet">
      <p>It starts on {formatDate(startsOn)}.</p>
    </Notice>
  ) : null
}

/** The newest of the version's own day and the days that published updates speak of. */
function updatedWords(picture: PlanPicture): string {
  const published = ukDateOf(new Date(picture.plan.publishedAt))
  const newest = [published, lastUpdateOn(picture) ?? published].sort().at(-1) ?? published
  return `Updated ${formatDate(newest)}.`
}

function ChangesLink({ picture: { plan } }: { picture: PlanPicture }) {
  const before = plan.latest - 1
  if (before < 1) return <a href={`${planHref(plan)}/versions/1`}>Read it whole</a>
  const month = formatMonth(ukDateOf(new Date(plan.publishedAt)))
  return <a href={`${planHref(plan)}/changes/${before}/${plan.latest}`}>What changed in {month}</a>
}
