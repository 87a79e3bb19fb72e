import { type AreaKind, isAreaCode } from '#modules/geography/index.js'
import { textIn } from '../domain/cells.js'
import { plainHead } from '../domain/heads.js'
import { ownSheets, type Sheet, type SheetRow } from '../domain/sheet.js'

/** A column of codes or names of areas, by its head: LAD24CD, ltla24_name, "LSOA code (2021)". */
export type PlaceColumn = {
  readonly index: number
  readonly head: string
  readonly of: PlaceWord
  readonly part: 'code' | 'name'
  /** The year in the head, in full. */
  readonly year: number | null
}

/** What heads call areas. */
export type PlaceWord = AreaKind | 'area' | 'oa' | 'msoa' | 'active'

const WORDS: Readonly<Record<string, PlaceWord>> = {
  lsoa: 'lsoa',
  'lower layer super output area': 'lsoa',
  'lower layer super output areas': 'lsoa',
  oa: 'oa',
  'output areas': 'oa',
  msoa: 'msoa',
  'middle layer super output areas': 'msoa',
  wd: 'ward',
  ward: 'ward',
  wards: 'ward',
  'electoral wards and divisions': 'ward',
  lad: 'district',
  ltla: 'district',
  la: 'district',
  'local authority': 'district',
  'local authority district': 'district',
  district: 'district',
  'local authorities': 'district',
  'lower tier local authority': 'district',
  'lower tier local authorities': 'district',
  csp: 'csp',
  'community safety partnership': 'csp',
  pfa: 'force',
  'police force area': 'force',
  'police force areas': 'force',
  force: 'force',
  cty: 'county',
  utla: 'county',
  county: 'county',
  'upper tier local authorities': 'county',
  cauth: 'combined-authority',
  'combined authority': 'combined-authority',
  rgn: 'region',
  region: 'region',
  regions: 'region',
  ctry: 'country',
  country: 'country',
  countries: 'country',
  area: 'area',
  geography: 'area',
  geo: 'area',
  gss: 'area',
  ons: 'area',
}

const SHORT = /^([a-z]+?)(\d{2})?(cd|nm|nmw)$/
const LONG = /^([a-z ]+?)(?: ?(\d{4}|\d{2}))? (code|name|cd|nm)(?: (\d{4}))?$/

/** What a head says of the area in its column. Undefined where it is no head of an area. */
export function placeHead(head: string): Omit<PlaceColumn, 'index' | 'head'> | undefined {
  const plain = plainHead(head)
  if (plain === 'code' || plain === 'name') return { of: 'area', part: plain, year: null }
  if (plain === 'mnemonic') return { of: 'area', part: 'code', year: null }
  const whole = plain.length > 5 ? WORDS[plain] : undefined
  if (whole) return { of: whole, part: 'name', year: null }
  if (plain === 'ladcd active') return { of: 'active', part: 'code', year: null }
  if (plain === 'ladnm active') return { of: 'active', part: 'name', year: null }
  const match = SHORT.exec(plain) ?? LONG.exec(plain)
  const of = WORDS[match?.[1]?.trim() ?? '']
  if (!match || !of) return undefined
  const year = match[2] ?? match[4]
  const part = /^(cd|code)$/.test(match[3] ?? '') ? 'code' : 'name'
  return { of, part, year: year === undefined ? null : fullYear(Number(year)) }
}

const fullYear = (year: number) => (year < 100 ? 2000 + year : year)

/** A table of places: the columns of areas, the other heads, and the rows. */
export type PlaceTable = {
  readonly sheet: Sheet
  readonly headRow: number
  readonly columns: readonly PlaceColumn[]
  readonly others: readonly { readonly index: number; readonly head: string }[]
  readonly rows: readonly SheetRow[]
}

const ROWS_SEARCHED = 40

/** Every sheet that has a row of heads with codes of areas, and codes under them. */
export function placeTables(sheets: readonly Sheet[]): PlaceTable[] {
  const own = ownSheets(sheets)
  const shown = own.filter(({ isHidden }) => !isHidden)
  return (shown.length > 0 ? shown : own).flatMap((sheet) => placeTable(sheet) ?? [])
}

function placeTable(sheet: Sheet): PlaceTable | undefined {
  for (const row of sheet.rows.slice(0, ROWS_SEARCHED)) {
    const heads = row.cells.flatMap((cell, index) => (cell ? [{ index, head: textIn(cell) }] : []))
    const columns = heads.flatMap(({ index, head }) => {
      const place = placeHead(head)
      return place ? [{ index, head, ...place }] : []
    })
    const rows = sheet.rows.filter(({ number }) => number > row.number)
    const code = columns.find(({ part }) => part === 'code')
    if (!code || !rows.some(({ cells }) => isAreaCode(codeAt(cells, code.index)))) continue
    const known = new Set(columns.map(({ index }) => index))
    const others = heads.filter(({ index, head }) => !known.has(index) && !isNoHead(head))
    return { sheet, headRow: row.number, columns, others, rows: rows.filter(({ cells }) => cells[code.index]) }
  }
  return undefined
}

const isNoHead = (head: string) => /^(\.\.\.\d+|unnamed: ?\d+|x|fid|objectid|globalid)$/i.test(head)

/** The code in a cell, without the spaces that some files leave behind it. */
export function codeAt(cells: SheetRow['cells'], index: number | undefined): string {
  return index === undefined ? '' : textIn(cells[index]).toUpperCase()
}
