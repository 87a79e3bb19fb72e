import { idField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, PasskeyButton, Table, TextInput } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { freshSession } from '../actions/just-signed-in.js'
import { addPasskey, optionsForNewPasskey, removePasskey } from '../actions/set-passkey.js'
import { passkeysOf } from '../data/factor.queries.js'
import type { Passkey } from '../domain/factor.js'
import { explainPasskey, MOST_ANSWER } from './passkey-words.js'
import { SignInAgain } from './sign-in-parts.js'

const HERE = '/staff/account/passkeys'

export const passkeysPage = page(HERE, {
  permission: 'people:own-account',
  load: async ({ deps, actor, sessionToken = '' }) => ({
    passkeys: await passkeysOf(deps.db, actor.id),
    isFresh: (await freshSession(deps, sessionToken)) !== undefined,
    options: await optionsForNewPasskey(deps, actor, { sessionToken }),
  }),
  form: {
    name: textField({ max: 60, name: 'Name' }),
    passkey: textField({ max: MOST_ANSWER, name: 'Passkey' }),
    remove: idField({}),
  },
  submit: async ({ deps, actor, sessionToken = '', input: { name, passkey, remove } }) => {
    if (remove) {
      const removed = await removePasskey(deps, actor, { sessionToken, id: remove })
      return removed.ok
        ? redirectTo(HERE, `${removed.value.name} removed`)
        : fieldError('name', explainPasskey(removed.error))
    }
    if (!name) return fieldError('name', 'Enter a name, so that you know it again')
    const added = await addPasskey(deps, actor, { sessionToken, name, answer: passkey })
    if (!added.ok) return fieldError('name', explainPasskey(added.error))
    return redirectTo('/staff/account/recovery-codes', `${name} added`)
  },
  title: () => 'Your passkeys',
  view: ({ passkeys, isFresh, options }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Your account', href: '/staff/account' },
          { label: 'Second factor', href: '/staff/account/second-factor' },
        ]}
      />
      <Form of={form}>
        <Heading>Your passkeys</Heading>
        <p>
          A passkey stands in your computer, telephone or security key, and works at this address only: nobody can be
          talked out of it. Have two, so that one can be lost.
        </p>
        {passkeys.length > 0 ? <Known passkeys={passkeys} isFresh={isFresh} /> : null}
        <Heading level={2}>Add one</Heading>
        {isFresh ? (
          <>
            <TextInput field={form.name} label="What to call it" hint="For example: office laptop" width={20} />
            <PasskeyButton does="make" options={options} label="Add a passkey" />
          </>
        ) : (
          <SignInAgain what="Passkeys are added and removed" to={HERE} />
        )}
      </Form>
    </>
  ),
})

function Known({ passkeys, isFresh }: { passkeys: readonly Passkey[]; isFresh: boolean }) {
  return (
    <Table
      caption="Passkeys"
      captionHidden
      columns={[
        { label: 'Name' },
        { label: 'Added' },
        { label: 'Last used' },
        ...(isFresh ? [{ label: 'Remove' }] : []),
      ]}
      rows={passkeys.map(({ id, name, madeAt, usedAt }) => [
        name,
        formatMoment(madeAt),
        usedAt ? formatMoment(usedAt) : 'Not yet',
        ...(isFresh
          ? [
              <Button key={id} kind="secondary" name="remove" value={id}>
                Remove {name}
              </Button>,
            ]
          : []),
      ])}
    />
  )
}
