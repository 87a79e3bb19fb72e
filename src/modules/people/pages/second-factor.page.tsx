import { currentBody } from '#modules/body/index.js'
import { found } from '#platform/errors.js'
import { choiceField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, Lede, LinkButton, SquareCode, TextInput } from '#ui/components.js'
import { countOf, formatMoment } from '#ui/format.js'
import { openFactor } from '../actions/factor-secret.js'
import { freshSession } from '../actions/just-signed-in.js'
import { beginFactor, confirmFactor, type FactorChangeRefusal, removeFactor } from '../actions/set-factor.js'
import { accountById } from '../data/account.queries.js'
import { passkeysOf, unusedRecoveryHashes } from '../data/factor.queries.js'
import { appAddress, type Factor } from '../domain/factor.js'
import { mustWait, NOT_FRESH, SignInAgain } from './sign-in-parts.js'

const HERE = '/staff/account/second-factor'
const STEPS = ['begin', 'confirm', 'remove'] as const
type Step = (typeof STEPS)[number]

export const secondFactorPage = page(HERE, {
  permission: 'people:own-account',
  load: async ({ deps, actor, sessionToken }) => ({
    isFresh: (await freshSession(deps, sessionToken)) !== undefined,
    mustFirst: actor.mustFirst === HERE,
    factor: await openFactor(deps, deps.db, actor.id),
    passkeys: (await passkeysOf(deps.db, actor.id)).length,
    left: (await unusedRecoveryHashes(deps.db, actor.id)).length,
    email: found(await accountById(deps.db, actor.id)).email,
    office: (await currentBody(deps.db, deps.today()))?.shortName ?? 'Office',
  }),
  form: {
    code: textField({ max: 20, name: 'Code' }),
    step: choiceField(STEPS, { missing: 'Begin again from your account' }),
  },
  values: ({ factor }) => ({ code: '', step: stepOf(factor) }),
  submit: async ({ deps, actor, address, browserToken, sessionToken = '', data, input: { code, step } }) => {
    if (step !== stepOf(data.factor)) return fieldError('code', 'This was changed meanwhile: read the page again')
    const { does, to, notice } = STEP[step]
    const result = await does(deps, actor, { sessionToken, address, browserToken, typed: code })
    return result.ok ? redirectTo(to, notice) : fieldError('code', explain(result.error))
  },
  title: () => 'Second factor',
  view: ({ isFresh, mustFirst, factor, passkeys, left, email, office }, form) => (
    <>
      <Crumbs items={[{ label: 'Your account', href: '/staff/account' }]} />
      <Form of={form}>
        <Heading>Second factor</Heading>
        {mustFirst ? (
          <Lede>
            Your role may publish or decide for the office, so it needs a second factor before anything else can be
            done.
          </Lede>
        ) : null}
        <p>
          Besides your password you then need something that you have, so that a stolen password opens nothing: a
          passkey in your computer, telephone or security key, or a code from an authenticator app.
        </p>
        <Heading level={2}>Passkeys</Heading>
        <p>{passkeys === 0 ? 'You have none here yet.' : `You have ${countOf(passkeys, 'passkey')} here.`}</p>
        <LinkButton kind={mustFirst ? 'primary' : 'secondary'} href="/staff/account/passkeys">
          {passkeys === 0 ? 'Add a passkey' : 'Your passkeys'}
        </LinkButton>
        <Heading level={2}>Authenticator app</Heading>
        <Hidden name="step" value={form.step.value} />
        {factor === undefined ? <p>Any app on your telephone will do.</p> : null}
        {factor?.confirmedAt ? <p>On since {formatMoment(factor.confirmedAt)}.</p> : null}
        {isFresh ? (
          <>
            {factor?.confirmedAt === null ? (
              <Confirm secret={factor.secret ?? ''} address={appAddress(office, email, factor.secret ?? '')} />
            ) : null}
            {factor === undefined ? null : (
              <TextInput field={form.code} label="Code that the app shows" autocomplete="one-time-code" width={10} />
            )}
            <Button kind={STEP[stepOf(factor)].kind} preventDoubleClick>
              {STEP[stepOf(factor)].label}
            </Button>
          </>
        ) : (
          <SignInAgain what="An app is turned on and off" to={HERE} />
        )}
        {factor?.confirmedAt || passkeys > 0 ? <CodesLeft left={left} /> : null}
      </Form>
    </>
  ),
})

/** What each step does, where it leads, and its button. */
const STEP = {
  begin: {
    does: beginFactor,
    to: HERE,
    notice: 'Scan the square code, then enter what the app shows',
    label: 'Set up an app',
    kind: 'secondary',
  },
  confirm: {
    does: confirmFactor,
    to: '/staff/account/recovery-codes',
    notice: 'The authenticator app is on',
    label: 'Turn on',
    kind: 'primary',
  },
  remove: {
    does: removeFactor,
    to: '/staff/account',
    notice: 'The authenticator app is off',
    label: 'Turn the app off',
    kind: 'warning',
  },
} as const

function explain(refusal: FactorChangeRefusal): string {
  if (refusal.code === 'wait') return mustWait(refusal)
  return refusal.code === 'not-fresh' ? NOT_FRESH : 'This is not the code that the app shows now'
}

function stepOf(factor: Factor | undefined): Step {
  if (factor === undefined) return 'begin'
  return factor.confirmedAt === null ? 'confirm' : 'remove'
}

function Confirm({ secret, address }: { secret: string; address: string }) {
  return (
    <>
      <p>1. Scan this with the app, or enter the key by hand.</p>
      <SquareCode text={address} label="Square code for the authenticator app; the key below says the same" />
      <p>
        Key: <code>{secret.match(/.{4}/g)?.join(' ')}</code>
      </p>
      <p>2. Enter the code that the app shows now.</p>
    </>
  )
}

function CodesLeft({ left }: { left: number }) {
  return (
    <>
      <Heading level={2}>Recovery codes</Heading>
      <p>
        {left} of 10 recovery codes are left. <a href="/staff/account/recovery-codes">See to your recovery codes</a>
      </p>
    </>
  )
}
