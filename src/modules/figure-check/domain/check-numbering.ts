import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { type PrintedNumber, printedNumbers } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** Finds paragraph, table, figure and recommendation numbers that are missing from their row or stand twice. */
export const checkNumbering: Check = (document) => {
  const { paragraphs, headings, points, captions, steps } = printedNumbers(document)
  const groups = byParent(paragraphs.filter((_, at) => !isStray(paragraphs, at)))
  const parents = new Set([...groups.keys()].map(Number))
  const steady = [...groups.values()].filter(isSteady).length
  const areOfHeadings =
    headings.length >= MANY && [...groups.keys()].every((name) => headings.some((one) => one.name === name))
  const fewest = steady >= MANY || (steady > 0 && areOfHeadings) ? 2 : 3
  return [
    ...[...groups].flatMap(([parent, numbers]) => ofGroup(document, `paragraph ${parent}.`, numbers, fewest)),
    ...eachOnce([
      ...ofHeadings(document, headings, parents).filter((finding) => !isPoint(finding, points)),
      ...ofPoints(document, points, parents),
    ]),
    ...[...captions].flatMap(([kind, numbers]) => ofCaptions(document, kind, numbers)),
    ...[...steps].flatMap(([kind, numbers]) => ofSteps(document, kind, numbers)),
    ...ofShortLists(document, points),
  ]
}

const parentOf = ({ name }: PrintedNumber | undefined = NONE) => name.slice(0, name.lastIndexOf('.'))
const NONE: PrintedNumber = { name: '', rest: '', start: 0, end: 0 }

/** "3.1", "1.3", "3.2": a figure at the head of a line, between two paragraphs of one section. */
const isStray = (numbers: readonly PrintedNumber[], at: number) =>
  numbers[at - 1] !== undefined &&
  parentOf(numbers[at - 1]) === parentOf(numbers[at + 1]) &&
  parentOf(numbers[at]) !== parentOf(numbers[at + 1])

/** "Step 1", "Step 2", "Step 4", each once and in order. */
function ofSteps(document: CheckedDocument, kind: string, numbers: readonly PrintedNumber[]): Finding[] {
  const row = numbers.map((number) => ({ ...number, at: Number(number.name) }))
  const rises = row.every(({ at }, nth) => nth === 0 || at > (row[nth - 1]?.at ?? 0))
  return row.length >= MANY && row[0]?.at === 1 && rises ? missing(document, `${kind} `, row) : []
}

const NEXT_LINE = 200

/** "1. …", "2. …", "2. …" on lines one behind the other. */
function ofShortLists(document: CheckedDocument, points: readonly PrintedNumber[]): Finding[] {
  return points.flatMap((first, at) => {
    const row = points.slice(at, at + 3).map((number) => ({ ...number, at: Number(number.name) }))
    const isRow = row.map((one) => one.at).join() === '1,2,2' && (row[2]?.start ?? 0) - first.start < NEXT_LINE
    const isLast = Number(points[at + 3]?.name ?? 0) !== 3
    return isRow && isLast ? repeated(document, 'point ', row) : []
  })
}

type Counted = PrintedNumber & { at: number }

function byParent(paragraphs: PrintedNumber[]): Map<string, Counted[]> {
  const groups = new Map<string, Counted[]>()
  for (const number of paragraphs) {
    const cut = number.name.lastIndexOf('.')
    const list = groups.get(number.name.slice(0, cut)) ?? []
    list.push({ ...number, at: Number(number.name.slice(cut + 1)) })
    groups.set(number.name.slice(0, cut), list)
  }
  return groups
}

const MANY = 3

/** 1, 2, 3 and no gap. */
const isSteady = (numbers: Counted[]) => numbers.length >= 2 && numbers.every(({ at }, index) => at === index + 1)

/**
 * A row of numbers is believed when it begins at one, has three members (two, where several other rows run steadily), and
 * rises; it may begin anew in an appendix.
 */
function runsOf(numbers: Counted[], fewest: number): Counted[][] {
  const runs: Counted[][] = []
  for (const number of numbers) {
    if (number.at === 1 || runs.length === 0) runs.push([number])
    else runs.at(-1)?.push(number)
  }
  return runs.filter((run) => {
    const distinct = new Set(run.map((one) => one.at))
    const rises = run.slice(1).filter((one, index) => one.at >= (run[index]?.at ?? 0)).length
    return run[0]?.at === 1 && run.length >= fewest && distinct.size >= 2 && rises >= (run.length - 1) * 0.8
  })
}

function ofGroup(document: CheckedDocument, name: string, numbers: Counted[], fewest: number): Finding[] {
  return runsOf(numbers, fewest).flatMap((run) => [...missing(document, name, run), ...repeated(document, name, run)])
}

/** A gap behind a number that stands twice is told with that. */
function missing(document: CheckedDocument, name: string, run: Counted[]): Finding[] {
  const sorted = [...run].sort((a, b) => a.at - b.at || a.start - b.start)
  return sorted.slice(1).flatMap((next, index) => {
    const before = sorted[index]
    const gap = before ? next.at - before.at - 1 : 0
    const isTwice = sorted[index - 1]?.at === before?.at
    if (!before || gap < 1 || gap > 2 || (gap === 1 && isTwice)) return []
    const lost = Array.from({ length: gap }, (_, at) => `${name}${before.at + 1 + at}`).join(' and ')
    return findingOf({
      verdict: 'warning',
      kind: 'numbering',
      quotes: [quoteOf(document, next.start, next.end), quoteOf(document, before.start, before.end)],
      message: `${capital(lost)} is missing: ${before.name} is followed by ${next.name}.`,
      working: `The numbers run ${before.name}, ${next.name}.`,
      suggestion: 'Renumber, or put back what was taken out; check the references to these numbers.',
    })
  })
}

