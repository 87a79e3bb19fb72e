import type { Paper, PaperImage } from '#platform/typesetting/paper.js'
import { htmlOf } from '#platform/web/html.js'
import { asset, assetFile } from '#ui/assets.js'
import { brandCss } from '#ui/brand.js'
import { PaperView } from './paper.view.js'

type Pages = Readonly<Record<string, number>>

/** A paper as part of a page of the site. The same paper gives the same text. */
export function paperHtml(paper: Paper, pages: Pages = {}): string {
  return htmlOf(<PaperView paper={paper} pages={pages} />)
}

/** A paper as a file by itself, with its styles: it asks nothing of the network. */
export function paperFile(paper: Paper, pages: Pages = {}): string {
  const style = `${sheet('site.css')}${brandCss(paper.style.brand)}`
  return `<!doctype html>${htmlOf(
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{paper.title}</title>
        <meta name="author" content={paper.author} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main class="width main" id="main">
          <PaperView paper={paper} pages={pages} src={withinFile} />
          <div class="paper__foot">
            <p class="small">{paper.footer}</p>
            {paper.check ? <p class="small">{paper.check}</p> : null}
          </div>
        </main>
      </body>
    </html>,
  )}`
}

/** A picture in the file itself. */
const withinFile = ({ type, bytes }: PaperImage) => `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`

/** A style sheet without the files that it would fetch. */
function sheet(name: string): string {
  const file = assetFile(asset(name).replace('/assets/', ''))
  return (file?.bytes.toString('utf8') ?? '').replaceAll(/@font-face\s*\{[^}]*\}/g, '')
}
