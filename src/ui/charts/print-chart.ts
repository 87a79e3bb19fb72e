import { palette, tint } from '../palette.js'

/** A chart by itself, for print: one drawing with its own typeface and the office's colour. */
export type PrintChart = { readonly svg: string; readonly width: number; readonly height: number }

/** Takes the wide drawing out of a chart's markup. Nothing outside the drawing, style sheets included, is needed to show it. */
export function printChart(html: string, brand: string): PrintChart {
  const drawn = /<svg\b[\s\S]*?<\/svg>/.exec(html)?.[0] ?? ''
  const [, width = '784', height = '300'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawn) ?? []
  const svg = drawn
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" font-family="Source Sans 3" ')
    .replaceAll(/ (?:class|role|aria-[a-z]+)="[^"]*"/g, '')
    .replaceAll(/<(title|desc)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(palette.brand, brand)
    .replaceAll(palette.band, tint(brand, 0.065))
  return { svg, width: Number(width), height: Number(height) }
}
