import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

/**
 * The typefaces of printed papers, as bytes: Source Sans 3 for text, Source Serif 4 for titles. They are our own files,
 * so that every machine sets the same lines.
 */
export const SANS = 'Source Sans 3'
export const SERIF = 'Source Serif 4'

const folder = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

const SANS_FILES = ['Regular', 'It', 'Semibold', 'SemiboldIt', 'Bold']

/** The styles of the serif face: for titles, and for text where an office sets its papers in it throughout. */
const SERIF_STYLES = { title: ['600-normal'], text: ['400-normal', '400-italic', '700-normal'] } as const

/** Which faces a paper is set in. */
export type Faces = { readonly title: string; readonly text: string }

/** Fonts as the typesetter takes them: unpacked ones as bytes, and files that it reads when a letter needs them. */
type PaperFonts = { readonly unpacked: readonly Buffer[]; readonly files: readonly string[] }

/** The fonts that a paper and its charts are set in: charts are in the text face whatever its paper is in. */
export function paperFonts({ title, text }: Faces): PaperFonts {
  const styles = [...(title === SERIF ? SERIF_STYLES.title : []), ...(text === SERIF ? SERIF_STYLES.text : [])]
  const unpacked = styles.map((style) => {
    const file = join(folder('@fontsource/source-serif-4'), 'files', `source-serif-4-latin-${style}.woff`)
    return unpackedWoff(readFileSync(file))
  })
  return { unpacked, files: sansFiles() }
}

/** The files of the text face, for drawing charts as pictures. */
export function sansFiles(): string[] {
  return SANS_FILES.map(sansFile)
}

function sansFile(style: string): string {
  return join(folder('source-sans'), 'TTF', `SourceSans3-${style}.ttf`)
}

/** A WOFF file as the TrueType font that it wraps (W3C WOFF 1.0): each table is stored as it is or deflated. */
export function unpackedWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(count * 16 - power * 16, 10)
  const bodies: Buffer[] = []
  let offset = head.length
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index
    const [at, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [number, number, number]
    const stored = woff.subarray(at, at + packed)
    const body = packed < length ? inflateSync(stored) : stored
    const row = 12 + 16 * index
    woff.copy(head, row, entry, entry + 4)
    woff.copy(head, row + 4, entry + 16, entry + 20)
    head.writeUInt32BE(offset, row + 8)
    head.writeUInt32BE(length, row + 12)
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4)
    body.copy(padded)
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([head, ...bodies])
}

/** Every character that the text face has a shape for. */
export function charactersOfSans(): ReadonlySet<number> {
  KNOWN ??= new Set(shapesOf(readFileSync(sansFile('Regular'))).keys())
  return KNOWN
}

let KNOWN: ReadonlySet<number> | undefined

/** How wide each character of the text face is, in parts of the type size; without kerning. */
export function widthsOfSans(weight: 'Regular' | 'Semibold'): ReadonlyMap<number, number> {
  WIDTHS[weight] ??= widthsIn(readFileSync(sansFile(weight)))
  return WIDTHS[weight]
}

const WIDTHS: { Regular?: ReadonlyMap<number, number>; Semibold?: ReadonlyMap<number, number> } = {}

/** Where each table of a font stands, by its four letters (OpenType 1.9). */
function tablesOf(font: Buffer): ReadonlyMap<string, number> {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  return new Map(entries.map((at) => [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)]))
}

/** The shape of each character, from the font's own `cmap` (format 12, which our text face has). */
function shapesOf(font: Buffer): ReadonlyMap<number, number> {
  const cmap = tablesOf(font).get('cmap') ?? 0
  const found = new Map<number, number>()
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 8 + 8 * index)
    if (font.readUInt16BE(table) === 12) readGroups(font, table, found)
  }
  return found
}

function readGroups(font: Buffer, table: number, found: Map<number, number>): void {
  for (let index = 0; index < font.readUInt32BE(table + 12); index += 1) {
    const group = table + 16 + 12 * index
    const [first, last, shape] = [0, 4, 8].map((field) => font.readUInt32BE(group + field)) as [number, number, number]
    for (let code = first; code <= last; code += 1) found.set(code, shape + code - first)
  }
}

function widthsIn(font: Buffer): ReadonlyMap<number, number> {
  const tables = tablesOf(font)
  const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((name) => tables.get(name) ?? 0) as [number, number, number]
  const [units, last] = [font.readUInt16BE(head + 18), font.readUInt16BE(hhea + 34) - 1]
  const width = (shape: number) => font.readUInt16BE(hmtx + 4 * Math.min(shape, last)) / units
  return new Map(Array.from(shapesOf(font), ([code, shape]) => [code, width(shape)]))
}
