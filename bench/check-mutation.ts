import { documentFromText, type Range } from '#modules/passages/index.js'
import type { DocumentText } from '#platform/documents/document-text.js'
import { readDocument } from '#platform/documents/read-document.js'
import { type Case, findingsOf, touches } from '#test/support/figure-evaluation.js'
import { type AfterChange, afterChange } from '#test/support/label-arithmetic.js'
import { checkDocument } from '../src/modules/figure-check/domain/check-document.js'
import { changedText } from './changed-text.js'

/** A page of the project's own, as it is served. */
export type OwnPage = { name: string; bytes: Uint8Array }

const ROUNDS = 3

/** Documents of the evaluation set under the name of their part. */
type MutatedPart = { readonly name: string; readonly cases: Case[] }

/** What became of one change: whether it was noticed, and what it does to the label's own arithmetic, where it has one. */
type Outcome = { readonly isNoticed: boolean; readonly after: AfterChange }

/** Changes one number at a time in true statements, and tells how many changes are noticed in each part and in all. */
export async function mutationOf(parts: MutatedPart[], pages: OwnPage[]): Promise<string[]> {
  const seed = 20_261_122
  const rows = new Map<string, Outcome[]>()
  for (const part of parts) rows.set(part.name, await outcomesOf(part.cases, seeded(seed)))
  const all: [string, Outcome[]][] = parts.length > 1 ? [['all', [...rows.values()].flat()]] : []
  return [
    '## One number changed at random',
    '',
    'In every statement that the evaluation set itself marks as true and as holding a relation, each number is changed in',
    'turn, one digit, so that it moves by at least a twentieth. The marks were made by hand before any check ran: whether',
    'a check sees the relation plays no part in which numbers are changed.',
    '',
    'Not every number of such a statement takes part in its relation: of “187 visits in 3 areas: 74, 63 and 50” the 3 does',
    'not. Where the label gives its arithmetic, the second table counts the changes of numbers that are terms of it, takes',
    'away those after which it still comes out by the printed precision (72 of 1,263 is 6%, as 72 of 1,203 is), and tells how',
    'many of those that break it were noticed. Both are worked out from the labels alone. The documents changed are those held',
    'out and the two sets opened last.',
    '',
    '| Documents | Changes | Noticed | Share |',
    '|---|--:|--:|--:|',
    ...[...rows, ...all].map(([name, outcomes]) => `| ${name} | ${cellsOf(outcomes)} |`),
    '',
    '| Documents | Changes of terms | Still true | That break the relation | Noticed | Share |',
    '|---|--:|--:|--:|--:|--:|',
    ...[...rows, ...all].flatMap(([name, outcomes]) => termRow(name, outcomes)),
    '',
    ...(await ofPages(pages, seeded(seed))),
  ]
}

function cellsOf(outcomes: readonly Outcome[]): string {
  const noticed = outcomes.filter(({ isNoticed }) => isNoticed).length
  return `${outcomes.length} | ${noticed} | ${share(noticed, outcomes.length)}`
}

function termRow(name: string, outcomes: readonly Outcome[]): string[] {
  const terms = outcomes.filter(({ after }) => after !== 'no term')
  const broken = terms.filter(({ after }) => after === 'broken')
  if (terms.length === 0) return []
  return [`| ${name} | ${terms.length} | ${terms.length - broken.length} | ${cellsOf(broken)} |`]
}

/** A document with what is said of it before anything is changed. */
type KnownCase = Case & { readonly read: DocumentText; readonly known: ReadonlySet<string> }

async function outcomesOf(cases: Case[], random: () => number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const one of cases) {
    const read = await readDocument(one.bytes, one.name)
    const known = new Set(findingsOf(one).map(keyOf))
    for (const truth of one.truths.filter(({ relation }) => relation !== false)) {
      for (const range of numbersIn(one.document.text, truth.range)) {
        outcomes.push(...rounds({ ...one, read, known }, { ...truth, range }, random))
      }
    }
  }
  return outcomes
}

/** A number that is to be changed, with the arithmetic of the statement in which it stands. */
type Changeable = { readonly range: Range; readonly quote: string; readonly because?: string }

function rounds(one: KnownCase, number: Changeable, random: () => number): Outcome[] {
  const { start, end } = number.range
  const shown = one.read.text.slice(start, end)
  const outcomes: Outcome[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const fresh = otherNumber(shown, random)
    if (!fresh) continue
    const isNoticed = noticed(one, number.range, fresh)
    const after = afterOf(number, shown, fresh)
    if (process.argv.includes('--tune') && !isNoticed && after === 'broken')
      console.log(`${one.name}: ${shown} as ${fresh} in “${number.quote.replace(/\s+/g, ' ')}” (${number.because})`)
    outcomes.push({ isNoticed, after })
  }
  return outcomes
}

