import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** As many tries as somebody with the stolen hash can afford: at 30 ms each, ten thousand million take ten years. */
const FEWEST_GUESSES = 1e10
/** What stands behind so many characters is not weighed: it could only help, and weighing it takes long. */
const MOST_WEIGHED = 48

let estimator: ZxcvbnFactory | undefined

/**
 * Whether a password is among those that are tried first: a list of common ones, runs of keys, dates, repeats, and
 * words written with signs for letters (the method of Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", 2016).
 * `known` are words that somebody who guesses here knows.
 */
export function isEasilyGuessed(password: string, known: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  const weighed = [...password].slice(0, MOST_WEIGHED).join('')
  return estimator.check(weighed, [...known]).guesses < FEWEST_GUESSES
}
