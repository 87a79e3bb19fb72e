import { EOF, type ILexingError, type IRecognitionException, type IToken } from 'chevrotain'
import { err, ok, type Result } from '#kernel/result.js'
import { type Formula, type FormulaProblem, FUNCTIONS, type Part, type Place, partsOf } from './formula.js'
import { formulaGrammar, formulaLexer, functionNamed, placeOf } from './grammar.js'
import { Close, Comma, Name, NumberLiteral, Open, Sign } from './tokens.js'

/** The longest formula that is read, in characters. */
const MOST_CHARACTERS = 2000

/** How many brackets may stand inside one another. */
const DEEPEST_BRACKETS = 40

const FUNCTION_LIST = Object.keys(FUNCTIONS).join(', ')
const START: Place = { line: 1, column: 1 }

/** Reads a formula, or says what is wrong, where, and what would mend it. Never throws, whatever it is given. */
export function parseFormula(text: string): Result<Formula, FormulaProblem[]> {
  const whole = problemWithWhole(text)
  if (whole) return err([whole])
  const { tokens, errors } = formulaLexer.tokenize(text)
  if (errors.length > 0) return err(errors.slice(0, 10).map(strangeCharacter(text)))
  const early = [...problemsWithBrackets(tokens), ...problemsWithWords(tokens)]
  if (early.length > 0) return err(early)
  const grammar = formulaGrammar()
  grammar.input = tokens
  const root = grammar.formula()
  const [wrong] = grammar.errors
  if (wrong) return err([unexpected(wrong, tokens)])
  const problems = problemsWithParts(root)
  return problems.length > 0 ? err(problems) : ok({ text, root })
}

function problemWithWhole(text: string): FormulaProblem | undefined {
  if (text.trim() === '') return { ...START, what: 'The formula is empty', mend: 'Write a formula, such as [a] + [b]' }
  if (text.length <= MOST_CHARACTERS) return undefined
  const mend = 'Make a measure of one part of it, and use that measure here'
  return { ...START, what: `The formula has more than ${MOST_CHARACTERS} characters`, mend }
}

const strangeCharacter =
  (text: string) =>
  ({ offset, line = 1, column = 1 }: ILexingError): FormulaProblem => {
    const found = String.fromCodePoint(text.codePointAt(offset) ?? 32)
    return { line, column, what: `"${found}" has no meaning in a formula`, mend: mendOf(found) }
  }

function mendOf(character: string): string {
  if (character === '£') return 'Leave out the pound sign: a number takes the unit of what it stands beside'
  if (character === '[') return 'Close the square bracket: the code of one measure stands in it, as in [recorded-crime]'
  if (character === ']') return 'Open the square bracket before the code of the measure, as in [recorded-crime]'
  if (`'"‘’“”`.includes(character)) return 'Leave out the quotation marks: a formula has numbers and measures only'
  return 'Use measures in square brackets, numbers, + - * / ^ %, comparisons, brackets and commas'
}

function problemsWithBrackets(tokens: readonly IToken[]): FormulaProblem[] {
  const open: IToken[] = []
  for (const token of tokens) {
    if (token.tokenType === Open) open.push(token)
    if (token.tokenType === Close && !open.pop()) {
      return [{ ...placeOf(token), what: 'This bracket closes nothing', mend: 'Take it out, or open a bracket before' }]
    }
    if (open.length > DEEPEST_BRACKETS) {
      const what = `More than ${DEEPEST_BRACKETS} brackets stand inside one another`
      return [{ ...placeOf(token), what, mend: 'Make a measure of one part of it, and use that measure here' }]
    }
  }
  return open.slice(-1).map((token) => ({
    ...placeOf(token),
    what: 'This bracket is not closed',
    mend: 'Close it with )',
  }))
}

/** What looks like one thing and is read as another: bare hyphens, thousands commas; and functions that do not exist. */
function problemsWithWords(tokens: readonly IToken[]): FormulaProblem[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1]
    const after = tokens[index + 2]
    if (token.tokenType === Name && next?.tokenType === Open && !functionNamed(token.image)) {
      const mend = `Use one of ${FUNCTION_LIST}`
      return [{ ...placeOf(token), what: `There is no function "${token.image}"`, mend }]
    }
    if (!next || !after || !touch(token, next) || !touch(next, after)) return []
    return [...problemWithHyphen(token, next, after), ...problemWithComma(token, next, after)]
  })
}

