import type { Parts } from './archive.js'

/** A sheet without its empty cells and rows, which formatting leaves behind by the million. */
export function tidySheet(part: Buffer): Buffer {
  const text = part.toString('utf8')
  const tidied = text
    .replaceAll(/<c\s[^>]*\/>/g, '')
    .replaceAll(/<c\s[^>]*><\/c>/g, '')
    .replaceAll(/<row\s[^>]*\br="\d+"[^>]*(\/>|>\s*<\/row>)/g, '')
  return tidied.length === text.length ? part : Buffer.from(tidied)
}

/**
 * The content of an OpenDocument sheet with the style of empty cells taken away, so that they count as empty, and
 * with percentages as text ("45.3%"), so that they are not taken for the 0.453 that is stored.
 */
export function tidyOds(part: Buffer): Buffer {
  const text = part.toString('utf8')
  return Buffer.from(text.replaceAll(EMPTY_CELL, withoutStyle).replaceAll(PERCENT_CELL, asText))
}

const EMPTY_CELL = /<table:(?:covered-)?table-cell\b[^>]*\/>/g
const PERCENT_CELL =
  /<table:table-cell\b([^>]*?\boffice:value-type="percentage"[^>]*?)(?:\/>|>.*?<\/table:table-cell>)/gs

function withoutStyle(cell: string): string {
  return /office:value/.test(cell)
    ? cell
    : cell.replaceAll(/ (table:style-name|table:content-validation-name)="[^"]*"/g, '')
}

function asText(cell: string, attributes: string): string {
  const share = Number(/office:value="([^"]*)"/.exec(attributes)?.[1] ?? Number.NaN)
  if (!Number.isFinite(share)) return cell
  const kept = attributes.replaceAll(/ ?(office|calcext):(value-type|value)="[^"]*"/g, '')
  const text = `${Number((share * 100).toPrecision(15))}%`
  return `<table:table-cell ${kept.trim()} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
}

/** The names of the sheets of an OpenDocument workbook, in order; nothing when any cells are merged. */
export function plainSheetNames(parts: Parts): string[] | undefined {
  const content = parts.get('content.xml')?.toString('utf8') ?? ''
  if (/table:number-(?:rows|columns)-spanned="(?!1")/.test(content)) return undefined
  return [...content.matchAll(/<table:table\s[^>]*?\btable:name="([^"]*)"/g)].map(([, name = '']) => unescaped(name))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
}

/** How many hidden rows each sheet of an OpenDocument workbook has, by the sheet's name. */
export function hiddenRowsOfOds(parts: Parts): Map<string, number> {
  const hidden = new Map<string, number>()
  const content = parts.get('content.xml')?.toString('utf8') ?? ''
  for (const table of content.split(/(?=<table:table\s)/).slice(1)) {
    const name = /^<table:table\s[^>]*\btable:name="([^"]*)"/.exec(table)?.[1] ?? ''
    const rows = [...table.matchAll(/<table:table-row\s[^>]*\btable:visibility="(?:collapse|filter)"/g)].length
    if (rows > 0) hidden.set(name, rows)
  }
  return hidden
}
