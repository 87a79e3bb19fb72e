import type { ControlPoint, ControlResult } from './control.js'
import { FEWEST_POINTS } from './control-chart.js'

/** What a sentence may claim of a series: each needs a signal (or, for "stable", the absence of one). */
export type Claim = 'improving' | 'worsening' | 'rising' | 'falling' | 'recovered' | 'stable' | 'caused'

/** So many of the newest values must be usual variation for a series to be called stable. */
const STABLE_FOR = 7

/** Only what was once well can recover: so many values must come before the first signal of concern. */
const BEFORE_CONCERN = 3

/**
 * The claims that the chart bears out. Improving and worsening: the newest value is a signal, the wanted way or the
 * other. Rising and falling: it is part of a trend, or a signal above or below. Recovered: after a time without,
 * there was a signal of concern in this phase, it has ended, and the newest value is on the wanted side of the average. Stable: the newest
 * seven values are usual variation, and on a run chart the runs of the whole phase are too. A cause may be named only for a signal. With too few points, nothing is claimed.
 */
export function wordsAllowed(result: ControlResult): ReadonlySet<Claim> {
  const allowed = new Set<Claim>()
  const phase = result.points.at(-1)?.phase
  const points = result.points.filter((point) => point.phase === phase && point.value !== null)
  const newest = points.at(-1)
  if (points.length < FEWEST_POINTS || !newest) return allowed
  if (newest.variation === 'improvement') allowed.add('improving')
  if (newest.variation === 'concern') allowed.add('worsening')
  if (newest.rules.length > 0) allowed.add('caused').add(isHigh(newest, result) ? 'rising' : 'falling')
  const isUsual = points.slice(-STABLE_FOR).every(({ rules }) => rules.length === 0)
  if (isUsual && result.runs?.isSignal !== true) allowed.add('stable')
  if (hasRecovered(points, newest, result)) allowed.add('recovered')
  return allowed
}

/** Whether a point's signal is to the high side, whichever way is wanted. */
export function isHigh({ variation }: ControlPoint, { polarity }: Pick<ControlResult, 'polarity'>): boolean {
  if (variation === 'neutral-high') return true
  return variation === (polarity === 'up' ? 'improvement' : 'concern') && polarity !== 'neither'
}

function hasRecovered(points: readonly ControlPoint[], newest: ControlPoint, { polarity }: ControlResult): boolean {
  if (polarity === 'neither' || newest.variation === 'concern') return false
  if (newest.value === null || newest.mean === null) return false
  const isWanted = polarity === 'up' ? newest.value >= newest.mean : newest.value <= newest.mean
  return isWanted && points.findIndex(({ variation }) => variation === 'concern') >= BEFORE_CONCERN
}

const LEXICON: readonly (readonly [Claim, RegExp])[] = [
  [
    'improving',
    /\b(improv(?:es|ed|ing|ement|ements)|gett?ing better|(?:has|have|had) got better|progress(?:ed|ing))\b/gi,
  ],
  ['worsening', /\b(worsen(?:s|ed|ing)?|deteriorat(?:e|es|ed|ing|ion)|getting worse|(?:has|have) got worse)\b/gi],
  ['rising', /\b(ris(?:es|ing|en)|rose|increas(?:es|ed|ing)|climb(?:s|ed|ing)|going up|gone up|upward trend)\b/gi],
  [
    'falling',
    /\b(fall(?:s|ing|en)|fell|decreas(?:es|ed|ing)|declin(?:es|ed|ing)|going down|gone down|downward trend)\b/gi,
  ],
  ['recovered', /\b(recover(?:s|ed|ing|y)|bounced back|back to (?:normal|its usual level))\b/gi],
  ['stable', /\b(stable|steady|unchanged|no (?:real |significant )?change|no different)\b/gi],
  ['caused', /\b(because of|because|thanks to|due to|as a result of|owing to|caused by|led to|driven by)\b/gi],
]

/** Words before a claim that turn it round: "not improving", "no sign of a fall". */
const DENIAL =
  /\b(not|no|never|neither|nor|without|cannot|hardly|any sign of|(?:has|have|is|are|was)n.t)\b(?:(?!\b(?:but|though|although|yet|however|while|whereas)\b)[^.;]){0,40}$/i

/** The claims that a sentence makes, denied ones left out. */
export function claimsIn(text: string): readonly Claim[] {
  return LEXICON.flatMap(([claim, pattern]) => {
    const made = [...text.matchAll(pattern)].some(({ index }) => !DENIAL.test(text.slice(0, index)))
    return made ? [claim] : []
  })
}

/** The claims of a sentence that the chart does not bear out. */
export function claimsNotBorneOut(text: string, result: ControlResult): readonly Claim[] {
  const allowed = wordsAllowed(result)
  return claimsIn(text).filter((claim) => !allowed.has(claim))
}
