import { Eyebrow, Heading, Lede, Prose, Small, Table } from '#ui/components.js'
import { formatDate, formatMoment, sentenceCount } from '#ui/format.js'
import { figureFormat, formatDifference, unitHeading, withUnit } from '../domain/figure.js'
import type { ImportFacts } from '../domain/import-source.js'
import type { Observation, SeriesPoint } from '../domain/observation.js'
import { inPeriod, periodLabel, shortLabel } from '../domain/period-words.js'
import { intervalOf } from '../domain/sentence.js'
import { marksInWords, markText, statusText } from './marks.js'
import type { ValueFacts } from './value-facts.js'

type Props = {
  readonly facts: ValueFacts
  /** Where the value of another period leads. */
  readonly valueHref: (point: Pick<SeriesPoint, 'period'>) => string
  /** Where a measure that this one is worked out from leads; undefined where the reader cannot go. */
  readonly inputHref: (input: ValueFacts['inputs'][number]) => string | undefined
  /** For staff: who took figures in, and why. The public learns that the office did, when, and from which file. */
  readonly showsWho?: boolean
}

/** One value of a measure: what it is, every version of it, and what it is made from. */
export function ValueView(props: Props) {
  const { measure, period, vintages, parts, steps } = props.facts
  return (
    <>
      <Eyebrow>Where a value comes from</Eyebrow>
      <Heading>
        {measure.title}, {periodLabel(period)}
      </Heading>
      <ValueSentence {...props} />
      {vintages.length > 0 ? <Versions {...props} /> : null}
      {parts.length > 0 ? <Parts {...props} /> : null}
      {steps.length > 0 ? <Working {...props} /> : null}
    </>
  )
}

function writerFor({ measure, figure, vintages, parts }: ValueFacts): (value: number) => string {
  const values = [
    figure?.value,
    figure?.samePeriodLastYear?.value,
    ...[...vintages, ...parts].map(({ value }) => value),
  ]
  return figureFormat(
    measure.unit,
    values.flatMap((each) => each ?? []),
  )
}

function ValueSentence({ facts }: Props) {
  const { measure, figure, why } = facts
  if (!figure) return <Lede>{why}</Lede>
  if (figure.value === null) return <Lede>There is no figure {figure.note ? `(${figure.note})` : ''}.</Lede>
  const write = writerFor(facts)
  const isWithheld = figure.from.some((point) => point.isWithheld)
  const marks = markText({ ...figure, isWithheld })
  const interval = intervalOf(measure, figure)
  return (
    <>
      <Lede>
        {withUnit(measure, write(figure.value))}
        {figure.base ? ` (${figure.base})` : ''}
        {marks ? ` ${marks}` : ''}
        {interval ? `, 95% interval ${write(interval.lower)} to ${write(interval.upper)}` : ''}.
      </Lede>
      {marks ? <Small>{marksInWords([{ ...figure, isWithheld }])}</Small> : null}
      <Prose>
        <p>{changeWords(facts, write)}</p>
        {figure.note ? <p>Note: {figure.note}</p> : null}
      </Prose>
    </>
  )
}

function changeWords({ measure, figure }: ValueFacts, write: (value: number) => string): string {
  const { change = null, samePeriodLastYear = null, whyNoChange = '' } = figure ?? {}
  const before = samePeriodLastYear?.value ?? null
  if (!change || !samePeriodLastYear || before === null) return whyNoChange
  const share = change.percent === null ? '' : ` (${Math.abs(change.percent).toFixed(1)}%)`
  const size = formatDifference(measure.unit, change.difference)
  const way = change.difference > 0 ? 'higher' : 'lower'
  const told = change.difference === 0 ? 'the same as' : `${size}${share} ${way} than`
  const why = change.why === '' ? '' : ` ${whyWords(change.isSignificant, change.why)}`
  return `That is ${told} ${inPeriod(samePeriodLastYear.period)}, ${write(before)}.${why}`
}

function whyWords(isSignificant: boolean | null, why: string): string {
  if (isSignificant === null) return `Whether that is more than chance cannot be told: ${lower(why)}.`
  return `That is ${isSignificant ? '' : 'no '}more than chance: ${lower(why)}.`
}

function lower(text: string): string {
  const plain = text.replace(/[.]$/, '')
  return /^[A-Z][a-z]/.test(plain) ? `${plain.charAt(0).toLowerCase()}${plain.slice(1)}` : plain
}

