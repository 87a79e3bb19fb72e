import type { Item } from './claim.js'
import { singular } from './claim-words.js'

const alike = new Map<string, string>()
for (const group of [
  'satisf satisfied satisfaction satisfy satisfactory',
  'refer referral referrals referred refer referring',
  'respond response responses respondent respondents responded reply replies replied responding',
  'death deaths died die dies dying dead fatality fatalities fatal kill kills killed killing',
  'woman women female females',
  'man men male males',
  'attend attendance attended attending attends attendances attendee attendees',
  'confidence confident',
  'volunteer volunteers volunteering volunteered voluntary',
  'charge charged charges',
  'injure injured injury injuries hurt',
  'shoplift shoplifting shoplifters shoplifter',
  'visit visitor visitors visits visiting visited',
  'request requests requested',
  'award awarded awards grant grants',
  'behaviour behavior',
  'special specials',
  'run runs running ran',
  'officer officers pc pcs',
  'consult consultation consulted',
  'answer answered answering answers',
  'search searches searched searching',
  'arrest arrests arrested',
  'member members membership',
  'stop stops stopped',
  'meet met meeting meetings meets',
  'crime crimes offence offences',
  'house houses home homes household households dwelling dwellings residential',
  'help helped helps support supported supports supporting assist assisted assists aid aided',
  'knife knives blade blades bladed',
  'wait waits waited waiting',
  'pupil pupils student students',
  'burglary burglaries burgled',
  'theft thefts stolen',
  'robbery robberies robbed',
  'assault assaults assaulted',
  'require required requires requirement requirements',
  'vacancy vacancies vacant',
  'complaint complaints complained complain complainant complainants',
  'collision collisions crash crashes accident accidents',
  'admission admissions admitted',
  'conviction convictions convicted',
  'recruit recruits recruited recruitment',
  'application applications applied applicant applicants',
  'reoffend reoffended reoffending',
  'hearing hearings heard',
  'training trained train',
  'prosecute prosecuted prosecution prosecutions',
  'donate donated donation donations',
  'inspect inspected inspection inspections',
  'inform information informed',
]) {
  const [head = '', ...words] = group.split(' ')
  for (const word of [head, ...words]) alike.set(word, head)
}

/** The short forms that offices use everywhere, and what they stand for. */
const shortForms = new Map([
  ['asb', 'antisocial behaviour'],
  ['rtc', 'road traffic collision'],
  ['rtcs', 'road traffic collision'],
  ['ksi', 'killed seriously injured'],
  ['ksis', 'killed seriously injured'],
  ['foi', 'freedom information'],
  ['pcso', 'community support officer'],
  ['pcsos', 'community support officer'],
  ['fte', ''],
  ['ftes', ''],
])

/** A word cut to what it shares with its kin: "recorded" and "recording", "conviction" and "convicted". */
function stemOf(word: string): string {
  const known = alike.get(word)
  if (known !== undefined) return known
  const one = singular(word)
  const again = alike.get(one)
  if (again !== undefined) return again
  if (one.length < 6) return one.replace(/e$/, '')
  if (one.endsWith('ied')) return `${one.slice(0, -3)}y`
  return one.replace(/(?:ations?|ions?|ing|ed|e)$/, '')
}

const stems = (words: string) => new Set(words.split(' ').map(stemOf))

/** Words that say nothing about which figure is meant. */
const generic = stems(
  'a an the of in on at by to for from with and or as is are was were be been being has have had that this these those there ' +
    'their its it our we they he she i who which whose will would can could may might do does did not no than then also just only ' +
    'now so such some any all each every both more most less fewer total totals number numbers figure figures overall currently amount ' +
    'amounted numbered totalled totalling level recorded reported record report stood stand stands remained remains made make makes ' +
    'during across within since until before after period year years month months rolling latest show shows showed said according per ' +
    'us you your one s seen saw carried out held took taken given gave came come put deliver delivered provide provided county area force police ' +
    'policing constabulary commissioner office here still part pay paid pays payment payments buy bought money spend spent ' +
    'sadly in-all up down point points set went second minute hour day go goes got get got post place time times occasion occasions far already today ' +
    'size key headline glance main following below above figure strength workforce against end ended ending financial full thousand ' +
    'million provisional logged numbering equates amounting comes stands about into through over under between local annual once again last this current against than compared compare versus earlier previous previously before ago same corresponding equivalent respectively marginally slightly significantly further overall average mean percentage proportion share rate',
)

/** Words that may be left out without another thing being meant; two that differ do mean another. */
const soft = stems(
  'receive received casualty casualties road roads traffic award answer answered complete completed approve approved agree agreed propose proposed use used ' +
    'include includes employ employed cover covers covered fund funds run runs support ' +
    'reach reached room control service scheme handle handled worth cost costs request help attend attended deal dealt need needed require required ' +
    'requirement establishment headcount budgeted bought buy lead led submit submitted issue issued open opened close closed conduct ' +
    'conducted undertake undertaken allocate allocated distribute distributed secure secured finalise finalised uphold upheld latest',
)

/** Everyday names, which tell a thing only where nothing else is said. */
const everyday = stems('crime people person incident case staff employee victim resident thing')

