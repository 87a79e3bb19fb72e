import type { Finding } from '#modules/passages/index.js'
import { Small } from '#ui/components.js'
import type { Decision } from '../domain/decision.js'
import { KIND_WORDS, placeWords, shortQuote, VERDICT_WORDS } from './finding-words.js'
import { findingId, passageId } from './marked-document.js'

type Props = {
  readonly finding: Finding
  readonly number: number
  /** The document beside which it stands; without one the passages are quoted and not linked. */
  readonly file?: string
  readonly decision?: Decision | undefined
  /** Where a person decides on it; none where nothing is to be decided. */
  readonly decideAt?: string | undefined
  /** Of its heading: 3 in a list under a heading of its own. */
  readonly level?: 2 | 3
}

/** One finding: what it is about, with links to the passages, what is wrong, the working and words to mend it. */
export function FindingCard({ finding, number, file, decision, decideAt, level = 3 }: Props) {
  const { verdict, kind, quotes, message, working, suggestion } = finding
  const Title = level === 2 ? 'h2' : 'h3'
  const look = `finding--${verdict}${decision?.decision === 'dismissed' ? ' finding--dismissed' : ''}`
  return (
    <li class={`finding ${look}`} id={findingId(number)}>
      <Title class="finding__title">
        {VERDICT_WORDS[verdict].one}: {KIND_WORDS[kind].toLowerCase()}
      </Title>
      <ul class="finding__quotes">
        {quotes.map((quote, at) => (
          <li>
            {quote.file === file ? (
              <a href={`#${passageId(number, at)}`}>{placeWords(quote, quote.file)}</a>
            ) : (
              placeWords(quote, file ?? quote.file)
            )}{' '}
            <q>{shortQuote(quote)}</q>
          </li>
        ))}
      </ul>
      <p>{message}</p>
      {working ? <p class="finding__working">{working}</p> : null}
      {suggestion ? (
        <p>
          <strong>Suggested:</strong> {suggestion}
        </p>
      ) : null}
      <DecisionLine decision={decision} decideAt={decideAt} number={number} />
    </li>
  )
}

function DecisionLine({ decision, decideAt, number }: Pick<Props, 'decision' | 'decideAt' | 'number'>) {
  const words = decision && DECIDED[decision.decision]
  return (
    <Small>
      {words ? `${words}${decision?.reason ? `: ${decision.reason}` : ''}. ` : null}
      {decideAt ? (
        <a class="no-print" href={decideAt}>
          {words ? 'Change' : 'Accept or dismiss'}
          <span class="visually-hidden"> finding {number}</span>
        </a>
      ) : null}
    </Small>
  )
}

const DECIDED = { accepted: 'Accepted, to be mended', dismissed: 'Dismissed', reopened: '' } as const
