/** A period as it leaves: how it is written, what kind it is, its first and last day. */
export type ExportedPeriod = {
  readonly code: string
  readonly kind: 'month' | 'quarter' | 'financial-year' | 'calendar-year' | 'rolling-12-months' | 'as-at'
  readonly from: string
  readonly until: string
}

const INTERVALS = 'http://reference.data.gov.uk/id'

/** The address of a period among the intervals of reference.data.gov.uk, by which other data sets name the same period. */
export function periodUri({ kind, code, from, until }: ExportedPeriod): string {
  const [year = '', month = ''] = from.split('-')
  switch (kind) {
    case 'month':
      return `${INTERVALS}/month/${year}-${month}`
    case 'quarter':
      return `${INTERVALS}/government-quarter/${governmentYear(code)}/Q${code.slice(-1)}`
    case 'financial-year':
      return `${INTERVALS}/government-year/${governmentYear(code)}`
    case 'calendar-year':
      return `${INTERVALS}/year/${year}`
    case 'rolling-12-months':
      return `${INTERVALS}/gregorian-interval/${from}T00:00:00/P1Y`
    case 'as-at':
      return `${INTERVALS}/day/${until}`
  }
}

/** "2017/18 Q2" lies in the government year 2017-2018. */
function governmentYear(code: string): string {
  const year = Number(code.slice(0, 4))
  return `${year}-${year + 1}`
}

/** The address of an area that has a code of the Office for National Statistics; null for areas that have only names. */
export function areaUri(area: string): string | null {
  return /^[A-Z]\d{8}$/.test(area) ? `http://statistics.data.gov.uk/id/statistical-geography/${area}` : null
}
