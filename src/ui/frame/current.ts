import type { NavItem } from '#platform/web/shell.js'

/**
 * Which place of a list the address is at or in: the longest that fits. The front page is the plan in force, so the
 * pages of plans are in it; it holds nothing else.
 */
export function currentHref(items: readonly NavItem[], path: string): string | undefined {
  const isIn = (href: string) => (href === '/' ? /^\/plans(\/|$)/.test(path) : path.startsWith(`${href}/`))
  const fitting = items.filter(({ href }) => href === path || isIn(href))
  return fitting.map(({ href }) => href).sort((a, b) => b.length - a.length)[0]
}
