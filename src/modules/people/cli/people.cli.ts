import type { Command } from '#platform/cli/command.js'
import { sealAnew } from '../actions/factor-secret.js'
import { resetFactor } from '../actions/set-factor.js'
import { signOutAccount } from '../actions/sign-out.js'
import { allAccounts } from '../data/account.queries.js'
import type { RoleTerm } from '../domain/account.js'

/** `frankpledge people list`: who may sign in. */
export const listPeople: Command = {
  name: 'people list',
  permission: 'people:read',
  summary: 'List the accounts that may sign in, and those that no longer may',
  usage: '',
  arity: [0, 0],
  run: async ({ deps }) => {
    const accounts = await allAccounts(deps.db)
    const width = Math.max(0, ...accounts.map(({ email }) => email.length))
    const lines = accounts.map(
      ({ email, roles, name, isActive }) =>
        `${email.padEnd(width)}  ${name}${isActive ? '' : ' (cannot sign in)'}: ${roles.map(termText).join(', ')}`,
    )
    return { lines, data: accounts }
  },
}

function termText({ role, until }: RoleTerm): string {
  return until ? `${role} until ${until}` : role
}

/** `frankpledge people sign-out`: ends every session of an account. */
export const signOutPerson: Command = {
  name: 'people sign-out',
  permission: 'people:manage',
  summary: 'End every session of an account',
  usage: '<e-mail address>',
  arity: [1, 1],
  run: async ({ deps, actor, args }) => {
    const [email = ''] = args
    const sessions = await signOutAccount(deps, actor, { email })
    return { lines: [`Ended ${sessions} ${sessions === 1 ? 'session' : 'sessions'} of ${email}`], data: { sessions } }
  },
}

/** `frankpledge people reset-factor`: for someone who has lost telephone and recovery codes. */
export const resetPersonFactor: Command = {
  name: 'people reset-factor',
  permission: 'people:manage',
  summary: 'Take away app, passkeys and recovery codes of an account, when they are lost',
  usage: '<e-mail address>',
  arity: [1, 1],
  run: async ({ deps, actor, args: [email = ''] }) => {
    await resetFactor(deps, actor, { email })
    return { lines: [`${email} signs in with the password alone, and is signed out everywhere now`], data: { email } }
  },
}

/** `frankpledge people seal-secrets`: after a new key was put first in the key file. */
export const sealSecrets: Command = {
  name: 'people seal-secrets',
  permission: 'people:manage',
  summary: 'Seal the secrets of authenticator apps with the first key of the key file, to change keys',
  usage: '',
  arity: [0, 0],
  run: async ({ deps, actor, say }) => {
    const { sealed, lost } = await sealAnew(deps, actor)
    if (lost > 0) say(`No key here opens ${lost} of them: people reset-factor lets those people begin again`)
    return { lines: [`Sealed ${sealed} anew`], data: { sealed, lost }, refused: lost > 0 }
  },
}
