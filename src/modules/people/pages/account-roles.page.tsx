import { ACCOUNT_ROLES } from '#kernel/roles.js'
import { formatDate } from '#kernel/words.js'
import { found } from '#platform/errors.js'
import { dateField, idField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Crumbs, DateInput, Form, Heading, Hidden, Select } from '#ui/components.js'
import { endRole, giveRole, reviewAccount } from '../actions/edit-account.js'
import { accountById } from '../data/account.queries.js'
import { isReviewDue } from '../domain/account.js'
import { ROLE_WORDS } from '../domain/role-words.js'
import { explainAccount, ROLE_CHOICES } from './account-choices.js'
import { RoleList } from './role-list.js'

const REVIEWED = 'reviewed'

export const accountRolesPage = page('/staff/people/:id/roles', {
  permission: 'people:manage',
  load: async ({ deps, params }) => ({ account: found(await accountById(deps.db, params.id)), today: deps.today() }),
  form: {
    version: versionField(),
    role: idField({}),
    from: dateField({ name: 'First day' }),
    until: dateField({ name: 'Last day' }),
    do: idField({}),
  },
  values: ({ account, today }) => ({ version: account.version, from: today }),
  submit: async ({ deps, actor, params: { id }, data, input: { version, role, from, until, do: what } }) => {
    const here = `/staff/people/${id}/roles`
    const roleCalled = (name: string) => ACCOUNT_ROLES.find((each) => each === name)
    if (role && !roleCalled(role)) return fieldError('role', 'Select a role')
    if (what === REVIEWED) {
      await reviewAccount(deps, actor, { id, version })
      return redirectTo('/staff/people', `The roles of ${data.account.name} were looked at`)
    }
    const named = roleCalled(what || role)
    if (!named) return fieldError('role', 'Select a role')
    const term = { role: named, from: from ?? deps.today(), until }
    const result = await (what ? endRole : giveRole)(deps, actor, { id, version, ...term })
    if (result.ok) return redirectTo(here, `${ROLE_WORDS[named].name} ${what ? 'ended' : 'given'}`)
    return fieldError(result.error.code === 'ends-before' ? 'until' : 'role', explainAccount(result.error))
  },
  title: ({ account }) => `Roles of ${account.name}`,
  view: ({ account, today }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'People', href: '/staff/people' },
          { label: account.name, href: `/staff/people/${account.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Roles of {account.name}</Heading>
        <Hidden name="version" value={form.version.value} />
        <RoleList roles={account.roles} today={today} />
        <Heading level={2}>Give a role, or change its days</Heading>
        <Select
          field={form.role}
          label="Role"
          items={[{ value: '', text: 'Select a role' }, ...ROLE_CHOICES.map(({ value, text }) => ({ value, text }))]}
        />
        <DateInput field={form.from} legend="First day" />
        <DateInput field={form.until} legend="Last day" hint="Leave it empty when there is none yet" />
        <Button kind="secondary" name="do" value="">
          Give this role
        </Button>
        <Heading level={2}>Review</Heading>
        <p>
          {account.reviewOn === null ? 'Nobody has looked at them yet.' : null}
          {account.reviewOn ? `To be looked at again by ${formatDate(account.reviewOn)}.` : null}
        </p>
        <Button kind={isReviewDue(account, today) ? 'primary' : 'secondary'} name="do" value={REVIEWED}>
          They are still right
        </Button>
        {account.roles.length > 0 ? <Heading level={2}>End a role at once</Heading> : null}
        <ButtonGroup>
          {account.roles.map(({ role }) => (
            <Button key={role} kind="warning" name="do" value={role}>
              End {ROLE_WORDS[role].name}
            </Button>
          ))}
        </ButtonGroup>
      </Form>
    </>
  ),
})
