import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { answerOnce } from '../limited-process.js'
import { type Faces, paperFonts } from './fonts.js'

/** What the typesetter is sent: the text, its pictures by name, and the second that the file bears. */
export type PdfRequest = {
  readonly text: string
  readonly pictures: ReadonlyMap<string, string | Uint8Array>
  readonly madeAt: number
  readonly faces: Faces
}

/** A PDF, or why none was made. Page numbers of what can be referred to, by their ids. */
export type PdfAnswer = { readonly bytes: Uint8Array; readonly pages: Readonly<Record<string, number>> }

answerOnce<PdfRequest, PdfAnswer>(({ text, pictures, madeAt, faces }) => {
  const workspace = import.meta.dirname
  const { unpacked, files } = paperFonts(faces)
  const fontArgs = [{ fontBlobs: [...unpacked] }, { fontPaths: [...files] }]
  const compiler = NodeCompiler.create({ workspace, fontArgs })
  for (const [name, picture] of pictures) compiler.mapShadow(`${workspace}/${name}`, Buffer.from(picture))
  const compiled = compiler.compile({ mainFileContent: text })
  const warnings = compiled.takeWarnings()
  if (!compiled.result) throw new Error(said(compiler, compiled.takeDiagnostics()))
  if (warnings) throw new Error(said(compiler, warnings))
  // What was remembered for a second setting is of no use to a process that sets one paper.
  compiler.evictCache(0)
  const bytes = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: madeAt })
  return { bytes, pages: pagesOf(compiler, compiled.result) }
})

/** Where each part stands, as the text itself noted it. */
function pagesOf(compiler: NodeCompiler, paper: Parameters<NodeCompiler['pdf']>[0]): Record<string, number> {
  const [noted]: readonly (readonly [string, number])[][] = compiler.query(paper, {
    selector: '<pages>',
    field: 'value',
  })
  return Object.fromEntries(noted ?? [])
}

function said(compiler: NodeCompiler, problem: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  const found: unknown = problem ? compiler.fetchDiagnostics(problem) : []
  return `The paper could not be set: ${JSON.stringify(found).slice(0, 2000)}`
}
