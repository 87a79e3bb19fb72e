import { type PeriodRequest, parsePeriodRequest, periodSlug } from '#modules/measures/index.js'
import { Heading, Notice, Small, Table } from '#ui/components.js'
import { formatDate, sentenceCount } from '#ui/format.js'
import type { RevisedFigure } from '../domain/revised.js'

type Props = { readonly revised: readonly RevisedFigure[] }

/** Above a published report: that some of its figures have since been revised. Nothing where none has. */
export function RevisedNotice({ revised }: Props) {
  if (revised.length === 0) return null
  const have = revised.length === 1 ? 'has' : 'have'
  return (
    <Notice title={`${sentenceCount(revised.length, 'figure')} in it ${have} since been revised`}>
      <p>
        The report stands as it was sent. <a href="#since-revised">See what was revised, from what to what</a>.
      </p>
    </Notice>
  )
}

/** Below a published report: what was revised since, from what to what, when and from which file. */
export function RevisedTable({ revised }: Props) {
  if (revised.length === 0) return null
  return (
    <section aria-labelledby="since-revised">
      <Heading level={2} id="since-revised">
        Revised since
      </Heading>
      <Table
        caption="Figures of this report that were revised after it was sent"
        captionHidden
        stacks
        columns={[
          { label: 'Figure', width: 'third' },
          { label: 'In the report' },
          { label: 'Now' },
          { label: 'Known since' },
          { label: 'From' },
        ]}
        rows={revised.map((each) => [
          <FigureLink key="figure" of={each} />,
          each.from || '–',
          nowWords(each),
          each.revisedOn ? formatDate(each.revisedOn) : '–',
          each.file ? each.file.title || each.file.name : '–',
        ])}
      />
    </section>
  )
}

function FigureLink({ of: { kind, measure, period, figures, charts } }: { of: RevisedFigure }) {
  const asked = parsePeriodRequest(period.code)
  const places = figures.map(({ number }) => number)
  return (
    <>
      {kind !== 'withdrawn' && asked.ok ? (
        <a href={whyHref(measure.slug, asked.value)}>
          {measure.title}, {period.label}
        </a>
      ) : (
        `${measure.title}, ${period.label}`
      )}
      <Small>
        {[
          places.length > 0 ? `Number ${places.join(', ')} in its list of figures` : '',
          charts.length > 0 ? `drawn in Figure ${charts.join(', ')}` : '',
        ]
          .filter(Boolean)
          .join('; ')}
      </Small>
    </>
  )
}

const nowWords = ({ kind, to }: RevisedFigure) => (kind === 'withdrawn' ? 'No longer given' : to)

/** Where the site says where a value comes from. */
function whyHref(slug: string, period: PeriodRequest): string {
  return `/measures/${slug}/values/${periodSlug(period)}`
}
