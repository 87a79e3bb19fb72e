import type { ComponentChildren } from 'preact'
import { AssuranceIcon, assuranceWords, VariationIcon, variationWords } from '#ui/charts.js'
import { Small, Table, VisuallyHidden } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { withUnit } from '../domain/figure.js'
import { shortLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { drawsLine, writerOf } from './chart-model.js'
import { markText } from './marks.js'
import { MeasureSparkline } from './measure-chart.js'
import { hasSignal } from './signal-order.js'
import { runWords } from './words.js'
import { yearChange } from './year-change.js'

type Props = {
  /** Unique on its page: pictures are told apart by it. */
  readonly id: string
  readonly caption: string
  readonly pictures: readonly MeasurePicture[]
  readonly href: (picture: MeasurePicture) => string
  /** What a measure is called here, where that is not its own name. */
  readonly labelOf?: (picture: MeasurePicture) => string
  /** Leaves sources out, for paper. */
  readonly isShort?: boolean
  /** What stands under a name instead of a warning that newer figures are late: for staff, when they are due. */
  readonly dueText?: (picture: MeasurePicture) => string
}

/** Many measures in one table: the newest figure of each, how it changed, and what its chart says, as icon and word. */
export function SignalTable({ id, caption, pictures, href, labelOf, isShort, dueText }: Props) {
  const columns = columnsFor(pictures, isShort === true)
  return (
    <div class={isShort ? 'signal-table signal-table--short' : 'signal-table'}>
      <Table
        caption={caption}
        captionHidden
        stacks
        columns={[
          // Of one width in every table of a page, so that columns stand below each other.
          { label: 'Measure', width: 'quarter' },
          { label: 'Newest figure', align: 'number', width: 'narrow' },
          { label: 'On the year before', align: 'number', width: 'narrow' },
          ...columns.map(({ label, width }) => ({ label, width })),
        ]}
        rows={pictures.map((picture) => [
          <MeasureName {...{ picture, href, labelOf, isShort, dueText }} />,
          <Newest picture={picture} />,
          <Change picture={picture} />,
          ...columns.map(({ cell }) => cell(picture, id)),
        ])}
      />
    </div>
  )
}

type Column = {
  readonly label: string
  readonly width: 'narrow' | 'fifth'
  readonly cell: (picture: MeasurePicture, id: string) => ComponentChildren
  readonly isFilled: (picture: MeasurePicture) => boolean
}

const COLUMNS: readonly Column[] = [
  {
    label: 'Variation',
    width: 'fifth',
    cell: (picture) => <VariationCell picture={picture} />,
    isFilled: ({ control }) => control !== undefined,
  },
  {
    label: 'Target',
    width: 'narrow',
    cell: (picture) => <TargetCell picture={picture} />,
    isFilled: ({ target }) => target !== undefined,
  },
  {
    label: 'Course',
    width: 'narrow',
    cell: (picture, id) => <MeasureSparkline picture={picture} id={`${id}-${picture.measure.slug}`} />,
    isFilled: drawsLine,
  },
]

/** In a short table a column that nobody fills is left out. */
function columnsFor(pictures: readonly MeasurePicture[], isShort: boolean): readonly Column[] {
  return COLUMNS.filter(({ isFilled }) => !isShort || pictures.some(isFilled))
}

type NameProps = Pick<Props, 'href' | 'labelOf' | 'isShort' | 'dueText'> & { readonly picture: MeasurePicture }

function MeasureName({ picture, href, labelOf, isShort, dueText }: NameProps) {
  const { measure, nextDue, isKept } = picture
  const isLate = nextDue?.isPast === true && !isKept
  const label = labelOf?.(picture) ?? measure.title
  return (
    <>
      <a href={href(picture)}>{label}</a>
      {isShort ? null : (
        <Small>
          {label === measure.title ? '' : `${measure.title}. `}
          {measure.source}
        </Small>
      )}
      {dueText ? <p class={isLate ? 'small late' : 'small'}>{dueText(picture)}</p> : null}
      {isLate && !dueText ? <p class="small late">Newer due since {formatDate(nextDue.on)}</p> : null}
    </>
  )
}

function Newest({ picture }: { picture: MeasurePicture }) {
  const { latest, measure } = picture
  if (!latest || latest.value === null) return <>None yet</>
  const written = writerOf(picture)(latest.value)
  return (
    <>
      {written} {markText(latest)}
      {measure.unit === 'percentage' || measure.unit === 'pounds' ? (
        <VisuallyHidden> {withUnit(measure, '').trim()}</VisuallyHidden>
      ) : (
        <Small>{measure.unitLabel}</Small>
      )}
      <Small>{shortLabel(latest.period).replaceAll(' ', '\u00a0')}</Small>
    </>
  )
}

function Change({ picture }: { picture: MeasurePicture }) {
  const { text, note } = yearChange(picture)
  return (
    <>
      {text}
      {note ? <Small>{note}</Small> : null}
    </>
  )
}

function VariationCell({ picture: { control } }: { picture: MeasurePicture }) {
  if (!control) return <span class="quiet">No limits</span>
  if (control.chart === 'run') return <>{runWords(control)}</>
  const { variation, polarity, isEnough } = control
  return (
    <span class="signal">
      <VariationIcon {...{ variation, polarity, isEnough }} size={28} />
      <span aria-hidden="true">{variationWords(variation, polarity, isEnough)}</span>
    </span>
  )
}

function TargetCell({ picture: { control, target, latest, measure } }: { picture: MeasurePicture }) {
  if (!target) return <span class="quiet">None</span>
  if (control && control.assurance !== 'none')
    return (
      <span class="signal">
        <AssuranceIcon assurance={control.assurance} isEnough={control.isEnough} size={28} />
        <span aria-hidden="true">{assuranceWords(control.assurance, control.isEnough)}</span>
      </span>
    )
  const value = latest?.value ?? 0
  const isMet = measure.polarity === 'down-is-good' ? value <= target.value : value >= target.value
  return <>{isMet ? 'Met' : 'Not met'} by the newest figure</>
}

/** What the icons of these measures mean, said once. */
export function SignalKey({ pictures }: { pictures: readonly MeasurePicture[] }) {
  const drawn = pictures.filter(({ control }) => control?.isEnough)
  const standing = drawn.filter(hasSignal).length
  return (
    <Small>
      Limits of usual variation are worked out for monthly figures once 13 months are held
      {drawn.length > 0
        ? `: ${drawn.length} of these ${pictures.length} measures have them, and ${standing} ${standing === 1 ? 'stands' : 'stand'} out`
        : ''}
      . H means higher than usual, L lower. Without a target, nothing is coloured good or bad.{' '}
      <a href="/how-to-read-charts">How to read the charts</a>
    </Small>
  )
}
