import type { Finding } from '#modules/passages/index.js'

const WORST_FIRST = ['error', 'warning', 'question']

/** Of several findings of one kind about the very same figures only the gravest is told; what holds is left as it is. */
export function toldOnce(findings: readonly Finding[]): Finding[] {
  const gravest = new Map<string, Finding>()
  for (const finding of findings.filter(({ verdict }) => verdict !== 'holds')) {
    const key = figuresOf(finding)
    const known = gravest.get(key)
    if (!known || rankOf(finding) < rankOf(known)) gravest.set(key, finding)
  }
  return findings.filter((finding) => finding.verdict === 'holds' || gravest.get(figuresOf(finding)) === finding)
}

const rankOf = ({ verdict }: Finding) => WORST_FIRST.indexOf(verdict)

/** The kind and the places of all figures that a finding quotes, however it cuts its quotes. */
function figuresOf({ kind, quotes }: Finding): string {
  const places = quotes.flatMap(({ file, start, text }) =>
    [...text.matchAll(/\d[\d,.]*/g)].map((match) => `${file} ${start + match.index}`),
  )
  const whole = quotes.map(({ file, start, end }) => `${file} ${start}-${end}`)
  return [kind, ...(places.length > 1 ? [...new Set(places)].sort() : whole)].join('|')
}
