import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** As many tries as somebody with the stolen hash can afford: at 30 ms each, ten thousand million take ten years. */
const FEWEST_GUESSES = 1e10
/** What stands behind so many characters is not weighed: it could only help, and weighing it takes long. */
const MOST_WEIGHED = 48

let estimator: Promise<ZxcvbnFactory> | undefined

/**
 * Whether a password is among those that are tried first: a list of common ones, runs of keys, dates, repeats, and
 * words written with signs for letters (the method of Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", 2016).
 * `known` are words that somebody who guesses here knows.
 */
export async function isEasilyGuessed(password: string, known: readonly string[]): Promise<boolean> {
  estimator ??= makeEstimator()
  const weighed = [...password].slice(0, MOST_WEIGHED).join('')
  return (await estimator).check(weighed, [...known]).guesses < FEWEST_GUESSES
}

/** The list of common passwords takes room and time: it is read when somebody first chooses a password. */
async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new Factory({ dictionary, graphs: adjacencyGraphs })
}
