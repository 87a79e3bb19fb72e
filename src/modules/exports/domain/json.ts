import type { Json } from '#kernel/canonical-json.js'
import { OGL } from './licences.js'
import { areaUri, periodUri } from './period-uri.js'
import {
  type ExportedFigure,
  type ExportedMeasure,
  MARKS,
  marksOf,
  newestMoment,
  type PublishedData,
} from './published.js'

/** Everything that the public may have, as one JSON document. */
export function measuresJson(data: PublishedData): Json {
  return {
    title: `Measures published by ${data.publisher}`,
    ...factsOf(data),
    measures: data.measures.map((measure) => ({ ...measureFacts(measure), ...figuresJson(measure) })),
  }
}

/** One measure as a JSON document of its own. */
export function measureJson(data: PublishedData, measure: ExportedMeasure): Json {
  return { ...measureFacts(measure), ...factsOf(data), ...figuresJson(measure) }
}

function factsOf({ publisher, asKnownOn, measures }: PublishedData): { [name: string]: Json } {
  return {
    publisher,
    licence: { name: OGL.title, url: OGL.path },
    asKnownOn,
    newestRecord: newestMoment(measures),
    marks: MARKS,
  }
}

function measureFacts({ figures: _figures, vintages: _vintages, sources: _sources, ...words }: ExportedMeasure) {
  return words
}

function figuresJson({ figures, sources }: ExportedMeasure): { [name: string]: Json } {
  return { figures: figures.map(figureJson), files: sources }
}

function figureJson(figure: ExportedFigure): Json {
  const { area, period, value, numerator, denominator, status, isRevised, isBreak, note, interval } = figure
  const { knownOn, recordedAt, source } = figure
  return {
    period: { ...period, uri: periodUri(period) },
    area: { code: area, uri: areaUri(area) },
    ...{ value, numerator, denominator, interval, status, marks: marksOf(figure), isRevised, isBreak, note },
    ...{ knownOn, recordedAt },
    file: source && { name: source.fileName, sha256: source.sha256 },
  }
}
