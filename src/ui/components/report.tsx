import type { ComponentChildren } from 'preact'

/** A paragraph of a numbered paper. Without a number it belongs to the paragraph before it. */
export function NumberedParagraph(props: { number: string | null; id?: string; children: ComponentChildren }) {
  const { number, id, children } = props
  return (
    <div class="numbered-paragraph">
      {number ? (
        <p class="numbered-paragraph__number" id={id ?? `paragraph-${number}`}>
          {number}
        </p>
      ) : null}
      <div class="numbered-paragraph__body">{children}</div>
    </div>
  )
}

/** A numbered paper: the column of text that a panel or committee reads. */
export function Paper(props: { children: ComponentChildren; isBroad?: boolean; face?: string | undefined }) {
  const { children, isBroad, face } = props
  const classes = ['paper', isBroad ? 'paper--broad' : '', face ? `paper--${face}` : '']
  return <article class={classes.filter(Boolean).join(' ')}>{children}</article>
}
