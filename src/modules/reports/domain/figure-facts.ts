import type { Json } from '#kernel/canonical-json.js'

/** A file from which a figure was taken, as far as the public may know it. */
export type FactFile = { readonly title: string; readonly name: string; readonly sha256: string; readonly url: string }

/** One figure as it was taken in. */
export type FactObservation = {
  readonly period: string
  readonly value: number | null
  readonly knownOn: string
  readonly recordedAt: string
  readonly file: FactFile | null
}

/** What stood behind a figure of a report when it was frozen, or stands behind it now. */
export type FigureFacts = {
  /** Its name within the report: 'burglary.2024/25.value'. */
  readonly figure: string
  /** Its place among the figures of its report, from 1; null in reports from before figures were counted. */
  readonly number: number | null
  readonly form: string
  /** As printed. */
  readonly text: string
  /** When it froze with the sign-off of its section; empty where it was read as the report was published. */
  readonly frozenAt: string
  readonly measure: {
    readonly slug: string
    readonly title: string
    readonly unit: string
    readonly unitLabel: string
    readonly source: string
  }
  readonly period: { readonly code: string; readonly label: string; readonly until: string }
  readonly value: number | null
  /** The figure of a year before that it was held against, where it was. */
  readonly before: number | null
  readonly beforePeriod: string | null
  /** The measures that it was worked out from. */
  readonly inputs: readonly string[]
  readonly observations: readonly FactObservation[]
}

type Fields = Readonly<Record<string, Json | undefined>>

/** Reads the facts of a figure from what was kept with its publication. */
export function figureFactsOf(json: Json | undefined): FigureFacts {
  const all = fieldsOf(json)
  const [measure, period, change] = [fieldsOf(all.measure), fieldsOf(all.period), fieldsOf(all.change)]
  return {
    ...{ figure: words(all.figure), form: words(all.form), text: words(all.text), frozenAt: words(all.frozenAt) },
    ...{ number: numberIn(all.number), value: numberIn(all.value) },
    before: numberIn(change.before),
    beforePeriod: typeof change.beforePeriod === 'string' ? change.beforePeriod : null,
    measure: {
      slug: words(measure.slug),
      title: words(measure.title),
      unit: words(measure.unit),
      unitLabel: words(measure.unitLabel),
      source: words(measure.source),
    },
    period: { code: words(period.code), label: words(period.label), until: words(period.until) },
    inputs: listIn(all.inputs).map(words),
    observations: listIn(all.observations).map(observationOf),
  }
}

function observationOf(json: Json): FactObservation {
  const { period, value, knownOn, recordedAt, file } = fieldsOf(json)
  return {
    ...{ period: words(period), value: numberIn(value), knownOn: words(knownOn), recordedAt: words(recordedAt) },
    file: file ? fileOf(fieldsOf(file)) : null,
  }
}

const fileOf = ({ title, fileName, sha256, url }: Fields): FactFile => ({
  ...{ title: words(title), name: words(fileName), sha256: words(sha256), url: words(url) },
})

function fieldsOf(json: Json | undefined): Fields {
  return isRecord(json) ? json : {}
}

/** Whether it is a record of names and values. */
export function isRecord(json: Json | undefined): json is Readonly<Record<string, Json>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

const listIn = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : [])
const words = (json: Json | undefined): string => (typeof json === 'string' ? json : '')
const numberIn = (json: Json | undefined): number | null => (typeof json === 'number' ? json : null)
