import type { AccountRole } from '#kernel/roles.js'

/** Each role in the office's words, and what it is for. */
export const ROLE_WORDS: Readonly<Record<AccountRole, { readonly name: string; readonly purpose: string }>> = {
  policy: { name: 'Policy', purpose: 'Writes the plan, its actions and papers, and publishes them' },
  performance: { name: 'Performance', purpose: 'Keeps measures and figures, and publishes them' },
  commissioning: { name: 'Commissioning', purpose: 'Sees to what the office buys and grants' },
  finance: { name: 'Finance', purpose: 'Sees to the money' },
  engagement: { name: 'Engagement', purpose: 'Works with the public and partners' },
  'custody-scheme': { name: 'Custody visiting scheme manager', purpose: 'Runs the scheme of independent visitors' },
  communications: { name: 'Communications', purpose: 'Puts things before the public' },
  'chief-executive': {
    name: 'Chief executive and monitoring officer',
    purpose: 'Answers for what is published and that it is lawful',
  },
  'chief-finance-officer': { name: 'Chief finance officer', purpose: 'Answers for the money, and signs papers off' },
  'office-holder': {
    name: 'Office holder',
    purpose: 'Commissioner, mayor or deputy: reads everything, signs papers off',
  },
  force: { name: 'Force contributor', purpose: 'Sees and updates what the force leads' },
  partner: { name: 'Partner contributor', purpose: 'Sees and updates what their organisation leads' },
  panel: { name: 'Panel member', purpose: 'Reads what is published and the reports sent to the panel' },
  visitor: { name: 'Custody visitor', purpose: 'May sign in, and sees their own account' },
  auditor: { name: 'Auditor', purpose: 'Reads everything, the audit trail too, and changes nothing' },
  administrator: { name: 'Administrator', purpose: 'Lets people in, says what they may do, and sees to the machine' },
}

/** Several roles in words: "Policy, Auditor". */
export function rolesInWords(roles: readonly AccountRole[]): string {
  return roles.map((role) => ROLE_WORDS[role].name).join(', ')
}
