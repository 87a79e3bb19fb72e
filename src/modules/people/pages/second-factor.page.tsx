import { currentBody } from '#modules/body/index.js'
import { found } from '#platform/errors.js'
import { choiceField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, Lede, SquareCode, TextInput } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { beginFactor, confirmFactor, removeFactor } from '../actions/set-factor.js'
import { accountById } from '../data/account.queries.js'
import { factorOf, unusedRecoveryHashes } from '../data/factor.queries.js'
import { appAddress, type Factor } from '../domain/factor.js'

const HERE = '/staff/account/second-factor'
const STEPS = ['begin', 'confirm', 'remove'] as const
type Step = (typeof STEPS)[number]
const WRONG = 'This is not the code that the app shows now'

export const secondFactorPage = page(HERE, {
  permission: 'people:own-account',
  load: async ({ deps: { db, today }, actor }) => ({
    mustFirst: actor.mustFirst === HERE,
    factor: await factorOf(db, actor.id),
    left: (await unusedRecoveryHashes(db, actor.id)).length,
    email: found(await accountById(db, actor.id)).email,
    office: (await currentBody(db, today()))?.shortName ?? 'Office',
  }),
  form: {
    code: textField({ max: 20, name: 'Code' }),
    step: choiceField(STEPS, { missing: 'Begin again from your account' }),
  },
  values: ({ factor }) => ({ code: '', step: stepOf(factor) }),
  submit: async ({ deps, actor, data, input: { code, step } }) => {
    if (step !== stepOf(data.factor)) return fieldError('code', 'This was changed meanwhile: read the page again')
    if (data.factor === undefined) {
      await beginFactor(deps, actor)
      return redirectTo(HERE, 'Scan the square code, then enter what the app shows')
    }
    const isSet = data.factor.confirmedAt !== null
    const result = isSet
      ? await removeFactor(deps, actor, { typed: code })
      : await confirmFactor(deps, actor, { typed: code })
    if (!result.ok) return fieldError('code', WRONG)
    return redirectTo('/staff/account', isSet ? 'The second factor is off' : 'The second factor is on')
  },
  title: () => 'Second factor',
  view: ({ mustFirst, factor, left, email, office }, form) => (
    <>
      <Crumbs items={[{ label: 'Your account', href: '/staff/account' }]} />
      <Form of={form}>
        <Heading>Second factor</Heading>
        {mustFirst ? (
          <Lede>Your role may publish, so it needs a second factor before anything else can be done.</Lede>
        ) : null}
        <Hidden name="step" value={form.step.value} />
        {factor === undefined ? <Begin /> : null}
        {factor?.confirmedAt === null ? (
          <Confirm factor={factor} address={appAddress(office, email, factor.secret)} />
        ) : null}
        {factor?.confirmedAt ? (
          <p>
            On since {formatMoment(factor.confirmedAt)}. {left} of 10 recovery codes are left.
          </p>
        ) : null}
        {factor === undefined ? null : (
          <TextInput field={form.code} label="Code that the app shows" autocomplete="one-time-code" width={10} />
        )}
        <Button kind={factor?.confirmedAt ? 'warning' : 'primary'} preventDoubleClick>
          {LABELS[stepOf(factor)]}
        </Button>
      </Form>
    </>
  ),
})

const LABELS: Readonly<Record<Step, string>> = {
  begin: 'Set up',
  confirm: 'Turn on',
  remove: 'Turn off',
}

function stepOf(factor: Factor | undefined): Step {
  if (factor === undefined) return 'begin'
  return factor.confirmedAt === null ? 'confirm' : 'remove'
}

function Begin() {
  return (
    <p>
      Besides your password you then need a code from an authenticator app on your telephone, so that a stolen password
      opens nothing. Any app will do.
    </p>
  )
}

function Confirm({ factor, address }: { factor: Factor; address: string }) {
  return (
    <>
      <p>1. Scan this with the app, or enter the key by hand.</p>
      <SquareCode text={address} label="Square code for the authenticator app; the key below says the same" />
      <p>
        Key: <code>{factor.secret.match(/.{4}/g)?.join(' ')}</code>
      </p>
      <p>2. Write these recovery codes down and keep them apart from the telephone. They are not shown again.</p>
      <ul class="codes">
        {factor.shownCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>3. Enter the code that the app shows now.</p>
    </>
  )
}
