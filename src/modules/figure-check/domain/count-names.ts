import type { FlatText } from '#modules/passages/index.js'
import { smallCount, smallNumber } from '#modules/quantities/index.js'
import type { InlineCount } from './count-inline.js'

const name = "[A-Z][\\w’'-]*(?:\\s(?:of\\s|the\\s|upon\\s)?[A-Z][\\w’'-]*){0,4}"
const names = `(?<names>${name}(?:,\\s${name})*,?\\s(?:and|&)\\s${name})(?!\\s[A-Z])`
const plural = "(?:(?!(?:were|was|are|have|had|of|in)\\b)[a-z][\\w’'-]*\\s){0,3}?[a-z][a-z’'-]*(?:s|people|men|women)"
const places =
  'suites|stations|offices|sites|hubs|centres|locations|venues|courts|bases|towns|cities|districts|boroughs|counties'
const count = `(?<![\\w,.£/-])(?<count>${smallNumber})\\s`

/** "four districts, Alder, Birch and Cedar", "the three suites at Holme, Vale and March End", "Four forces took part: A, B and C". */
const patterns = [
  `${count}${plural}\\s?(?:,|:|;|\\(|\\s[–—-])\\s?${names}`,
  `${count}${plural}\\s(?:took part|take part|were involved|attended|joined|sent apologies|replied)\\s?(?:,|:|\\()\\s?${names}`,
  `${count}(?:${places})\\sof\\s${names}`,
  `${count}(?:[a-z]+\\s){0,2}?(?:${places}),?\\s(?:which are\\s|that are\\s)?(?:at|in)\\s${names}`,
  `${count}[Tt]imes\\s(?:a|each|per|every)\\syear,?\\s(?:\\(|in\\s)${names}`,
].map((pattern) => new RegExp(pattern, 'g'))
const capitals = /^[A-Z]/
const partOf =
  /\b(?:at least|more than|over|up to|about|around|than|first|last|next|other|of|of (?:the|our|its|these|those)|another|further)\s+$/i

/** Numbers of things with their names, every name written with a capital: such a list can be counted. */
export function namedCounts({ text }: FlatText): InlineCount[] {
  const starts = new Set<number>()
  const named = patterns.flatMap((pattern) =>
    [...text.matchAll(withWords(pattern))].flatMap((match): InlineCount[] => {
      const said = smallCount(match.groups?.count ?? '')
      const list = match.groups?.names ?? ''
      const end = match.index + match[0].length
      if (!said || said < 2 || starts.has(match.index) || !isWhole(text, match.index, end)) return []
      const many = list.split(/,\s(?:and\s)?|\s(?:and|&)\s/).filter((one) => capitals.test(one)).length
      starts.add(match.index)
      return [{ range: { start: match.index, end }, said, least: many, most: many, isSure: false, isNamed: true }]
    }),
  )
  return [...named, ...onesEach(text)]
}

const oneEach =
  /(?<count>\b(?:two|three|four|five|six))\s(?:[a-z][\w’'-]*\s){1,6}?(?:[a-z][\w’'-]*),\s(?<list>one\s(?<link>for|in|at|to|from|by|on)\s[^.,;:()\d]{3,50}(?:,\sone\s\k<link>\s[^.,;:()\d]{3,50}){0,5},?\sand\sone\s\k<link>\s[^.,;:()\d]{3,60})(?=[.;])/gi

/** "Three grants were made, one for Ashby and one for Marlow": every one has its own link, so they can be counted. */
function onesEach(text: string): InlineCount[] {
  return [...text.matchAll(oneEach)].flatMap((match): InlineCount[] => {
    const [said, list] = [smallCount(match.groups?.count ?? ''), match.groups?.list ?? '']
    const isPart = partOf.test(text.slice(Math.max(0, match.index - 14), match.index))
    const many = list.match(/\bone\s(?:for|in|at|to|from|by|on)\s/gi)?.length ?? 0
    if (!said || isPart || /\b(?:includ|such as|two|three|four|another|others?|each)/i.test(list)) return []
    const range = { start: match.index, end: match.index + match[0].length }
    return [{ range, said, least: many, most: many, isSure: false, isNamed: true }]
  })
}

/** The number may open a sentence: "Three forces". */
const withWords = (pattern: RegExp) =>
  new RegExp(pattern.source.replace(smallNumber, `${smallNumber}|${capitalNumbers}`), 'g')
const capitalNumbers = 'Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten'

/** Not "three of the six", and the list ends where its clause does. */
function isWhole(text: string, start: number, end: number): boolean {
  if (partOf.test(text.slice(Math.max(0, start - 14), start))) return false
  const next = text.slice(end, end + 14)
  return /^(?:[.,;):\u241e]|\s*$|\s[–—-]\s|\s(?:were|was|are|make|makes|made|share|shares|have|has|had|took|run|runs|will)\b)/.test(
    next,
  )
}
