/** The colours of every page, as the style sheets have them. The office's own brand colour comes from the register. */
export const palette = {
  ink: '#16202a',
  soft: '#4d5a66',
  neutral: '#5b6670',
  rule: '#d9dcd6',
  sand: '#f6f4ee',
  link: '#1257a0',
  worry: '#a8400f',
  white: '#ffffff',
  grid: '#e3e7ea',
  /** The example office's brand, used until an office has chosen its own. */
  brand: '#12436d',
  /** The ground of a chart's band: the brand, very light. */
  band: '#eff3f6',
  added: '#e2ecf5',
  removed: '#f7e6dc',
} as const

/** Contrast between two colours, 1 to 21, by WCAG 2.2's definition. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Red, green and blue of `#rrggbb`, each 0 to 255. */
export function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

/** A colour mixed into white: `share` 0 is white, 1 the colour itself. */
export function tint(hex: string, share: number): string {
  const mixed = channels(hex).map((value) => Math.round(255 - (255 - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** A colour mixed into black: `share` 0 is black, 1 the colour itself. */
export function shade(hex: string, share: number): string {
  const mixed = channels(hex).map((value) => Math.round(value * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
