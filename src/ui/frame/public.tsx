import type { Frame, NavItem } from '#platform/web/shell.js'
import { currentHref } from './current.js'

/** Whose site this is, and where one can go. */
export function Masthead({ frame }: { frame: Frame }) {
  const { officeName, publicNav } = frame.shell
  return (
    <header class="masthead">
      <div class="masthead__row width">
        <p class="masthead__name">
          <a href="/">
            <OfficeName name={officeName} />
          </a>
        </p>
        <nav class="masthead__nav" aria-label="Main">
          <Places items={publicNav} path={frame.path} />
        </nav>
      </div>
    </header>
  )
}

function OfficeName({ name }: { name: string }) {
  const where = name.indexOf(' for ')
  if (where === -1) return <>{name}</>
  return (
    <>
      {name.slice(0, where)} <span class="masthead__where">{name.slice(where + 1)}</span>
    </>
  )
}

function Places({ items, path }: { items: readonly NavItem[]; path: string }) {
  const current = currentHref(items, path)
  return (
    <ul>
      {items.map(({ label, href }) => (
        <li key={href}>
          <a href={href} aria-current={currentMark(href, current, path)}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** "page" for the page itself, "true" for the part of the site that the page is in. */
export function currentMark(href: string, current: string | undefined, path: string): 'page' | 'true' | undefined {
  if (href !== current) return undefined
  return href === path ? 'page' : 'true'
}

/** A line under the header of every page, as on an example office's. */
export function Band({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <section class="band" aria-label="About this site">
      <div class="width">
        <p>{text}</p>
      </div>
    </section>
  )
}

const places = [
  { label: 'About', href: '/about' },
  { label: 'Open data', href: '/open-data' },
  { label: 'News feed', href: '/feed.atom' },
  { label: 'Accessibility', href: '/accessibility' },
]
const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

/** What holds for every figure of the site, and the ways that nobody looks for at the top. */
export function Footer({ signedIn }: { signedIn: boolean }) {
  const staff = signedIn ? { label: 'Staff pages', href: '/staff' } : { label: 'Staff sign in', href: '/sign-in' }
  return (
    <footer class="footer">
      <div class="width">
        <ul>
          {[...places, staff].map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        <p>
          Every figure on this site says where it comes from. Contains public sector information licensed under the{' '}
          <a href={licence}>Open Government Licence v3.0</a>.
        </p>
      </div>
    </footer>
  )
}