const isCapital = (item: Item) => item.text[0] !== item.lower[0]
const names = /^(?:\d{3}$|sections?\b)/

/** The words that tell a figure from others, and those that may be left out; vague where only everyday words tell it. */
export type FactWords = { hard: string[]; soft: string[]; isVague: boolean }

/** "The vertical scale starts at 450": of how a chart is drawn, and no figure of anything. */
export const isOfDrawing = (text: string) => /\b(?:scale|axis|axes) (?:starts?|begins?|runs?|goes)\b/i.test(text)

/** What a stretch of a sentence says besides its figures and its periods: the words that tell, and those that may be left out. */
export const factWords = (items: readonly Item[], own?: Item): FactWords => told(readWords(items, own))

function readWords(items: readonly Item[], own?: Item) {
  const found = { hard: new Set<string>(), soft: new Set<string>(), all: new Set<string>() }
  const add = (word: string) => {
    const stem = stemOf(word)
    if (stem === '' || generic.has(stem)) return
    found.all.add(stem)
    if (soft.has(stem)) found.soft.add(stem)
    else found.hard.add(stem)
  }
  for (const [at, item] of items.entries()) {
    if (item === own) continue
    if (item.kind === 'other' && names.test(item.lower)) add(item.lower)
    if (item.kind === 'quantity' && item.quantity?.unit === 'duration')
      add(`${item.quantity.shown}${item.quantity.timeUnit}`)
    if (item.kind !== 'word') continue
    for (const word of wordsAt(items, at)) add(word)
  }
  return found
}

/** Every word of a stretch that says something, everyday names among them, in their order. */
export const allWords = (items: readonly Item[]): string[] => [...readWords(items).all]

/** Whether a word may be left out without another thing being meant: "received", "worth". */
export const isLoose = (stem: string): boolean => soft.has(stem)

/** Whether a name is one that nearly everything has: "people", "cases". */
export const isEveryday = (stem: string): boolean => everyday.has(stem)

/** Where nothing else tells the thing, what may be left out does, and after it an everyday name. */
function told({ hard, soft: loose }: { hard: Set<string>; soft: Set<string> }): FactWords {
  const telling = [...hard].filter((word) => !everyday.has(word)).sort()
  if (telling.length > 0) return { hard: telling, soft: [...loose].sort(), isVague: false }
  return { hard: [...(loose.size > 0 ? loose : hard)].sort(), soft: [], isVague: true }
}

/** The words that an item stands for: short forms in full, "emergency" as the number that is dialled. */
function wordsAt(items: readonly Item[], at: number): string[] {
  const item = items[at]
  const word = item?.lower.replace(/'s?$/, '') ?? ''
  if (!item || word.length < 2) return item && isCapital(item) && items[at - 1]?.lower === 'band' ? [`band${word}`] : []
  return joined(items, at) ?? (shortForms.get(word) ?? word).split(' ')
}

/** What a word stands for with the words beside it: "anti-social", "non-emergency", "lost their lives". */
function joined(items: readonly Item[], at: number): string[] | undefined {
  const word = items[at]?.lower ?? ''
  if (word === 'anti' || word === 'band') return []
  if (word === 'non') return items[at + 2]?.lower === 'emergency' ? [] : ['non']
  if (isLoss(items, at)) return /^li[fv]e/.test(word) ? ['death'] : []
  const theft = ofTheft(items, at)
  if (theft) return theft
  if (word === 'social' && items[at - 2]?.lower === 'anti') return ['antisocial']
  if (/^emergenc(?:y|ies)$/.test(word)) return [items[at - 2]?.lower === 'non' ? '101' : '999']
  return undefined
}

/** "theft from the person" is a crime of its own, and "shop theft" is shoplifting. */
function ofTheft(items: readonly Item[], at: number): string[] | undefined {
  const word = items[at]?.lower ?? ''
  if (word === 'person') return items[at - 2]?.lower === 'from' ? ['fromperson'] : undefined
  if (word === 'shop') return /^thefts?$/.test(items[at + 1]?.lower ?? '') ? ['shoplift'] : undefined
  return /^thefts?$/.test(word) && items[at - 1]?.lower === 'shop' ? [] : undefined
}

/** "lost their lives", "loss of life": a death. */
const isLoss = (items: readonly Item[], at: number) =>
  (/^(life|lives)$/.test(items[at]?.lower ?? '') && isLost(items[at - 1], items[at - 2])) ||
  (isLost(items[at]) && /^(life|lives)$/.test((items[at + 2] ?? items[at + 1])?.lower ?? ''))
const isLost = (...near: (Item | undefined)[]) =>
  near.some((item) => /^(lost|lose|loss|losing)$/.test(item?.lower ?? ''))

/** Whether a heading or a caption narrows nothing: "Key figures", "Our year at a glance". */
export const saysNothing = (text: string): boolean =>
  (text.toLowerCase().match(/[a-z]{2,}/g) ?? []).every((word) => {
    const stem = stemOf(word)
    return (
      generic.has(stem) ||
      soft.has(stem) ||
      /^(measures?|indicators?|performance|summary|items?|descriptions?|what|how|many)$/.test(word)
    )
  })
