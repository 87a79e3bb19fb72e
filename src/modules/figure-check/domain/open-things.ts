import type { StatedFact } from '#modules/claims/index.js'

/** What the sentence of a fact says; nothing of a cell. */
export const wordsOf = ({ home }: StatedFact) => ('text' in home ? String(home.text) : '')

/**
 * Whether neither time nor place tells that two figures of one name are of one thing: the same sentence stands under two
 * headings, one everyday word names them and neither is said to be the whole, each has a place of its own, one leaves a part
 * out, is of what the sentence before names, or of a time and the other of none.
 */
export function isOfOpenThings(own: StatedFact, rival: StatedFact): boolean {
  const isOneWord = own.hard.length === 1
  const pair = [own, rival]
  const isDated = (own.period === undefined) !== (rival.period === undefined)
  return (
    (own.heading !== rival.heading && bare(own) === bare(rival)) ||
    (isDated && (isOneWord || own.unit.startsWith('change') || pair.some(isOfBefore))) ||
    (isOneWord && !pair.some(isWhole)) ||
    pair.filter((fact) => leavesOut.test(wordsOf(fact))).length === 1 ||
    pair.some((fact) => isOfThis.test(wordsOf(fact))) ||
    haveOwnNames(own, rival)
  )
}

const bare = (fact: StatedFact) => wordsOf(fact).replace(/\d[\d.,]*/g, '#')

const isOfBefore = ({ period }: StatedFact) => period?.relation === 'previous'

/** "This will cost the Government £17m." */
const isOfThis = /^(?:This|These|It|They)(?: [a-z]+)? (?:will|would)\b/

const leavesOut =
  /\b(?:excluding|exclude[sd]?|leaving out|counting only|only counting|setting aside|apart from|before counting)\b/i

/** "the 412 cases", "the force's 51 suites": a figure spoken of as known. */
export const isKnown = (fact: StatedFact) =>
  /(?:\b(?:the|these|those|our|its|their|all)|[’']s|s[’'])\s*$/i.test(leadTo(fact))

/** "There are 29 police stations", "in all 29 projects": all that there are. */
const isWhole = (fact: StatedFact) =>
  isKnown(fact) ||
  /\b(?:there (?:are|is|were)|ha[sd]|have|been|holds?|held|employs?|runs?|made up of|consists of|total of|in all|altogether,?|is|are|was|were|at|to|up|down)\s*$/i.test(
    leadTo(fact),
  )

/** What stands before a figure in its sentence. */
const leadTo = (fact: StatedFact) => wordsOf(fact).slice(0, Math.max(0, wordsOf(fact).indexOf(fact.text.trim())))

/** Each sentence has names inside it, and none of the other's: "shares in Alder", "shares in Marham". */
function haveOwnNames(own: StatedFact, rival: StatedFact): boolean {
  const [names, others] = [namesIn(own), namesIn(rival)]
  return names.size > 0 && others.size > 0 && names.isDisjointFrom(others)
}

const namesIn = (fact: StatedFact) =>
  new Set((wordsOf(fact).match(/(?<=[a-z,] )\p{Lu}\p{Ll}{2,}/gu) ?? []).filter((word) => !month.test(word)))

const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/
