/** What people of the office itself do. */
export const OFFICE_ROLES = [
  'policy',
  'performance',
  'commissioning',
  'finance',
  'engagement',
  'custody-scheme',
  'communications',
  'chief-executive',
  'chief-finance-officer',
  'office-holder',
] as const

/** The roles that an account can have. Anyone without an account is the public. */
export const ACCOUNT_ROLES = [
  ...OFFICE_ROLES,
  'force',
  'partner',
  'panel',
  'visitor',
  'auditor',
  'administrator',
] as const
export type AccountRole = (typeof ACCOUNT_ROLES)[number]

/** Where one or two people do everything: each role of the office, and the administrator's. */
export const WHOLE_OFFICE: readonly AccountRole[] = [...OFFICE_ROLES, 'administrator']

/** The roles that a list names, as it is typed: "policy, auditor". "office" is each role of the office; undefined if one is none. */
export function rolesNamed(list: string): AccountRole[] | undefined {
  const names = list.split(',').map((name) => name.trim())
  const roles = names.flatMap((name) =>
    name === 'office' ? WHOLE_OFFICE : ACCOUNT_ROLES.filter((each) => each === name),
  )
  const isKnown = (name: string) => name === 'office' || ACCOUNT_ROLES.some((each) => each === name)
  return names.every(isKnown) ? [...new Set(roles)] : undefined
}
