/** Word's own XML of a document, by the paths of its parts. */
export type WordParts = ReadonlyMap<string, Buffer>

type Level = { readonly format: string; readonly text: string; readonly start: number }
type Levels = ReadonlyMap<number, Level>
type Place = { readonly list: string; readonly level: number }

/**
 * The numbers that Word prints before paragraphs by itself ("3.2", "(a)"), one entry for each paragraph of the document
 * in its order; undefined where it prints none, or only a bullet.
 */
export function printedNumbersOf(parts: WordParts): (string | undefined)[] {
  const lists = listsIn(xmlOf(parts, 'word/numbering.xml'))
  const styles = stylesIn(xmlOf(parts, 'word/styles.xml'))
  const counters = new Map<string, number[]>()
  return paragraphsIn(xmlOf(parts, 'word/document.xml')).map((paragraph) => {
    const place = placeIn(paragraph, styles)
    const levels = place && lists.get(place.list)
    return place && levels ? nextNumber(counters, place, levels) : undefined
  })
}

/** The words of the heads and feet of pages. */
export function runningWords(parts: WordParts, kind: 'header' | 'footer'): string {
  const pattern = new RegExp(`^word/${kind}\\d*\\.xml$`)
  const words = [...parts.keys()].filter((name) => pattern.test(name)).map((name) => wordsOf(xmlOf(parts, name)))
  return [...new Set(words)].filter((text) => text !== '').join(' | ')
}

const xmlOf = (parts: WordParts, name: string) => parts.get(name)?.toString('utf8') ?? ''

const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\b/g)]
    .map((match) => match[1] ?? ' ')
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** What each paragraph says of itself, in the order of the document; what stands in for older programs is passed over. */
function paragraphsIn(xml: string): string[] {
  const read = xml.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')
  return read
    .split(/<w:p(?=[\s>/])(?!\/)/)
    .slice(1)
    .map((part) => part.slice(0, 4000))
}

const attribute = (xml: string, element: string) => new RegExp(`<w:${element}\\s[^>]*w:val="([^"]*)"`).exec(xml)?.[1]

function placeIn(paragraph: string, styles: ReadonlyMap<string, Place>): Place | undefined {
  const facts = /<w:pPr>([\s\S]*?)<\/w:pPr>/.exec(paragraph)?.[1] ?? ''
  const own = attribute(facts, 'numId')
  const style = styles.get(attribute(facts, 'pStyle') ?? '')
  if (own === '0') return undefined
  if (own !== undefined) return { list: own, level: Number(attribute(facts, 'ilvl') ?? style?.level ?? 0) }
  return style
}

/** Styles that number their paragraphs: headings, most often. */
function stylesIn(xml: string): Map<string, Place> {
  const found = new Map<string, Place>()
  for (const part of xml.split('<w:style ').slice(1)) {
    const id = /w:styleId="([^"]*)"/.exec(part)?.[1]
    const list = attribute(part, 'numId')
    if (id && list && list !== '0') found.set(id, { list, level: Number(attribute(part, 'ilvl') ?? 0) })
  }
  return found
}

function listsIn(xml: string): Map<string, Levels> {
  const shapes = new Map<string, Levels>()
  for (const part of xml.split('<w:abstractNum ').slice(1)) {
    const id = /w:abstractNumId="([^"]*)"/.exec(part)?.[1]
    if (id !== undefined) shapes.set(id, levelsIn(part))
  }
  const lists = new Map<string, Levels>()
  for (const part of xml.split('<w:num ').slice(1)) {
    const [id, shape] = [/w:numId="([^"]*)"/.exec(part)?.[1], shapes.get(attribute(part, 'abstractNumId') ?? '')]
    if (id !== undefined && shape) lists.set(id, shape)
  }
  return lists
}

function levelsIn(xml: string): Levels {
  const levels = new Map<number, Level>()
  for (const part of xml.split('<w:lvl ').slice(1)) {
    const at = Number(/w:ilvl="(\d)"/.exec(part)?.[1] ?? -1)
    const [format, text] = [attribute(part, 'numFmt') ?? 'decimal', attribute(part, 'lvlText') ?? '']
    if (at >= 0) levels.set(at, { format, text, start: Number(attribute(part, 'start') ?? 1) })
  }
  return levels
}

/** Counts one on in a list, and writes the number as the list does: "%1.%2" is "3.2". */
function nextNumber(counters: Map<string, number[]>, { list, level }: Place, levels: Levels): string | undefined {
  const counts = counters.get(list) ?? []
  const shape = levels.get(level)
  for (let at = 0; at <= level; at += 1) counts[at] ??= (levels.get(at)?.start ?? 1) - (at === level ? 1 : 0)
  counts[level] = (counts[level] ?? 0) + 1
  counters.set(list, counts.slice(0, level + 1))
  if (!shape || shape.format === 'bullet' || shape.format === 'none' || !shape.text.includes('%')) return undefined
  return shape.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return written(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal')
  })
}

function written(count: number, format: string): string {
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((count - 1) % 26) + 1)
  if (format === 'upperLetter') return String.fromCharCode(64 + ((count - 1) % 26) + 1)
  if (format === 'lowerRoman') return roman(count)
  return format === 'upperRoman' ? roman(count).toUpperCase() : String(count)
}

function roman(count: number): string {
  const steps: [number, string][] = [
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let [rest, text] = [Math.min(count, 399), '']
  for (const [value, letters] of steps) {
    while (rest >= value) {
      text += letters
      rest -= value
    }
  }
  return text
}
