import type { Root } from 'mdast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const schema = {
  ...defaultSchema,
  // No pictures from elsewhere, no boxes to tick, and headings only below those of the page.
  tagNames: (defaultSchema.tagNames ?? []).filter((tag) => !['img', 'input', 'h1', 'h2'].includes(tag)),
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
const writer = unified().use(remarkRehype).use(rehypeSanitize, schema).use(rehypeStringify).freeze()

/** What an author wrote in Markdown as safe HTML. Author text is never code: raw HTML is dropped. */
export function markdownToHtml(text: string): string {
  const known = KNOWN.get(text)
  if (known !== undefined) return known
  const html = htmlOf(parser.parse(text))
  if (KNOWN.size >= MOST_KNOWN) KNOWN.delete(KNOWN.keys().next().value ?? '')
  KNOWN.set(text, html)
  return html
}

/** Reading Markdown takes far longer than the rest of a page, and the words of a plan seldom change. */
const KNOWN = new Map<string, string>()
const MOST_KNOWN = 1000

function htmlOf(root: Root): string {
  return writer.stringify(writer.runSync(root) as Parameters<typeof writer.stringify>[0])
}
