import type { ComponentChildren } from 'preact'

/** Parts of one kind, each on a line of its own, under the name of the kind ("Objectives"). */
export function Outline({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="outline">
      <p class="outline__label">{label}</p>
      <ul>{children}</ul>
    </div>
  )
}

type OutlineItemProps = {
  readonly id: string
  readonly title: ComponentChildren
  /** A quiet line under the title. */
  readonly detail?: ComponentChildren
  /** What can be done to it: links and text buttons. */
  readonly tools?: ComponentChildren
  /** What hangs from it: further outlines. */
  readonly children?: ComponentChildren
}

/** One part of an outline. */
export function OutlineItem({ id, title, detail, tools, children }: OutlineItemProps) {
  return (
    <li class="outline__item" id={id}>
      <div class="outline__row">
        <div>
          <p class="outline__title">{title}</p>
          {detail ? <p class="outline__detail">{detail}</p> : null}
        </div>
        {tools ? <Tools>{tools}</Tools> : null}
      </div>
      {children}
    </li>
  )
}

/** Small things that can be done, in a row: links and text buttons. */
export function Tools({ children }: { children: ComponentChildren }) {
  return <div class="tools">{children}</div>
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
