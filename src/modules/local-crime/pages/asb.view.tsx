import { MeasureChart } from '#modules/measures/index.js'
import { ChartFigure, Heading } from '#ui/components.js'
import type { LocalCrime } from '../actions/crime-in-place.js'
import { isDrawn, saidOf } from './crime.view.js'

/** Anti-social behaviour, apart from crime. */
export function AntiSocialBehaviour({ crime: { asb, place } }: { crime: LocalCrime }) {
  if (asb.series.every(({ value }) => value === null || value === 0)) return null
  return (
    <>
      <Heading level={2} id="anti-social-behaviour">
        Anti-social behaviour
      </Heading>
      <p>Incidents that people report, not crimes: they stand in no other figure of this page. {saidOf(place, asb)}</p>
      {isDrawn(place, asb) ? (
        <ChartFigure chart={<MeasureChart picture={asb} id={`asb-${place.kind}`} width={1072} height={260} />}>
          One dot a month. The same source and releases as above.
        </ChartFigure>
      ) : null}
    </>
  )
}
