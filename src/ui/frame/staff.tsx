import type { Frame } from '#platform/web/shell.js'
import { Hidden } from '../components/form.js'
import { currentHref } from './current.js'
import { currentMark } from './public.js'

/** Whose office this is, who is signed in, and the way out. */
export function StaffBar({ frame }: { frame: Frame }) {
  const { shell, signedIn } = frame
  const home = shell.staffNav[0]?.items[0]?.href ?? '/'
  return (
    <header class="staff-bar">
      <div class="width">
        <p class="staff-bar__left">
          <a class="staff-bar__name" href="/">
            {shell.officeShortName}
          </a>
          {signedIn ? <a href={home}>Staff</a> : <span>Staff</span>}
        </p>
        {signedIn ? (
          <form class="staff-bar__right" method="post" action="/sign-out">
            <Hidden name="_csrf" value={signedIn.csrfToken} />
            <span>{signedIn.name}</span>
            <button class="staff-bar__out" type="submit">
              Sign out
            </button>
          </form>
        ) : null}
      </div>
    </header>
  )
}

/** The list beside every staff page, on a screen with room for it. */
export function SideList({ frame }: { frame: Frame }) {
  return (
    <nav class="side" aria-label="Staff">
      <Sections frame={frame} />
    </nav>
  )
}

/** The same list on a small screen, closed until it is asked for. */
export function Menu({ frame }: { frame: Frame }) {
  return (
    <details class="menu">
      <summary>Menu</summary>
      <nav aria-label="Menu">
        <Sections frame={frame} />
      </nav>
    </details>
  )
}

function Sections({ frame }: { frame: Frame }) {
  const sections = frame.shell.staffNav
  const items = sections.flatMap((section) => section.items)
  const current = currentHref(items, frame.path)
  return (
    <>
      {sections.map((section) => (
        <div key={section.title ?? ''}>
          {section.title ? <p class="side__title">{section.title}</p> : null}
          <ul>
            {section.items.map(({ label, href }) => (
              <li key={href}>
                <a href={href} aria-current={currentMark(href, current, frame.path)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
