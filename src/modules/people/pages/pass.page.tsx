import { idField } from '#platform/web/fields.js'
import { fieldError, page } from '#platform/web/page.js'
import { Button, Form, Heading, Hidden, Lede } from '#ui/components.js'
import { accountByLink, takePass } from '../actions/take-link.js'
import { LinkOver } from './link-over.js'

export const passPage = page('/pass/:token', {
  permission: 'people:sign-in',
  load: async ({ deps, params }) => accountByLink(deps, { linkToken: params.token, kind: 'pass' }),
  form: { go: idField({}) },
  submit: async ({ deps, actor, address, sessionToken, params }) => {
    const taking = { linkToken: params.token, address, previousToken: sessionToken }
    const result = await takePass(deps, actor, taking)
    return result.ok
      ? { kind: 'redirect', to: '/staff', session: result.value.token }
      : fieldError('go', 'This link opens nothing any more')
  },
  title: () => 'Your way in',
  view: (account, form) =>
    account ? (
      <Form of={form}>
        <Heading>Welcome, {account.name}</Heading>
        <Lede>You see what your organisation leads or supports, and can record how it is going.</Lede>
        <p>The link is for you alone. Sign out when you have finished on a computer that others use.</p>
        <Hidden name="go" value="on" />
        <Button preventDoubleClick>Go on</Button>
      </Form>
    ) : (
      <LinkOver />
    ),
})
