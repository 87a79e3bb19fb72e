import type { NavItem } from '#platform/web/shell.js'

/** Which place of a list the address is at or in: the longest that fits. The front page holds only itself. */
export function currentHref(items: readonly NavItem[], path: string): string | undefined {
  const fitting = items.filter(({ href }) => href === path || (href !== '/' && path.startsWith(`${href}/`)))
  return fitting.map(({ href }) => href).sort((a, b) => b.length - a.length)[0]
}
