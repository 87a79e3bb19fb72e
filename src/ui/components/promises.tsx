import type { ComponentChildren } from 'preact'
import { type State, StateLine } from './states.js'

/** One promise with where to read more and how it stands. */
export type PromiseLine = {
  readonly title: string
  readonly href: string
  readonly state: State
  /** The state in words. */
  readonly text: string
}

type PromiseGroupProps = {
  readonly title: string
  readonly href: string
  /** What the whole is meant to bring about, in the plan's words. */
  readonly statement?: ComponentChildren
  readonly promises: readonly PromiseLine[]
  readonly level?: 2 | 3
}

/** A theme in full: its name and aim on the left, and beside them every promise on a line of its own with its state. */
export function PromiseGroup({ title, href, statement, promises, level = 3 }: PromiseGroupProps) {
  const Tag = level === 2 ? 'h2' : 'h3'
  return (
    <section class="promises">
      <div class="promises__about">
        <Tag class="promises__title">
          <a href={href}>{title}</a>
        </Tag>
        {statement}
      </div>
      <ul class="promises__list">
        {promises.map((promise) => (
          <li key={promise.href}>
            <a href={promise.href}>{promise.title}</a>
            <StateLine state={promise.state}>{promise.text}</StateLine>
          </li>
        ))}
      </ul>
    </section>
  )
}
