import type { ComponentChildren } from 'preact'

/** One column. Number columns are right-aligned with figures of one width. */
export type Column = {
  readonly label: string
  readonly align?: 'number'
  /** Share of the table's width. */
  readonly width?: 'narrow' | 'fifth' | 'quarter' | 'third' | 'half'
}

type TableProps = {
  readonly caption: string
  /** Hides the caption from sight where a heading already says it. */
  readonly captionHidden?: boolean
  readonly id?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly ComponentChildren[])[]
  /** Makes the first cell of each row its heading (the default). */
  readonly rowHeads?: boolean
  /** On a small screen each row stands as a list of its own, each cell under its column's name, instead of scrolling. */
  readonly stacks?: boolean
  /** No wider than its words need. */
  readonly isNarrow?: boolean
}

/** A table; on a small screen it scrolls by itself, by keyboard too. */
export function Table({ caption, captionHidden, id, columns, rows, rowHeads = true, stacks, isNarrow }: TableProps) {
  const classes = ['table', stacks && 'table--stacks', isNarrow && 'table--narrow'].filter(Boolean)
  return (
    <div class="table-region" role="region" aria-label={caption} tabindex={0}>
      <table class={classes.join(' ')} id={id}>
        <caption class={captionHidden ? 'visually-hidden' : 'table__caption'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" class={cellClass(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => (
                <Cell key={index} column={columns[index]} head={rowHeads && index === 0} isNamed={stacks === true}>
                  {cell}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = { column: Column | undefined; head: boolean; isNamed: boolean; children: ComponentChildren }

function Cell(props: CellProps) {
  const classes = cellClass(props.column)
  if (!props.head) {
    if (!props.isNamed) return <td class={classes}>{props.children}</td>
    return (
      <td class={classes} data-column={props.column?.label}>
        <div class="table__cell">{props.children}</div>
      </td>
    )
  }
  return (
    <th scope="row" class={classes}>
      {props.children}
    </th>
  )
}

function cellClass(column: Column | undefined): string | undefined {
  const classes = [column?.align === 'number' && 'number', column?.width && `width-${column.width}`].filter(Boolean)
  return classes.length > 0 ? classes.join(' ') : undefined
}

/** One thing known about something, with an optional way to change it. */
export type SummaryRow = {
  readonly key: string
  readonly value: ComponentChildren
  readonly action?: { readonly href: string; readonly text: string; readonly what: string }
}

/** What is known about one thing: a name and a value a line. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="summary">
      {rows.map(({ key, value, action }) => (
        <div key={key} class="summary__row">
          <dt>{key}</dt>
          <dd>{value}</dd>
          {action ? (
            <dd class="summary__action">
              <a href={action.href}>
                {action.text}
                <span class="visually-hidden"> {action.what}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
