import { type AccountRole, WHOLE_OFFICE } from '#kernel/roles.js'

/** One account of the example office: a role, never a person. */
export type ExampleAccount = {
  readonly key: string
  readonly email: string
  readonly name: string
  readonly roles: readonly AccountRole[]
  /** The key of the body that it speaks for. */
  readonly organisation: string | null
}

/** The password of every example account, and of no other. */
export const EXAMPLE_PASSWORD = 'ten-men-of-the-tithing'

/** One who may do everything, as in a small office, and one account for each role. */
export const EXAMPLE_ACCOUNTS: readonly ExampleAccount[] = [
  account('policy-officer', 'Policy officer', WHOLE_OFFICE),
  account('performance-officer', 'Performance officer', ['performance']),
  account('constabulary', 'Constabulary contributor', ['force'], 'constabulary'),
  account('partner', 'Partner contributor', ['partner'], 'community-safety-partnerships'),
  account('panel', 'Panel member', ['panel']),
  account('custody-visitor', 'Custody visitor', ['visitor']),
  account('auditor', 'Auditor', ['auditor']),
  account('plan-writer', 'Plan writer', ['policy']),
  account('commissioning-officer', 'Commissioning officer', ['commissioning']),
  account('finance-officer', 'Finance officer', ['finance']),
  account('engagement-officer', 'Engagement officer', ['engagement']),
  account('scheme-manager', 'Custody visiting scheme manager', ['custody-scheme']),
  account('communications-officer', 'Communications officer', ['communications']),
  account('chief-executive', 'Chief executive', ['chief-executive']),
  account('chief-finance-officer', 'Chief finance officer', ['chief-finance-officer']),
  account('commissioner', 'Commissioner', ['office-holder']),
  account('administrator', 'Administrator', ['administrator']),
]

/** What somebody who sees the example office for the first time can do, in the order in which it makes sense. */
export const FIRST_STEPS: readonly string[] = [
  'Read the plan on a page: open the public site.',
  'Follow Crime prevention to “Protect homes after a burglary”, then to Burglary, its figures and where they come from.',
  'Sign in as the policy officer, open an action of Crime prevention under “Actions and updates”, and record an update.',
  'Publish it under “Publish”, and see it on the public page of the action’s theme.',
  'See it again under “Reports”, in “The Crime prevention theme in April 2025”, the paper for the Panel.',
]

function account(
  key: string,
  name: string,
  roles: ExampleAccount['roles'],
  organisation: string | null = null,
): ExampleAccount {
  return { key, email: `${key}@example.test`, name, roles, organisation }
}

/** The e-mail addresses with what each one is for, in columns. */
export function accountLines(accounts: readonly Pick<ExampleAccount, 'email' | 'name'>[]): string[] {
  const width = Math.max(0, ...accounts.map(({ email }) => email.length))
  return accounts.map(({ email, name }) => `  ${email.padEnd(width)}  ${name}`)
}
