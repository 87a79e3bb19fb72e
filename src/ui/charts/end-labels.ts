import { formatNumber } from '../format.js'
import { spread } from './labels.js'
import type { Box, LineChartContent, Room } from './line-content.js'
import { limitsAt } from './points.js'
import { textWidth } from './text-width.js'

/** How a label at the right end is written: in the brand's colour, as the target, or quietly. */
export type Tone = 'brand' | 'target' | 'quiet'

/** The words beside the end of a line, before they have a place. */
export type EndText = {
  readonly lines: readonly string[]
  readonly value: number
  readonly bold: boolean
  readonly tone: Tone
}

/** The words beside the end of a line, where they stand. */
export type EndLabel = Omit<EndText, 'value'> & { readonly y: number; readonly lineY: number }

/** What is written at the right end of a chart: newest limits and average, the target, the year before. */
export function endTexts(content: LineChartContent, room: Room): readonly EndText[] {
  const texts = [...limitTexts(content), ...targetText(content), ...yearBeforeText(content)]
  return texts.map(({ text, ...rest }) => ({ ...rest, lines: room.stacked ? inTwo(text) : [text] }))
}

type Said = Omit<EndText, 'lines'> & { readonly text: string }

function limitTexts({ points, band, format = formatNumber, centreName = 'Average' }: LineChartContent): Said[] {
  const newest = points.findLast((point) => limitsAt(point, band))
  const limits = newest ? limitsAt(newest, band) : band
  if (!limits) return []
  const said = (name: string, value: number | null) => `${name} ${value === null ? '' : format(value)}`
  const words = band?.labels ?? {
    upper: said('Upper limit', limits.upper),
    centre: said(centreName, limits.centre),
    lower: said('Lower limit', limits.lower),
  }
  const isLevel = limits.upper === limits.lower
  const shown = isLevel ? (['centre'] as const) : (['upper', 'centre', 'lower'] as const)
  return shown.flatMap((which): Said[] => {
    const value = limits[which]
    return value === null ? [] : [{ text: words[which], value, bold: which === 'centre', tone: 'brand' }]
  })
}

function targetText({ target, format = formatNumber }: LineChartContent): Said[] {
  if (!target) return []
  const text = target.label ?? `Target ${format(target.value)}`
  return [{ text, value: target.value, bold: true, tone: 'target' }]
}

function yearBeforeText({ yearBefore = [] }: LineChartContent): Said[] {
  const value = yearBefore.findLast((each) => each !== null)
  return value === undefined || value === null ? [] : [{ text: 'Year before', value, bold: false, tone: 'quiet' }]
}

function inTwo(text: string): readonly string[] {
  const space = text.lastIndexOf(' ')
  return space === -1 ? [text] : [text.slice(0, space), text.slice(space + 1)]
}

/** How wide the widest label is; 0 without labels. */
export function endWidth(texts: readonly EndText[], room: Room): number {
  return Math.max(0, ...texts.flatMap(({ lines, bold }) => lines.map((text) => textWidth(text, room.size, bold))))
}

/** Puts each label as near to its line as the others allow. */
export function placeEndLabels(
  texts: readonly EndText[],
  y: (value: number) => number,
  plot: Box,
  room: Room,
): readonly EndLabel[] {
  const line = room.size * 1.2
  const wanted = texts.map(({ lines, value }) => ({ at: y(value), height: lines.length * line }))
  const needed = wanted.reduce((total, { height }) => total + height, 0)
  const bottom = Math.max(plot.bottom + line / 2, Math.min(room.height, plot.top - line + needed))
  const centres = spread(wanted, plot.top - line, bottom)
  return texts.map(({ value, ...text }, index) => ({ ...text, y: centres[index] ?? 0, lineY: y(value) }))
}
