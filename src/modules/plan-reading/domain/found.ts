import type { Range } from '#modules/passages/index.js'

/** What a plan is made of, in the words of DOMAIN’s plans: a theme holds the others. */
export type PartKind = 'theme' | 'vision' | 'aim' | 'outcome' | 'objective' | 'priority' | 'commitment' | 'measure'

/** A place in the document, and the document’s own words there. `line` and `page` count from 1. */
export type Span = Range & { readonly line: number; readonly page?: number; readonly quote: string }

/** One part of a plan that was found: tidied words, the theme it stands under, and where it is printed. */
export type FoundPart = {
  readonly kind: PartKind
  readonly text: string
  /** The theme’s words, or null where the document does not tell. */
  readonly theme: string | null
  readonly span: Span
  /** Other places where the document says the same again, as a plan on a page does. */
  readonly also: readonly Span[]
}
