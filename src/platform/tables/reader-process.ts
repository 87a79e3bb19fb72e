import { answerOnce } from '../limited-process.js'
import { readBytes } from './read-bytes.js'
import type { TableLimits } from './table.js'

/** What the reading process is asked, once. */
export type ReadingOrder = { readonly bytes: Uint8Array; readonly fileName: string; readonly limits: TableLimits }

// This file is a process of its own: it reads one file, answers, and ends.
answerOnce(({ bytes, fileName, limits }: ReadingOrder) => readBytes(bytes, fileName, limits))
