import { channels } from '#kernel/colour.js'

export { contrast } from '#kernel/colour.js'

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
