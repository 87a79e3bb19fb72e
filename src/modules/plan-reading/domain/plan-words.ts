import type { PartKind } from './found.js'

/** A heading or label that says what follows: "Victims objectives", "Aim: …", "Priority 2 – …", "What we will do". */
export type Label = {
  readonly kind: PartKind
  /** What stands before the word, as "Victims" in "Victims objectives". */
  readonly prefix?: string
  /** What stands after it on the same line: the part itself. */
  readonly rest?: string
  /** Whether it is one of a numbered row, as "Priority 2". */
  readonly isNumbered: boolean
  /** Whether more than one part may follow. */
  readonly isPlural: boolean
}

const NOUNS: readonly (readonly [PartKind, string])[] = [
  ['theme', 'themes?|pillars?|missions?'],
  ['vision', 'vision'],
  ['aim', 'aims?|ambitions?|goals?'],
  ['outcome', 'outcomes?'],
  ['objective', 'objectives?'],
  ['priority', 'priorit(?:y|ies)(?: for action| actions?| areas?)?'],
  ['commitment', 'commitments?|pledges?|key actions?|actions?|deliverables?'],
  [
    'measure',
    'business intelligence(?: information)?|(?:performance |success |key performance )(?:measures?|indicators?)|measures? of success|measures?|indicators?',
  ],
]

const ADJECTIVES =
  "(?:(?:our|my|the|your|its|strategic|key|main|overall|overarching|shared|police and crime|policing|local|plan|long[- ]term|top|high[- ]level|commissioner[’']s|pcc[’']s)\\s+)*"

/** Questions and half-sentences that open a list. */
const PHRASES: readonly (readonly [PartKind, RegExp])[] = [
  [
    'commitment',
    /^(?:what|how) (?:will )?(?:we|i|the commissioner|the pcc|the mayor|the police)(?: will| am going to| are going to)?(?: be)? (?:do|doing|deliver|achieve|make)\b.{0,40}$/,
  ],
  [
    'commitment',
    /^(?:to (?:achieve|do|deliver|support) (?:this|these)[^.]{0,30}|together|working with [^.]{0,40})?,? ?(?:we|i|the commissioner|the pcc|the mayor|the (?:chief constable|force|constabulary|police)) will(?: also)?$/,
  ],
  ['commitment', /^delivering (?:this|the|our) [\w ]{3,30}$/],
  [
    'outcome',
    /^(?:what|how) (?:will )?(?:success|good) (?:will )?looks? like$|^what (?:we|i) want to (?:see|achieve)$/,
  ],
  ['measure', /^(?:we|i) (?:will|shall) (?:measure|know|monitor|track|judge)\b.{0,50}$/],
  ['measure', /^how (?:will )?(?:we|i|you)(?: will)? (?:measure|know|monitor|track|judge)\b.{0,50}$/],
]

const SINGULAR_NUMBERED = new RegExp(
  `^${ADJECTIVES}(theme|pillar|mission|aim|ambition|goal|outcome|objective|priority|commitment|pledge)\\s+(?:no\\.?\\s*)?(\\d{1,2}|[ivx]{1,4}|[a-h](?=\\s*[:.–—-]\\s)|one|two|three|four|five|six|seven|eight|nine|ten)\\b\\s*[:.–—-]*\\s*(.*)$`,
  'i',
)
const INLINE = NOUNS.map(
  ([kind, noun]) => [kind, new RegExp(`^${ADJECTIVES}(${noun})\\s*[:–—]\\s*(\\S.*)$`, 'i')] as const,
)
const ALONE = NOUNS.map(([kind, noun]) => [kind, new RegExp(`^${ADJECTIVES}(${noun})\\s*:?$`, 'i')] as const)
const PREFIXED = NOUNS.filter(
  ([kind]) => kind === 'objective' || kind === 'priority' || kind === 'commitment' || kind === 'outcome',
).map(
  ([kind, noun]) =>
    [kind, new RegExp(`^(.{3,60}?)\\s*(?:[:–—]|[’']s?)?\\s+${ADJECTIVES}(${noun})\\s*:?$`, 'i')] as const,
)

