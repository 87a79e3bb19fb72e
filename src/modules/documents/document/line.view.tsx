import type { ComponentChildren } from 'preact'
import { config } from '#platform/config.js'
import type { Inline } from '#platform/typesetting/paper.js'

type LineProps = {
  readonly of: readonly Inline[]
  /** The page of the printed form that each part stands on, where that is known. */
  readonly pages?: Readonly<Record<string, number>>
  /** Footnotes that were named already, so that each has one way back. */
  readonly noted: Set<number>
}

/** The pieces of a line on a page. */
export function Line({ of, pages = {}, noted }: LineProps) {
  return (
    <>
      {of.map((inline) => (
        <Piece inline={inline} pages={pages} noted={noted} />
      ))}
    </>
  )
}

type PieceProps = {
  readonly inline: Inline
  readonly pages: Readonly<Record<string, number>>
  readonly noted: Set<number>
}

function Piece({ inline, pages, noted }: PieceProps): ComponentChildren {
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>
    case 'strong':
      return <strong>{<Line of={inline.children} {...{ pages, noted }} />}</strong>
    case 'emphasis':
      return <em>{<Line of={inline.children} {...{ pages, noted }} />}</em>
    case 'code':
      return <code>{inline.text}</code>
    case 'link':
      return <a href={withinSite(inline.href)}>{<Line of={inline.children} {...{ pages, noted }} />}</a>
    case 'break':
      return <br />
    case 'value':
      return (
        <data class="live-figure" value={inline.id} title={inline.source}>
          {inline.text}
        </data>
      )
    case 'typed':
      return inline.checkedBy === null ? <mark>{inline.text}</mark> : inline.text
    case 'reference':
      return <Reference inline={inline} page={pages[inline.target]} />
    case 'note':
      return <NoteMark number={inline.number} noted={noted} />
  }
}

function Reference({ inline, page }: { inline: Extract<Inline, { kind: 'reference' }>; page: number | undefined }) {
  return (
    <>
      <a href={`#${inline.target}`}>{inline.text}</a>
      {inline.withPage && page ? ` (page ${page})` : null}
    </>
  )
}

function NoteMark({ number, noted }: { number: number; noted: Set<number> }) {
  const isFirst = !noted.has(number)
  noted.add(number)
  return (
    <sup>
      <a href={`#note-${number}`} id={isFirst ? `note-${number}-from` : undefined} aria-label={`Note ${number}`}>
        {number}
      </a>
    </sup>
  )
}

/** An address of this site without its beginning, so that a copy elsewhere still leads to its own pages. */
function withinSite(href: string): string {
  const { publicUrl } = config()
  return href.startsWith(`${publicUrl}/`) ? href.slice(publicUrl.length) : href
}
