import type { Figure } from './figure.js'

/** The share of each band in the tax of Band D, in ninths (Local Government Finance Act 1992, section 5). */
export const BANDS = { A: 6, B: 7, C: 8, D: 9, E: 11, F: 13, G: 15, H: 18 } as const

/** The tax of every band in pounds, from that of Band D, to the penny as bills have it. */
export function bandsFrom(bandD: number): Record<keyof typeof BANDS, number> {
  const pence = Math.round(bandD * 100)
  const of = (ninths: number) => Math.round((pence * ninths) / 9) / 100
  return { A: of(6), B: of(7), C: of(8), D: of(9), E: of(11), F: of(13), G: of(15), H: of(18) }
}

/** How far requirement over tax base is from the Band D that is given, in pounds: under a penny where all is well. */
export function preceptError({ requirement, base, bandD }: Readonly<Record<string, Figure | undefined>>) {
  if (requirement?.value == null || !base?.value || bandD?.value == null) return undefined
  return Math.abs(requirement.value / base.value - bandD.value)
}
