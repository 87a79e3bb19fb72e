import type { ComponentChildren } from 'preact'
import { LinkButton } from './form.js'

/** One thing that waits for somebody. */
export type WaitingItem = {
  /** When it is due, in words ("Overdue 5 days", "Today", "Fri 30 May"). */
  readonly due: string
  readonly late?: boolean
  readonly title: string
  readonly detail?: ComponentChildren
  /** One verb; `urgent` ones have a filled button. */
  readonly action: { readonly href: string; readonly text: string; readonly urgent?: boolean }
}

/** What waits for a person, in the order of its due date, each with one thing to do. */
export function Waiting({ items }: { items: readonly WaitingItem[] }) {
  return (
    <ul class="waiting">
      {items.map(({ due, late, title, detail, action }) => (
        <li key={action.href + title} class="waiting__row">
          <p class={late ? 'waiting__due waiting__due--late' : 'waiting__due'}>{due}</p>
          <div class="waiting__what">
            <h2 class="waiting__title">{title}</h2>
            {detail ? <p class="waiting__detail">{detail}</p> : null}
          </div>
          <div class="waiting__action">
            <LinkButton href={action.href} kind={action.urgent ? 'primary' : 'secondary'}>
              {action.text}
              <span class="visually-hidden">: {title}</span>
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  )
}
