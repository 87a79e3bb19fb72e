import { getDocumentProxy } from 'unpdf'

/** One part of the tree that a screen reader goes through. */
export type PdfPart = {
  readonly role: string
  readonly alt?: string
  readonly text: string
  readonly parts: readonly PdfPart[]
}

/** A PDF as assistive technology finds it. */
export type PdfStructure = {
  readonly pages: number
  readonly title: string
  readonly language: string
  readonly showsTitle: boolean
  readonly isTagged: boolean
  /** The part of PDF/UA that it claims, from its metadata. */
  readonly claims: string
  readonly parts: readonly PdfPart[]
  /** Marks on the page that belong to no tag and are not set apart as decoration. */
  readonly untagged: number
}

/** Reads the structure of a PDF with a reader that had no part in making it. */
export async function pdfStructure(bytes: Uint8Array): Promise<PdfStructure> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { info, metadata } = await pdf.getMetadata()
  const details: Readonly<Record<string, unknown>> = { ...info }
  const preferences: Readonly<Record<string, unknown>> = { ...(await pdf.getViewerPreferences()) }
  const marks: unknown = await pdf.getMarkInfo()
  const parts: PdfPart[] = []
  let untagged = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const texts = textsById(items)
    const tree: unknown = await page.getStructTree()
    if (isNode(tree)) parts.push(...tree.children.flatMap((child) => partOf(child, texts)))
    untagged += paintedOutside((await page.getOperatorList()).fnArray)
  }
  return {
    ...{ pages: pdf.numPages, parts, untagged },
    title: String(details.Title ?? ''),
    language: String(details.Language ?? ''),
    showsTitle: preferences.DisplayDocTitle === true,
    isTagged: typeof marks === 'object' && marks !== null && 'Marked' in marks && marks.Marked === true,
    claims: String(metadata?.get('pdfuaid:part') ?? ''),
  }
}

/** Every part of a tree, in reading order. */
export function* everyPart(parts: readonly PdfPart[]): Generator<PdfPart> {
  for (const part of parts) {
    yield part
    yield* everyPart(part.parts)
  }
}

type Node = { readonly role: string; readonly alt?: string; readonly children: readonly unknown[] }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'role' in value && 'children' in value
}

function partOf(node: unknown, texts: ReadonlyMap<string, string>): PdfPart[] {
  if (!isNode(node)) return []
  const { role, alt, children } = node
  const parts = children.flatMap((child) => partOf(child, texts))
  const own = children.map((child) => (isContent(child) ? (texts.get(child.id) ?? '') : textOf(child, texts)))
  return [{ role, ...(alt !== undefined && { alt }), text: own.join(''), parts }]
}

function textOf(node: unknown, texts: ReadonlyMap<string, string>): string {
  return partOf(node, texts)
    .map(({ text }) => text)
    .join('')
}

function isContent(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
}

type TextItem = { readonly type?: string; readonly id?: string; readonly str?: string }

function textsById(items: readonly TextItem[]): Map<string, string> {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const { type, id, str } of items) {
    const here = open.at(-1) ?? ''
    if (str !== undefined) texts.set(here, `${texts.get(here) ?? ''}${str}`)
    else if (type?.startsWith('begin')) open.push(id ?? '')
    else open.pop()
  }
  return texts
}

/** Operators of a page that draw: strokes, fills, shadings, text and pictures. */
const PAINTS = new Set([20, 21, 22, 23, 24, 25, 26, 27, 44, 45, 46, 47, 62, 83, 84, 85, 86, 87, 88, 91])
const [BEGIN, BEGIN_WITH_ID, END] = [69, 70, 71]

function paintedOutside(operators: readonly number[]): number {
  let [depth, outside] = [0, 0]
  for (const operator of operators) {
    if (operator === BEGIN || operator === BEGIN_WITH_ID) depth += 1
    else if (operator === END) depth -= 1
    else if (depth === 0 && PAINTS.has(operator)) outside += 1
  }
  return outside
}
