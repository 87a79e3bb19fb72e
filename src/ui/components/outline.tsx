import type { ComponentChildren } from 'preact'

type OutlineItemProps = {
  readonly id: string
  /** What kind of part it is, above its title ("Objective"). */
  readonly label: string
  readonly title: ComponentChildren
  /** A quiet line under the title. */
  readonly detail?: ComponentChildren
  /** What can be done to it: links and text buttons. */
  readonly tools?: ComponentChildren
  /** What hangs from it: another Outline. */
  readonly children?: ComponentChildren
}

/** A tree of parts, each on a line of its own with what can be done to it. */
export function Outline({ children }: { children: ComponentChildren }) {
  return <ul class="outline">{children}</ul>
}

/** One part of an outline. */
export function OutlineItem({ id, label, title, detail, tools, children }: OutlineItemProps) {
  return (
    <li class="outline__item" id={id}>
      <div class="outline__row">
        <div>
          <p class="outline__label">{label}</p>
          <p class="outline__title">{title}</p>
          {detail ? <p class="outline__detail">{detail}</p> : null}
        </div>
        {tools ? <div class="outline__tools">{tools}</div> : null}
      </div>
      {children}
    </li>
  )
}

/** Sends a form, and looks like a link: for small things that are done often. */
export function TextButton({ what, children }: { what: string; children: ComponentChildren }) {
  return (
    <button type="submit" class="text-button">
      {children}
      <span class="visually-hidden"> {what}</span>
    </button>
  )
}
