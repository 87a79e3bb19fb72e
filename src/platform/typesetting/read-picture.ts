import { err, ok, type Result } from '#kernel/result.js'
import { runLimited } from '../limited-process.js'
import { composePaper } from './compose.js'
import type { PaperImage } from './paper.js'
import { pdfOf } from './pdf.js'
import type { DrawAnswer, DrawRequest } from './picture.child.js'
import { pictureKind, unsafeIn } from './picture-kind.js'

/** A picture that a paper can hold in every form. */
export type ReadPicture = Pick<PaperImage, 'type' | 'bytes' | 'width' | 'height'>

/** A logo of two megabytes is a mistake; more dots than these no page shows. */
const MOST_BYTES = 2 * 1024 * 1024
const MOST_DOTS = 4000
/** Drawings are drawn this many dots wide: sharp at any size that a paper has. */
const DRAWN = 1600

const child = new URL('./picture.child.js', import.meta.url)

/**
 * Reads a picture that somebody sent: PNG and JPEG as they are, SVG drawn anew, so that nothing of it but its looks
 * remains. Refused, and why, where it is none, too large, unsafe, or cannot be printed.
 */
export async function readPicture(bytes: Uint8Array): Promise<Result<ReadPicture, string>> {
  if (bytes.byteLength > MOST_BYTES) return err('The picture must be 2 megabytes or smaller')
  const kind = pictureKind(bytes)
  if (!kind) return err('The picture must be a PNG, JPEG or SVG file')
  const read = kind.type === 'svg' ? await drawn(Buffer.from(bytes).toString('utf8')) : ok({ ...kind, bytes })
  if (!read.ok) return read
  const { width, height } = read.value
  if (width < 1 || height < 1 || width > MOST_DOTS || height > MOST_DOTS)
    return err(`The picture has ${width} by ${height} dots: at most ${MOST_DOTS} each way can be used`)
  const isPrinted = await printed(read.value)
  return isPrinted ? read : err('The picture is damaged: it cannot be printed')
}

async function drawn(svg: string): Promise<Result<ReadPicture, string>> {
  const unsafe = unsafeIn(svg)
  if (unsafe) return err(`The drawing holds ${unsafe}`)
  const request: DrawRequest = { svg, width: DRAWN }
  const made = await runLimited<DrawAnswer>(child, request, { megabytes: 500, seconds: 20, addons: true })
  if (!made.ok) return err('The drawing cannot be drawn: save it anew, or as PNG')
  const { png, width, height } = made.value
  return ok({ type: 'png', bytes: png, width, height })
}

/** Whether a paper with it can be set: a picture that is cut short would bar every report of the office. */
async function printed(picture: ReadPicture): Promise<boolean> {
  const supply = {
    figure: () => err(''),
    field: () => undefined,
    block: () => undefined,
    scopes: () => undefined,
    section: () => undefined,
  }
  const { paper } = composePaper({ name: 'trial', text: 'A page.' }, supply, {
    ...{ title: 'Trial', subtitle: '', author: 'Trial', footer: '', madeOn: '2025-01-01', numbering: 'none' },
    layout: { cover: false, contents: false, landscape: false, dataTables: false },
    style: { brand: '#12436d', logo: { ...picture, name: 'logo', alt: 'Trial', href: '' } },
  })
  return (await pdfOf(paper)).ok
}
