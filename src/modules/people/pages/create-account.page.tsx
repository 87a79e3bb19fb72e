import { choiceField, idField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Radios, Select, TextInput } from '#ui/components.js'
import { type CreateAccountRefusal, createAccount } from '../actions/create-account.js'
import { newFirstPassword } from '../actions/set-password.js'
import { ACCOUNT_ROLES } from '../domain/account.js'
import { MOST_CHARACTERS } from '../domain/password.js'
import { WHY_NO_PASSWORD } from '../domain/password-words.js'
import { organisationChoices, ROLE_CHOICES } from './account-choices.js'

export const createAccountPage = page('/staff/people/new', {
  permission: 'people:manage',
  load: async ({ deps }) => ({ organisations: await organisationChoices(deps) }),
  form: {
    name: textField({ missing: 'Enter a name', max: 80, name: 'Name' }),
    email: textField({ missing: 'Enter an e-mail address', max: 254, name: 'E-mail address' }),
    role: choiceField(ACCOUNT_ROLES, { missing: 'Select a role' }),
    organisationId: idField({}),
    password: textField({ missing: 'Enter a first password', max: MOST_CHARACTERS, name: 'Password' }),
  },
  values: () => ({ password: newFirstPassword() }),
  submit: async ({ deps, actor, input }) => {
    const result = await createAccount(deps, actor, {
      ...input,
      organisationId: input.organisationId || null,
      mustChangePassword: true,
    })
    return result.ok ? redirectTo('/staff/people', `${result.value.name} can sign in`) : explain(result.error)
  },
  title: () => 'Add a person',
  view: ({ organisations }, form) => (
    <>
      <Crumbs items={[{ label: 'People', href: '/staff/people' }]} />
      <Form of={form}>
        <Heading>Add a person</Heading>
        <TextInput
          field={form.name}
          label="Name"
          hint="A name or a job title. It stands beside everything that they do, and in the audit trail for good."
          width={30}
        />
        <TextInput field={form.email} label="E-mail address" type="email" spellcheck={false} width={30} />
        <Radios field={form.role} legend="Role" items={ROLE_CHOICES} />
        <Select
          field={form.organisationId}
          label="Whom do they speak for?"
          hint="Needed for the roles Force and Partner"
          items={organisations}
        />
        <TextInput
          field={form.password}
          label="First password"
          hint="Made for this account. Note it now and pass it on by telephone or in person, for them to change: it is not shown again."
          autocomplete="off"
          spellcheck={false}
          width={30}
        />
        <Button preventDoubleClick>Add person</Button>
      </Form>
    </>
  ),
})

function explain(refusal: CreateAccountRefusal) {
  switch (refusal.code) {
    case 'not-an-email':
      return fieldError('email', 'E-mail address must be like name@example.org')
    case 'email-taken':
      return fieldError('email', 'There is already an account with this e-mail address')
    case 'needs-organisation':
      return fieldError('organisationId', 'Select whom they speak for')
    default:
      return fieldError('password', WHY_NO_PASSWORD[refusal.code])
  }
}
