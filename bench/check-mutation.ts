import type { Range } from '#modules/passages/index.js'
import { type Case, findingsOf, readBytes, touches } from '#test/support/figure-evaluation.js'
import { checkDocument } from '../src/modules/figure-check/domain/check-document.js'

/** A page of the project's own, as it is served. */
export type OwnPage = { name: string; bytes: Uint8Array }

const ROUNDS = 3

/** Documents of the evaluation set under the name of their part. */
export type Part = { readonly name: string; readonly cases: Case[] }

/** Changes one number at a time in true statements, and tells how many changes are noticed in each part and in all. */
export async function mutationOf(parts: Part[], pages: OwnPage[]): Promise<string[]> {
  const seed = 20_261_122
  const rows: string[] = []
  const all: boolean[] = []
  for (const part of parts) {
    const outcomes = await outcomesOf(part.cases, seeded(seed))
    rows.push(rowOf(part.name, outcomes))
    all.push(...outcomes)
  }
  return [
    '## One number changed at random',
    '',
    'In every statement that the evaluation set itself marks as true and as holding a relation, each number is changed in',
    'turn, one digit, so that it moves by at least a twentieth. The marks were made by hand before any check ran: whether',
    'a check sees the relation plays no part in which numbers are changed.',
    '',
    '| Documents | Changes | Noticed | Share |',
    '|---|--:|--:|--:|',
    ...rows,
    ...(parts.length > 1 ? [rowOf('both', all)] : []),
    '',
    ...(await ofPages(pages, seeded(seed))),
  ]
}

const rowOf = (name: string, outcomes: boolean[]) =>
  `| ${name} | ${outcomes.length} | ${outcomes.filter(Boolean).length} | ${share(outcomes.filter(Boolean).length, outcomes.length)} |`

/** A document with what is said of it before anything is changed. */
type KnownCase = Case & { readonly known: ReadonlySet<string> }

async function outcomesOf(cases: Case[], random: () => number): Promise<boolean[]> {
  const outcomes: boolean[] = []
  for (const one of cases.filter(({ name }) => !/\.(?:docx|pdf)$/.test(name))) {
    const known = new Set(findingsOf(one).map(keyOf))
    for (const number of one.truths
      .filter(({ relation }) => relation !== false)
      .flatMap((truth) => numbersIn(one.document.text, truth.range))) {
      outcomes.push(...(await rounds({ ...one, known }, number, random)))
    }
  }
  return outcomes
}

async function rounds(one: KnownCase, number: Range, random: () => number): Promise<boolean[]> {
  const outcomes: boolean[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await changed(one, number, random)
    if (process.argv.includes('--tune') && outcome === false)
      console.log(one.name, one.document.text.slice(number.start - 40, number.end + 40).replace(/\s+/g, ' '))
    if (outcome !== undefined) outcomes.push(outcome)
  }
  return outcomes
}

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

async function changed(one: KnownCase, number: Range, random: () => number): Promise<boolean | undefined> {
  const source = Buffer.from(one.bytes).toString('utf8')
  const { text } = one.document
  const isSame = source === text
  const shown = text.slice(number.start, number.end)
  const fresh = otherNumber(shown, random)
  if (!fresh) return undefined
  const at = isSame ? number.start : placeInSource(source, text, number)
  if (at === undefined) return undefined
  const bytes = Buffer.from(source.slice(0, at) + fresh + source.slice(at + shown.length))
  const document = await readBytes(one.name, bytes)
  return findingsOf(one, document).some(
    (finding) =>
      finding.verdict !== 'holds' && !one.known.has(keyOf(finding)) && touches(finding, document.file, number),
  )
}

const keyOf = (finding: { id: string; verdict: string }) => `${finding.id} ${finding.verdict}`

/** Where a number of the document's text stands in its file: the same occurrence of the same figures. */
function placeInSource(source: string, text: string, number: Range): number | undefined {
  const shown = text.slice(number.start, number.end)
  const count = text.slice(0, number.start).split(shown).length
  const body = source.indexOf('<body')
  let at = Math.max(0, body) - 1
  for (let nth = 0; nth < count; nth += 1) at = source.indexOf(shown, at + 1)
  return at < 0 ? undefined : at
}

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
    const document = await readBytes(page.name, page.bytes)
    const checked = checkDocument(document)
    const wrong = checked.findings.filter(({ verdict }) => verdict === 'error' || verdict === 'warning')
    claims += checked.claims
    alarms += wrong.length
    flagged += wrong.length > 0 ? 1 : 0
    const related = checked.findings.filter(
      ({ verdict, quotes }) => verdict === 'holds' && /\d{2}/.test(quotes[0]?.text ?? ''),
    )
    for (const finding of related.slice(0, 20)) {
      const outcome = await changedPage(
        { page, text: document.text, quote: finding.quotes[0] ?? { start: 0, end: 0 } },
        random,
      )
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

type Spot = { page: OwnPage; text: string; quote: Range }

async function changedPage({ page, text, quote }: Spot, random: () => number): Promise<boolean | undefined> {
  const number = numbersIn(text, quote)[0] ?? quote
  const shown = text.slice(number.start, number.end)
  const fresh = /^\d[\d,.]*$/.test(shown) ? otherNumber(shown, random) : undefined
  const source = Buffer.from(page.bytes).toString('utf8')
  const at = fresh ? placeInSource(source, text, number) : undefined
  if (!fresh || at === undefined) return undefined
  const document = await readBytes(
    page.name,
    Buffer.from(source.slice(0, at) + fresh + source.slice(at + shown.length)),
  )
  if (document.text.slice(number.start, number.end) !== fresh) return undefined
  return checkDocument(document).findings.some(
    (finding) => finding.verdict !== 'holds' && touches(finding, document.file, number),
  )
}
