import { Halves, Heading, Small } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import type { Commentary, CommentaryPair } from '../domain/commentary.js'
import { periodLabel } from '../domain/period-words.js'

type Props = { readonly pair: CommentaryPair; readonly level?: 2 | 4; readonly id?: string }

/** What is said of the newest figure, beside what was said last time. Nothing where neither was. */
export function CommentaryBesideLast({ pair: { now, before, isUnchanged }, level = 2, id = 'commentary' }: Props) {
  if (!now && !before) return null
  return (
    <>
      <Heading level={level} id={id}>
        What the office says of it
      </Heading>
      <Halves>
        {now ? (
          <Said said={now} level={level} isUnchanged={isUnchanged} />
        ) : (
          <p>Nothing has been said of the newest figure yet.</p>
        )}
        {before ? <Said said={before} level={level} /> : <p>Nothing was said of an earlier period.</p>}
      </Halves>
    </>
  )
}

type SaidProps = { readonly said: Commentary; readonly level: 2 | 4; readonly isUnchanged?: boolean }

function Said({ said, level, isUnchanged = false }: SaidProps) {
  return (
    <div>
      {level === 2 ? (
        <Heading level={3} size={4}>
          {capital(periodLabel(said.period))}
        </Heading>
      ) : (
        <p>
          <strong>{capital(periodLabel(said.period))}</strong>
        </p>
      )}
      {isUnchanged ? <p class="unchanged">The words are the same as last time.</p> : null}
      <p>{said.narrative}</p>
      {said.response ? (
        <p>
          <strong>What is being done.</strong> {said.response}
        </p>
      ) : null}
      <Small>Written on {formatDate(said.recordedAt)}.</Small>
    </div>
  )
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