const afterOf = ({ because, quote }: Changeable, printed: string, fresh: string): AfterChange =>
  because === undefined ? 'no term' : afterChange(because, { passage: quote, printed, fresh })

const share = (part: number, whole: number) => (whole === 0 ? 'none' : `${((part / whole) * 100).toFixed(1)}%`)

/** The numbers of a true statement that stand in a relation: two or more of them, or one alone in a table. */
function numbersIn(text: string, range: Range): Range[] {
  const shown = text.slice(range.start, range.end)
  const numbers = [...shown.matchAll(/(?<![\w./-])\d[\d,]*(?:\.\d+)?(?![\w/-])/g)].filter(
    (match) =>
      !/^(?:19|20)\d\d$/.test(match[0]) &&
      !/^\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)/.test(
        shown.slice(match.index + match[0].length),
      ),
  )
  const isCell = /^[-£\d,.%]+$/.test(shown.trim())
  if (numbers.length < 2 && !isCell) return []
  return numbers.map((match) => ({
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
  }))
}

function noticed(one: KnownCase, number: Range, fresh: string): boolean {
  const document = documentFromText(one.name, changedText(one.read, number, fresh))
  return findingsOf(one, document).some(
    (finding) =>
      finding.verdict !== 'holds' && !one.known.has(keyOf(finding)) && touches(finding, document.file, number),
  )
}

const keyOf = (finding: { id: string; verdict: string }) => `${finding.id} ${finding.verdict}`

/** Another number with one digit changed, at least a twentieth away from the first. */
function otherNumber(shown: string, random: () => number): string | undefined {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const places = [...shown.matchAll(/\d/g)].map((match) => match.index)
    const at = places[Math.floor(random() * places.length)] ?? 0
    const fresh = shown.slice(0, at) + String(Math.floor(random() * 10)) + shown.slice(at + 1)
    const [before, after] = [shown, fresh].map((text) => Number(text.replaceAll(',', '')))
    if (before === undefined || after === undefined || /^0\d/.test(fresh)) continue
    if (Math.abs(after - before) >= Math.max(Math.abs(before) * 0.05, 0.2)) return fresh
  }
  return undefined
}

/** A generator of numbers from 0 to 1 that gives the same row for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

async function ofPages(pages: OwnPage[], random: () => number): Promise<string[]> {
  if (pages.length === 0) return []
  let [claims, alarms, flagged, tried, caught] = [0, 0, 0, 0, 0]
  for (const page of pages) {
    const read = await readDocument(page.bytes, page.name)
    const document = documentFromText(page.name, read)
    const checked = checkDocument(document)
    const wrong = checked.findings.filter(({ verdict }) => verdict === 'error' || verdict === 'warning')
    claims += checked.claims
    alarms += wrong.length
    flagged += wrong.length > 0 ? 1 : 0
    const related = checked.findings.filter(
      ({ verdict, quotes }) => verdict === 'holds' && /\d{2}/.test(quotes[0]?.text ?? ''),
    )
    for (const finding of related.slice(0, 20)) {
      const outcome = changedPage({ name: page.name, read, quote: finding.quotes[0] ?? { start: 0, end: 0 } }, random)
      if (outcome === undefined) continue
      tried += 1
      if (outcome) caught += 1
    }
  }
  return [
    `The project's own pages and reports of the example office: ${pages.length} pages with ${claims} claims, ${flagged} pages`,
    `flagged, ${alarms} false alarms (${share(alarms, claims)} of claims). Numbers that a check had found right were changed`,
    `too: ${tried} changes, ${caught} noticed (${share(caught, tried)}). As those are chosen by what the checker sees, this tells`,
    'only that what it holds it does not lose, and is not counted in the table.',
  ]
}

type Spot = { name: string; read: DocumentText; quote: Range }

function changedPage({ name, read, quote }: Spot, random: () => number): boolean | undefined {
  const number = numbersIn(read.text, quote)[0] ?? quote
  const shown = read.text.slice(number.start, number.end)
  const fresh = /^\d[\d,.]*$/.test(shown) ? otherNumber(shown, random) : undefined
  if (!fresh) return undefined
  const document = documentFromText(name, changedText(read, number, fresh))
  return checkDocument(document).findings.some(
    (finding) => finding.verdict !== 'holds' && touches(finding, document.file, number),
  )
}
