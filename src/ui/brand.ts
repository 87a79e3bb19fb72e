import { palette, shade, tint } from './palette.js'

const COLOUR = /^#[0-9a-f]{6}$/

/** The address of an office's brand sheet; the colour is in its name, so that it can be kept for ever. */
export function brandHref(hex: string): string {
  const colour = hex.toLowerCase()
  return `/assets/brand-${(COLOUR.test(colour) ? colour : palette.brand).slice(1)}.css`
}

/** The style sheet that gives a site its office's colour (`#rrggbb`). */
export function brandCss(hex: string): string {
  const dark = shade(hex, 0.8)
  return `:root{--brand:${hex};--brand-dark:${dark};--brand-band:${tint(hex, 0.065)};--brand-line:${tint(hex, 0.7)}}`
}

/** The brand sheet asked for by file name (`brand-12436d.css`), or nothing when it is not one. */
export function brandFile(file: string): { readonly bytes: Buffer; readonly type: string } | undefined {
  const hex = /^brand-([0-9a-f]{6})[.]css$/.exec(file)?.[1]
  return hex ? { bytes: Buffer.from(brandCss(`#${hex}`)), type: 'text/css; charset=utf-8' } : undefined
}
