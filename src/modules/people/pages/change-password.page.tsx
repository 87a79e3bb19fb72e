import { textField } from '#platform/web/fields.js'
import { fieldError, page } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Lede, TextInput } from '#ui/components.js'
import { type ChangePasswordRefusal, changePassword } from '../actions/change-password.js'
import { MOST_CHARACTERS } from '../domain/password.js'
import { PASSWORD_HINT, WHY_NO_PASSWORD } from '../domain/password-words.js'
import { waitInWords } from './wait-words.js'

export const changePasswordPage = page('/staff/account/password', {
  permission: 'people:own-account',
  load: async ({ actor }) => ({ isOthers: actor.mustFirst === '/staff/account/password' }),
  form: {
    current: textField({ missing: 'Enter your password until now', max: MOST_CHARACTERS, name: 'Password' }),
    next: textField({ missing: 'Enter a new password', max: MOST_CHARACTERS, name: 'Password' }),
  },
  submit: async ({ deps, actor, address, input }) => {
    const result = await changePassword(deps, actor, { ...input, address })
    if (!result.ok) return explain(result.error)
    const notice = 'Password changed. Every other browser has been signed out'
    return { kind: 'redirect', to: '/staff/account', notice, session: result.value.token }
  },
  title: () => 'Change your password',
  view: ({ isOthers }, form) => (
    <>
      <Crumbs items={[{ label: 'Your account', href: '/staff/account' }]} />
      <Form of={form}>
        <Heading>Change your password</Heading>
        {isOthers ? <Lede>Somebody else chose the one that you have, so you need one of your own first.</Lede> : null}
        <TextInput
          field={form.current}
          label="Password until now"
          type="password"
          autocomplete="current-password"
          width={30}
        />
        <TextInput
          field={form.next}
          label="New password"
          hint={PASSWORD_HINT}
          type="password"
          autocomplete="new-password"
          width={30}
        />
        <Button preventDoubleClick>Change password</Button>
      </Form>
    </>
  ),
})

function explain(refusal: ChangePasswordRefusal) {
  switch (refusal.code) {
    case 'wrong':
      return fieldError('current', 'This is not your password')
    case 'wait':
      return fieldError('current', `Too many attempts. Wait ${waitInWords(refusal.seconds)}, then try again`)
    default:
      return fieldError('next', WHY_NO_PASSWORD[refusal.code])
  }
}
