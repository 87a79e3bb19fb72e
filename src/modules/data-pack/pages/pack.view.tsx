import {
  addressWith,
  figureFormat,
  hasCourse,
  howToRead,
  LatestPeriods,
  MeasureChart,
  type MeasurePicture,
  marksInWords,
  NewestFigures,
  ownCaption,
  type PeriodFigure,
  periodLabel,
  SignalKey,
  SignalTable,
  withUnit,
} from '#modules/measures/index.js'
import { ChartFigure, Eyebrow, Heading, Lede, Small, Table } from '#ui/components.js'
import { countOf, formatDate, sentenceCount } from '#ui/format.js'
import type { Pack, PackMeasure, PackPart } from '../actions/make-pack.js'
import { Exceptions } from './exceptions.view.js'

type Props = { readonly pack: Pack; readonly today: string }

/** The pack: cover and what stands out, all measures as icons, half a page a measure, definitions and notes. */
export function PackView(props: Props) {
  const { pack } = props
  const href = ({ measure }: MeasurePicture) =>
    addressWith(`/measures/${measure.slug}`, { 'as-known-on': pack.knownOn })
  const pictures = pack.parts.flatMap(({ measures }) => measures.map(({ picture }) => picture))
  return (
    <article class="pack">
      <Cover {...props} />
      <Exceptions exceptions={pack.exceptions} href={href} />
      <section class="pack__sheet">
        <Heading level={2} id="measures">
          Every measure
        </Heading>
        <SignalTable id="icons" caption="Every current measure" pictures={pictures} href={href} isShort />
        <SignalKey pictures={pictures} />
        <Small>{howToRead(pictures.filter(hasCourse))}</Small>
      </section>
      {pack.parts.map((part) => (
        <PartPages key={part.id} part={part} href={href} />
      ))}
      <Definitions pack={pack} pictures={pictures} />
    </article>
  )
}

const pictureOf = ({ picture }: PackMeasure) => picture

function Cover({ pack, today }: Props) {
  const { office, plan, quarter, knownOn, parts, exceptions } = pack
  const count = parts.reduce((sum, { measures }) => sum + measures.length, 0)
  const late = parts.flatMap(({ measures }) => measures).filter(({ picture }) => picture.nextDue?.isPast)
  return (
    <header class="pack__cover">
      <Eyebrow>{office}</Eyebrow>
      <Heading>Data pack, {periodLabel({ ...quarter, kind: 'quarter' })}</Heading>
      <Lede>
        For the Business Coordination Board. Quarter {quarter.code.slice(-1)} of {quarter.code.slice(0, 7)}
        {plan ? `, under the ${plan.charAt(0).toLowerCase()}${plan.slice(1)}` : ''}.
      </Lede>
      <ul class="pack__counts">
        <li>{countOf(count, 'current measure')}</li>
        <li>
          {exceptions.length === 0
            ? 'None stands out'
            : `${sentenceCount(exceptions.length, 'measure')} ${exceptions.length === 1 ? 'stands' : 'stand'} out`}
        </li>
        <li>
          {late.length === 0
            ? 'No figures are overdue'
            : `${sentenceCount(late.length, 'measure')} ${late.length === 1 ? 'waits' : 'wait'} for newer figures`}
        </li>
      </ul>
      <Small>
        Figures up to {formatDate(quarter.until)}, as known on {formatDate(knownOn ?? today)}. Public measures only;
        small numbers are withheld.
      </Small>
    </header>
  )
}

type Href = (picture: MeasurePicture) => string

function PartPages({ part: { id, title, measures }, href }: { part: PackPart; href: Href }) {
  const courses = measures.filter(({ picture }) => hasCourse(picture))
  const single = measures.filter(({ picture }) => !hasCourse(picture)).map(pictureOf)
  return (
    <section class="pack__part">
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {courses.map((each) => (
        <HalfPage key={each.picture.measure.id} measure={each} href={href} />
      ))}
      {single.length > 0 ? <NewestFigures caption={`Other figures: ${title}`} pictures={single} href={href} /> : null}
    </section>
  )
}

function HalfPage({ measure: { picture, ofQuarter }, href }: { measure: PackMeasure; href: Href }) {
  const { measure, sentence } = picture
  return (
    <section class="pack__measure">
      <Heading level={3}>
        <a href={href(picture)}>{measure.title}</a>
      </Heading>
      <p>
        {sentence} {ofQuarter ? quarterWords(picture, ofQuarter) : ''}
      </p>
      <ChartFigure chart={<MeasureChart picture={picture} id={`pack-${measure.slug}`} width={760} height={220} />}>
        {ownCaption(picture)}
      </ChartFigure>
      <LatestPeriods picture={picture} />
    </section>
  )
}

/** "The whole quarter: 16,461 crimes." */
function quarterWords({ measure, series }: MeasurePicture, { value, base }: PeriodFigure): string {
  if (value === null) return ''
  const write = figureFormat(
    measure.unit,
    series.flatMap((point) => point.value ?? []),
  )
  return `The whole quarter: ${withUnit(measure, write(value))}${base ? ` (${base})` : ''}.`
}

function Definitions({ pack, pictures }: { pack: Pack; pictures: readonly MeasurePicture[] }) {
  const meanings = marksInWords(pictures.flatMap(({ series }) => series.slice(-5)))
  return (
    <section class="pack__sheet">
      <Heading level={2} id="definitions">
        Definitions and notes
      </Heading>
      <p>
        {meanings} A target is drawn only where the office has set one; every other measure is only watched. Figures of
        a quarter are the sum of its months, or total over total for shares.
      </p>
      <Table
        caption="What each measure is, where it comes from and what to bear in mind"
        captionHidden
        columns={[
          { label: 'Measure', width: 'fifth' },
          { label: 'What it is' },
          { label: 'Bear in mind', width: 'half' },
        ]}
        rows={pictures.map(({ measure }) => [
          measure.title,
          <>
            {measure.definition}
            <Small>
              {measure.source}. {measure.owner}.
            </Small>
          </>,
          measure.caveat,
        ])}
      />
      {pack.leftOut.length > 0 ? (
        <Small>
          Left out, since they have no figure for the quarter or the year before it:{' '}
          {pack.leftOut.map(({ measure }) => measure.title).join(', ')}.
        </Small>
      ) : null}
    </section>
  )
}
