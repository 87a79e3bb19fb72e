import type { Formula, Operator, Part } from './formula.js'

/** How tightly each operator binds; a sign stands between a product and a power. */
const BINDS: Readonly<Record<Operator, number>> = {
  or: 1,
  and: 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
  '^': 8,
}
const SIGN_BINDS = 7
const SINGLE = 9

/** Writes a formula in one standard way: what is read back from it is the same formula. */
export function printFormula({ root }: Formula): string {
  return printPart(root)
}

/** Writes one part of a formula in the standard way, with only the brackets that it needs. */
export function printPart(part: Part): string {
  switch (part.kind) {
    case 'number':
      return String(part.value)
    case 'truth':
      return String(part.value)
    case 'null':
      return 'null'
    case 'name':
      return `[${part.name}]`
    case 'unary':
      return `${part.operator === 'not' ? 'not ' : '-'}${within(part.of, SIGN_BINDS)}`
    case 'call':
      return `${part.name}(${part.parts.map(printPart).join(', ')})`
    case 'binary':
      return printBinary(part)
  }
}

function printBinary({ operator, left, right }: Part & { kind: 'binary' }): string {
  const binds = BINDS[operator]
  const leansRight = operator === '^'
  const first = within(left, leansRight ? SINGLE : binds)
  const second = within(right, leansRight ? SIGN_BINDS : binds + 1)
  return `${first} ${operator} ${second}`
}

function within(part: Part, least: number): string {
  const text = printPart(part)
  return bindsOf(part) < least ? `(${text})` : text
}

function bindsOf(part: Part): number {
  if (part.kind === 'binary') return BINDS[part.operator]
  return part.kind === 'unary' ? SIGN_BINDS : SINGLE
}
