/** What is thrown on purpose. Anything else that is thrown is a bug. */
export abstract class Interruption extends Error {
  /** The HTTP status that says the same. */
  abstract readonly status: 403 | 404 | 409
}

/** There is nothing at this address, or with this id. */
export class NotFound extends Interruption {
  readonly status = 404
}

/** This person may not see or do this. */
export class Forbidden extends Interruption {
  readonly status = 403
}

/** Somebody else saved first: nothing was changed. */
export class Conflict extends Interruption {
  readonly status = 409
}

/** The machine does not allow it (a file, a program, another process): told in a sentence. Only commands meet it. */
export class Obstacle extends Error {}

/** What is kept elsewhere cannot be had at the moment: its place does not answer, or gives something else. */
export class Unavailable extends Obstacle {}

/** The row, or NotFound. */
export function found<T>(value: T | undefined | null, what = 'Not found'): T {
  if (value === undefined || value === null) throw new NotFound(what)
  return value
}
