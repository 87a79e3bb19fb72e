import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { countOf } from '#kernel/words.js'
import { accountByEmail } from '#modules/people/module.js'
import { systemActor } from '#platform/actor.js'
import { UsageError } from '#platform/cli/run.js'
import { rowsNaming } from '#platform/db/subject-rows.js'
import { found } from '#platform/errors.js'
import type { HostCommand } from './host-command.js'
import { withOffice } from './with-office.js'

/** `frankpledge subject-access`: everything that the register holds about one person, for whoever asks for their own data. */
export const subjectAccess: HostCommand = {
  name: 'subject-access',
  summary: 'Write everything that the register holds about one person to a file',
  usage: '<e-mail address> --out <file.json>',
  options: { out: 'value' },
  arity: [1, 1],
  runOnHost: ({ config, args: [email = ''], options, say }) => {
    const { out } = options
    if (!out) throw new UsageError('Say where to: --out <file.json>')
    const file = resolve(out)
    if (existsSync(file)) throw new UsageError(`${file} exists already: name another file.`)
    return withOffice(config, async (deps) => {
      const account = found(await accountByEmail(deps.db, email), `Nobody has the e-mail address ${email}`)
      say('Reading every table…')
      const words = [account.id, account.email, account.name]
      const tables = await deps.db.snapshot((still) => rowsNaming(still, words))
      const rows = tables.reduce((sum, table) => sum + table.rows.length, 0)
      const about = { email: account.email, name: account.name, id: account.id, madeAt: deps.now().toISOString() }
      await writeFile(file, `${JSON.stringify({ about, tables }, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
      await deps.db.transaction((tx) =>
        deps.audit(tx, systemActor(), {
          ...{ action: 'people.subject-access', subject: `people.account:${account.id}`, detail: { rows } },
        }),
      )
      return {
        lines: [
          file,
          ...tables.map((table) => `${table.name.padEnd(32)}  ${countOf(table.rows.length, 'row')}`),
          'Passwords, keys and tokens are left out: they are secrets, not answers. Read it through before you send it:',
          'a row about this person may name others too.',
        ],
        data: { file, rows, tables: tables.map(({ name, rows: each }) => ({ name, rows: each.length })) },
      }
    })
  },
}
