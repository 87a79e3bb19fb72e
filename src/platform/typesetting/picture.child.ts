import { Resvg } from '@resvg/resvg-js'
import { answerOnce } from '../limited-process.js'

/** A drawing as the office sent it: shapes only, as was looked at before. */
export type DrawRequest = { readonly svg: string; readonly width: number }
export type DrawAnswer = { readonly png: Uint8Array; readonly width: number; readonly height: number }

answerOnce<DrawRequest, DrawAnswer>(({ svg, width }) => {
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } }).render()
  return { png: drawn.asPng(), width: drawn.width, height: drawn.height }
})
