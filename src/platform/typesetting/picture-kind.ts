/** What the first bytes of a file say it is, as far as a paper can hold it, and how large: in dots, undefined for drawings. */
export type PictureKind =
  | { readonly type: 'png' | 'jpeg'; readonly width: number; readonly height: number }
  | { readonly type: 'svg' }

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Which kind of picture these bytes are, whatever the file is called; undefined for any other. */
export function pictureKind(bytes: Uint8Array): PictureKind | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.subarray(0, 8).equals(PNG) && file.length > 33 && file.toString('latin1', 12, 16) === 'IHDR')
    return { type: 'png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
  if (file.length > 4 && file.readUInt16BE(0) === 0xffd8) return jpegKind(file)
  const opening = file.toString('utf8', 0, 4000).replace(/^\ufeff/, '')
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^[>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(
    opening,
  )
    ? { type: 'svg' }
    : undefined
}

/** The size of a JPEG stands in its frame header (ISO/IEC 10918-1, B.2.2), after segments that say how long they are. */
function jpegKind(file: Buffer): PictureKind | undefined {
  let at = 2
  while (at + 9 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { type: 'jpeg', height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    at += 2 + file.readUInt16BE(at + 2)
  }
  return undefined
}

/** What a drawing may not hold: it could run, fetch, or blow up. Logos need none of it. */
const UNSAFE: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /<!ENTITY|<!DOCTYPE[^>]*\[/i, what: 'definitions of its own (ENTITY)' },
  { pattern: /<\s*script/i, what: 'a script' },
  { pattern: /\son[a-z]+\s*=/i, what: 'a script in an attribute' },
  { pattern: /<\s*foreignObject/i, what: 'a foreign object' },
  { pattern: /<\s*image/i, what: 'a picture within it' },
  { pattern: /href\s*=\s*["']?\s*(?!["']?#)[^"'\s]/i, what: 'a link to something outside it' },
  { pattern: /@import|url\(\s*["']?\s*(?!["']?#)[^)"'\s]/i, what: 'a style that fetches something' },
  { pattern: /<\s*text[\s>]/i, what: 'words as text: have them turned into outlines' },
]

/** What is in a drawing that none may have; undefined where it is only shapes. */
export function unsafeIn(svg: string): string | undefined {
  return UNSAFE.find(({ pattern }) => pattern.test(svg))?.what
}
