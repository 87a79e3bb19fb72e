import { readFile } from 'node:fs/promises'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { found, Obstacle } from '#platform/errors.js'
import { takeInTemplate } from '../actions/save-template.js'
import { allTemplates } from '../document/templates.js'

/** `frankpledge report template`: the kinds of report, the text of one, or a file in its place. */
export const template: Command = {
  name: 'report template',
  permission: 'reports:read',
  summary: 'List the kinds of report, print the template of one, or put a file in its place',
  usage: '[<kind>] [<file>]',
  arity: [0, 2],
  run: async ({ deps, actor, args: [key, path] }) => {
    if (key === undefined) return listed(await allTemplates(deps.db))
    if (path !== undefined) {
      const file = await readFile(path, 'utf8').catch(() => undefined)
      if (file === undefined) throw new UsageError(`There is no file ${path}`)
      const taken = await takeInTemplate(deps, actor, { key, file })
      if (!taken.ok) throw new Obstacle(`${path}, line ${taken.error.line}: ${taken.error.message}`)
    }
    const one = found(
      (await allTemplates(deps.db)).find((each) => each.key === key),
      `There is no kind of report '${key}'. 'frankpledge report template' lists them.`,
    )
    const { name, about, number, file } = one
    const data = { kind: key, name, about, changes: number, text: file }
    return { lines: path === undefined ? file.split('\n') : [`${name}: saved`], data }
  },
}

function listed(all: Awaited<ReturnType<typeof allTemplates>>) {
  const data = all.map(({ key, name, about, number }) => ({ kind: key, name, about, changes: number }))
  return { lines: data.map(({ kind, name }) => `${kind}  ${name}`), data }
}
