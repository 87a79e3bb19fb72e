import { isIsoDate } from '#kernel/dates.js'
import { type AccountRole, rolesNamed } from '#kernel/roles.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { endRole, giveRole } from '../actions/edit-account.js'
import { makeLink, openLinks } from '../actions/make-link.js'
import { accountByEmail } from '../data/account.queries.js'
import { type Account, emailOf } from '../domain/account.js'

/** `frankpledge people give-role`: one more role, for its days. */
export const givePersonRole: Command = {
  name: 'people give-role',
  permission: 'people:manage',
  summary: 'Give an account a role, from a day on and until a day',
  usage: '<e-mail address> <role> [--from <yyyy-mm-dd>] [--until <yyyy-mm-dd>]',
  options: { from: 'value', until: 'value' },
  arity: [2, 2],
  run: async ({ deps, actor, args: [email = '', name = ''], options, say }) => {
    const account = await accountOf(deps, email)
    const days = { from: dayOf('from', options.from) ?? deps.today(), until: dayOf('until', options.until) }
    const { id, version } = account
    const result = await giveRole(deps, actor, { id, version, role: roleOf(name), ...days })
    if (result.ok) return { lines: [`${account.name} has the role ${name}`], data: result.value }
    say(WHY_NOT[result.error.code])
    return { refused: true, lines: [], data: { refused: result.error.code } }
  },
}

/** `frankpledge people end-role`: a role is over at once. */
export const endPersonRole: Command = {
  name: 'people end-role',
  permission: 'people:manage',
  summary: 'End a role of an account at once',
  usage: '<e-mail address> <role>',
  arity: [2, 2],
  run: async ({ deps, actor, args: [email = '', name = ''], say }) => {
    const account = await accountOf(deps, email)
    const { id, version } = account
    const result = await endRole(deps, actor, { id, version, role: roleOf(name) })
    if (result.ok) return { lines: [`${account.name} no longer has the role ${name}`], data: result.value }
    say(WHY_NOT[result.error.code])
    return { refused: true, lines: [], data: { refused: result.error.code } }
  },
}

/** `frankpledge people invite`: a link with which somebody chooses a password, printed once. */
export const invitePerson: Command = {
  name: 'people invite',
  permission: 'people:manage',
  summary: 'Print a link with which an account chooses a new password, once, within 7 days',
  usage: '<e-mail address>',
  arity: [1, 1],
  run: async ({ deps, actor, args: [email = ''], say }) => {
    const account = await accountOf(deps, email)
    const made = await makeLink(deps, actor, { accountId: account.id, kind: 'invitation' })
    if (!made.ok) {
      say('This account may not sign in')
      return { refused: true, lines: [], data: { refused: made.error.code } }
    }
    const link = (await openLinks(deps, actor, account.id)).find(({ id }) => id === made.value.id)
    const { address = null } = link ?? {}
    const lines = [`${address}`, 'Pass it on to them and to nobody else: whoever has it can sign in as them.']
    return { lines, data: { address, expiresAt: made.value.expiresAt } }
  },
}

async function accountOf({ db }: Deps, email: string): Promise<Account> {
  return found(await accountByEmail(db, emailOf(email) ?? ''), `There is no account ${email}`)
}

function roleOf(name: string): AccountRole {
  const [role, ...others] = rolesNamed(name) ?? []
  if (!role || others.length > 0)
    throw new UsageError(`'${name}' is no role: frankpledge people create --help names them`)
  return role
}

function dayOf(name: string, typed: string | undefined) {
  if (typed === undefined) return null
  if (!isIsoDate(typed)) throw new UsageError(`--${name} must be a day, like 2026-03-31`)
  return typed
}

const WHY_NOT = {
  'needs-organisation': 'This role must speak for somebody: say in the browser for whom',
  'needs-role': 'Name a role',
  'not-together': 'Roles of the office do not go with those of the force, partners, panel, visitors or auditors',
  'ends-before': 'The last day must be the first day or later',
  'last-administrator':
    'This is the last person who can let others in: give somebody else the role administrator first',
}
