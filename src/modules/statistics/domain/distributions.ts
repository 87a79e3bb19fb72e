/** The point below which a normal value falls with this chance. */
export function normalQuantile(chance: number): number {
  return inverse((z) => normalBelow(z), chance, -40, 40)
}

/** The point below which a gamma value of this shape (scale 1) falls with this chance. */
export function gammaQuantile(chance: number, shape: number): number {
  return inverse((x) => gammaBelow(x, shape), chance, 0, shape + 40 * Math.sqrt(shape + 10) + 40)
}

/** The point below which a Student's t value falls with this chance. */
export function tQuantile(chance: number, freedom: number): number {
  if (chance < 0.5) return -tQuantile(1 - chance, freedom)
  const tail = (t: number) => 1 - 0.5 * betaBelow(freedom / (freedom + t * t), freedom / 2, 0.5)
  return inverse(tail, chance, 0, 1e6)
}

/** Halving finds the point: sure, and quick enough for what a page shows. */
function inverse(below: (x: number) => number, chance: number, from: number, until: number): number {
  let [low, high] = [from, until]
  for (let step = 0; step < 200 && high - low > 1e-13 * Math.max(1, Math.abs(low)); step++) {
    const middle = (low + high) / 2
    if (below(middle) < chance) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function normalBelow(z: number): number {
  const half = 0.5 * gammaBelow((z * z) / 2, 0.5)
  return z < 0 ? 0.5 - half : 0.5 + half
}

/** The regularised lower incomplete gamma function: a series below the mean, a continued fraction above it. */
function gammaBelow(x: number, shape: number): number {
  if (x <= 0) return 0
  const front = Math.exp(-x + shape * Math.log(x) - logGamma(shape))
  if (x >= shape + 1) return 1 - front * gammaFraction(x, shape)
  let term = 1 / shape
  let total = term
  for (let step = 1; step < 1000 && term > total * 1e-16; step++) {
    term *= x / (shape + step)
    total += term
  }
  return front * total
}

function gammaFraction(x: number, shape: number): number {
  let b = x + 1 - shape
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let step = 1; step < 1000; step++) {
    const a = -step * (step - shape)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    const change = c * d
    value *= change
    if (Math.abs(change - 1) < 1e-15) break
  }
  return value
}

/** The regularised incomplete beta function by its continued fraction. */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1))]
  let value = d
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return front * value
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/** The logarithm of the gamma function (Lanczos, nine terms). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x)
  let total = 0.99999999999980993
  LANCZOS.forEach((weight, index) => {
    total += weight / (x + index)
  })
  const base = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(total)
}
