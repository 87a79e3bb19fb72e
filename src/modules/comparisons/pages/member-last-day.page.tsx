import { found } from '#platform/errors.js'
import { dateField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, DateInput, Form, Heading, Hidden, Lede } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { setMemberLastDay } from '../actions/change-members.js'
import { groupById, membersOf } from '../data/comparisons.queries.js'
import { memberRefusalText } from './words.js'

export const memberLastDayPage = page('/staff/comparisons/:groupId/members/:memberId/last-day', {
  permission: 'comparisons:manage',
  load: async ({ deps, params }) => {
    const group = found(await groupById(deps.db, params.groupId))
    const members = await membersOf(deps.db, group.id)
    return { group, member: found(members.find(({ id }) => id === params.memberId)) }
  },
  form: {
    // The last day that was read stands in for a version.
    version: textField({ missing: 'Reload the page and try again', max: 10, name: 'The last day as it was' }),
    until: dateField({ name: 'The last day' }),
  },
  values: ({ member }) => ({ version: member.until ?? 'none', until: member.until }),
  submit: async ({ deps, actor, data: { group, member }, input: { version, until } }) => {
    const request = { groupId: group.id, memberId: member.id, wasRead: version, until }
    const result = await setMemberLastDay(deps, actor, request)
    if (result.ok) return redirectTo(`/staff/comparisons/${group.id}`, `The last day of ${member.areaName} is saved`)
    return fieldError('until', memberRefusalText(result.error))
  },
  title: ({ member }) => `The last day of ${member.areaName}`,
  view: ({ group, member }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Groups of areas', href: '/staff/comparisons' },
          { label: group.name, href: `/staff/comparisons/${group.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>The last day of {member.areaName}</Heading>
        <Lede>
          After it, {member.areaName} is not compared with this group. Comparisons of earlier periods keep it.
        </Lede>
        <Hidden name="version" value={form.version.value} />
        <DateInput
          field={form.until}
          legend="Last day"
          hint={`Leave it empty while there is none. Its first day is ${formatDate(member.from)}.`}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  ),
})
