/** What a note of the office is for. Whatever its kind, the force and partners never see it. */
export const NOTE_KINDS = ['holding-to-account', 'unannounced-visit', 'other'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** What the office wrote for itself beside an action. It stays as it was written, and is never published. */
export type Note = {
  readonly id: string
  readonly actionId: string
  readonly kind: NoteKind
  readonly text: string
  readonly writtenAt: string
  readonly writtenBy: string
}
