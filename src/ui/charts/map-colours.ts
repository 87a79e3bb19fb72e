import { contrast } from '#kernel/colour.js'
import { palette } from '../palette.js'

/** The fill of one class of a map, and what is readable and visible upon it. */
export type MapColour = { readonly fill: string; readonly text: string; readonly line: string }

const LIGHTEST = { lightness: 0.95, chroma: 0.016 }
const DARKEST = { lightness: 0.37, chroma: 0.095 }
const HUE = (250 / 180) * Math.PI

/**
 * So many colours from light to dark, each as far from the next as people see it (equal steps of lightness in OKLab,
 * Ottosson 2020), so that they keep their order in grey and for those who see few colours.
 */
export function mapColours(count: number): MapColour[] {
  return Array.from({ length: count }, (_, index) => {
    const share = count === 1 ? 0.35 : index / (count - 1)
    const fill = hexOf({
      lightness: between(LIGHTEST.lightness, DARKEST.lightness, share),
      chroma: between(LIGHTEST.chroma, DARKEST.chroma, share),
    })
    const isLight = contrast(fill, palette.ink) >= contrast(fill, palette.white)
    const line = contrast(fill, palette.neutral) >= contrast(fill, palette.white) ? palette.neutral : palette.white
    return { fill, text: isLight ? palette.ink : palette.white, line }
  })
}

/** How light a colour looks, 0 to 1 (the L of OKLab). */
export function lightnessOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16)))
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short
}

function hexOf({ lightness, chroma }: { lightness: number; chroma: number }): string {
  const [a, b] = [chroma * Math.cos(HUE), chroma * Math.sin(HUE)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const parts = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
  return `#${parts.map((part) => screen(part).toString(16).padStart(2, '0')).join('')}`
}

function linear(part: number): number {
  const share = part / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function screen(part: number): number {
  const share = Math.max(0, Math.min(1, part))
  return Math.round(255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055))
}

const between = (from: number, to: number, share: number) => from + (to - from) * share
