import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import type { RegisterMeasure } from './register-measure.js'

/** A file as it was given, by the name that findings use for it. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }

/** Files to check, each with what it is compared with. */
export type FilesToCheck = {
  readonly files: readonly GivenFile[]
  readonly others: readonly GivenFile[]
  readonly register: readonly RegisterMeasure[]
}

/** A file that was checked. */
export type CheckedFile = {
  readonly file: string
  readonly document: CheckedDocument
  readonly findings: readonly Finding[]
  readonly claims: number
}

/** What came of one file: its findings, or why it cannot be read. */
export type FileOutcome = CheckedFile | { readonly file: string; readonly problem: string }
