import { CommentaryBesideLast, type MeasurePicture } from '#modules/measures/index.js'
import { VariationIcon } from '#ui/charts.js'
import { EmptyState, Heading } from '#ui/components.js'
import type { PackMeasure } from '../actions/make-pack.js'

type Props = { readonly exceptions: readonly PackMeasure[]; readonly href: (picture: MeasurePicture) => string }

/** The measures whose newest figure is more than usual variation, each with its sentence and what is said of it. */
export function Exceptions({ exceptions, href }: Props) {
  return (
    <section>
      <Heading level={2} id="exceptions">
        What stands out
      </Heading>
      {exceptions.length === 0 ? (
        <EmptyState title="No measure is outside its usual variation">
          <p>Rises and falls of the other measures are ordinary ups and downs, and need no explanation.</p>
        </EmptyState>
      ) : (
        exceptions.map((each) => <Exception key={each.picture.measure.id} exception={each} href={href} />)
      )}
    </section>
  )
}

function Exception({ exception: { picture, commentary }, href }: { exception: PackMeasure; href: Props['href'] }) {
  const { measure, control, sentence } = picture
  return (
    <section class="pack__exception">
      {control && control.chart !== 'run' ? (
        <VariationIcon variation={control.variation} polarity={control.polarity} size={36} />
      ) : (
        <span />
      )}
      <div>
        <Heading level={3}>
          <a href={href(picture)}>{measure.title}</a>
        </Heading>
        <p>{sentence}</p>
        {commentary.now || commentary.before ? (
          <CommentaryBesideLast pair={commentary} level={4} id={`commentary-${measure.slug}`} />
        ) : (
          <p class="quiet">The office has not said what it makes of this yet.</p>
        )}
      </div>
    </section>
  )
}
