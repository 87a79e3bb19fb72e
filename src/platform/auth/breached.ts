import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { Obstacle } from '../errors.js'

/** Tells whether a password is known to have leaked somewhere. */
export type Breached = (password: string) => Promise<boolean>

/** A line is a SHA-1 in 40 hexadecimal figures, a colon and a number: never longer than this. */
const LONGEST_LINE = 80
const HASH = 40

/**
 * Looks a password up in a list of leaked ones on this machine, in the form that Have I Been Pwned gives out, ordered by
 * hash (`haveibeenpwned-downloader`). Nothing leaves the machine, and a list of 40 GB is read in some 30 small pieces.
 * Without a list nobody's password is known to have leaked.
 */
export function breachedIn(path: string | undefined): Breached {
  if (!path) return async () => false
  return async (password) => {
    const wanted = createHash('sha1').update(password).digest('hex').toUpperCase()
    const file = await open(path, 'r').catch(() => {
      throw new Obstacle(`The list of leaked passwords ${path} cannot be read: BREACHED_PASSWORDS_FILE names it`)
    })
    try {
      return await holds(file, wanted)
    } finally {
      await file.close()
    }
  }
}

/** Halves the file until the line is found or cannot be there. */
async function holds(file: FileHandle, wanted: string): Promise<boolean> {
  let [low, high] = [0, (await file.stat()).size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const line = await lineAround(file, middle)
    const hash = line.text.slice(0, HASH).toUpperCase()
    if (hash === wanted) return true
    if (hash < wanted) low = line.end
    else high = line.start
  }
  return false
}

/** The line that a place of the file lies in, from its first byte to behind its end. */
async function lineAround(file: FileHandle, at: number): Promise<{ text: string; start: number; end: number }> {
  const from = Math.max(0, at - LONGEST_LINE)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * LONGEST_LINE), 0, 2 * LONGEST_LINE, from)
  const piece = buffer.toString('latin1', 0, bytesRead)
  const start = piece.lastIndexOf('\n', at - from - 1) + 1
  const found = piece.indexOf('\n', at - from)
  const end = found === -1 ? piece.length : found + 1
  return { text: piece.slice(start, end).trim(), start: from + start, end: from + end }
}
