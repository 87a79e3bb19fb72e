import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, EmptyState, Form, Heading, Small, Textarea, VisuallyHidden } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { commentOnSection, settleComment } from '../actions/section-work.js'
import type { SectionComment } from '../domain/section-work.js'
import { loadSection, sectionAddress } from './load-section.js'

export const sectionCommentsPage = page('/staff/reports/:reportId/sections/:section/comments', {
  permission: 'reports:edit',
  load: ({ deps, params }) => loadSection(deps, params),
  form: {
    text: textField({ max: 2000, name: 'Comment' }),
    settle: textField({ max: 80, name: 'Comment to settle' }),
  },
  submit: async ({ deps, actor, params, data, input: { text, settle } }) => {
    const here = `${sectionAddress(data)}/comments`
    if (settle) {
      await settleComment(deps, actor, { reportId: params.reportId, commentId: settle })
      return redirectTo(here, 'Comment settled')
    }
    if (!text) return fieldError('text', 'Enter a comment')
    await commentOnSection(deps, actor, { ...params, text })
    return redirectTo(here, 'Comment added')
  },
  title: ({ section }) => `Comments: ${section.heading}`,
  view: (data, form) => (
    <>
      <Crumbs
        items={[
          { label: data.report.title, href: `/staff/reports/${data.report.id}` },
          { label: data.section.heading, href: sectionAddress(data) },
        ]}
      />
      <Form of={form}>
        <Heading>Comments on “{data.section.heading}”</Heading>
        {data.comments.length === 0 ? <EmptyState title="There is no comment yet" /> : null}
        {data.comments.map((comment) => (
          <Comment key={comment.id} comment={comment} nameOf={data.nameOf} />
        ))}
        <Textarea field={form.text} label="Add a comment" rows={4} />
        <Button preventDoubleClick>Add comment</Button>
      </Form>
    </>
  ),
})

function Comment({ comment, nameOf }: { comment: SectionComment; nameOf: (id: string | null) => string }) {
  const { id, text, writtenAt, writtenBy, settledAt, settledBy } = comment
  return (
    <section class="remark">
      <p class="as-typed">{text}</p>
      <Small>
        {nameOf(writtenBy)}, {formatMoment(writtenAt)}
        {settledAt ? `. Settled by ${nameOf(settledBy)}, ${formatMoment(settledAt)}` : ''}
      </Small>
      {settledAt === null ? (
        <Button kind="secondary" name="settle" value={id}>
          Settle
          <VisuallyHidden> the comment of {formatMoment(writtenAt)}</VisuallyHidden>
        </Button>
      ) : null}
    </section>
  )
}
