import { Crumbs } from '#ui/components.js'
import type { Measure } from '../domain/measure.js'

/** The way back from a page about a measure: to the list, and to the measure itself. */
export function MeasureCrumbs({ measure }: { measure?: Pick<Measure, 'id' | 'title'> }) {
  const list = { label: 'Measures', href: '/staff/measures' }
  return <Crumbs items={measure ? [list, { label: measure.title, href: `/staff/measures/${measure.id}` }] : [list]} />
}
