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
function tidyOds(text: string, part: Buffer): Buffer {
  const tidied = text.replaceAll(EMPTY_CELL, withoutStyle).replaceAll(PERCENT_CELL, asText)
  return tidied === text ? part : Buffer.from(tidied)
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

/** What is known of an OpenDocument workbook before its cells are read, and its content as it is read. */
export type OdsContent = {
  readonly tidied: Buffer
  /** The names of its sheets, in order; nothing when any cells are merged. */
  readonly plainNames: readonly string[] | undefined
  /** How many hidden rows each sheet has, by the sheet's name. */
  readonly hiddenRows: ReadonlyMap<string, number>
  /** The names of hidden sheets. */
  readonly hiddenSheets: ReadonlySet<string>
}

/** Looks at the content of an OpenDocument workbook once: as text it is the largest thing that reading holds. */
export function odsContent(part: Buffer): OdsContent {
  const content = part.toString('utf8')
  const hidden = { hiddenRows: hiddenRowsOfOds(content), hiddenSheets: hiddenSheetsOfOds(content) }
  return { ...hidden, plainNames: plainSheetNames(content), tidied: tidyOds(content, part) }
}

function plainSheetNames(content: string): string[] | undefined {
  if (/table:number-(?:rows|columns)-spanned="(?!1")/.test(content)) return undefined
  return [...content.matchAll(/<table:table\s[^>]*?\btable:name="([^"]*)"/g)].map(([, name = '']) => unescaped(name))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
}

/** A sheet is hidden by its style. */
function hiddenSheetsOfOds(content: string): Set<string> {
  const styles = content.matchAll(/<style:style\s([^>]*\bstyle:family="table"[^>]*)>(.*?)<\/style:style>/gs)
  const hiding = [...styles].flatMap(([, attributes = '', inner = '']) =>
    /\btable:display="false"/.test(inner) ? (/\bstyle:name="([^"]*)"/.exec(attributes)?.[1] ?? []) : [],
  )
  const tables = content.matchAll(/<table:table\s([^>]*)>/g)
  return new Set(
    [...tables].flatMap(([, attributes = '']) => {
      const style = /\btable:style-name="([^"]*)"/.exec(attributes)?.[1] ?? ''
      return hiding.includes(style) ? unescaped(/\btable:name="([^"]*)"/.exec(attributes)?.[1] ?? '') : []
    }),
  )
}

function hiddenRowsOfOds(content: string): Map<string, number> {
  const hidden = new Map<string, number>()
  if (!/table:visibility="(?:collapse|filter)"/.test(content)) return hidden
  for (const table of content.split(/(?=<table:table\s)/).slice(1)) {
    const name = /^<table:table\s[^>]*\btable:name="([^"]*)"/.exec(table)?.[1] ?? ''
    const rows = [...table.matchAll(/<table:table-row\s[^>]*\btable:visibility="(?:collapse|filter)"/g)].length
    if (rows > 0) hidden.set(name, rows)
  }
  return hidden
}
