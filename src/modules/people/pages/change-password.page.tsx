import { fieldError, page } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Lede } from '#ui/components.js'
import { type ChangePasswordRefusal, changePassword } from '../actions/change-password.js'
import { WHY_NO_PASSWORD } from '../domain/password-words.js'
import { mustWait, NewPasswordInput, PasswordInput, passwordField } from './sign-in-parts.js'

export const changePasswordPage = page('/staff/account/password', {
  permission: 'people:own-account',
  load: async ({ actor }) => ({ isOthers: actor.mustFirst === '/staff/account/password' }),
  form: {
    current: passwordField('Enter your password until now'),
    next: passwordField('Enter a new password'),
  },
  submit: async ({ deps, actor, address, browserToken, input }) => {
    const result = await changePassword(deps, actor, { ...input, address, browserToken })
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
        <PasswordInput field={form.current} label="Password until now" />
        <NewPasswordInput field={form.next} label="New password" />
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
      return fieldError('current', mustWait(refusal))
    default:
      return fieldError('next', WHY_NO_PASSWORD[refusal.code])
  }
}
