import { Halves, Heading, Small } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import type { Commentary, CommentaryPair } from '../domain/commentary.js'
import { periodLabel } from '../domain/period-words.js'

/** What is said of the newest figure, beside what was said last time. Nothing where neither was. */
export function CommentaryBesideLast({ pair: { now, before, isUnchanged } }: { pair: CommentaryPair }) {
  if (!now && !before) return null
  return (
    <>
      <Heading level={2} id="commentary">
        What the office says of it
      </Heading>
      <Halves>
        {now ? <Said said={now} isUnchanged={isUnchanged} /> : <p>Nothing has been said of the newest figure yet.</p>}
        {before ? <Said said={before} /> : <p>Nothing was said of an earlier period.</p>}
      </Halves>
    </>
  )
}

function Said({ said, isUnchanged = false }: { said: Commentary; isUnchanged?: boolean }) {
  return (
    <div>
      <Heading level={3} size={4}>
        {capital(periodLabel(said.period))}
      </Heading>
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
