/** What checking one stored version found. `isSound` means that it is, to the letter, what was published. */
export type Verdict = {
  readonly planId: string
  readonly slug: string
  readonly number: number
  readonly isSound: boolean
  /** What is wrong with it, in words; empty when it is sound. */
  readonly problems: readonly string[]
}

/** The hashes of one version: as computed from its text, as stored beside it, and as the audit trail recorded. */
export type VersionEvidence = {
  readonly isCanonical: boolean
  readonly computed: string
  readonly stored: string
  readonly audited: string | undefined
}

/** What the hashes of one version tell. All must agree, and the text must be in canonical form. */
export function problemsWith({ isCanonical, computed, stored, audited }: VersionEvidence): string[] {
  return [
    ...(isCanonical ? [] : ['its text is not in the form in which versions are stored']),
    ...(computed === stored ? [] : ['its text does not match its own hash']),
    ...(audited === undefined ? ['the audit trail does not know it'] : []),
    ...(audited === undefined || audited === stored ? [] : ['its hash is not the one in the audit trail']),
    ...(audited !== undefined && audited !== computed && computed !== stored
      ? ['its text is not the one that was published']
      : []),
  ]
}
