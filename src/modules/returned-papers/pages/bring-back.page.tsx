import { accountNames } from '#modules/people/index.js'
import { reportById } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import { fileField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, FileInput, Form, Heading, Lede, Table } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { receivePaper } from '../actions/receive-paper.js'
import { refusalWords } from '../actions/words.js'
import { returnedPapersOf } from '../data/returned-papers.queries.js'

export const bringBackPage = page('/staff/reports/:reportId/word', {
  permission: 'reports:edit',
  takesFiles: true,
  load: async ({ deps, params }) => ({
    report: found(await reportById(deps.db, params.reportId)),
    earlier: await returnedPapersOf(deps.db, params.reportId),
    names: await accountNames(deps.db),
  }),
  form: { file: fileField() },
  submit: async ({ deps, actor, params, files }) => {
    if (!files.file) return fieldError('file', 'Choose the Word file')
    const { fileName, bytes } = files.file
    const result = await receivePaper(deps, actor, { reportId: params.reportId, fileName, bytes })
    if (!result.ok) return fieldError('file', refusalWords(result.error))
    return redirectTo(`/staff/reports/${params.reportId}/word/${result.value.id}`, 'The file is read')
  },
  title: ({ report }) => `Bring back from Word: ${report.title}`,
  view: ({ report, earlier, names }, form) => (
    <>
      <Crumbs items={[{ label: report.title, href: `/staff/reports/${report.id}` }]} />
      <Form of={form} hasFile>
        <Heading>Bring back a changed Word file</Heading>
        <Lede>
          Take the <a href={`/staff/reports/${report.id}/draft/docx`}>Word file of this report</a>, change it in Word or
          LibreOffice, with changes tracked or not, and bring it back. You see each change by itself and choose which go
          into the office’s own words. Live figures stay live. Nothing changes until you choose.
        </Lede>
        <FileInput field={form.file} label="The Word file" hint="A .docx file, up to 20 megabytes" accept=".docx" />
        <Button preventDoubleClick>Read its changes</Button>
      </Form>
      {earlier.length > 0 ? (
        <Table
          caption="Brought back before"
          columns={[{ label: 'File', width: 'half' }, { label: 'When' }, { label: 'By' }]}
          rows={earlier.map(({ id, fileName, receivedAt, receivedBy }) => [
            <a key="file" href={`/staff/reports/${report.id}/word/${id}`}>
              {fileName}
            </a>,
            formatMoment(receivedAt),
            names.get(receivedBy) ?? 'Someone',
          ])}
        />
      ) : null}
    </>
  ),
})
