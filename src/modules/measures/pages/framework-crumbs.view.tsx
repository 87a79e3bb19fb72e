import { Crumbs } from '#ui/components.js'
import type { Framework } from '../domain/framework.js'

/** The way back from a page about a framework: to the list, and to the framework itself. */
export function FrameworkCrumbs({ framework }: { framework?: Pick<Framework, 'slug' | 'name'> }) {
  const list = { label: 'Frameworks', href: '/staff/frameworks' }
  const own = framework ? [{ label: framework.name, href: `/staff/frameworks/${framework.slug}` }] : []
  return <Crumbs items={[list, ...own]} />
}
