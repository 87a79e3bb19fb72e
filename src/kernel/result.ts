/** The outcome of something a person may be refused: a value, or a refusal with a code. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** It was done. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** It was refused, for this reason. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })
