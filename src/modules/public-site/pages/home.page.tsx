import { currentBody } from '#modules/body/index.js'
import { MeasureCard, type MeasurePicture, publicPictures, publishedMeasures } from '#modules/measures/index.js'
import { page } from '#platform/web/page.js'
import { Cards, EmptyState, Eyebrow, Heading } from '#ui/components.js'
import { sentenceCount } from '#ui/format.js'
import { planPictureOf } from './picture.js'
import { PlanHead } from './plan-head.view.js'
import { PlanInFull } from './plan-in-full.view.js'
import { ThemeCards } from './theme-cards.view.js'

/** So many headline figures stand on the front page. */
const MOST_FIGURES = 3

export const homePage = page('/', {
  permission: 'site:read',
  load: async ({ deps }) => {
    const { db } = deps
    const headlines = (await publishedMeasures(db)).filter(({ isHeadline }) => isHeadline)
    const body = await currentBody(db, deps.today())
    const figures = inOrder(await publicPictures(db, headlines, { today: deps.today() })).slice(0, MOST_FIGURES)
    return { name: body?.name, picture: await planPictureOf(deps), figures }
  },
  title: ({ picture }) => picture?.plan.content.plan.title ?? 'Police and crime plan',
  view: ({ name, picture, figures }) => (
    <>
      {picture ? (
        <>
          <PlanHead picture={picture} />
          <ThemeCards picture={picture} />
        </>
      ) : (
        <>
          {name ? <Eyebrow>{name}</Eyebrow> : null}
          <Heading>Police and crime plan</Heading>
          <EmptyState title="No plan has been published yet">
            <p>The plan will stand here, with how each part of it is going, as soon as the office publishes it.</p>
          </EmptyState>
        </>
      )}
      {figures.length > 0 ? (
        <>
          <Heading level={2}>{figuresHeading(figures.length)}</Heading>
          <Cards columns={3}>
            {figures.map((figure) => (
              <MeasureCard key={figure.measure.id} picture={figure} href={`/measures/${figure.measure.slug}`} />
            ))}
          </Cards>
        </>
      ) : null}
      {picture ? <PlanInFull picture={picture} /> : null}
    </>
  ),
})

/** Counts before other figures, the largest first: the whole before its parts. */
function inOrder(figures: readonly MeasurePicture[]): MeasurePicture[] {
  const rank = ({ measure, latest }: MeasurePicture) => (measure.unit === 'count' ? (latest?.value ?? 0) : -1)
  return figures.toSorted((a, b) => rank(b) - rank(a))
}

function figuresHeading(count: number): string {
  return `${sentenceCount(count, 'figure')} people ask for first`
}
