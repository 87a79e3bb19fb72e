import { isKeepable } from '#kernel/keepable.js'
import { Obstacle } from '../errors.js'

/** A text was to be kept or looked for that no register can hold. It is refused on both engines alike. */
export class UnkeepableText extends Obstacle {
  /** On a page: a request that cannot be read. */
  readonly statusCode = 400
}

/** The last gate before either database: whatever door a text came in by. Gives back what it was given. */
export function keepableOnly<T extends readonly unknown[]>(parameters: T): T {
  const wrong = parameters.find((each) => typeof each === 'string' && !isKeepable(each))
  if (wrong === undefined) return parameters
  throw new UnkeepableText(
    `A text has a character that cannot be kept (NUL, or half of one), so nothing was done: ${JSON.stringify(String(wrong).slice(0, 80))}`,
  )
}
