import { isIsoDate } from '#kernel/dates.js'
import { formatDate } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { found } from '#platform/errors.js'
import { currentBody, namesThroughTime } from '../data/body.queries.js'
import { areasOf, forceOf, organisationsOf } from '../data/place.queries.js'
import { BODY_TYPE_NAMES } from '../domain/body.js'

/** `frankpledge body show`: the body that this office serves, as on a day. */
export const showBody: Command = {
  name: 'body show',
  permission: 'body:read',
  summary: 'Show the local policing body, its force, areas and organisations',
  usage: '[--on <date>]',
  options: { on: 'value' },
  arity: [0, 0],
  run: async ({ deps: { db, today }, options }) => {
    const on = options.on ?? today()
    if (!isIsoDate(on)) throw new UsageError(`--on must be a date like 2025-04-30, not '${on}'`)
    const body = found(await currentBody(db, on), `No local policing body stood on ${on}`)
    const force = await forceOf(db, body.id, on)
    const areas = await areasOf(db, body.id, on)
    const organisations = await organisationsOf(db, body.id, on)
    const names = await namesThroughTime(db, body.id)
    const facts: [key: string, value: string][] = [
      ['Name', body.name],
      ['Kind', BODY_TYPE_NAMES[body.type]],
      ['Office', body.officeName],
      ['Office holder', `${body.officeHolderTitle}; deputy: ${body.deputyTitle}`],
      ['Force', force ? `${force.name}, under the ${body.chiefOfficerTitle}` : 'none on record'],
      ['Scrutiny', body.scrutinyPanelName],
      ['As on', formatDate(on)],
    ]
    const lines = [
      ...facts.map(([key, value]) => `${key.padEnd(14)}${value}`),
      ...headed(
        'Names',
        names.map(({ from, until, name }) => `${from} to ${until ?? 'now'.padEnd(10)}  ${name}`),
      ),
      ...headed(
        'Areas',
        areas.map(({ code, name }) => `${code.padEnd(10)}  ${name}`),
      ),
      ...headed(
        'Organisations',
        organisations.map(({ kind, name }) => `${kind.padEnd(16)}  ${name}`),
      ),
    ]
    return { lines, data: { on, body, force: force ?? null, names, areas, organisations } }
  },
}

function headed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}
