import type { IsoDate } from '#kernel/dates.js'
import { proseOf } from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { datesInText, isoOf, isRealDay } from '#modules/quantities/index.js'

/** How many sentences of a document's head may name its time. */
const HEAD = 4

/** The month that a document speaks from: of its date, or the end of the year that its headings name. Months from year nought. */
function monthOf(document: CheckedDocument): number | undefined {
  const { date } = document
  if (date) return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  const heads = proseOf(document).sentences.slice(0, HEAD)
  return heads
    .filter((sentence) => sentence.kind === 'heading')
    .flatMap((sentence) => sentence.items.flatMap((item) => item.period?.until ?? []))
    .at(0)
}

/** Whether two documents are known to speak from different times, more than two months apart. */
export const areOfOtherTimes = (one: CheckedDocument, other: CheckedDocument): boolean => monthsApart(one, other) > 2

/** Whether two documents are known to speak from one time. */
export const areOfOneTime = (one: CheckedDocument, other: CheckedDocument): boolean => monthsApart(one, other) <= 2

/** Not a number where either does not say its time. */
const monthsApart = (one: CheckedDocument, other: CheckedDocument): number =>
  Math.abs((monthOf(one) ?? Number.NaN) - (monthOf(other) ?? Number.NaN))

/** How much of a document's head may say its day. */
const HEAD_LENGTH = 600

/** The day of a document: the first that its head names ("Published 12 July 2024"), unless that is after its file's own. */
export function dayOf(document: CheckedDocument): IsoDate | undefined {
  const start = document.blocks[0]?.start ?? 0
  const [said] = datesInText(document.text.slice(start, start + HEAD_LENGTH)).flatMap((date) =>
    isRealDay(date) ? (isoOf(date) ?? []) : [],
  )
  return said && (!document.date || said < document.date) ? said : document.date
}
