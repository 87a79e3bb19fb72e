import type { ComponentChildren } from 'preact'
import { Source } from './type.js'

/** Something to know before reading on. `worry` is for what is wrong or late. */
export function Notice(props: { kind?: 'plain' | 'worry'; title?: string; children: ComponentChildren }) {
  return (
    <div class={props.kind === 'worry' ? 'notice notice--worry' : 'notice'}>
      {props.title ? <p class="notice__title">{props.title}</p> : null}
      {props.children}
    </div>
  )
}

/** What stands apart from the run of the page, on sand; `aside` stands at its right. */
export function Panel(props: {
  title?: string
  level?: 2 | 3
  aside?: ComponentChildren
  children: ComponentChildren
}) {
  const Tag = props.level === 3 ? 'h3' : 'h2'
  return (
    <div class={props.aside ? 'panel panel--split' : 'panel'}>
      <div>
        {props.title ? <Tag class="panel__title">{props.title}</Tag> : null}
        {props.children}
      </div>
      {props.aside ? <div class="panel__aside">{props.aside}</div> : null}
    </div>
  )
}

type BigFigureProps = {
  readonly label: string
  /** Already formatted ("6,004", "£272.52"). */
  readonly value: string
  readonly unit?: string
  /** A sparkline, if there is a series. */
  readonly chart?: ComponentChildren
  readonly note?: ComponentChildren
  /** Where the figure comes from, with the way to the measure. */
  readonly source: ComponentChildren
  readonly level?: 2 | 3
}

/** One big number a card: what it counts, the number, what to make of it, where it comes from. */
export function BigFigure({ label, value, unit, chart, note, source, level = 3 }: BigFigureProps) {
  const Tag = level === 2 ? 'h2' : 'h3'
  return (
    <div class="figure-card">
      <Tag class="figure-card__label">{label}</Tag>
      <p class="figure-card__value">
        {value}
        {unit ? <span class="figure-card__unit"> {unit}</span> : null}
      </p>
      {chart}
      {note ? <p class="figure-card__note">{note}</p> : null}
      <Source>{source}</Source>
    </div>
  )
}

/** A theme of the plan on a page: its name, its promise in a line, and its states. */
export function ThemeCard(props: {
  title: string
  href?: string
  text?: string
  level?: 2 | 3
  children?: ComponentChildren
}) {
  const Tag = props.level === 3 ? 'h3' : 'h2'
  return (
    <div class="theme-card">
      <Tag class="theme-card__title">{props.href ? <a href={props.href}>{props.title}</a> : props.title}</Tag>
      <p class="theme-card__text">{props.text}</p>
      <div class="theme-card__foot">{props.children}</div>
    </div>
  )
}

/** Cards side by side, as many a row as fit, at most `columns`. */
export function Cards({ columns, children }: { columns: 2 | 3 | 4 | 5; children: ComponentChildren }) {
  return <div class={`cards cards--${columns}`}>{children}</div>
}

/** Two parts of equal weight, side by side where there is room. */
export function Halves({ children }: { children: ComponentChildren }) {
  return <div class="halves">{children}</div>
}

/** Says that there is nothing here yet, and what to do about it. */
export function EmptyState(props: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty__title">{props.title}</p>
      {props.children ? <div class="empty__text">{props.children}</div> : null}
    </div>
  )
}

type DataLinksProps = {
  readonly csv?: string | undefined
  readonly xlsx?: string | undefined
  readonly json?: string | undefined
  readonly children?: ComponentChildren
}

/** The same figures for machines. */
export function DataLinks({ csv, xlsx, json, children }: DataLinksProps) {
  return (
    <p class="links">
      {children}
      {csv ? <a href={csv}>CSV</a> : null}
      {xlsx ? <a href={xlsx}>XLSX</a> : null}
      {json ? <a href={json}>JSON</a> : null}
    </p>
  )
}

/** A chart with what one needs to read it: the caption, source and ways on are `children`. */
export function ChartFigure({ chart, children }: { chart: ComponentChildren; children: ComponentChildren }) {
  return (
    <figure class="chart-figure">
      {chart}
      <figcaption class="chart-figure__caption">{children}</figcaption>
    </figure>
  )
}

type PlanSheetProps = {
  /** The way back on a screen; it is not printed. */
  readonly back: { readonly href: string; readonly label: string }
  readonly head: ComponentChildren
  readonly foot: ComponentChildren
  readonly children: ComponentChildren
}

/** The plan on one page: prints on one sheet of A4, landscape. */
export function PlanSheet({ back, head, foot, children }: PlanSheetProps) {
  return (
    <div class="sheet">
      <p class="sheet__back no-print">
        <a href={back.href}>{back.label}</a>
      </p>
      <div class="sheet__head">{head}</div>
      {children}
      <div class="sheet__foot">{foot}</div>
    </div>
  )
}
