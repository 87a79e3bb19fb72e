import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { permissionsByRole } from '#app/application.js'
import { type AnyCommand, COMMANDS } from '#app/commands.js'
import { ACCOUNT_ROLES, type AccountRole } from '#kernel/roles.js'
import { EXAMPLE_ACCOUNTS } from '#modules/example/domain/accounts.js'
import { actorByEmail } from '#modules/people/module.js'
import type { Actor } from '#platform/actor.js'
import { auditHead } from '#platform/audit/audit.queries.js'
import type { RegisterWork } from '#platform/cli/command.js'
import { permissionOf, runFor } from '#platform/cli/run.js'
import { Forbidden } from '#platform/errors.js'
import { frankpledge } from '#test/support/command.js'
import { openExampleOffice } from '#test/support/example-office.js'

const office = await openExampleOffice()
const nowhere = mkdtempSync(join(tmpdir(), 'commands-'))
// Some commands write where they are called.
process.chdir(nowhere)
after(async () => {
  process.chdir(tmpdir())
  await office.close()
  rmSync(nowhere, { recursive: true, force: true })
})
const byRole = permissionsByRole()
const held = new Set([...byRole.values()].flatMap((permissions) => [...permissions]))

/** The example account that has this role and no other. */
async function actorOf(role: AccountRole): Promise<Actor> {
  const account = EXAMPLE_ACCOUNTS.find(({ roles }) => roles.length === 1 && roles[0] === role)
  const actor = await actorByEmail(office.deps, byRole, account?.email ?? '')
  assert.ok(actor, `nobody has the role ${role} alone`)
  return actor
}

function workOf(command: AnyCommand): RegisterWork | undefined {
  if ('run' in command) return command
  return 'runAlone' in command ? command.orWithRegister : undefined
}

/** As few words as the command takes, each of them naming nothing that is there. */
function run(command: AnyCommand, work: RegisterWork, actor: Actor) {
  const args = Array.from({ length: command.arity[0] }, () => join(nowhere, 'nothing'))
  return runFor(work, { deps: office.deps, actor, args, options: {}, say: () => {}, progress: () => {} })
}

const working = COMMANDS.flatMap((command) => {
  const work = workOf(command)
  return work ? [{ command, work }] : []
})

describe('every command', () => {
  it('asks for a permission, needs no register, or is the operator’s own: nothing else', () => {
    const kinds = COMMANDS.map((command) => ['run', 'runAlone', 'runOnHost'].filter((kind) => kind in command))
    assert.deepEqual(
      COMMANDS.filter((_, at) => kinds[at]?.length !== 1).map(({ name }) => name),
      [],
    )
    const undeclared = working.filter(({ work }) => !held.has(work.permission) && work.permission !== 'example:create')
    assert.deepEqual(
      undeclared.map(({ command, work }) => `${command.name}: ${work.permission}`),
      [],
      'a permission that nobody decided about',
    )
    assert.ok(working.length > 80 && COMMANDS.every((command) => !('run' in command) || permissionOf(command)))
  })

  for (const { command, work } of working) {
    it(`${command.name} is done for whoever holds ${work.permission}, and for nobody else`, async () => {
      const holders = ACCOUNT_ROLES.filter((role) => byRole.get(role)?.has(work.permission))
      const before = await auditHead(office.deps.db)
      for (const role of ACCOUNT_ROLES.filter((each) => !holders.includes(each)))
        await assert.rejects(async () => run(command, work, await actorOf(role)), Forbidden, role)
      assert.equal(await auditHead(office.deps.db), before, 'a refused command changed something')
      const [first] = holders
      if (!first) return
      const problem = await run(command, work, await actorOf(first)).then(
        () => undefined,
        (reason: unknown) => reason,
      )
      assert.ok(!(problem instanceof Forbidden), `${first} holds ${work.permission}, and more is asked for: ${problem}`)
    })
  }
})

describe('a command in somebody’s name', () => {
  const settings = { FRANKPLEDGE_DATA: nowhere }

  it('is refused to whoever may not, and recorded under the name of whoever may', async () => {
    assert.equal((await frankpledge(settings, 'example', 'create')).code, 0)
    const asked = (...words: string[]) => frankpledge(settings, ...words)
    const endings = [
      await asked('audit', 'list', '--as', 'partner@example.test'),
      await asked('audit', 'list', '--as', 'nobody@example.test'),
      await asked('people', 'sign-out', 'panel@example.test', '--as', 'plan-writer@example.test'),
      await asked('people', 'sign-out', 'panel@example.test', '--as', 'administrator@example.test'),
      await asked('backup', '--as', 'administrator@example.test'),
      await asked('spc', '-', '--as', 'administrator@example.test'),
    ]
    assert.deepEqual(
      endings.map(({ code }) => code),
      [4, 3, 4, 0, 2, 2],
    )
    const trail = await asked('audit', 'list', '--limit', '1', '--as', 'auditor@example.test', '--json')
    assert.match(trail.stdout, /Administrator \(command line\)/)
  })
})
