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

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze()

/** What an author wrote in Markdown as safe HTML. Author text is never code: raw HTML is dropped. */
export function markdownToHtml(text: string): string {
  return String(processor.processSync(text))
}
