import type { ComponentChildren } from 'preact'
import {
  BigFigure,
  ChartFigure,
  DataLinks,
  EmptyState,
  Eyebrow,
  Halves,
  Heading,
  Lede,
  Prose,
  Small,
} from '#ui/components.js'
import { countOf, formatDate } from '#ui/format.js'
import type { MeasureLabel } from '../domain/framework.js'
import type { Period } from '../domain/period.js'
import { periodLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { OtherPeriods } from './asked-periods.view.js'
import { chartCaption, howToRead, ownCaption } from './caption.js'
import { writerOf } from './chart-model.js'
import { CommentaryBesideLast } from './commentary.view.js'
import { FigureTable } from './figure-table.js'
import { addressWith } from './known-on.js'
import { KnownOnForm, KnownOnNotice } from './known-on.view.js'
import { MeasureChart, MeasureSparkline } from './measure-chart.js'
import type { MeasureFacts } from './measure-facts.js'
import { periodSlug } from './period-address.js'
import { Signals } from './signals.view.js'
import { type InformedPlace, measureSourceLine, WhereFrom } from './where-from.js'
import { EarlierWordings } from './wordings.view.js'
import { listInWords } from './words.js'

/** Where the public reads how charts are made. */
const HOW_TO_READ = '/how-to-read-charts'

type MeasureViewProps = {
  readonly picture: MeasurePicture
  readonly facts: MeasureFacts
  /** The places in plans that it informs, for the eyebrow and the list. */
  readonly informs?: readonly InformedPlace[]
  /** What it is called in each plan and framework. */
  readonly labels?: readonly MeasureLabel[]
  /** The same figures for machines, where they can be read. */
  readonly links?: { readonly csv: string; readonly xlsx?: string; readonly json: string }
  /** 1072 for a full page (the default), 760 for a main column. */
  readonly width?: number
  /** What stands between the sentence and the chart: for staff, its state and what can be done. */
  readonly children?: ComponentChildren
}

/** A measure as the public reads it: what it says, its chart, its figures, and where they come from. */
export function MeasureView({ children, ...props }: MeasureViewProps) {
  const { picture, facts, informs = [], labels = [], links, width = 1072 } = props
  const { measure, sentence } = picture
  const { reading, periods, commentary, wordings } = facts
  const valueHref = ({ period }: { period: Period }) =>
    addressWith(`${reading.address}/values/${periodSlug(period)}`, { 'as-known-on': reading.asked.knownOn })
  return (
    <>
      <Eyebrow>Measure{informs.length > 0 ? ` · informs ${countOf(informs.length, 'part')} of the plan` : ''}</Eyebrow>
      <Heading>{measure.title}</Heading>
      <Lede>{knownNothing(props) ?? sentence}</Lede>
      <KnownOnNotice asked={reading.asked} path={reading.address} />
      {children}
      <Chart picture={picture} width={width} nothing={knownNothing(props)} />
      <CommentaryBesideLast pair={commentary} />
      <Halves>
        <div>
          <FigureTable picture={picture} valueHref={valueHref} />
        </div>
        <div>
          <Heading level={2}>Where this comes from</Heading>
          <WhereFrom picture={picture} informs={informs} labels={labels} />
          <EarlierWordings wordings={wordings} />
        </div>
      </Halves>
      <section class="no-print">
        <Heading level={2} id="periods">
          Other periods, other days
        </Heading>
        <OtherPeriods {...{ measure, reading, periods }} />
        <KnownOnForm asked={reading.asked} path={reading.address} keep={{ show: periods?.shownAs }} />
        {links ? <DataLinks {...linksAsKnown(links, reading.asked.knownOn)} /> : null}
      </section>
    </>
  )
}

type Links = NonNullable<MeasureViewProps['links']>

function linksAsKnown({ csv, xlsx, json }: Links, knownOn: string | undefined): Links {
  const asked = { 'as-known-on': knownOn }
  return {
    csv: addressWith(csv, asked),
    json: addressWith(json, asked),
    ...(xlsx && { xlsx: addressWith(xlsx, asked) }),
  }
}

/** What is said where no figure was known on the day asked for; undefined where one was. */
function knownNothing({ picture, facts }: MeasureViewProps): string | undefined {
  const { knownOn } = facts.reading.asked
  return knownOn && picture.series.length === 0 ? `No figure was known on ${formatDate(knownOn)}.` : undefined
}

type ChartProps = { readonly picture: MeasurePicture; readonly width: number; readonly nothing: string | undefined }

/** The newest figure and its signals, the chart, and what the chart shows in words. */
function Chart({ picture, width, nothing }: ChartProps) {
  const { measure, series, lacks } = picture
  if (series.length === 0) return <EmptyState title={nothing ? 'Nothing to show for that day' : 'No figures yet'} />
  if (lacks.length > 0)
    return (
      <EmptyState title="It is not charted yet">
        <p>Its definition still needs {listInWords(lacks)}. Its figures stand in the table.</p>
      </EmptyState>
    )
  const words = restOfSummary(picture)
  return (
    <>
      <Signals picture={picture} />
      <ChartFigure chart={<MeasureChart picture={picture} id={`chart-${measure.slug}`} width={width} />}>
        {chartCaption(picture)} <a href={HOW_TO_READ}>How to read this chart</a>
      </ChartFigure>
      {words ? (
        <Prose>
          <p>
            <strong>What the chart shows.</strong> {words}
          </p>
        </Prose>
      ) : null}
    </>
  )
}

/** The summary without the sentence that stands under the heading. */
function restOfSummary({ summary, sentence }: MeasurePicture): string {
  return summary.startsWith(sentence) ? summary.slice(sentence.length).trim() : summary
}

type CardProps = { readonly picture: MeasurePicture; readonly href: string; readonly level?: 2 | 3 }

/** One measure as a card: its newest figure, its course, one sentence, where it comes from. */
export function MeasureCard({ picture, href, level = 3 }: CardProps) {
  const { measure, latest, statement } = picture
  const value = latest?.value ?? null
  const isPlain = measure.unit === 'count' || measure.unit === 'pounds'
  return (
    <BigFigure
      level={level}
      label={latest ? `${measure.title}, ${cardPeriod(latest.period)}` : measure.title}
      value={value === null ? '–' : writerOf(picture)(value)}
      {...(!isPlain && value !== null && { unit: measure.unitLabel })}
      chart={<MeasureSparkline picture={picture} id={`spark-${measure.slug}`} />}
      note={[statement.comparison, statement.lastYear].filter(Boolean).join(' ') || statement.figure}
      source={
        <>
          {measure.source}. <a href={href}>See the measure</a>
        </>
      }
    />
  )
}

function cardPeriod(period: Period): string {
  return period.kind === 'financial-year' ? period.code : periodLabel(period)
}

type FigureProps = {
  readonly picture: MeasurePicture
  /** The measure's own page, when there is one to go to. */
  readonly href?: string
  readonly level?: 2 | 3 | 4
  /** Unique on its page; needed where one measure is shown twice. */
  readonly id?: string
  readonly width?: number
  /** Leaves out what `HowToRead` says above it. */
  readonly brief?: boolean
}

/** One measure inside a page or report: its sentence, its chart, what is needed to read it, its source. */
export function MeasureFigure({ picture, href, level = 3, id, width = 760, brief = false }: FigureProps) {
  const { measure, series, sentence } = picture
  return (
    <>
      <Heading level={level}>{measure.title}</Heading>
      <p>{sentence}</p>
      {series.length > 0 ? (
        <ChartFigure chart={<MeasureChart picture={picture} id={id ?? `chart-${measure.slug}`} width={width} />}>
          {brief ? ownCaption(picture) : chartCaption(picture)} Source: {measureSourceLine(picture)}
          {href ? (
            <>
              {' '}
              <a href={href}>Figures as a table</a> {brief ? null : <a href={HOW_TO_READ}>How to read this chart</a>}
            </>
          ) : null}
        </ChartFigure>
      ) : (
        <Small>{measureSourceLine(picture)}</Small>
      )}
    </>
  )
}

/** How to read the charts that follow, said once for all of them. Nothing where there is nothing to say. */
export function HowToRead({ of }: { of: readonly MeasurePicture[] }) {
  const words = howToRead(of)
  return words === '' ? null : (
    <Small>
      {words} <a href={HOW_TO_READ}>How to read the charts</a>
    </Small>
  )
}
