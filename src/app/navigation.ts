import { type Actor, may, type Permission } from '#platform/actor.js'
import type { NavItem, NavSection } from '#platform/web/shell.js'

/** What every page of the public site leads to. */
export const PUBLIC_NAV: readonly NavItem[] = [
  { label: 'The plan', href: '/', holds: ['/plans'] },
  { label: 'How it is going', href: '/delivery' },
  { label: 'Measures', href: '/measures' },
  { label: 'Local crime', href: '/crime', holds: ['/stop-and-search'] },
  { label: 'Reports', href: '/reports' },
  { label: 'Search', href: '/search' },
]

type Entry = NavItem & { readonly needs?: Permission }

const STAFF_NAV: readonly { readonly title?: string; readonly items: readonly Entry[] }[] = [
  { items: [{ label: 'Today', href: '/staff' }] },
  {
    title: 'The plan',
    items: [
      { label: 'Plans', href: '/staff/plans', needs: 'plan:read' },
      { label: 'Actions and updates', href: '/staff/actions', needs: 'delivery:read' },
      { label: 'Publish', href: '/staff/publish', needs: 'delivery:publish' },
    ],
  },
  {
    title: 'Figures',
    items: [
      { label: 'Measures', href: '/staff/measures', needs: 'measures:read' },
      { label: 'Frameworks', href: '/staff/frameworks', needs: 'measures:read' },
      { label: 'Quarterly data pack', href: '/staff/data-pack', needs: 'measures:read' },
      { label: 'Groups of areas', href: '/staff/comparisons', needs: 'comparisons:read' },
      { label: 'National tables', href: '/staff/national-tables', needs: 'national-tables:read' },
      { label: 'Police data', href: '/staff/police-data', needs: 'police-data:read' },
      { label: 'Take in figures', href: '/staff/measures/import', needs: 'measures:import' },
      { label: 'Small numbers', href: '/staff/measures/small-numbers', needs: 'disclosure:decide' },
    ],
  },
  {
    title: 'To the public',
    items: [
      { label: 'Reports', href: '/staff/reports', needs: 'reports:read' },
      { label: 'House style of papers', href: '/staff/house-style', needs: 'documents:style' },
      { label: 'Since it was published', href: '/staff/publications', needs: 'publications:read' },
      { label: 'Check figures', href: '/staff/figure-check', needs: 'figure-check:check' },
      { label: 'Before an election', href: '/staff/pre-election', needs: 'pre-election:read' },
      { label: 'Published reports', href: '/reports' },
      { label: 'What the public sees', href: '/' },
    ],
  },
  {
    title: 'Office',
    items: [
      { label: 'The body', href: '/staff/body', needs: 'body:read' },
      { label: 'People', href: '/staff/people', needs: 'people:read' },
      { label: 'Audit trail', href: '/staff/audit', needs: 'people:read-audit' },
      { label: 'How the system is', href: '/staff/operations', needs: 'operations:read' },
      { label: 'Your account', href: '/staff/account', needs: 'people:own-account' },
    ],
  },
]

/** The staff side list, with only what this person may open. */
export function staffNavFor(actor: Actor): NavSection[] {
  return STAFF_NAV.map(({ title, items }) => ({
    ...(title && { title }),
    items: items.filter(({ needs }) => !needs || may(actor, needs)).map(({ label, href }) => ({ label, href })),
  })).filter((section) => section.items.length > 0)
}
