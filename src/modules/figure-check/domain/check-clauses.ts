import { clauseDocument } from '#modules/claims/index.js'
import type { CheckedDocument, Finding, Quote } from '#modules/passages/index.js'
import { checkAverage } from './check-average.js'
import { checkChange } from './check-change.js'
import { checkClosedSums } from './check-closed-sums.js'
import { checkDivision } from './check-division.js'
import { checkLeftOver } from './check-left-over.js'
import { checkLooseShare } from './check-loose-share.js'
import { checkNearSums } from './check-near-sums.js'
import { checkShare } from './check-share.js'
import { checkTiedShares } from './check-tied-shares.js'
import { checkWorked } from './check-worked.js'
import { unlessMistaken } from './mistaken-readings.js'
import { spokenOf } from './spoken-places.js'

const byWords = [checkShare, checkLooseShare, checkChange, checkAverage, checkWorked]
const byArithmetic = [checkClosedSums, checkNearSums, checkDivision, checkLeftOver, checkTiedShares]

/** Fewer figures make no relation of their own. */
const LEAST_FIGURES = 3

/**
 * The clauses of long sentences, each read by itself where the whole sentence told nothing of its figures. A clause may go
 * on from what stands before it, so a person is asked.
 */
export function checkClauses(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const clauses = clauseDocument(document)
  const read = unlessMistaken(
    clauses,
    byWords.flatMap((check) => check(clauses, { others: [], register: [] })),
  )
  for (const check of byArithmetic) read.push(...check(clauses, [...findings, ...read]))
  const spoken = spokenOf(document, findings)
  return read
    .filter(({ quotes }) => !quotes.some(spoken) && figuresIn(quotes) >= LEAST_FIGURES)
    .map((finding) => (finding.verdict === 'holds' ? finding : { ...finding, verdict: 'question' }))
}

const figuresIn = (quotes: readonly Quote[]) => quotes.flatMap(({ text }) => text.match(/\d[\d,.]*/g) ?? []).length
