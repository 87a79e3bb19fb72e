import type { ComponentChildren } from 'preact'

/** A place to go. */
export type Place = { readonly label: string; readonly href: string; readonly current?: boolean }

/** Jumps over the header to the page's own words. */
export function SkipLink() {
  return (
    <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">
      Skip to main content
    </a>
  )
}

type SideNavProps = {
  /** What the list is, for screen readers. */
  readonly label: string
  /** The way up, above the list. */
  readonly up?: Place
  readonly items: readonly Place[]
}

/** The list beside a page: where one is and what else is here. */
export function SideNav({ label, up, items }: SideNavProps) {
  return (
    <nav class="side-nav" aria-label={label}>
      {up ? (
        <p class="side-nav__up">
          <a href={up.href}>{up.label}</a>
        </p>
      ) : null}
      <ul>
        {items.map(({ label: text, href, current }) => (
          <li key={href} class={current ? 'side-nav__current' : undefined}>
            {current ? (
              <a href={href} aria-current="page">
                {text}
              </a>
            ) : (
              <a href={href}>{text}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A page with a list beside it; the list comes first on a small screen. */
export function WithSide({ side, children }: { side: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="with-side">
      {side}
      <div class="with-side__main">{children}</div>
    </div>
  )
}

/** The way back up, one place after the other. */
export function Crumbs({ items }: { items: readonly Place[] }) {
  return (
    <nav class="crumbs" aria-label="You are here">
      <ol>
        {items.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type PaginationProps = {
  /** What is being paged through, for screen readers. */
  readonly label?: string
  readonly previous?: string
  readonly next?: string
  /** "Page 2 of 7". */
  readonly where?: string
}

/** To the page before and the page after. Nothing when all is on one page. */
export function Pagination({ label = 'Pages', previous, next, where }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav class="pages" aria-label={label}>
      {previous ? (
        <a href={previous} rel="prev">
          Previous page
        </a>
      ) : null}
      {where ? <span>{where}</span> : null}
      {next ? (
        <a href={next} rel="next">
          Next page
        </a>
      ) : null}
    </nav>
  )
}

/** More for those who want it, closed at first. */
export function Details({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