/** An office’s one mission says what it is for, as its vision does; missions are themes. */
const ownKind = (kind: PartKind, noun: string): PartKind => (/^mission$/i.test(noun) ? 'vision' : kind)

const isPlural = (noun: string) => /s\b/i.test(noun) || /information|intelligence|for action/i.test(noun)

/** What a line says that it introduces, or undefined when it is no label. `text` is one line, tidied. */
export function labelOf(text: string): Label | undefined {
  const line = text.replace(/^\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\D)/, '').trim()
  if (line.length === 0) return undefined
  return numbered(line) ?? phrase(line) ?? alone(line) ?? inline(line) ?? prefixed(line)
}

function numbered(line: string): Label | undefined {
  const [, noun = '', , rest = ''] = SINGULAR_NUMBERED.exec(line) ?? []
  const kind = noun && NOUNS.find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(noun))?.[0]
  if (!kind || /^(?:and|of|to|is|are|was|will|in|on)\b/i.test(rest)) return undefined
  return { kind, isNumbered: true, isPlural: false, ...(rest.trim() && { rest: rest.trim() }) }
}

function phrase(line: string): Label | undefined {
  const bare = line.replace(/[\s:?…]+$/, '').toLowerCase()
  const kind = bare.length < 90 ? PHRASES.find(([, form]) => form.test(bare))?.[0] : undefined
  return kind && { kind, isNumbered: false, isPlural: true }
}

function alone(line: string): Label | undefined {
  for (const [kind, form] of ALONE) {
    const noun = form.exec(line)?.[1]
    if (noun) return { kind: ownKind(kind, noun), isNumbered: false, isPlural: isPlural(noun) }
  }
  return undefined
}

function inline(line: string): Label | undefined {
  for (const [kind, form] of INLINE) {
    const [, noun, rest] = form.exec(line) ?? []
    if (noun && rest) return { kind: ownKind(kind, noun), rest, isNumbered: false, isPlural: isPlural(noun) }
  }
  return undefined
}

function prefixed(line: string): Label | undefined {
  if (line.split(/\s+/).length > 8 || !/^[A-Z‘“]/.test(line)) return undefined
  for (const [kind, form] of PREFIXED) {
    const [, prefix, noun] = form.exec(line) ?? []
    if (prefix && noun && isPlural(noun) && isName(prefix))
      return { kind, prefix: prefix.trim(), isNumbered: false, isPlural: true }
  }
  return undefined
}

/** A theme’s name is a noun phrase; "Meeting the" or "These are our" is the start of a sentence. */
const isName = (prefix: string) =>
  !/\b(?:the|these|those|are|is|of|and|our|my|to|with|for|its|on|in|other|four|five|six|three|two|national|key|\d+)$/i.test(
    prefix.trim(),
  ) &&
  !/^(?:these|this|those|here|meeting|delivering|setting|our|my|the|other|key|national|strategic|new|current|existing)\b/i.test(
    prefix,
  )

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const DECLARED =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:[\w-]+\s+){0,3}(themes|pillars|missions|priorities|aims|goals|objectives|outcomes|commitments)\b[^.:]{0,60}:?\s*$/i

/** "…focuses on four key themes:" says how many of what are listed next. */
export function declaredList(text: string): { readonly kind: PartKind; readonly count: number } | undefined {
  const [, number = '', noun = ''] = DECLARED.exec(text) ?? []
  const kind = noun && NOUNS.find(([, words]) => new RegExp(`^(?:${words})$`, 'i').test(noun))?.[0]
  const count = /^\d/.test(number) ? Number(number) : NUMBERS.indexOf(number.toLowerCase()) + 1
  return kind && count > 1 && /:\s*$/.test(text) ? { kind, count } : undefined
}
