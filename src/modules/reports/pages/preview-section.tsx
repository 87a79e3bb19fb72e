import { found } from '#platform/errors.js'
import { htmlOf } from '#platform/web/html.js'
import type { Answer, Route } from '#platform/web/route.js'
import { Heading, Notice, Small } from '#ui/components.js'
import { reportById } from '../data/reports.queries.js'
import { previewSection, type SectionPreview } from '../document/preview.js'
import { LONGEST_TEXT } from '../domain/section-work.js'

/**
 * What the words in the form would look like in the report: as part of the page that is being written on (`part`), or
 * as a page where no script runs. Nothing is saved.
 */
export const previewSectionRoute: Route = {
  path: '/staff/reports/:reportId/sections/:section/preview',
  permission: 'reports:edit',
  layout: 'staff',
  hasForm: true,
  isFile: true,
  respond: async ({ deps, params, body, method, hasRightCsrfToken }): Promise<Answer> => {
    const { reportId = '', section = '' } = params
    const report = found(await reportById(deps.db, reportId))
    const at = `/staff/reports/${report.id}/sections/${section}`
    if (method === 'GET' || !hasRightCsrfToken) return { kind: 'redirect', to: at }
    const text = textOf(body.text).slice(0, LONGEST_TEXT)
    const preview = found(await previewSection(deps, report, { section, text }))
    const html = htmlOf(<Preview of={preview} />)
    if (textOf(body.part) === 'yes') return { kind: 'file', type: 'text/html; charset=utf-8', body: html }
    return { kind: 'page', status: 200, title: `Preview: ${preview.heading}`, html: `${htmlOf(<NotSaved />)}${html}` }
  },
}

function textOf(sent: string | readonly string[] | undefined): string {
  const text = typeof sent === 'string' ? sent : (sent?.[0] ?? '')
  return text.replaceAll('\r\n', '\n').normalize('NFC').trim()
}

function NotSaved() {
  return (
    <>
      <Heading>Preview</Heading>
      <Notice>
        <p>Nothing is saved yet. Go back in your browser to go on writing or to save.</p>
      </Notice>
    </>
  )
}

/** The section with what is wrong with it first. */
function Preview({ of: { html, problems } }: { of: SectionPreview }) {
  return (
    <>
      {problems.length > 0 ? (
        <Notice kind="worry" title={problems.length === 1 ? 'One thing to mend' : `${problems.length} things to mend`}>
          <ul>
            {problems.map(({ line, message }) => (
              <li key={`${line}${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Small>Nothing to mend.</Small>
      )}
      {/* Made from Markdown by the same renderer as the report: no markup of the author’s is in it. */}
      <div
        dangerouslySetInnerHTML={{
          __html: html.replace('<h1 class="heading-1"', '<h2 class="heading-2"').replace('</h1>', '</h2>'),
        }}
      />
    </>
  )
}
