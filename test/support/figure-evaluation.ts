import { globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CheckedDocument, Finding, Range } from '#modules/passages/index.js'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import { checkDocument } from '../../src/modules/figure-check/domain/check-document.js'
import type { RegisterMeasure } from '../../src/modules/figure-check/domain/register-measure.js'
import { shortDocuments } from './figure-passages.js'
import { registerFrom } from './figure-register.js'

const FOLDER = join(import.meta.dirname, '../../../evaluation/figure-check')

/** `because`: the arithmetic of a label, which comes out for a true statement and not for an error. */
type Passage = { quote: string; nth?: number; because?: string }
type Expected = {
  document: string
  with?: string[]
  register?: string
  errors: (Passage & { kind: string; or?: string[]; verdict: string })[]
  true: (Passage & { relation?: boolean })[]
}

/** A document of the evaluation set with its planted errors and its true statements, each with its place. */
export type Case = {
  name: string
  bytes: Uint8Array
  document: CheckedDocument
  others: CheckedDocument[]
  register?: RegisterMeasure[]
  /** `or`: kinds under which the same slip may as well be told. */
  errors: { kind: string; or?: string[]; verdict: string; quote: string; because?: string; range: Range }[]
  /** `relation` is false where the statement holds no sum, share or change that could be checked. */
  truths: { quote: string; because?: string; range: Range; relation?: boolean }[]
}

/** The parts of the evaluation set in the order of their writing: `tune…` may be looked at while rules are made, `unseen…` not. */
export function partsNamed(start: 'tune' | 'unseen'): string[] {
  return globSync(`${start}*/*.expected.json`, { cwd: FOLDER })
    .map((file) => dirname(file))
    .filter((part, at, all) => all.indexOf(part) === at)
    .sort(new Intl.Collator('en', { numeric: true }).compare)
}

/** The documents of one part of the evaluation set. */
export async function casesOf(part: string): Promise<Case[]> {
  const names = readdirSync(join(FOLDER, part)).sort()
  const whole = names.filter((name) => name.endsWith('.expected.json')).map((name) => caseOf(part, name))
  const short = names
    .filter((name) => name.endsWith('.passages.md'))
    .map((name) => shortCases(join(FOLDER, part), name))
  return [...(await Promise.all(whole)), ...(await Promise.all(short)).flat()]
}

/** Every passage of a file as a document of its own. */
async function shortCases(folder: string, file: string): Promise<Case[]> {
  return Promise.all(
    shortDocuments(join(folder, file)).map(async ({ text, other, errors, truths }, at): Promise<Case> => {
      const name = `${file.replace('.passages.md', '')}-${at + 1}.md`
      const document = await readBytes(name, Buffer.from(text))
      const others = other === undefined ? [] : [await readBytes(`before-${name}`, Buffer.from(other))]
      const quoteAt = ({ start, end }: Range) => ({ quote: text.slice(start, end), range: { start, end } })
      return {
        name,
        bytes: Buffer.from(text),
        document,
        others,
        errors: errors.map((error) => ({ kind: error.kind, verdict: '', ...quoteAt(error) })),
        truths: truths.map(quoteAt),
      }
    }),
  )
}

async function caseOf(part: string, name: string): Promise<Case> {
  const expected: Expected = JSON.parse(readFileSync(join(FOLDER, part, name), 'utf8'))
  const read = async (file: string) => readBytes(file, readFileSync(join(FOLDER, part, file)))
  const document = await read(expected.document)
  return {
    name: expected.document,
    bytes: readFileSync(join(FOLDER, part, expected.document)),
    document,
    others: await Promise.all((expected.with ?? []).map(read)),
    ...(expected.register ? { register: registerFrom(join(FOLDER, part, expected.register)) } : {}),
    errors: expected.errors.map((error) => ({ ...error, range: rangeOf(document, error) })),
    truths: expected.true.map((truth) => ({ ...truth, range: rangeOf(document, truth) })),
  }
}

