import type { ComponentChildren } from 'preact'

type Level = 1 | 2 | 3 | 4
type HeadingProps = {
  readonly level?: Level
  /** How big it looks, when that is not what its level says. */
  readonly size?: Level
  readonly id?: string
  readonly children: ComponentChildren
}

/** A heading; the first of a page is level 1. */
export function Heading({ level = 1, size = level, id, children }: HeadingProps) {
  const Tag = `h${level}` as const
  return (
    <Tag class={`heading-${size}`} id={id}>
      {children}
    </Tag>
  )
}

/** The answer in one sentence, under the heading. */
export function Lede({ children }: { children: ComponentChildren }) {
  return <p class="lede">{children}</p>
}

/** The small line above a heading that says where one is. */
export function Eyebrow({ children }: { children: ComponentChildren }) {
  return <p class="eyebrow">{children}</p>
}

/** Where a figure comes from, in a small line under it. */
export function Source({ children }: { children: ComponentChildren }) {
  return <p class="source">{children}</p>
}

/** A small quiet line: a date, a count, a way on. */
export function Small({ children }: { children: ComponentChildren }) {
  return <p class="small">{children}</p>
}

/** Words for screen readers only. */
export function VisuallyHidden({ children }: { children: ComponentChildren }) {
  return <span class="visually-hidden">{children}</span>
}

/** Rendered Markdown, or any run of paragraphs and lists, at a readable width. */
export function Prose({ children }: { children: ComponentChildren }) {
  return <div class="prose">{children}</div>
}

/** Words that were promised, set apart. */
export function Promised({ children }: { children: ComponentChildren }) {
  return <div class="promised">{children}</div>
}

/** Words that are new in the later version. */
export function Added({ children }: { children: ComponentChildren }) {
  return (
    <ins class="added">
      <VisuallyHidden>[added] </VisuallyHidden>
      {children}
      <VisuallyHidden> [end of added]</VisuallyHidden>
    </ins>
  )
}

/** Words that the later version no longer has. */
export function Removed({ children }: { children: ComponentChildren }) {
  return (
    <del class="removed">
      <VisuallyHidden>[removed] </VisuallyHidden>
      {children}
      <VisuallyHidden> [end of removed]</VisuallyHidden>
    </del>
  )
}
