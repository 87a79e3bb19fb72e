import { type PeriodRequest, parsePeriodRequest, periodSlug } from '#modules/measures/index.js'
import { Heading, Notice, Small, SummaryList, Table } from '#ui/components.js'
import { formatDate, sentenceCount } from '#ui/format.js'
import type { CheckedFigure, CheckedPublication } from '../actions/check-figure.js'
import type { Standing } from '../domain/standing.js'

const WORDS: Readonly<Record<Standing, string>> = {
  confirmed: 'Confirmed',
  corrected: 'Corrected',
  superseded: 'Superseded',
}

const SENTENCES: Readonly<Record<Standing, string>> = {
  confirmed: 'It was printed so, and it is still so.',
  corrected: 'The office has put another figure in its place in a later number of this report.',
  superseded: 'It was printed so. The register has been revised since.',
}

/** What became of one printed figure. */
export function FigureStanding({ checked, figure }: { checked: CheckedPublication; figure: CheckedFigure }) {
  const { facts, standing, code } = figure
  return (
    <>
      <Notice kind={standing === 'confirmed' ? 'plain' : 'worry'} title={`${WORDS[standing]}: figure ${code}`}>
        <p>{SENTENCES[standing]}</p>
      </Notice>
      <SummaryList
        rows={[
          { key: 'As printed', value: facts.text },
          ...nowRows(figure, checked),
          { key: 'Measure', value: `${facts.measure.title}, ${facts.period.label}` },
          { key: 'Source', value: sourceWords(figure) },
          { key: 'In', value: <PublicationLink of={checked} /> },
          { key: 'Why', value: <WhyLink figure={figure} /> },
        ]}
      />
    </>
  )
}

function nowRows({ later, revised }: CheckedFigure, { slug, correction }: CheckedPublication) {
  const corrected = later && [
    {
      key: 'Corrected to',
      value: (
        <>
          {later.text} <a href={`/reports/${slug}`}>in number {later.number}</a>
          {correction ? <Small>{correction.reason}</Small> : null}
        </>
      ),
    },
  ]
  const now = revised && [
    {
      key: 'The register says now',
      value: (
        <>
          {revised.to || 'No longer given'}
          {revised.kind === 'base'
            ? ` for ${revised.period.label}, which it is held against; it was ${revised.from}`
            : ''}
          {revised.revisedOn ? <Small>Known since {formatDate(revised.revisedOn)}</Small> : null}
          {revised.file ? <Small>From {revised.file.title || revised.file.name}</Small> : null}
        </>
      ),
    },
  ]
  return [...(corrected || []), ...(now || [])]
}

function sourceWords({ facts }: CheckedFigure): string {
  const file = facts.observations.at(-1)?.file
  const name = file ? file.title || file.name : ''
  return [facts.measure.source, name].filter(Boolean).join('. ')
}

function WhyLink({ figure: { facts, revised } }: { figure: CheckedFigure }) {
  const period = parsePeriodRequest(facts.period.code)
  if (!period.ok || revised?.kind === 'withdrawn') return <>The office no longer publishes this measure.</>
  return <a href={whyHref(facts.measure.slug, period.value)}>Where this figure comes from</a>
}

const whyHref = (slug: string, period: PeriodRequest) => `/measures/${slug}/values/${periodSlug(period)}`

function PublicationLink({ of: { slug, title, number, newest, sentOn } }: { of: CheckedPublication }) {
  const href = number === newest ? `/reports/${slug}` : `/reports/${slug}/numbers/${number}`
  return (
    <>
      <a href={href}>{title}</a>, number {number} of {formatDate(sentOn)}
    </>
  )
}

/** A whole report: what became of each of its figures. */
export function PublicationStanding({ checked }: { checked: CheckedPublication }) {
  const { figures, number, newest, correction, slug } = checked
  const changed = figures.filter(({ standing }) => standing !== 'confirmed').length
  return (
    <>
      <p>
        <PublicationLink of={checked} />.
      </p>
      {number < newest ? (
        <Notice kind="worry" title={correction ? 'This number was corrected' : 'A later number replaces this one'}>
          {correction ? (
            <p>
              On {formatDate(correction.on)}, in number {correction.number}. {correction.reason}
            </p>
          ) : null}
          <p>
            <a href={`/reports/${slug}`}>Read number {newest}</a>
          </p>
        </Notice>
      ) : null}
      {figures.length === 0 ? (
        <p>This report has no figures that are followed one by one.</p>
      ) : (
        <>
          <Heading level={2}>
            {changed === 0
              ? 'Every figure stands as printed'
              : `${sentenceCount(changed, 'figure')} of ${figures.length} no longer ${changed === 1 ? 'stands' : 'stand'} as printed`}
          </Heading>
          <Table
            caption="Figures of this report"
            captionHidden
            stacks
            columns={[
              { label: 'Code' },
              { label: 'Figure', width: 'third' },
              { label: 'As printed', width: 'third' },
              { label: 'Today' },
            ]}
            rows={figures.map(({ code, facts, standing }) => [
              <a key="code" href={`/check/${code}`}>
                {code}
              </a>,
              `${facts.measure.title}, ${facts.period.label}`,
              facts.text,
              WORDS[standing],
            ])}
          />
        </>
      )}
    </>
  )
}
