import { textField } from '#platform/web/fields.js'
import { fieldError, page } from '#platform/web/page.js'
import { Button, Form, Heading, Lede, LinkButton, TextInput } from '#ui/components.js'
import { isNobodyThere, type SetUpRefusal, setUp } from '../actions/set-up.js'
import { WHY_NO_PASSWORD } from '../domain/password-words.js'
import { explainAccount } from './account-choices.js'
import {
  EmailInput,
  emailField,
  NameInput,
  NewPasswordInput,
  nameField,
  passwordField,
  WHY_NO_EMAIL,
} from './sign-in-parts.js'

export const setUpPage = page('/set-up', {
  permission: 'people:sign-in',
  load: async ({ deps }) => ({ isFirst: await isNobodyThere(deps) }),
  form: {
    code: textField({ missing: 'Enter the code', max: 40, name: 'Code' }),
    name: nameField(),
    email: emailField(),
    password: passwordField(),
  },
  submit: async ({ deps, actor, address, input }) => {
    const result = await setUp(deps, actor, { ...input, address })
    return result.ok
      ? { kind: 'redirect', to: '/staff', notice: 'You may do everything here', session: result.value.token }
      : explain(result.error)
  },
  title: () => 'Set up',
  view: ({ isFirst }, form) =>
    isFirst ? (
      <Form of={form}>
        <Heading>Make the first account</Heading>
        <Lede>It may do everything, and lets the others in.</Lede>
        <TextInput
          field={form.code}
          label="Code"
          hint="Printed where Frankpledge was started, and good for a day: who can read it there may begin"
          autocomplete="off"
          spellcheck={false}
          width={20}
        />
        <NameInput field={form.name} whose="is done" />
        <EmailInput field={form.email} />
        <NewPasswordInput field={form.password} />
        <Button preventDoubleClick>Make the account</Button>
      </Form>
    ) : (
      <>
        <Heading>This office is set up</Heading>
        <p>Somebody can sign in already. They can invite you.</p>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </>
    ),
})

function explain(refusal: SetUpRefusal) {
  switch (refusal.code) {
    case 'wrong-code':
      return fieldError('code', 'This is not the code, or it is older than a day: start Frankpledge again for another')
    case 'somebody-is-there':
      return fieldError('code', 'Somebody has made the first account meanwhile')
    case 'not-an-email':
    case 'email-taken':
      return fieldError('email', WHY_NO_EMAIL[refusal.code])
    case 'needs-organisation':
    case 'needs-role':
    case 'not-together':
    case 'ends-before':
      return fieldError('name', explainAccount({ code: refusal.code }))
    default:
      return fieldError('password', WHY_NO_PASSWORD[refusal.code])
  }
}
