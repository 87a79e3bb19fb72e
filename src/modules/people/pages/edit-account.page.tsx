import { found } from '#platform/errors.js'
import { choiceField, idField, textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, LinkButton, Radios, Select, Small, TextInput } from '#ui/components.js'
import { editAccount } from '../actions/edit-account.js'
import { accountById } from '../data/account.queries.js'
import { ACCOUNT_ROLES } from '../domain/account.js'
import { organisationChoices, ROLE_CHOICES } from './account-choices.js'

const ACTIVE = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No', hint: 'Ends every session at once. What they did stays on record.' },
] as const

export const editAccountPage = page('/staff/people/:id', {
  permission: 'people:manage',
  load: async ({ deps, params }) => {
    const account = found(await accountById(deps.db, params.id))
    return { account, organisations: await organisationChoices(deps, account) }
  },
  form: {
    version: versionField(),
    name: textField({ missing: 'Enter a name', max: 80, name: 'Name' }),
    role: choiceField(ACCOUNT_ROLES, { missing: 'Select a role' }),
    organisationId: idField({}),
    isActive: choiceField(['yes', 'no'], { missing: 'Select whether they can sign in' }),
  },
  values: ({ account: { version, name, role, organisationId, isActive } }) => ({
    version,
    name,
    role,
    organisationId: organisationId ?? '',
    isActive: isActive ? 'yes' : 'no',
  }),
  submit: async ({ deps, actor, params, input }) => {
    const organisationId = input.organisationId || null
    const isActive = input.isActive === 'yes'
    const result = await editAccount(deps, actor, { ...input, id: params.id, organisationId, isActive })
    if (result.ok) return redirectTo('/staff/people', `${result.value.name} saved`)
    if (result.error.code === 'needs-organisation') return fieldError('organisationId', 'Select whom they speak for')
    const field = isActive ? 'role' : 'isActive'
    return fieldError(field, 'This is the last account that can run the office: give another the role Office first')
  },
  title: ({ account }) => account.name,
  view: ({ account, organisations }, form) => (
    <>
      <Crumbs items={[{ label: 'People', href: '/staff/people' }]} />
      <Form of={form}>
        <Heading>{account.name}</Heading>
        <Small>Signs in with {account.email}</Small>
        <Hidden name="version" value={form.version.value} />
        <TextInput field={form.name} label="Name" width={30} />
        <Radios field={form.role} legend="Role" items={ROLE_CHOICES} />
        <Select
          field={form.organisationId}
          label="Whom do they speak for?"
          hint="Needed for the roles Force and Partner"
          items={organisations}
        />
        <Radios field={form.isActive} legend="Can they sign in?" items={ACTIVE} />
        <Button preventDoubleClick>Save</Button>
      </Form>
      <Heading level={2}>If they have lost their password</Heading>
      <LinkButton kind="secondary" href={`/staff/people/${account.id}/password`}>
        Set a new password
      </LinkButton>
    </>
  ),
})
