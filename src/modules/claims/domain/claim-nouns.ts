import type { Item, Sentence } from './claim.js'
import { singular } from './claim-words.js'

const small = new Set(
  (
    'a an the of in on at by to for from with and or as is are was were be been being has have had that this these those ' +
    'there their its it our we they he she i who which whose were will would can could may might do does did not no than ' +
    'then also just only now so such up down out over under about around some any all each every both more most less ' +
    'total number figure overall currently approximately nearly almost compared per average mean amount numbered numbering totalled totalling level rate recorded ' +
    'reported stood stand stands remained remains reached received made rose fell increased decreased reduced dropped grew ' +
    'during across within since until before after period year month rolling latest show shows showed shown showing said ' +
    'according estimated rise fall increase decrease reduction percentage proportion share per cent us you your one two s latter former'
  ).split(' '),
)
const verbs = new Set(
  (
    'gave took held met saw came went ran led paid cost costs left won is are was were has have had been be being stood stands stand remained remains reached totalled totals amounted fell rose ' +
    'increased decreased reduced dropped grew will would can could may rises falls went became gave shows show showed means meant ' +
    'represents represented equates compared'
  ).split(' '),
)
const ends = new Set(
  'and but while whilst whereas which who that where when because so if although than compared against versus via'.split(
    ' ',
  ),
)

/** What a quantity counts: its meaningful words, singular, in the order printed. */
export function whatOf(sentence: Sentence, at: number): string[] {
  const after = wordsAfter(sentence, at)
  return after.length > 0 ? after : wordsBefore(sentence, at)
}

function wordsAfter(sentence: Sentence, at: number): string[] {
  const { items } = sentence
  const isShare = items[at]?.quantity?.unit === 'percent'
  const words: string[] = []
  let hasWord = false
  for (let next = at + 1; next < items.length; next += 1) {
    const item = items[next]
    if (!item || endsPhrase(item, isShare)) break
    if (next === at + 1 && (isShare ? afterShare : afterCount).test(item.lower)) break
    hasWord ||= item.kind === 'word'
    addWord(words, item)
  }
  return hasWord ? words : []
}

const afterShare = /^(in|on|at|by|over|compared|for|from|to)$/
const afterCount = /^(of|in|on|at|by|over|for|from|to|during|as)$/

function endsPhrase(item: Item, isShare: boolean): boolean {
  if (item.kind === 'quantity' || item.kind === 'period') return true
  if (item.kind === 'mark') return !/^[-'’‘"“”]$/.test(item.text)
  if (!isShare && verbs.has(item.lower)) return true
  return ends.has(item.lower) && !(isShare && /^(and|who|that)$/.test(item.lower))
}

/** The meaningful words before a quantity in its clause: the thing, or who did what. */
export function wordsBefore(sentence: Sentence, at: number): string[] {
  const { items } = sentence
  const words: string[] = []
  for (let next = at - 1; next >= 0; next -= 1) {
    const item = items[next]
    if (!item || (item.kind === 'mark' && /^[;:.()•]$/.test(item.text))) break
    if (item.kind === 'quantity') break
    if (item.kind === 'mark' && item.text === ',' && words.length > 0) break
    if (/^(and|but|while|whereas|which)$/.test(item.lower) && words.length > 0) break
    if (item.kind !== 'period') addWord(words, item)
  }
  return words.reverse()
}

function addWord(words: string[], item: Item): void {
  if (item.kind === 'mark' || item.kind === 'period') return
  if (!small.has(item.lower)) words.push(singular(item.lower))
}

/** One key for what a quantity counts, whatever the order of its words; empty where the text does not say enough. */
export const keyOf = (words: string[]): string => [...new Set(words)].sort().join(' ')

const bounds = new Set(
  (
    'target targets budget budgeted forecast planned plan estimate estimated expected projected national nationally locally ' +
    'local regional establishment average previously serious including excluding female male men women boys girls adult child ' +
    'children young provisional final unaudited revised original draft proposed further additional new extra another other ' +
    'remaining outstanding average median minimum maximum highest lowest peak actual outturn capital revenue gross net similar ' +
    'england wales uk country countrywide elsewhere city rural urban north south east west district second first third other ' +
    'phase baseline aim ambition commitment capacity up'
  ).split(' '),
)

/** Words of a sentence that set its figures apart from others with the same name: targets, places, parts, capitals. */
export function qualifiersOf(sentence: Sentence): { words: string; names: string[] } {
  const words = new Set<string>()
  const names = new Set<string>()
  for (const [index, item] of sentence.items.entries()) {
    if (item.kind !== 'word') continue
    if (bounds.has(item.lower)) words.add(singular(item.lower))
    const isName = index > 0 && item.text[0] !== item.lower[0] && item.lower.length > 2
    if (isName) names.add(item.lower)
  }
  return { words: [...words].sort().join(' '), names: [...names].sort() }
}
