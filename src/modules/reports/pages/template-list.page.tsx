import { page } from '#platform/web/page.js'
import { Crumbs, Heading, Lede, LinkButton, Table } from '#ui/components.js'
import { allTemplates, type Template } from '../document/templates.js'

export const templateListPage = page('/staff/reports/templates', {
  permission: 'reports:templates',
  load: ({ deps }) => allTemplates(deps.db),
  title: () => 'Templates of reports',
  view: (templates) => (
    <>
      <Crumbs items={[{ label: 'Reports', href: '/staff/reports' }]} />
      <Heading>Templates of reports</Heading>
      <Lede>
        Each kind of report: its sections, its standing words, and the parts that are filled from the register.
      </Lede>
      <LinkButton href="/staff/reports/templates/new">Add a kind of report</LinkButton>
      <Table
        caption="Kinds of report"
        captionHidden
        columns={[{ label: 'Kind', width: 'half' }, { label: 'About' }, { label: 'Whose' }]}
        rows={templates.map((template) => [
          <a key="name" href={`/staff/reports/templates/${template.key}`}>
            {template.name}
          </a>,
          template.about === 'theme' ? 'One theme' : 'The whole plan',
          whose(template),
        ])}
      />
    </>
  ),
})

function whose({ number, isOurs }: Template): string {
  if (!isOurs) return 'The office’s own'
  return number > 0 ? 'Changed by the office' : 'Comes with Frankpledge'
}
