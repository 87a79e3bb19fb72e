import type { Item, Sentence } from './claim.js'

const pointing = /^(this|that|it|which|these|those|they)$/
const summing = /^(together|altogether|overall)$/
const result = /^(proportion|share|rate|percentage|figure)$/
const ofBefore = /^(it|this|that|these|those|them)$/

/**
 * A sentence that points back ("This is 75%.", "Together they come to £9m.", "Pay takes 80% of it.") read as one with the
 * sentence before: the full stop between them becomes a comma. A total may stand for several sentences before it.
 */
export function withBefore(sentence: Sentence): Sentence | undefined {
  const { previous, items } = sentence
  const isSum = sumsUp(items)
  if (!previous || !(isSum || pointsBack(items))) return undefined
  return joined((isSum && hasOneFigure(previous) && joinedTo(previous)) || previous, sentence)
}

const rest =
  /^(leaves|leaving|left|remain|remains|remaining|remained|remainder|rest|shortfall|unspent|unused|still|balance|empty|vacant|missing|outstanding)$/

/** A sentence that speaks of a rest ("The other 320 were not sure.") with the one before it, and with the two before it. */
export function withRest(sentence: Sentence): Sentence[] {
  const { items } = sentence
  const isRest = (item: Item, at: number) =>
    rest.test(item.lower) || (/^others?$/.test(item.lower) && items[at - 1]?.lower === 'the')
  if (!items.some(isRest)) return []
  const one = sentence.previous && joined(sentence.previous, sentence)
  const two = one && sentence.previous?.previous && joined(sentence.previous.previous, one)
  return [one ?? [], two ?? []].flat()
}

const joinedTo = (sentence: Sentence) => sentence.previous && joined(sentence.previous, sentence)

const LONGEST = 60

/** Two sentences read as one: the full stop between them becomes a comma. */
export function joined(before: Sentence, sentence: Sentence): Sentence | undefined {
  const last = before.items.at(-1)
  if (last?.text !== '.' || before.items.length > LONGEST) return undefined
  const comma: Item = { ...last, kind: 'mark', text: ',', lower: ',' }
  const { previous: _, ...own } = sentence
  const text = `${before.text.slice(0, -1)}, ${sentence.text}`
  return { ...own, text, start: before.start, items: [...before.items.slice(0, -1), comma, ...sentence.items] }
}

const hasOneFigure = ({ items }: Sentence) => items.filter((item) => item.quantity).length === 1

/** "Together they come to …", "The total was …", "In all, …". */
function sumsUp(items: readonly Item[]): boolean {
  const [first = '', second = ''] = items.map((item) => item.lower)
  return summing.test(first) || /^(?:the (?:total|sum)|in (?:all|total))$/.test(`${first} ${second}`)
}

function pointsBack(items: readonly Item[]): boolean {
  const [first, second] = items.map((item) => item.lower)
  if (pointing.test(first ?? '') || (first === 'the' && result.test(second ?? ''))) return true
  if (/^(?:a further|on average)$/.test(`${first} ${second}`)) return true
  return items.some((item, at) => item.lower === 'of' && ofBefore.test(items[at + 1]?.lower ?? ''))
}
