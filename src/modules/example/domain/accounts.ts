/** One account of the example office: a role, never a person. */
export type ExampleAccount = {
  readonly key: string
  readonly email: string
  readonly name: string
  readonly role: 'office' | 'force' | 'partner' | 'panel' | 'visitor' | 'auditor'
  /** The key of the body that it speaks for. */
  readonly organisation: string | null
}

/** The password of every example account, and of no other. */
export const EXAMPLE_PASSWORD = 'ten-men-of-the-tithing'

/** One account for each role, and two for the office. */
export const EXAMPLE_ACCOUNTS: readonly ExampleAccount[] = [
  account('policy-officer', 'Policy officer', 'office'),
  account('performance-officer', 'Performance officer', 'office'),
  account('constabulary', 'Constabulary contributor', 'force', 'constabulary'),
  account('partner', 'Partner contributor', 'partner', 'community-safety-partnerships'),
  account('panel', 'Panel member', 'panel'),
  account('custody-visitor', 'Custody visitor', 'visitor'),
  account('auditor', 'Auditor', 'auditor'),
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
  role: ExampleAccount['role'],
  organisation: string | null = null,
): ExampleAccount {
  return { key, email: `${key}@example.test`, name, role, organisation }
}

/** The e-mail addresses with what each one is for, in columns. */
export function accountLines(accounts: readonly Pick<ExampleAccount, 'email' | 'name'>[]): string[] {
  const width = Math.max(0, ...accounts.map(({ email }) => email.length))
  return accounts.map(({ email, name }) => `  ${email.padEnd(width)}  ${name}`)
}
