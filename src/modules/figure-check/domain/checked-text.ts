import type { CheckedFile } from './file-outcome.js'

/** A document that was checked and is being looked at; kept only if somebody asked for that. */
export type CheckedText = {
  readonly id: string
  readonly documentKey: string
  readonly name: string
  readonly sha256: string
  readonly isKept: boolean
  readonly checked: CheckedFile
}

/** What a list says of a kept document. */
export type KeptDocument = { readonly id: string; readonly name: string; readonly keptAt: string }
