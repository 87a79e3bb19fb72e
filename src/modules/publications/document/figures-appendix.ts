import { formatDate } from '#kernel/words.js'
import type { NumberedFacts, Publication } from '#modules/reports/index.js'
import { checkCode, printedCode } from '#modules/reports/index.js'
import { type Block, type Inline, type Paper, words } from '#platform/typesetting/paper.js'

/** Whose paper it is, and in which colour. */
type Owner = { readonly name: string; readonly brand: string; readonly sentOn: string }

/** The appendix of a pack: every figure of the report with its source, its file and the file's fingerprint, as frozen. */
export function figuresAppendix(publication: Publication, figures: readonly NumberedFacts[], owner: Owner): Paper {
  const { title } = publication.particulars
  const code = printedCode(checkCode(publication.reportId, publication.number))
  const plain = (text: string): Block => ({ kind: 'paragraph', id: '', number: null, children: words(text) })
  return {
    ...{ title: `Figures and their sources: ${title}`, subtitle: '', author: owner.name, madeOn: owner.sentOn },
    footer: `Appendix A · ${title}`,
    numbering: 'none',
    layout: { cover: false, contents: false, landscape: true, dataTables: false },
    style: { brand: owner.brand },
    notes: [],
    blocks: [
      plain(
        `Every figure of number ${publication.number} of this report, published on ${formatDate(owner.sentOn)}, with where it comes from. Each can be checked by its code.`,
      ),
      {
        ...{
          kind: 'table',
          id: 'figures',
          number: 1,
          caption: 'Figures and their sources',
          source: '',
          rowHeads: true,
        },
        columns: [
          { label: 'Code' },
          { label: 'Figure', share: 1.4 },
          { label: 'As printed', share: 1.8 },
          { label: 'Source', share: 1.4 },
          { label: 'File and SHA-256', share: 1.6 },
        ],
        rows: figures.map((facts) => [
          words(`${code}.${facts.number}`),
          words(`${facts.measure.title}, ${facts.period.label}`),
          words(facts.text),
          words(facts.measure.source),
          fileWords(facts),
        ]),
      },
    ],
  }
}

function fileWords({ observations }: NumberedFacts): Inline[] {
  const file = observations.at(-1)?.file
  if (!file) return words('–')
  const name = words(file.name || file.title)
  return file.sha256 === '' ? name : [...name, { kind: 'break' }, ...words(inGroups(file.sha256))]
}

/** A fingerprint in groups of eight, so that it breaks where there is no room. */
const inGroups = (sha256: string) => sha256.replaceAll(/(.{8})(?=.)/g, '$1 ')
