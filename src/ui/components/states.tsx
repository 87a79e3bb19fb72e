import type { ComponentChildren } from 'preact'

/** How something promised is going. `neutral` and `draft` are for things that have no progress. */
export type State = 'on-course' | 'behind' | 'not-started' | 'complete' | 'not-updated' | 'neutral' | 'draft'

/** The state in words, in an outlined tag; say more where more is known ("Behind: due 31 Mar"). */
export function StateTag({ state, text }: { state: State; text: string }) {
  return <span class={`tag tag--${state}`}>{text}</span>
}

const tick = <path class="state__mark" d="M4.6 8.3 7 10.7l4.5-5" fill="none" stroke="#ffffff" stroke-width="1.8" />

const shapes: Record<State, ComponentChildren> = {
  'on-course': (
    <>
      <circle class="state__fill" cx="8" cy="8" r="7.5" />
      {tick}
    </>
  ),
  complete: (
    <>
      <rect class="state__fill" x="0.5" y="0.5" width="15" height="15" />
      {tick}
    </>
  ),
  behind: (
    <>
      <path class="state__fill" d="M8 1 15.6 15H.4z" />
      <path d="M8 5.8v4.4M8 11.6v1.8" fill="none" stroke="#ffffff" stroke-width="1.8" />
    </>
  ),
  'not-started': <circle class="state__line" cx="8" cy="8" r="6.6" fill="none" stroke-width="1.6" />,
  'not-updated': (
    <>
      <circle class="state__line" cx="8" cy="8" r="6.6" fill="none" stroke-width="1.6" />
      <path class="state__line" d="M8 4.4V8.4L10.6 10" fill="none" stroke-width="1.6" />
    </>
  ),
  neutral: <rect class="state__line" x="2" y="2" width="12" height="12" fill="none" stroke-width="1.6" />,
  draft: (
    <rect
      class="state__line"
      x="2"
      y="2"
      width="12"
      height="12"
      fill="none"
      stroke-width="1.6"
      stroke-dasharray="2.4 2"
    />
  ),
}

/** The picture of a state; always beside words that say the same. */
function StateIcon({ state }: { state: State }) {
  return (
    <svg
      class={`state state--${state}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[state]}
    </svg>
  )
}

/** A state's picture and words on one line ("6 of 8 on course"). */
export function StateLine({ state, children }: { state: State; children: ComponentChildren }) {
  return (
    <span class="state-line">
      <StateIcon state={state} />
      <span>{children}</span>
    </span>
  )
}

/** Several states under each other, as a list. */
export function StateList({
  items,
}: {
  items: readonly { readonly state: State; readonly text: ComponentChildren }[]
}) {
  return (
    <ul class="state-list">
      {items.map(({ state, text }) => (
        <li key={state}>
          <StateLine state={state}>{text}</StateLine>
        </li>
      ))}
    </ul>
  )
}
