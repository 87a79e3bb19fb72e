import type { PeriodRequest } from '../domain/period-request.js'
import { parsePeriodRequest } from '../domain/period-request.js'

/** A period as part of an address, without strokes and spaces: "2017/18 Q2" is "2017-18-q2", "2010/11" is "year-2010-11". */
export function periodSlug({ kind, code }: Pick<PeriodRequest, 'kind' | 'code'>): string {
  const plain = code.replace('/', '-').replaceAll(' ', '-').replace('-Q', '-q')
  return kind === 'financial-year' ? `year-${plain}` : plain
}

/** The period that an address names; undefined when it names none. The words of files are read too. */
export function periodFromSlug(slug: string): PeriodRequest | undefined {
  const words = slug
    .replace(/^year-(\d{4})-(\d{2})$/, '$1/$2')
    .replace(/^(\d{4})-(\d{2})-q([1-4])$/, '$1/$2 Q$3')
    .replace(/^(12m|ytd)-to-/, '$1 to ')
  const period = parsePeriodRequest(words)
  return period.ok ? period.value : undefined
}