/** Reads a file as the checker does, here and now. */
export async function readBytes(name: string, bytes: Uint8Array): Promise<CheckedDocument> {
  return documentFromText(name, await readDocument(bytes, name))
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')

function rangeOf(document: CheckedDocument, { quote, nth = 1 }: Passage): Range {
  const isWord = /^\w.*\w$|^\w$/s.test(quote)
  const pattern = new RegExp(isWord ? `(?<![A-Za-z0-9])${escaped(quote)}(?![A-Za-z0-9])` : escaped(quote), 'g')
  const match = [...document.text.matchAll(pattern)][nth - 1]
  if (!match) throw new Error(`${document.file} does not say “${quote}” ${nth} times`)
  return { start: match.index, end: match.index + match[0].length }
}

/** Whether one of a finding's quotes in the document itself touches a passage. */
export function touches(finding: Finding, file: string, range: Range): boolean {
  return finding.quotes.some((quote) => quote.file === file && quote.start < range.end && range.start < quote.end)
}

/** What one kind of check did: planted errors found and missed, findings that were right and that were false alarms. */
export type Tally = {
  planted: number
  found: number
  sameVerdict: number
  right: number
  alarms: number
  questions: number
}

/** The score of a set of documents, by kind, with what was missed and what was flagged without ground. */
export type Score = {
  tallies: Map<string, Tally>
  missed: string[]
  alarms: string[]
  truths: number
  truthsFlagged: number
}

/** Checks every document and compares the findings with what was planted. */
export function scoreOf(cases: Case[]): Score {
  const score: Score = { tallies: new Map(), missed: [], alarms: [], truths: 0, truthsFlagged: 0 }
  for (const one of cases) addCase(score, one, findingsOf(one))
  return score
}

/** What the checker says of a document of the set, or of the same document as it stands after a change. */
export function findingsOf(one: Case, document = one.document): readonly Finding[] {
  return checkDocument(document, { others: one.others, register: one.register ?? [] }).findings
}

function addCase(score: Score, one: Case, findings: readonly Finding[]) {
  const raised = findings.filter((finding) => finding.verdict !== 'holds')
  for (const error of one.errors) {
    const tally = tallyOf(score, error.kind)
    const found = raised.filter(
      (finding) =>
        [error.kind, ...(error.or ?? [])].includes(finding.kind) && touches(finding, one.document.file, error.range),
    )
    tally.planted += 1
    if (found.length > 0) tally.found += 1
    else score.missed.push(`${one.name}: ${error.kind}: ${error.quote}`)
    if (found.some((finding) => finding.verdict === error.verdict)) tally.sameVerdict += 1
  }
  for (const finding of raised) addFinding(score, one, finding)
  const alarms = raised.filter((finding) => finding.verdict !== 'question' && !isPlanted(one, finding))
  score.truths += one.truths.length
  score.truthsFlagged += one.truths.filter((truth) =>
    alarms.some((finding) => touches(finding, one.document.file, truth.range)),
  ).length
}

const isPlanted = (one: Case, finding: Finding) =>
  one.errors.some((error) => touches(finding, one.document.file, error.range))

function addFinding(score: Score, one: Case, finding: Finding) {
  const tally = tallyOf(score, finding.kind)
  if (isPlanted(one, finding)) tally.right += 1
  else if (finding.verdict === 'question') tally.questions += 1
  else {
    tally.alarms += 1
    const quote = finding.quotes.map((one) => one.text.slice(0, 60)).join(' / ')
    score.alarms.push(`${one.name}: ${finding.verdict} ${finding.kind}: ${quote} :: ${finding.message}`)
  }
}

function tallyOf(score: Score, kind: string): Tally {
  const known = score.tallies.get(kind)
  if (known) return known
  const fresh = { planted: 0, found: 0, sameVerdict: 0, right: 0, alarms: 0, questions: 0 }
  score.tallies.set(kind, fresh)
  return fresh
}

/** Right findings among all that say something is wrong; 1 where there are none. */
export const precisionOf = ({ right, alarms }: Tally) => (right + alarms === 0 ? 1 : right / (right + alarms))

/** Planted errors found among all planted; 1 where none was planted. */
export const recallOf = ({ planted, found }: Tally) => (planted === 0 ? 1 : found / planted)
