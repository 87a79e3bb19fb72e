import type { Finding, Verdict } from '#modules/passages/index.js'
import { Notice, Small } from '#ui/components.js'
import { unreadPagesInWords } from '../actions/unread-pages.js'
import type { Decision } from '../domain/decision.js'
import type { CheckedFile } from '../domain/file-outcome.js'
import type { Mark } from '../domain/marked-text.js'
import { FindingCard } from './finding-card.js'
import { countsOf, VERDICT_WORDS } from './finding-words.js'
import { MarkedDocument } from './marked-document.js'

const VERDICTS: readonly Verdict[] = ['error', 'warning', 'question', 'holds']
const OPEN: readonly Verdict[] = ['error', 'warning', 'question']

type Props = {
  /** The page's own address, for the filters. */
  readonly at: string
  readonly decideAt: (finding: Finding) => string
  readonly checked: CheckedFile
  readonly decisions: ReadonlyMap<string, Decision>
  readonly show: string | undefined
}

/** The findings beside the marked document, those of some verdicts only if asked; what was dismissed stands last. */
export function FindingsBeside({ at, decideAt, checked, decisions, show }: Props) {
  const { file, document, findings, claims } = checked
  const wanted = VERDICTS.includes(show as Verdict) ? [show as Verdict] : OPEN
  const isDismissed = ({ id }: Finding) => decisions.get(id)?.decision === 'dismissed'
  const open = findings.filter((finding) => !isDismissed(finding))
  // Each keeps its number wherever it stands.
  const shown = findings
    .filter(({ verdict }) => wanted.includes(verdict))
    .map((finding, at) => ({ finding, number: at + 1, isDismissed: isDismissed(finding) }))
    .toSorted((a, b) => Number(a.isDismissed) - Number(b.isDismissed))
  const unread = unreadPagesInWords(document)
  return (
    <>
      {unread ? (
        <Notice title="Not all of it was read">
          <p>{unread}.</p>
        </Notice>
      ) : null}
      <Filters at={at} findings={open} show={wanted.length === 1 ? wanted[0] : undefined} />
      <Small>{summaryOf(claims, findings.length - open.length)}</Small>
      <div class="check-columns">
        <section aria-labelledby="document-title">
          <h2 id="document-title" class="visually-hidden">
            The document
          </h2>
          <MarkedDocument document={document} marks={marksOf(shown, file)} />
        </section>
        <section class="check-columns__findings" aria-labelledby="findings-title">
          <h2 id="findings-title" class="check-columns__title">
            Findings
          </h2>
          {shown.length === 0 ? <p>{nothingFound(wanted)}</p> : null}
          <ol class="findings">
            {shown.map(({ finding, number }) => (
              <FindingCard
                finding={finding}
                number={number}
                file={file}
                decision={decisions.get(finding.id)}
                decideAt={finding.verdict === 'holds' ? undefined : decideAt(finding)}
              />
            ))}
          </ol>
        </section>
      </div>
    </>
  )
}

function summaryOf(claims: number, dismissed: number): string {
  const read = `${claims === 1 ? 'One claim was' : `${claims.toLocaleString('en-GB')} claims were`} read.`
  if (dismissed === 0) return read
  return `${read} ${dismissed === 1 ? 'One finding was dismissed and stands' : `${dismissed} findings were dismissed and stand`} last.`
}

function nothingFound(wanted: readonly Verdict[]): string {
  if (wanted.length > 1) return 'Nothing to mend was found. That is no proof that every figure is right.'
  return `No ${VERDICT_WORDS[wanted[0] ?? 'error'].many.toLowerCase()}.`
}

type Shown = { readonly finding: Finding; readonly number: number; readonly isDismissed: boolean }

/** The passages of the findings; one that was dismissed is marked like one that holds. */
function marksOf(findings: readonly Shown[], file: string): Mark[] {
  return findings.flatMap(({ finding, number, isDismissed }) => {
    const verdict = isDismissed ? 'holds' : finding.verdict
    return finding.quotes.flatMap((quote, at) =>
      quote.file === file ? [{ start: quote.start, end: quote.end, finding: number, quote: at, verdict }] : [],
    )
  })
}

type FilterProps = { readonly at: string; readonly findings: readonly Finding[]; readonly show: Verdict | undefined }

function Filters({ at, findings, show }: FilterProps) {
  const counts = countsOf(findings)
  const open = OPEN.reduce((sum, verdict) => sum + (counts.get(verdict) ?? 0), 0)
  return (
    <nav class="check-filters" aria-label="Findings by verdict">
      <ul>
        <li>
          <a href={at} aria-current={show ? undefined : 'true'}>
            To look at ({open})
          </a>
        </li>
        {VERDICTS.map((verdict) => (
          <li>
            <a href={`${at}?show=${verdict}`} aria-current={show === verdict ? 'true' : undefined}>
              {VERDICT_WORDS[verdict].many} ({counts.get(verdict) ?? 0})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
