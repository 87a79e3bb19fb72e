import { proseOf } from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, flatText, quoteOf } from '#modules/passages/index.js'
import type { PeriodClaim } from '#modules/quantities/index.js'
import { lengthClaims, namedPeriodClaims } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { lengthsBetween } from './period-between.js'

/** Finds ranges that do not span what they say, quarters and halves with the wrong months, and odd financial years. */
export const checkPeriod: Check = (document) => {
  const { text } = flatText(document)
  const seen = new Set<number>()
  const written = [...lengthClaims(text), ...namedPeriodClaims(text)].flatMap((claim) => {
    if (seen.has(claim.start)) return []
    seen.add(claim.start)
    return asFinding(document, claim)
  })
  const known = written.flatMap(({ quotes }) => quotes).toSorted((one, other) => one.start - other.start)
  const prose = proseOf(document)
  const told = prose.sentences.flatMap((sentence) => lengthsBetween(prose, sentence))
  return [...written, ...told.filter(({ quotes }) => !quotes.some((quote) => touchesAny(known, quote)))]
}

type Place = { readonly start: number; readonly end: number }
const touchesAny = (known: readonly Place[], { start, end }: Place) => {
  const at = known.findLastIndex((one) => one.start < end)
  return at >= 0 && (known[at]?.end ?? 0) > start
}

function asFinding(document: CheckedDocument, claim: PeriodClaim): Finding {
  const unsure = claim.isAsked ? 'question' : 'warning'
  const doubt = claim.isSure ? 'error' : unsure
  return findingOf({
    verdict: claim.isRight ? 'holds' : doubt,
    kind: 'period',
    quotes: [quoteOf(document, claim.start, claim.end)],
    message: claim.isRight ? 'The period spans what it says.' : claim.message,
    working: claim.working,
    ...(claim.isRight ? {} : { suggestion: claim.suggestion }),
  })
}
