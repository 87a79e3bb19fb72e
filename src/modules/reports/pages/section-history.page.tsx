import { MarkedWords, markWords } from '#modules/plan/index.js'
import { page } from '#platform/web/page.js'
import { Crumbs, EmptyState, Heading, Lede, Small } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import type { SectionText } from '../domain/section-work.js'
import { loadSection, sectionAddress } from './load-section.js'

export const sectionHistoryPage = page('/staff/reports/:reportId/sections/:section/history', {
  permission: 'reports:read',
  load: ({ deps, params }) => loadSection(deps, params),
  title: ({ section }) => `Every version: ${section.heading}`,
  view: (data) => (
    <>
      <Crumbs
        items={[
          { label: data.report.title, href: `/staff/reports/${data.report.id}` },
          { label: data.section.heading, href: sectionAddress(data) },
        ]}
      />
      <Heading>Every version of “{data.section.heading}”</Heading>
      <Lede>The newest first, each marked against the one before it.</Lede>
      {data.texts.length === 0 ? <EmptyState title="Nothing was written yet" /> : null}
      {data.texts.toReversed().map((text) => (
        <Version key={text.number} text={text} before={data.texts[text.number - 2]} nameOf={data.nameOf} />
      ))}
    </>
  ),
})

type VersionProps = {
  readonly text: SectionText
  readonly before: SectionText | undefined
  readonly nameOf: (id: string | null) => string
}

function Version({ text, before, nameOf }: VersionProps) {
  const when = text.writtenAt
    ? `${formatMoment(text.writtenAt)}, ${nameOf(text.writtenBy)}`
    : 'Before the history was kept'
  return (
    <section>
      <Heading level={2}>Version {text.number}</Heading>
      <Small>{when}</Small>
      <p class="as-typed">
        {before ? <MarkedWords runs={markWords(before.text, text.text)} /> : text.text || 'No words'}
      </p>
    </section>
  )
}