function problemWithHyphen(token: IToken, next: IToken, after: IToken): FormulaProblem[] {
  if (token.tokenType !== Name || next.tokenType !== Sign || next.image === '+') return []
  if (after.tokenType !== Name && after.tokenType !== NumberLiteral) return []
  const [one, two] = [`[${token.image}-${after.image}]`, `${token.image} - ${after.image}`]
  const what = `"${token.image}-${after.image}" could be one measure or a subtraction`
  return [{ ...placeOf(token), what, mend: `Write ${one} for the measure, or ${two} with spaces to subtract` }]
}

function problemWithComma(token: IToken, next: IToken, after: IToken): FormulaProblem[] {
  const isSplit = next.tokenType === Comma && /^\d{1,3}$/.test(token.image) && /^\d{3}(\.|$)/.test(after.image)
  if (!isSplit) return []
  const what = `"${token.image},${after.image}" could be one number or two`
  const mend = `Write ${token.image}${after.image} for one number, or put a space after the comma for two`
  return [{ ...placeOf(token), what, mend }]
}

function touch(first: IToken, second: IToken): boolean {
  return first.endOffset !== undefined && first.endOffset + 1 === second.startOffset
}

function unexpected({ token }: IRecognitionException, tokens: readonly IToken[]): FormulaProblem {
  const last = tokens.at(-1)
  if (token.tokenType === EOF) {
    const end = { line: last?.endLine ?? 1, column: (last?.endColumn ?? 0) + 1 }
    return { ...end, what: 'The formula ends too early', mend: `Say what follows ${quoted(last?.image ?? '')}` }
  }
  const before = tokens[tokens.indexOf(token) - 1]?.image
  const here = quoted(token.image)
  const what = before ? `${here} cannot follow ${quoted(before)}` : `A formula cannot begin with ${here}`
  return { ...placeOf(token), what, mend: mendAt(token, before !== undefined) }
}

function quoted(image: string): string {
  return `"${image.length > 40 ? `${image.slice(0, 40)}…` : image}"`
}

function mendAt(token: IToken, hasBefore: boolean): string {
  if (token.tokenType === Close) return 'Put a number or a measure before the bracket closes'
  if (token.tokenType === Comma) return 'Use commas only between the parts of a function'
  if (token.image.startsWith('[') || token.tokenType === Name || token.tokenType === NumberLiteral)
    return 'Put an operator between them: + - * / or a comparison'
  return hasBefore ? 'Put a number or a measure between them' : 'Begin with a number, a measure or a bracket'
}

function problemsWithParts(root: Part): FormulaProblem[] {
  const problems: FormulaProblem[] = []
  const open: Part[] = [root]
  for (let part = open.pop(); part; part = open.pop()) {
    problems.push(...problemWithCall(part), ...problemWithNumber(part))
    open.push(...partsOf(part).toReversed())
  }
  return problems
}

function problemWithNumber(part: Part): FormulaProblem[] {
  if (part.kind !== 'number' || Number.isFinite(part.value)) return []
  return [{ ...part.at, what: 'This number is too large', mend: 'Write a number of at most 300 digits' }]
}

function problemWithCall(part: Part): FormulaProblem[] {
  if (part.kind !== 'call') return []
  const { fewest, most } = FUNCTIONS[part.name]
  const count = part.parts.length
  if (count >= fewest && count <= most) return []
  const takes = fewest === most ? `${fewest}` : `${fewest} to ${most}`
  const what = `${part.name} takes ${takes} ${takes === '1' ? 'part' : 'parts'}, and here it has ${count}`
  return [{ ...part.at, what, mend: EXAMPLES[part.name] }]
}

const EXAMPLES: Readonly<Record<keyof typeof FUNCTIONS, string>> = {
  if: 'Write it as if([a] > 0, [b] / [a], null)',
  isNull: 'Write it as isNull([a])',
  coalesce: 'Write it as coalesce([a], [b])',
  per: 'Write it as per(1000, [crimes], [population])',
  share: 'Write it as share([part], [whole])',
  sum: 'Write it as sum([a], [b])',
  min: 'Write it as min([a], [b])',
  max: 'Write it as max([a], [b])',
  abs: 'Write it as abs([a] - [b])',
  round: 'Write it as round([a], 1)',
}
