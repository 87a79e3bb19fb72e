import { EmbeddedActionsParser, type IToken, Lexer, type TokenType } from 'chevrotain'
import { FUNCTIONS, type FunctionName, type Operator, type Part, type Place } from './formula.js'
import {
  And,
  Bracketed,
  Close,
  Comma,
  Equality,
  False,
  Name,
  Not,
  Null,
  NumberLiteral,
  Open,
  Or,
  Power,
  Relation,
  Scale,
  Sign,
  TOKENS,
  True,
} from './tokens.js'

const OPERATORS: Readonly<Record<string, Operator>> = {
  '&&': 'and',
  '||': 'or',
  '=': '==',
  '<>': '!=',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '−': '-',
  '×': '*',
  '÷': '/',
}

const FUNCTION_NAMES = new Map(Object.keys(FUNCTIONS).map((name) => [name.toLowerCase(), name as FunctionName]))

/** The function of that name however its letters are written, or undefined. */
export function functionNamed(name: string): FunctionName | undefined {
  return FUNCTION_NAMES.get(name.toLowerCase())
}

/** Where a token begins. */
export function placeOf(token: IToken): Place {
  return { line: token.startLine ?? 1, column: token.startColumn ?? 1 }
}

/** The operator that a token writes, whichever sign was used for it. */
function operatorOf(token: IToken): Operator {
  const written = token.image.toLowerCase()
  return OPERATORS[written] ?? (written as Operator)
}

/** Cuts a formula into tokens. Every pattern is linear: there is nothing to go back over. */
export const formulaLexer = new Lexer(TOKENS, { positionTracking: 'full' })

/**
 * The grammar: or, and, equality, relation, sum, product, sign, power, as in DHIS2. A power binds tighter than a sign
 * (−3^2 is −9) and leans right; all else leans left. Only brackets nest; runs of operators are loops.
 */
class FormulaGrammar extends EmbeddedActionsParser {
  constructor() {
    super(TOKENS, { maxLookahead: 2 })
    this.performSelfAnalysis()
  }

  public formula = this.RULE('formula', (): Part => this.SUBRULE(this.either))
  private either = this.chain('either', Or, () => this.both)
  private both = this.chain('both', And, () => this.equality)
  private equality = this.chain('equality', Equality, () => this.relation)
  private relation = this.chain('relation', Relation, () => this.total)
  private total = this.chain('total', Sign, () => this.product)
  private product = this.chain('product', Scale, () => this.signed)

  private chain(name: string, token: TokenType, next: () => (index?: number) => Part) {
    return this.RULE(name, (): Part => {
      let left = this.SUBRULE(next())
      this.MANY(() => {
        const written = this.CONSUME(token)
        const right = this.SUBRULE2(next())
        left = { kind: 'binary', at: placeOf(written), operator: operatorOf(written), left, right }
      })
      return left
    })
  }

  private signs = this.RULE('signs', (): IToken[] => {
    const signs: IToken[] = []
    this.MANY(() => {
      this.OR([{ ALT: () => signs.push(this.CONSUME(Sign)) }, { ALT: () => signs.push(this.CONSUME(Not)) }])
    })
    return signs
  })

  private signed = this.RULE('signed', (): Part => {
    const chain = [
      { signs: this.SUBRULE(this.signs), part: this.SUBRULE(this.single), power: undefined as IToken | undefined },
    ]
    this.MANY(() => {
      const power = this.CONSUME(Power)
      chain.push({ power, signs: this.SUBRULE2(this.signs), part: this.SUBRULE2(this.single) })
    })
    return this.ACTION(() => foldPowers(chain))
  })

  private single = this.RULE(
    'single',
    (): Part =>
      this.OR([
        { ALT: () => numberOf(this.CONSUME(NumberLiteral)) },
        { ALT: () => nameOf(this.CONSUME(Bracketed)) },
        { ALT: () => truthOf(this.CONSUME(True), true) },
        { ALT: () => truthOf(this.CONSUME(False), false) },
        { ALT: () => nothingOf(this.CONSUME(Null)) },
        { ALT: () => this.SUBRULE(this.nameOrCall) },
        { ALT: () => this.SUBRULE(this.inBrackets) },
      ]),
  )

  private inBrackets = this.RULE('inBrackets', (): Part => {
    this.CONSUME(Open)
    const part = this.SUBRULE(this.either)
    this.CONSUME(Close)
    return part
  })

  private nameOrCall = this.RULE('nameOrCall', (): Part => {
    const token = this.CONSUME(Name)
    let parts: Part[] | undefined
    this.OPTION(() => {
      this.CONSUME(Open)
      const inside: Part[] = []
      this.MANY_SEP({ SEP: Comma, DEF: () => inside.push(this.SUBRULE(this.either)) })
      this.CONSUME(Close)
      parts = inside
    })
    return this.ACTION(() => (parts ? callOf(token, parts) : { kind: 'name', name: token.image, at: placeOf(token) }))
  })
}

type Raised = { readonly power: IToken | undefined; readonly signs: IToken[]; readonly part: Part }

/** −2^−3^2 is −(2^(−(3^2))): each sign holds all that is raised after it. */
function foldPowers(chain: readonly Raised[]): Part {
  let right: Part | undefined
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const { part, signs } = chain[index] as Raised
    const power = chain[index + 1]?.power
    const raised: Part =
      right && power ? { kind: 'binary', operator: '^', at: placeOf(power), left: part, right } : part
    right = signs.reduceRight(withSign, raised)
  }
  return right as Part
}

/** A plus before a part changes nothing, so it is not kept. */
function withSign(part: Part, sign: IToken): Part {
  if (sign.image === '+') return part
  return { kind: 'unary', operator: sign.tokenType === Not ? 'not' : '-', at: placeOf(sign), of: part }
}

function numberOf(token: IToken): Part {
  return { kind: 'number', value: Number(token.image), at: placeOf(token) }
}

function truthOf(token: IToken, value: boolean): Part {
  return { kind: 'truth', value, at: placeOf(token) }
}

function nothingOf(token: IToken): Part {
  return { kind: 'null', at: placeOf(token) }
}

function nameOf(token: IToken): Part {
  return { kind: 'name', name: token.image.slice(1, -1).trim(), at: placeOf(token) }
}

/** The names of functions are checked before the grammar is asked; see parse.ts. */
function callOf(token: IToken, parts: readonly Part[]): Part {
  return { kind: 'call', name: functionNamed(token.image) ?? 'coalesce', at: placeOf(token), parts }
}

let made: FormulaGrammar | undefined

/** The grammar, made when the first formula is read: making it takes longer than using it. */
export function formulaGrammar(): FormulaGrammar {
  made ??= new FormulaGrammar()
  return made
}
