import { addDays, type IsoDate, ukDateOf } from '#kernel/dates.js'
import { typedDay } from '#kernel/typed-day.js'

/** What somebody asks of the trail, as typed into the address; an empty answer does not narrow. */
export type AuditQuestion = {
  /** The id of who did it. */
  readonly who: string
  readonly words: string
  readonly from: DayAnswer
  readonly until: DayAnswer
}

/** A day as it was typed; without a day where it is none. */
export type DayAnswer = { readonly typed: string; readonly day: IsoDate | undefined }

/** Longer questions are nobody's. In characters. */
const MOST_WORDS = 100

/** Reads the question from an address. */
export function auditQuestion(query: Readonly<Record<string, string>>): AuditQuestion {
  const { who = '', words = '', from = '', until = '' } = query
  return { who, words: words.trim().slice(0, MOST_WORDS), from: dayAnswer(from), until: dayAnswer(until) }
}

function dayAnswer(text: string): DayAnswer {
  const typed = text.trim().slice(0, 20)
  return { typed, day: typedDay(typed) }
}

/** The moment at which a day begins by the office's clock, in UTC: an hour earlier in summer. */
export function beginningOf(day: IsoDate): string {
  const inSummer = `${addDays(day, -1)}T23:00:00.000Z`
  return ukDateOf(new Date(inSummer)) === day ? inSummer : `${day}T00:00:00.000Z`
}

/** The question as it narrows the trail; the last day counts whole. */
export function narrowedBy({ who, words, from, until }: AuditQuestion) {
  return {
    ...(who && { actorId: who }),
    ...(words && { words }),
    ...(from.day && { from: beginningOf(from.day) }),
    ...(until.day && { until: beginningOf(addDays(until.day, 1)) }),
  }
}

/** The address that asks the same again, before an entry. */
export function addressOf(path: string, { who, words, from, until }: AuditQuestion, before?: number): string {
  const asked = { who, words, from: from.typed, until: until.typed, before: before?.toString() ?? '' }
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return query.size > 0 ? `${path}?${query}` : path
}
