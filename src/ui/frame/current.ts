import type { NavItem } from '#platform/web/shell.js'

/**
 * Which place of a list the address is at or in: the longest that fits. An address is in a place that it begins with, or
 * that holds it by name; everything begins with the front page, which has only what it holds.
 */
export function currentHref(items: readonly NavItem[], path: string): string | undefined {
  const isIn = (href: string) => href === path || (href !== '/' && path.startsWith(`${href}/`))
  const fitting = items.filter(({ href, holds = [] }) => [href, ...holds].some(isIn))
  return fitting.map(({ href }) => href).sort((a, b) => b.length - a.length)[0]
}
