import type { Result } from '#kernel/result.js'
import type { Block, LiveValue, TableContent } from './paper.js'
import type { Attributes, Source } from './source.js'

/**
 * What a part of a template speaks of: one theme, one objective. Names and ids, for whoever supplies the parts; within a
 * section, `section` is its name.
 */
export type Scope = Readonly<Record<string, string>>

/** A part that a template asks for by name. */
export type BlockRequest = {
  readonly name: string
  readonly attributes: Attributes
  readonly scope: Scope
  /** The table that stands inside it, if one does. */
  readonly table: TableContent | null
}

/**
 * Everything that a paper takes from outside, fetched beforehand. Blocks come without numbers: `id` is empty or what the
 * paper may refer to it by, `number` is 0 or null.
 */
export type Supply = {
  /** A live figure; else why there is none. */
  readonly figure: (name: string, attributes: Attributes, scope: Scope) => Result<LiveValue, string>
  /** A word that the paper is filled with: 'theme', 'period'. */
  readonly field: (name: string, scope: Scope) => string | undefined
  /** Blocks by name; undefined where there is no such name. */
  readonly block: (request: BlockRequest) => Result<readonly Block[], string> | undefined
  /** What a part is repeated for: `:::each{of=objectives}`. Undefined where there is nothing of that name. */
  readonly scopes: (of: string, scope: Scope) => readonly Scope[] | undefined
  /** The office's own words of a section; undefined where it has written none, and the template's own stand. */
  readonly section: (name: string, scope: Scope) => Source | undefined
}

/** A section that takes the office's own words, as the template has it. */
export type OpenSection = {
  readonly name: string
  readonly scope: Scope
  /** The heading that it stands under. */
  readonly heading: string
  /** What stands there while the office has written nothing. */
  readonly standing: string
}

/** What is wrong with a paper: where it stands and what to do. */
export type Problem = {
  readonly code: ProblemCode
  /** The source that it stands in. */
  readonly where: string
  readonly line: number
  readonly message: string
}

export type ProblemCode =
  | 'unreadable'
  | 'unknown-figure'
  | 'unknown-reference'
  | 'unknown-block'
  | 'unknown-field'
  | 'missing-caption'
  | 'missing-alternative'
  | 'missing-source'
  | 'skipped-heading'
  | 'typed-number'
  | 'raw-html'
  | 'unsafe-link'
  | 'unknown-character'
  | 'two-of-one-name'