function Versions({ facts, showsWho = false }: Props) {
  const { measure, vintages, files } = facts
  const write = writerFor(facts)
  const newest = vintages.length - 1
  return (
    <>
      <Heading level={2} id="versions">
        Every version of this value
      </Heading>
      <p>
        {vintages.length === 1
          ? 'It was taken in once and never replaced.'
          : `${sentenceCount(vintages.length, 'version')}. The last one counts; those before it are kept as they were.`}
      </p>
      <Table
        stacks
        caption="Versions of the value, the earliest known first"
        captionHidden
        columns={[
          { label: 'Version', width: 'narrow' },
          { label: unitHeading(measure), align: 'number' },
          { label: 'Status' },
          { label: 'Known on' },
          { label: showsWho ? 'Taken in, by whom and why' : 'Recorded' },
          { label: 'From', width: 'third' },
        ]}
        rows={vintages.map((each, index) => [
          index === newest ? `${index + 1}, in force` : `${index + 1}`,
          each.value === null ? '–' : write(each.value),
          <>
            {statusText({ ...each, isRevised: false })}
            {each.note ? <Small>{each.note}</Small> : null}
          </>,
          formatDate(each.knownOn).replaceAll(' ', '\u00a0'),
          <TakenIn vintage={each} file={files.get(each.importId)} showsWho={showsWho} />,
          <FileWords file={files.get(each.importId)} />,
        ])}
      />
    </>
  )
}

type TakenInProps = {
  readonly vintage: Observation
  readonly file: ImportFacts | undefined
  readonly showsWho: boolean
}

function TakenIn({ vintage, file, showsWho }: TakenInProps) {
  return (
    <>
      {formatMoment(vintage.recordedAt)}
      {showsWho && file ? `, by ${file.importedBy}` : ', by the office'}
      {showsWho && file?.reason ? <Small>{file.reason}</Small> : null}
    </>
  )
}

function FileWords({ file }: { file: ImportFacts | undefined }) {
  if (!file) return <>–</>
  const { title, publisher, url, kind, fileName, sha256, licence, files } = file
  return (
    <>
      {url ? <a href={url}>{title}</a> : title}, {publisher}. {licence}.
      {kind === 'file' ? (
        <Small>
          File {fileName}
          {sha256 ? (
            <>
              , SHA-256 <span class="fingerprint">{sha256}</span>
            </>
          ) : null}
        </Small>
      ) : (
        <Small>Typed by a person, not from a file.</Small>
      )}
      {files.length > 0 ? <Small>Worked out from {files.length} files of the publisher.</Small> : null}
    </>
  )
}

function Parts({ facts, valueHref }: Props) {
  const { measure, parts } = facts
  const write = writerFor(facts)
  const hasBase = parts.some(({ denominator }) => denominator !== null)
  return (
    <>
      <Heading level={2} id="parts">
        What it is made from
      </Heading>
      <p>{pooledWords(facts)}</p>
      <Table
        caption="The figures that it is made from"
        captionHidden
        columns={[
          { label: 'Period' },
          { label: unitHeading(measure), align: 'number' },
          ...(hasBase
            ? [
                { label: 'Part', align: 'number' as const },
                { label: 'Of', align: 'number' as const },
              ]
            : []),
          { label: 'Status' },
          { label: 'Known on' },
        ]}
        rows={parts.map((point) => [
          <a href={valueHref(point)}>{shortLabel(point.period).replaceAll(' ', '\u00a0')}</a>,
          point.value === null ? '–' : write(point.value),
          ...(hasBase ? [numberOf(point.numerator), numberOf(point.denominator)] : []),
          statusText(point),
          point.knownOn ? formatDate(point.knownOn) : '–',
        ])}
      />
    </>
  )
}

function numberOf(value: number | null): string {
  return value === null ? '–' : figureFormat('count', [value])(value)
}

function pooledWords({ measure, parts }: ValueFacts): string {
  const ways: Readonly<Record<typeof measure.pooling, string>> = {
    sum: 'They are added up.',
    ratio: 'All parts together, of all wholes together: total over total, never a mean of percentages.',
    'ratio-over-mean': 'Their total, over the mean of what they are a rate of.',
    last: 'The last of them counts.',
    none: '',
  }
  return `${sentenceCount(parts.length, 'figure')}. ${ways[measure.pooling]}`
}

function Working({ facts, inputHref }: Props) {
  const { measure, steps, inputs, period } = facts
  return (
    <>
      <Heading level={2} id="working">
        How it is worked out
      </Heading>
      <p>
        Nobody types it: it is worked out for {periodLabel(period)} by <code>{measure.formula}</code>.
      </p>
      <Table
        caption="The working, step by step"
        captionHidden
        columns={[{ label: 'Part', width: 'third' }, { label: 'With figures' }, { label: 'Result', align: 'number' }]}
        rows={steps.map(({ part, working, shown }) => [<code>{part}</code>, working, shown])}
      />
      <p>What it is worked out from:</p>
      <ul>
        {inputs.map((input) => {
          const href = inputHref(input)
          return <li key={input.id}>{href ? <a href={href}>{input.title}</a> : input.title}</li>
        })}
      </ul>
    </>
  )
}
