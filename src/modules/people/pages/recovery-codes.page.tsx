import { choiceField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, LinkButton } from '#ui/components.js'
import { freshSession } from '../actions/just-signed-in.js'
import { codesToWriteDown, noteWrittenDown, renewRecoveryCodes } from '../actions/recovery-codes.js'
import { hasFactor, unusedRecoveryHashes } from '../data/factor.queries.js'
import { NOT_FRESH, SignInAgain } from './sign-in-parts.js'

const HERE = '/staff/account/recovery-codes'

export const recoveryCodesPage = page(HERE, {
  permission: 'people:own-account',
  load: async ({ deps, actor, sessionToken }) => ({
    isFresh: (await freshSession(deps, sessionToken)) !== undefined,
    hasFactor: await hasFactor(deps.db, actor.id),
    codes: await codesToWriteDown(deps, actor),
    left: (await unusedRecoveryHashes(deps.db, actor.id)).length,
  }),
  form: { do: choiceField(['renew', 'noted'], { missing: 'Choose what to do' }) },
  submit: async ({ deps, actor, sessionToken = '', input }) => {
    if (input.do === 'noted') {
      await noteWrittenDown(deps, actor)
      return redirectTo('/staff/account', 'Your second factor is set up')
    }
    const renewed = await renewRecoveryCodes(deps, actor, { sessionToken })
    return renewed === 'renewed'
      ? redirectTo(HERE, 'Those before no longer open anything')
      : fieldError('do', NOT_FRESH)
  },
  title: () => 'Recovery codes',
  view: ({ hasFactor: isOn, ...known }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Your account', href: '/staff/account' },
          { label: 'Second factor', href: '/staff/account/second-factor' },
        ]}
      />
      <Form of={form}>
        <Heading>Recovery codes</Heading>
        <p>Each of them stands once for the second factor, when your telephone or key is lost.</p>
        {isOn ? <Codes {...known} /> : <None />}
      </Form>
    </>
  ),
})

function Codes({ codes, left, isFresh }: { codes: readonly string[]; left: number; isFresh: boolean }) {
  if (codes.length === 0) {
    return (
      <>
        <p>{left} of 10 are left.</p>
        {isFresh ? (
          <Button kind="secondary" name="do" value="renew">
            Make ten new ones
          </Button>
        ) : (
          <SignInAgain what="New ones are made" to={HERE} />
        )}
      </>
    )
  }
  return (
    <>
      <p>Write them down and keep them apart from the telephone. They are not shown again once you have.</p>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button name="do" value="noted">
        I have written them down
      </Button>
    </>
  )
}

function None() {
  return (
    <>
      <p>They come with a second factor, and you have none yet.</p>
      <LinkButton href="/staff/account/second-factor">Set up a second factor</LinkButton>
    </>
  )
}
