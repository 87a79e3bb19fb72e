import { type Furniture, pageBreaks } from './page-breaks.js'
import type { Line } from './plain-lines.js'

const EDGE = 3
const SHORTEST_HEAD = 6
const SHORTEST_LONE_HEAD = 20

/** The lines, by their index, that are running heads and feet or page numbers. */
export function furnitureOf(lines: readonly Line[]): Map<number, Furniture> {
  const hasPages = lines.some((line) => line.page !== undefined)
  const found = hasPages ? new Map<number, Furniture>() : pageBreaks(lines)
  for (const at of runningLines(lines, hasPages)) found.set(at, 'running-head')
  for (const at of hasPages ? edgeNumbers(lines, found) : loneNumbers(lines)) found.set(at, 'page-number')
  return found
}

/** Lines that come again and again, their digits apart: at the edges of pages, or standing alone when no pages are known. */
function runningLines(lines: readonly Line[], hasPages: boolean): number[] {
  const edges = hasPages ? edgeLines(lines) : lines.flatMap((_, at) => (standsAlone(lines, at) ? [at] : []))
  const shortest = hasPages ? SHORTEST_HEAD : SHORTEST_LONE_HEAD
  const groups = new Map<string, number[]>()
  for (const at of edges) {
    const text = lines[at]?.text ?? ''
    if (text.length < shortest || text.length > 160 || /[.;:]$/.test(text) || isLoneNumber(text)) continue
    const key = text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()
    add(groups, key, at)
  }
  return [...groups.values()].filter((group) => group.length >= 3 && onManyPages(lines, group, hasPages)).flat()
}

function add<K>(groups: Map<K, number[]>, key: K, at: number): void {
  const group = groups.get(key)
  if (group) group.push(at)
  else groups.set(key, [at])
}

function onManyPages(lines: readonly Line[], group: readonly number[], hasPages: boolean): boolean {
  if (!hasPages) return true
  return new Set(group.map((at) => lines[at]?.page)).size >= 3
}

/** The first and last few lines with words of every page. */
function edgeLines(lines: readonly Line[]): number[] {
  const byPage = new Map<number, number[]>()
  for (const [at, line] of lines.entries()) {
    if (line.isBlank || line.page === undefined) continue
    add(byPage, line.page, at)
  }
  return [...byPage.values()].flatMap((page) => [...new Set([...page.slice(0, EDGE), ...page.slice(-EDGE)])])
}

function standsAlone(lines: readonly Line[], at: number): boolean {
  const [line, before, after] = [lines[at], lines[at - 1], lines[at + 1]]
  if (!line || line.isBlank) return false
  return (!before || before.isBlank || line.opensPage) && (!after || after.isBlank || after.opensPage)
}

const PAGE_NUMBER = /^(?:page\s+)?[-–—]?\s*(\d{1,4}|[ivxl]{1,6})\s*[-–—]?(?:\s*(?:of|\/|\|)\s*\d{1,4})?$/i

function isLoneNumber(text: string): boolean {
  return PAGE_NUMBER.test(text)
}

/** Numbers at the edges of pages, counted on from page to page by the same distance on most of them. */
function edgeNumbers(lines: readonly Line[], taken: ReadonlyMap<number, Furniture>): number[] {
  const found = edgeLines(lines).filter((at) => !taken.has(at) && isLoneNumber(lines[at]?.text ?? ''))
  const worded = found.filter(
    (at) => /[a-z|/]/i.test(lines[at]?.text ?? '') && /page|of|[|/]/i.test(lines[at]?.text ?? ''),
  )
  const shifts = new Map<number, number[]>()
  for (const at of found) {
    const line = lines[at]
    const printed = Number(/\d+/.exec(line?.text ?? '')?.[0])
    if (!line?.page || Number.isNaN(printed)) continue
    const shift = printed - line.page
    add(shifts, shift, at)
  }
  const steady = [...shifts.values()].filter((group) => group.length >= 2).flat()
  return [...new Set([...worded, ...steady])]
}

type LoneNumber = { readonly at: number; readonly value: number; readonly start: number }

/** Without known pages: lone numbers that grow by small steps, a page of text apart, can only be page numbers. */
function loneNumbers(lines: readonly Line[]): number[] {
  const lone = lines.flatMap((line, at) =>
    /^\d{1,3}$/.test(line.text) && standsAlone(lines, at) ? [{ at, value: Number(line.text), start: line.start }] : [],
  )
  const chains: number[][] = []
  let best: number[] = []
  for (const [index, one] of lone.entries()) {
    const chain = [...longestBefore(lone, chains, index), one.at]
    chains.push(chain)
    if (chain.length > best.length) best = chain
  }
  return best.length >= 3 ? best : []
}

function longestBefore(lone: readonly LoneNumber[], chains: readonly number[][], index: number): number[] {
  let longest: number[] = []
  for (let before = Math.max(0, index - 40); before < index; before += 1) {
    const [other, one, chain] = [lone[before], lone[index], chains[before]]
    if (other && one && chain && chain.length > longest.length && isPagesApart(other, one)) longest = chain
  }
  return longest
}

function isPagesApart(one: LoneNumber, later: LoneNumber): boolean {
  const step = later.value - one.value
  const distance = later.start - one.start
  return step >= 1 && step <= 8 && distance > 600 * step && distance < 9000 * step
}
