import { text } from 'node:stream/consumers'
import { ACCOUNT_ROLES, rolesNamed } from '#kernel/roles.js'
import { currentBody, organisationsOf } from '#modules/body/index.js'
import type { Command, CommandContext } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { type CreateAccountRefusal, createAccount } from '../actions/create-account.js'
import { newFirstPassword, setPassword } from '../actions/set-password.js'
import { accountByEmail } from '../data/account.queries.js'
import { emailOf } from '../domain/account.js'
import { WHY_NO_PASSWORD } from '../domain/password-words.js'

const FROM_STDIN = 'password-from-stdin'

/** `frankpledge people create`: an account, with a first password made for it or read from standard input. */
export const createPerson: Command = {
  name: 'people create',
  permission: 'people:manage',
  summary: 'Make an account and print its first password',
  usage: `--email <address> --name <name> --role <role>[,<role>…] [--organisation <name>] [--${FROM_STDIN}]`,
  options: { email: 'value', name: 'value', role: 'value', organisation: 'value', [FROM_STDIN]: 'flag' },
  arity: [0, 0],
  run: async (context) => {
    const { deps, actor, options, say } = context
    const roles = rolesNamed(options.role ?? '')
    if (!roles)
      throw new UsageError(`--role must be one or more of office (all of its own), ${ACCOUNT_ROLES.join(', ')}`)
    const { email = '', name = '' } = options
    if (!email || !name.trim()) throw new UsageError('--email and --name must be given')
    const organisationId = await organisationIdOf(deps, options.organisation)
    const password = await passwordFor(context)
    const request = {
      email,
      name: name.trim(),
      roles,
      organisationId,
      password: password.text,
      mustChangePassword: true,
    }
    const result = await createAccount(deps, actor, request)
    if (!result.ok) {
      say(EXPLANATIONS[result.error.code])
      return { refused: true, lines: [], data: { refused: result.error.code } }
    }
    return {
      lines: [`Made ${result.value.email} (${options.role})`, ...password.lines],
      data: { ...result.value, ...password.data },
    }
  },
}

/** `frankpledge people set-password`: the way back in when nobody can sign in any more. */
export const setPersonPassword: Command = {
  name: 'people set-password',
  permission: 'people:manage',
  summary: 'Give an account a new password, print it, and end its sessions',
  usage: `<e-mail address> [--${FROM_STDIN}]`,
  options: { [FROM_STDIN]: 'flag' },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, say } = context
    const [email = ''] = args
    const account = found(await accountByEmail(deps.db, emailOf(email) ?? ''), `There is no account ${email}`)
    const password = await passwordFor(context)
    const result = await setPassword(deps, actor, { id: account.id, password: password.text })
    if (!result.ok) {
      say(EXPLANATIONS[result.error.code])
      return { refused: true, lines: [], data: { refused: result.error.code } }
    }
    return {
      lines: [`Set a new password for ${account.email}`, ...password.lines],
      data: { ...account, ...password.data },
    }
  },
}

async function passwordFor({ options }: CommandContext) {
  if (options[FROM_STDIN]) return { text: await text(process.stdin), lines: [], data: {} }
  const password = newFirstPassword()
  const lines = [`First password: ${password}`, 'It is not shown again, and must be changed at the first sign-in.']
  return { text: password, lines, data: { firstPassword: password } }
}

async function organisationIdOf({ db, today }: Deps, name: string | undefined): Promise<string | null> {
  if (!name) return null
  const body = found(await currentBody(db, today()), 'There is no local policing body yet')
  const organisations = await organisationsOf(db, body.id, today())
  const wanted = name.toLowerCase()
  const match = organisations.find((each) => [each.name, each.shortName].some((own) => own.toLowerCase() === wanted))
  return found(match, `There is no organisation '${name}'`).id
}

const EXPLANATIONS: Readonly<Record<CreateAccountRefusal['code'], string>> = {
  'not-an-email': '--email must be like name@example.org',
  'email-taken': 'There is already an account with this e-mail address',
  'needs-organisation': 'This role must speak for somebody: give --organisation',
  'needs-role': 'Give at least one --role',
  'not-together': 'Roles of the office do not go with those of the force, partners, panel, visitors or auditors',
  'ends-before': 'The last day must be today or later',
  ...WHY_NO_PASSWORD,
}
