import { createToken, Lexer, type TokenType } from 'chevrotain'

/** A bare name: letters, digits and underscores. A code with a hyphen stands in square brackets. */
export const Name = createToken({ name: 'Name', pattern: /[A-Za-z_][A-Za-z0-9_]*/ })
/** The code of a measure in square brackets: `[recorded-crime]`. */
export const Bracketed = createToken({ name: 'Bracketed', pattern: /\[[^[\]\r\n]{1,120}\]/ })
/** A number in digits, with a point where it is not whole. */
export const NumberLiteral = createToken({
  name: 'NumberLiteral',
  pattern: /(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,4})?/,
})

const word = (name: string, pattern: RegExp) => createToken({ name, pattern, longer_alt: Name })
/** Both must hold. */
export const And = word('And', /and|&&/i)
/** One must hold. */
export const Or = word('Or', /or|\|\|/i)
/** The contrary. */
export const Not = word('Not', /not|!/i)
/** Yes. */
export const True = word('True', /true/i)
/** No. */
export const False = word('False', /false/i)
/** No figure. */
export const Null = word('Null', /null/i)

/** The same, or not the same. */
export const Equality = createToken({ name: 'Equality', pattern: /==|!=|<>|=|≠/ })
/** Less or more. */
export const Relation = createToken({ name: 'Relation', pattern: /<=|>=|<|>|≤|≥/ })
/** Add or take away. */
export const Sign = createToken({ name: 'Sign', pattern: /[+\-−]/ })
/** Multiply, divide, remainder. */
export const Scale = createToken({ name: 'Scale', pattern: /[*/%×÷]/ })
/** To the power of. */
export const Power = createToken({ name: 'Power', pattern: /\^/ })
/** A round bracket opens. */
export const Open = createToken({ name: 'Open', pattern: /\(/ })
/** A round bracket closes. */
export const Close = createToken({ name: 'Close', pattern: /\)/ })
/** Between the parts of a function. */
export const Comma = createToken({ name: 'Comma', pattern: /,/ })

const Space = createToken({ name: 'Space', pattern: /[ \t\r\n\u00a0]+/, group: Lexer.SKIPPED, line_breaks: true })

/** Every token, in the order in which they are tried. */
export const TOKENS: TokenType[] = [
  Space,
  Bracketed,
  NumberLiteral,
  Equality,
  Relation,
  And,
  Or,
  Not,
  True,
  False,
  Null,
  Name,
  Sign,
  Scale,
  Power,
  Open,
  Close,
  Comma,
]
