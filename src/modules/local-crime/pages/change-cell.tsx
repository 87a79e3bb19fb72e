import { WITHHELD_MARK, WITHHELD_WORDS } from '#modules/disclosure/index.js'
import { Small } from '#ui/components.js'
import { formatNumber, formatPercent, formatSigned } from '#ui/format.js'
import type { Change } from '../domain/crime-change.js'

/** "+47 (+0.8%)", or a dash where there is nothing to compare with. */
export function changeText(change: Change | null): string {
  if (!change) return '–'
  const { difference, percent } = change
  if (percent === null) return formatSigned(difference)
  const size = formatPercent(Math.abs(percent), Math.abs(percent) < 10 ? 1 : 0)
  const sign = percent < 0 ? '−' : '+'
  return `${formatSigned(difference)} (${/[1-9]/.test(size) ? `${sign}${size}` : size})`
}

/** Whether a change is more than chance, for the column beside it. */
export function chanceText(change: Change | null): string {
  if (!change || change.isMoreThanChance === null) return ''
  return change.isMoreThanChance ? 'yes' : 'no'
}

/** A count, or the mark of one that is not shown. */
export function countText(count: number | null, isWithheld = false): string {
  if (count !== null) return formatNumber(count)
  return isWithheld ? WITHHELD_MARK : '–'
}

/** Says why some counts of a table are not shown. Nothing where all are. */
export function Withheld({ counts }: { counts: readonly (number | null)[] }) {
  return counts.includes(null) ? (
    <Small>
      {WITHHELD_MARK}: {WITHHELD_WORDS.toLowerCase()}.
    </Small>
  ) : null
}