function repeated(document: CheckedDocument, name: string, run: Counted[]): Finding[] {
  const seen = new Map<number, Counted>()
  return run.flatMap((number) => {
    const first = seen.get(number.at)
    seen.set(number.at, number)
    if (!first || /\bcontinued\b|\bcont\b/i.test(number.rest) || (first.rest === number.rest && first.rest !== ''))
      return []
    return findingOf({
      verdict: first.rest !== '' && number.rest !== '' ? 'error' : 'warning',
      kind: 'numbering',
      quotes: [quoteOf(document, number.start, number.end), quoteOf(document, first.start, first.end)],
      message: `${capital(name)}${number.at} stands twice.`,
      working: `${number.name} stands before two different passages.`,
      suggestion: 'Renumber the second, and check the references to it.',
    })
  })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A number that looks like no heading stands between the two all the same: it opens a paragraph. */
const isPoint = ({ quotes: [after, before] }: Finding, points: PrintedNumber[]) =>
  points.some(
    ({ name, start }) =>
      start > (before?.start ?? 0) && start < (after?.start ?? 0) && Number(name) === Number(after?.text) - 1,
  )

/** Headings count one by one; a number whose paragraphs are there is not missing, only its heading has lost it. */
function ofHeadings(document: CheckedDocument, headings: PrintedNumber[], parents: ReadonlySet<number>): Finding[] {
  const rising: Counted[] = []
  for (const number of headings) {
    const at = Number(number.name)
    if (at === (rising.at(-1)?.at ?? 0) + 1 || (rising.length > 0 && isStep(rising, at, parents)))
      rising.push({ ...number, at })
  }
  if (rising.length < 4) return []
  const twice = headings.flatMap((number) => {
    const [before, next] = [
      rising.findLast(({ start }) => start < number.start),
      rising.find(({ start }) => start > number.start),
    ]
    const isSecond = before?.name === number.name && next?.at === before.at + 2
    return isSecond ? [before, { ...number, at: before.at }] : []
  })
  return [
    ...repeated(document, 'section ', twice),
    ...missing(document, 'section ', [...rising, ...twice.filter((one) => !rising.includes(one))]).filter(
      (finding) => !hasParagraphs(finding, parents),
    ),
  ]
}

const isStep = (rising: Counted[], at: number, parents: ReadonlySet<number>) => {
  const last = rising.at(-1)?.at ?? 0
  return at > last && (at - last <= 2 || parents.has(at - 1))
}

function hasParagraphs(finding: Finding, parents: ReadonlySet<number>): boolean {
  const after = Number(finding.quotes[0]?.text)
  return parents.has(after - 1)
}

/** Paragraphs counted through a paper, "14.", "15.", "17.": a row that rises nearly always by one. */
function ofPoints(document: CheckedDocument, points: PrintedNumber[], parents: ReadonlySet<number>): Finding[] {
  const rows: Counted[][] = []
  const styles = Map.groupBy(points, (point) => styleOf(document, point))
  for (const point of [...styles.values()].flat()) {
    const number = { ...point, at: Number(point.name) }
    const last = rows.at(-1)?.at(-1)
    const isAlike = last && styleOf(document, last) === styleOf(document, number)
    if (last && isAlike && number.at !== 1 && number.at >= last.at && number.at <= last.at + 3)
      rows.at(-1)?.push(number)
    else rows.push([number])
  }
  const printed = new Set(points.map((point) => `${styleOf(document, point)} ${point.name}`))
  return rows.flatMap((row) => {
    if (row.length < 4 || stepsIn(row) < (row.length - 1) * 0.6) return []
    const gaps = missing(document, 'paragraph ', row).filter((finding) => {
      const after = Number(finding.quotes[0]?.text)
      const [first] = row
      return !hasParagraphs(finding, parents) && !(first && printed.has(`${styleOf(document, first)} ${after - 1}`))
    })
    return [...gaps, ...repeated(document, 'paragraph ', row)]
  })
}

/** How many numbers follow the one before; "2, 2, 4" is a row with one misprint. */
const stepsIn = (row: Counted[]) =>
  row.slice(1).filter(({ at }, index) => {
    const [before, last] = [row[index], row[index - 1]]
    return at === (before?.at ?? 0) + 1 || (at === (before?.at ?? 0) + 2 && before?.at === last?.at)
  }).length

/** What a number is printed with: "15.", "15)", "## 15.". */
function styleOf({ text }: CheckedDocument, point: PrintedNumber): string {
  const line = text.slice(text.lastIndexOf('\n', point.start - 1) + 1, point.start)
  const lead = line.slice(line.lastIndexOf('\f') + 1).trim()
  return `${lead}${text[point.end] ?? ''}`
}

/** A gap among headings is a gap among all points too: said once. */
function eachOnce(findings: Finding[]): Finding[] {
  const places = new Set<string>()
  return findings.filter(({ quotes: [first] }) => {
    const place = `${first?.start}`
    return !places.has(place) && places.add(place)
  })
}

function ofCaptions(document: CheckedDocument, kind: string, numbers: PrintedNumber[]): Finding[] {
  const counted = numbers.map((number) => ({
    ...number,
    at: /\d/.test(number.name) ? Number(number.name) : number.name.charCodeAt(0) - 64,
  }))
  if (new Set(counted.map((one) => one.at)).size < 2) return []
  const first = counted.findIndex((one) => one.at === 1)
  if (first < 0) return []
  const row = counted.slice(first)
  const name = `${kind} `
  const gaps = missing(document, name, row)
  return [...gaps, ...(kind === 'appendix' ? [] : repeated(document, name, row))]
}
