import { Resvg } from '@resvg/resvg-js'
import { answerOnce } from '../limited-process.js'
import { sansFiles } from './fonts.js'
import type { Paper } from './paper.js'
import { wordFile } from './word-file.js'
import type { PageNumbers } from './word-opening.js'

/** What the maker of Word files is sent. */
export type WordRequest = { readonly paper: Paper; readonly pages: PageNumbers }

/** Pictures are drawn this many dots wide: sharp on a page of A4. */
const DOTS = 1200

const font = { fontFiles: sansFiles(), loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' }

function png(svg: string): Uint8Array {
  return new Resvg(svg, { font, fitTo: { mode: 'width', value: DOTS }, background: '#ffffff' }).render().asPng()
}

answerOnce<WordRequest, Uint8Array>(({ paper, pages }) => wordFile(paper, { png, pages }))
