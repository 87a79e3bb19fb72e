/** One map point of the publisher with the crimes that were moved to it. */
export type RepeatLocation = {
  /** "On or near High Street". */
  readonly location: string
  readonly longitude: number
  readonly latitude: number
  readonly lsoa: string | null
  readonly lsoaName: string | null
  readonly districtName: string | null
  readonly count: number
  /** In how many different months; one month alone is no pattern. */
  readonly months: number
  /** The kind of crime that is most frequent there, and how many of the count are of it. */
  readonly commonest: string
  readonly commonestCount: number
}

/** Said wherever repeat locations stand. */
export const POINTS_CAVEAT =
  'Points are approximate. The publisher moves every crime to the nearest of a fixed list of map points, so that a point stands for a street or a few, never for an address; names such as Supermarket or Parking Area stand for any of their kind nearby. Crimes outside the area of the force and those without a location are left out.'

/** Points with fewer crimes are never shown to the public, whatever the office’s rule for small numbers says less. */
const FEWEST_IN_PUBLIC = 5

/** The points that the public may see: none below the office's threshold, and never one of a few crimes. */
export function publicLocations(locations: readonly RepeatLocation[], threshold: number | null): RepeatLocation[] {
  const fewest = Math.max(threshold ?? FEWEST_IN_PUBLIC, FEWEST_IN_PUBLIC)
  return locations
    .filter(({ count }) => count >= fewest)
    .map((each) => (each.commonestCount >= fewest ? each : { ...each, commonest: '', commonestCount: 0 }))
}
