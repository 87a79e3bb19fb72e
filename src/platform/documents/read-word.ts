import mammoth from 'mammoth'
import { type DocumentText, UnreadableDocument } from './document-text.js'
import { readHtml } from './read-html.js'

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Caption'] => p:fresh", 'comment-reference =>']

/** Reads a Word document (.docx): headings, paragraphs, lists, tables and notes; pictures are left out. */
export async function readWord(bytes: Uint8Array): Promise<DocumentText> {
  const noPictures = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: STYLES, convertImage: noPictures, externalFileAccess: false },
    )
    return readHtml(value)
  } catch {
    throw new UnreadableDocument(
      'This Word document cannot be read: it is cut off, or not a .docx file. Open it in Word and save it again as .docx',
    )
  }
}
