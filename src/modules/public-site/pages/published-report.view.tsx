import type { IsoDate } from '#kernel/dates.js'
import { ukDateOf } from '#kernel/dates.js'
import type { CorrectionFacts } from '#modules/publications/index.js'
import { correctionsOf } from '#modules/publications/index.js'
import {
  checkCode,
  filesOf,
  type Publication,
  type PublishedReport,
  printedCode,
  publicationsOf,
  RevisedNotice,
  RevisedTable,
  revisedFigures,
} from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { Notice, Small } from '#ui/components.js'
import { formatDate, formatNumber } from '#ui/format.js'

/** One number of a published report with all that the public is told beside it. */
export type ReportFacts = PublishedReport & {
  readonly files: Awaited<ReturnType<typeof filesOf>>
  readonly numbers: readonly Publication[]
  readonly revised: Awaited<ReturnType<typeof revisedFigures>>
  /** The corrections of the report, by the number that each made. */
  readonly corrections: ReadonlyMap<number, CorrectionFacts>
}

/** Reads what stands beside one number of a report, as known on a day. */
export async function publishedFacts(
  deps: Deps,
  { report, publication }: PublishedReport,
  knownOn?: IsoDate,
): Promise<ReportFacts> {
  const { db } = deps
  const numbers = (await publicationsOf(db, report.id)).filter(
    ({ publishedAt }) => !knownOn || ukDateOf(new Date(publishedAt)) <= knownOn,
  )
  return {
    ...{ report, publication, numbers },
    files: await filesOf(db, publication.id),
    revised: await revisedFigures({ ...deps, knownOn }, publication),
    corrections: await correctionsOf(db, report.id),
  }
}

/** A published report as it was sent, with its files, what was revised since, and its other numbers. */
export function PublishedReportView({ facts }: { facts: ReportFacts }) {
  const { report, publication, files, revised } = facts
  const code = printedCode(checkCode(report.id, publication.number))
  return (
    <>
      <Replaced facts={facts} />
      <RevisedNotice revised={revised} />
      {files.length > 0 ? (
        <p class="links">
          The report as a file:{' '}
          {ORDER.flatMap((format) => files.filter((file) => file.format === format)).map(
            ({ format, fileName, size }) => (
              <a href={`/reports/${report.slug}/files/${fileName}`}>
                {NAMES[format]} ({sizeWords(size)})
              </a>
            ),
          )}
        </p>
      ) : null}
      <div dangerouslySetInnerHTML={{ __html: publication.html }} />
      <RevisedTable revised={revised} />
      <Small>
        Published {formatDate(ukDateOf(new Date(publication.publishedAt)))} and not altered since. Fingerprint
        (SHA-256): {publication.sha256.slice(0, 16)}…
        {files.map(({ format, sha256 }) => ` ${NAMES[format]} ${sha256.slice(0, 16)}…`)} Code:{' '}
        <a href={`/check/${code}`}>{code}</a>
      </Small>
      <OtherNumbers facts={facts} />
    </>
  )
}

/** Above a number that a later one replaces: that it did, and what was corrected. */
function Replaced({ facts: { report, publication, numbers, corrections } }: { facts: ReportFacts }) {
  const [newest] = numbers
  if (!newest || newest.number <= publication.number) return null
  const next = numbers.findLast(({ number }) => number > publication.number)
  const correction = next && corrections.get(next.number)
  return (
    <Notice kind="worry" title={correction ? 'This number was corrected' : 'A later number replaces this one'}>
      {correction ? (
        <>
          <p>
            Corrected on {formatDate(correction.on)} in number {next?.number}. {correction.reason}
          </p>
          <ul>
            {correction.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a href={`/reports/${report.slug}`}>Read number {newest.number}</a>
      </p>
    </Notice>
  )
}

/** Every other number of the report, each for good. */
function OtherNumbers({ facts: { report, publication, numbers, corrections } }: { facts: ReportFacts }) {
  const others = numbers.filter(({ number }) => number !== publication.number)
  if (others.length === 0) return null
  return (
    <Small>
      Other numbers of this report:{' '}
      {others.map(({ number, publishedAt }, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <a href={`/reports/${report.slug}/numbers/${number}`}>
            number {number} of {formatDate(ukDateOf(new Date(publishedAt)))}
          </a>
          {corrections.has(number) ? ' (a correction)' : ''}
        </>
      ))}
    </Small>
  )
}

const ORDER = ['pdf', 'docx', 'html'] as const
const NAMES = { pdf: 'PDF', docx: 'Word', html: 'HTML' }

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${formatNumber(Math.ceil(bytes / 1000))} kB` : `${formatNumber(bytes / 1_000_000, 1)} MB`
}
