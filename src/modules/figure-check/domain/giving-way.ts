import type { Finding } from '#modules/passages/index.js'

/**
 * A reading of figures that does not come out gives way to one that does and takes all of them but one: "15: three red,
 * eight amber and four green, so that one fewer", "£4.8m, £4.1m spent, leaving £0.7m of the £4.8m".
 */
export function givingWay(findings: readonly Finding[]): Finding[] {
  const held = new Map<string, Finding[]>()
  for (const finding of findings.filter(({ verdict }) => verdict === 'holds')) {
    for (const key of placesOf(finding)) held.set(key, [...(held.get(key) ?? []), finding])
  }
  return findings.filter((finding) =>
    finding.verdict === 'holds' ? !isRepeated(finding, held) : !isTaken(finding, held),
  )
}

/** The same figures, found right by an earlier reading. */
function isRepeated(finding: Finding, held: ReadonlyMap<string, readonly Finding[]>): boolean {
  const places = placesOf(finding)
  const key = places.sort().join()
  const same = (held.get(places[0] ?? '') ?? []).find((one) => placesOf(one).sort().join() === key)
  return same !== undefined && same !== finding
}

const placesOf = ({ quotes }: Finding) => [...new Set(quotes.map(({ file, end }) => `${file} ${end}`))]

function isTaken(finding: Finding, held: ReadonlyMap<string, readonly Finding[]>): boolean {
  const places = placesOf(finding)
  const shared = new Map<Finding, number>()
  for (const one of places.flatMap((place) => held.get(place) ?? [])) shared.set(one, (shared.get(one) ?? 0) + 1)
  return [...shared].some(
    ([one, count]) =>
      count >= places.length || (count >= 2 && count >= places.length - 1 && hasSameWhole(one, finding)),
  )
}

/** The first quote of a sum is its whole. */
const hasSameWhole = (one: Finding, other: Finding) => one.quotes[0]?.text.trim() === other.quotes[0]?.text.trim()
