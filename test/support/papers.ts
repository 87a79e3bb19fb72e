import { err, ok } from '#kernel/result.js'
import { type Composed, composePaper, type PaperFrame } from '#platform/typesetting/compose.js'
import type { Block } from '#platform/typesetting/paper.js'
import type { Supply } from '#platform/typesetting/supply.js'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 784 100" width="784" height="100" font-family="Source Sans 3"><text x="9" y="50" font-size="15">Bars</text></svg>'

/** A figure that a supply gives, without its number. */
export const aFigure = (changes: object = {}): Block => ({
  ...{
    kind: 'figure',
    id: 'bars',
    number: 0,
    caption: 'Burglaries a month',
    alt: 'Burglaries fell from five to four.',
  },
  ...{ source: 'Police records.', note: 'Dots are months.', data: null },
  picture: { kind: 'chart', html: '<svg role="img" aria-label="Bars"></svg>', svg: SVG, width: 784, height: 100 },
  ...changes,
})

/** What a paper is supplied with in tests: one figure, one chart, two themes, the words of one section. */
const aSupply = (changes: Partial<Supply> = {}): Supply => ({
  figure: (name) =>
    name === 'burglary.2024/25'
      ? ok({ kind: 'value', id: `${name}.value`, text: '6,004', source: 'Burglary, 2024/25. Police records.' })
      : err(`There is no measure “${name}”`),
  field: (name, scope) => ({ theme: scope.theme ?? 'Prevention', period: '2024/25' })[name],
  block: ({ name }) => (name === 'chart' ? ok([aFigure()]) : undefined),
  scopes: (of) => (of === 'themes' ? [{ theme: 'One' }, { theme: 'Two' }] : undefined),
  section: (name) => (name === 'purpose' ? { name: 'purpose', text: 'The office’s own words.' } : undefined),
  ...changes,
})

/** How a paper of tests is framed. */
const aFrame = (changes: Partial<PaperFrame> = {}): PaperFrame => ({
  ...{
    title: 'A paper of tests',
    subtitle: '',
    author: 'The Office',
    footer: 'A paper of tests',
    madeOn: '2025-06-11',
  },
  ...{ numbering: 'paragraphs', style: { brand: '#12436d' } },
  layout: { cover: false, contents: true, landscape: false, dataTables: true },
  ...changes,
})

/** A paper from Markdown. */
export function aPaper(
  text: string,
  changes: { supply?: Partial<Supply>; frame?: Partial<PaperFrame> } = {},
): Composed {
  return composePaper({ name: 'template', text }, aSupply(changes.supply), aFrame(changes.frame))
}
