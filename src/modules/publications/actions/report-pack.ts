import { createHash } from 'node:crypto'
import { ukDateOf } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { currentBody } from '#modules/body/index.js'
import { paperFiles } from '#modules/documents/index.js'
import {
  checkCode,
  frozenFigures,
  type Publication,
  printedCode,
  publicationsOf,
  type Report,
  wholeFilesOf,
} from '#modules/reports/index.js'
import { config } from '#platform/config.js'
import { toCsv } from '#platform/csv.js'
import type { Deps } from '#platform/deps.js'
import { PAPER_TYPES } from '#platform/media-types.js'
import { type Entry, packedZip } from '#platform/typesetting/steady-zip.js'
import { correctionsOf } from '../data/publications.queries.js'
import { figuresAppendix } from '../document/figures-appendix.js'
import { type Cover, coverTable, type PackedFile } from '../domain/cover.js'

/** A pack for a committee system: its name, its bytes, and what its cover says. */
export type ReportPack = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly cover: Cover
  readonly files: readonly PackedFile[]
}

/** Why there is no pack, in a sentence. */
type PackRefusal = { readonly code: 'not-published' | 'no-files' | 'not-set'; readonly message: string }

/**
 * The newest number of a report for the host of a committee: the PDF and the Word file byte for byte as they were
 * published, an appendix of figures and sources, a cover, and the fingerprints of all. The same number gives the same bytes.
 */
export async function packFor(
  deps: Pick<Deps, 'db'>,
  report: Report,
  authorRole?: string,
): Promise<Result<ReportPack, PackRefusal>> {
  const [publication] = await publicationsOf(deps.db, report.id)
  if (!publication)
    return err({ code: 'not-published', message: 'The report is not published: a pack holds only what is.' })
  const body = await currentBody(deps.db, publication.particulars.meetingOn)
  const sentOn = ukDateOf(new Date(publication.publishedAt))
  const owner = { name: body?.name ?? '', brand: body?.brandColour ?? '#12436d', sentOn }
  const documents = await documentsOf(deps, report, publication, owner)
  if (!documents.ok) return documents
  const cover = await coverOf(deps, report, publication, {
    authorRole: authorRole?.trim() || (body?.officeName ?? 'The office'),
    organisation: owner.name,
    publishedOn: sentOn,
  })
  const files = documents.value.map(({ entry, kind, title, mediaType }) => ({
    ...{ file: entry.name, kind, title, mediaType },
    ...{ bytes: entry.bytes.byteLength, sha256: sha256Of(entry.bytes) },
  }))
  const covers = [
    text('cover.json', `${JSON.stringify({ ...cover, files }, null, 2)}\n`),
    text('cover.csv', toCsv(...coverTable(cover, files))),
  ]
  const entries = [...documents.value.map(({ entry }) => entry), ...covers]
  const sums = entries.map(({ name, bytes }) => `${sha256Of(bytes)}  ${name}\n`).join('')
  const bytes = packedZip([...entries, text('SHA256SUMS.txt', sums)], sentOn)
  return ok({ fileName: `${report.slug}-${publication.number}-pack.zip`, bytes, cover, files })
}

type PackDocument = {
  readonly entry: Entry
  readonly kind: PackedFile['kind']
  readonly title: string
  readonly mediaType: string
}

type Owner = Parameters<typeof figuresAppendix>[2]

async function documentsOf(
  deps: Pick<Deps, 'db'>,
  { slug }: Report,
  publication: Publication,
  owner: Owner,
): Promise<Result<PackDocument[], PackRefusal>> {
  const kept = await wholeFilesOf(deps.db, publication.id)
  const { title } = publication.particulars
  const one = (format: 'pdf' | 'docx', name: string, kind: PackedFile['kind']): PackDocument[] =>
    kept
      .filter((file) => file.format === format)
      .map(({ bytes }) => ({ entry: { name, bytes }, kind, title, mediaType: PAPER_TYPES[format] }))
  const [report] = one('pdf', `01-${slug}.pdf`, 'report')
  if (!report)
    return err({ code: 'no-files', message: 'It was published before its files were kept: publish it once more.' })
  const figures = await frozenFigures(deps, publication.id)
  const editable = one('docx', `${slug}.docx`, 'editable copy')
  if (figures.length === 0) return ok([report, ...editable])
  const set = await paperFiles(figuresAppendix(publication, figures, owner), ['pdf'])
  if (!set.ok) return err({ code: 'not-set', message: set.error })
  const appendix = set.value.files.map(({ bytes }) => ({
    entry: { name: '02-appendix-a-figures-and-sources.pdf', bytes },
    ...{ kind: 'appendix' as const, title: 'Appendix A: figures and their sources', mediaType: PAPER_TYPES.pdf },
  }))
  return ok([report, ...appendix, ...editable])
}

async function coverOf(
  { db }: Pick<Deps, 'db'>,
  report: Report,
  publication: Publication,
  own: Pick<Cover, 'authorRole' | 'organisation' | 'publishedOn'>,
): Promise<Cover> {
  const { title, addressedTo, meetingOn, periodFrom, periodUntil } = publication.particulars
  const correction = (await correctionsOf(db, report.id)).get(publication.number)
  return {
    ...{ title, committee: addressedTo, meetingDate: meetingOn },
    reportNumber: `${report.slug}/${publication.number}`,
    authorRole: own.authorRole,
    access: 'open',
    ...{ organisation: own.organisation, publishedOn: own.publishedOn, periodFrom, periodUntil },
    corrects: correction ? `${report.slug}/${correction.replaces}` : '',
    checkCode: printedCode(checkCode(report.id, publication.number)),
    address: `${config().publicUrl}/reports/${report.slug}`,
  }
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const text = (name: string, content: string): Entry => ({ name, bytes: Buffer.from(content) })
