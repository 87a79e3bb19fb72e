import { textField } from '#platform/web/fields.js'
import { fieldError, page } from '#platform/web/page.js'
import { Button, Form, Heading, Lede, LinkButton, TextInput } from '#ui/components.js'
import { isNobodyThere, type SetUpRefusal, setUp } from '../actions/set-up.js'
import { MOST_CHARACTERS } from '../domain/password.js'
import { PASSWORD_HINT, WHY_NO_PASSWORD } from '../domain/password-words.js'
import { explainAccount } from './account-choices.js'
import { waitInWords } from './wait-words.js'

export const setUpPage = page('/set-up', {
  permission: 'people:sign-in',
  load: async ({ deps }) => ({ isFirst: await isNobodyThere(deps) }),
  form: {
    code: textField({ missing: 'Enter the code', max: 40, name: 'Code' }),
    name: textField({ missing: 'Enter a name', max: 80, name: 'Name' }),
    email: textField({ missing: 'Enter an e-mail address', max: 254, name: 'E-mail address' }),
    password: textField({ missing: 'Enter a password', max: MOST_CHARACTERS, name: 'Password' }),
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
        <TextInput
          field={form.name}
          label="Name"
          hint="A name or a job title. It stands beside everything that is done, and in the audit trail for good."
          width={30}
        />
        <TextInput
          field={form.email}
          label="E-mail address"
          type="email"
          autocomplete="username"
          spellcheck={false}
          width={30}
        />
        <TextInput
          field={form.password}
          label="Password"
          hint={PASSWORD_HINT}
          type="password"
          autocomplete="new-password"
          width={30}
        />
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
    case 'wait':
      return fieldError('code', `Too many attempts. Wait ${waitInWords(refusal.seconds)}, then try again`)
    case 'not-an-email':
      return fieldError('email', 'E-mail address must be like name@example.org')
    case 'email-taken':
      return fieldError('email', 'There is already an account with this e-mail address')
    case 'needs-organisation':
    case 'needs-role':
    case 'not-together':
    case 'ends-before':
      return fieldError('name', explainAccount({ code: refusal.code }))
    default:
      return fieldError('password', WHY_NO_PASSWORD[refusal.code])
  }
}
