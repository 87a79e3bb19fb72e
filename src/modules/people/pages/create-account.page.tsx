import { ACCOUNT_ROLES } from '#kernel/roles.js'
import { dateField, idField, manyField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Checkboxes, Crumbs, DateInput, Form, Heading, Select, TextInput } from '#ui/components.js'
import { type CreateAccountRefusal, createAccount } from '../actions/create-account.js'
import { makeLink } from '../actions/make-link.js'
import { explainAccount, organisationChoices, ROLE_CHOICES } from './account-choices.js'
import { emailField, NameInput, nameField, WHY_NO_EMAIL } from './sign-in-parts.js'

export const createAccountPage = page('/staff/people/new', {
  permission: 'people:manage',
  load: async ({ deps }) => ({ organisations: await organisationChoices(deps) }),
  form: {
    name: nameField(),
    email: emailField(),
    roles: manyField(ACCOUNT_ROLES),
    organisationId: idField({}),
    until: dateField({ name: 'Last day' }),
  },
  submit: async ({ deps, actor, input }) => {
    const roles = ACCOUNT_ROLES.filter((role) => input.roles.includes(role))
    const organisationId = input.organisationId || null
    const request = { ...input, roles, organisationId, password: null }
    const result = await createAccount(deps, actor, request)
    if (!result.ok) return explain(result.error)
    const { id, name } = result.value
    await makeLink(deps, actor, { accountId: id, kind: 'invitation' })
    return redirectTo(`/staff/people/${id}/links`, `${name} has an account: send them the invitation`)
  },
  title: () => 'Invite a person',
  view: ({ organisations }, form) => (
    <>
      <Crumbs items={[{ label: 'People', href: '/staff/people' }]} />
      <Form of={form}>
        <Heading>Invite a person</Heading>
        <NameInput field={form.name} whose="they do" />
        <TextInput field={form.email} label="E-mail address" type="email" spellcheck={false} width={30} />
        <Checkboxes field={form.roles} legend="What do they do?" items={ROLE_CHOICES} />
        <Select
          field={form.organisationId}
          label="Whom do they speak for?"
          hint="Needed for force and partner contributors"
          items={organisations}
        />
        <DateInput field={form.until} legend="Their last day" hint="Leave it empty when there is none yet" />
        <Button preventDoubleClick>Make the invitation</Button>
      </Form>
    </>
  ),
})

function explain(refusal: CreateAccountRefusal) {
  switch (refusal.code) {
    case 'not-an-email':
    case 'email-taken':
      return fieldError('email', WHY_NO_EMAIL[refusal.code])
    case 'needs-organisation':
      return fieldError('organisationId', explainAccount({ code: refusal.code }))
    case 'ends-before':
      return fieldError('until', 'The last day must be today or later')
    case 'needs-role':
    case 'not-together':
      return fieldError('roles', explainAccount({ code: refusal.code }))
    default:
      throw new Error(`An invitation has no password, and was refused for ${refusal.code}`)
  }
}
