import { found } from '#platform/errors.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, TextInput } from '#ui/components.js'
import { newFirstPassword, setPassword } from '../actions/set-password.js'
import { accountById } from '../data/account.queries.js'
import { MOST_CHARACTERS } from '../domain/password.js'
import { WHY_NO_PASSWORD } from '../domain/password-words.js'

export const setPasswordPage = page('/staff/people/:id/password', {
  permission: 'people:manage',
  load: async ({ deps, params }) => found(await accountById(deps.db, params.id)),
  form: { password: textField({ missing: 'Enter a new password', max: MOST_CHARACTERS, name: 'Password' }) },
  values: () => ({ password: newFirstPassword() }),
  submit: async ({ deps, actor, params, input }) => {
    const result = await setPassword(deps, actor, { ...input, id: params.id })
    return result.ok
      ? redirectTo('/staff/people', `${result.value.name} has a new password`)
      : fieldError('password', WHY_NO_PASSWORD[result.error.code])
  },
  title: ({ name }) => `Set a new password for ${name}`,
  view: ({ id, name }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'People', href: '/staff/people' },
          { label: name, href: `/staff/people/${id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Set a new password for {name}</Heading>
        <p>They are signed out of every browser. Make sure that it is really they who ask.</p>
        <TextInput
          field={form.password}
          label="New password"
          hint="Made for this account. Note it now and pass it on by telephone or in person, for them to change: it is not shown again."
          autocomplete="off"
          spellcheck={false}
          width={30}
        />
        <Button preventDoubleClick>Set password</Button>
      </Form>
    </>
  ),
})
