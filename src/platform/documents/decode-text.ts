import { UnreadableDocument } from './document-text.js'

/** Bytes as text: by the byte order mark if there is one, else UTF-8, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const text = decoded(bytes)
  if (text.includes('\u0000')) {
    throw new UnreadableDocument('This file is not a text: save it as Word, PDF, HTML, Markdown or plain text')
  }
  return text
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
