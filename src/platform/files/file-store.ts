/** Where the bytes of files stand outside the register: each under its SHA-256, and never changed (ADR 0031). */
export type FileStore = {
  /** Where that is, in words without keys: for messages. */
  readonly name: string
  /** Keeps bytes under their fingerprint; done when the store says that it has them. What it has already stays. */
  readonly put: (sha256: string, bytes: Uint8Array) => Promise<void>
  /** The bytes with this fingerprint, compared with it; an `Unavailable` says why they cannot be had. */
  readonly get: (sha256: string, size: number) => Promise<Uint8Array>
  /** Why it cannot be used now; undefined when it answers and lets us in. */
  readonly problem: () => Promise<string | undefined>
}
