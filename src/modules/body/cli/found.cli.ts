import { addDays } from '#kernel/dates.js'
import { countOf, formatDate } from '#kernel/words.js'
import type { Command, CommandAnswer, CommandContext } from '#platform/cli/command.js'
import { jsonIn } from '#platform/cli/json-file.js'
import { NotFound } from '#platform/errors.js'
import { foundOffice, type OfficeRefusal, type OfficeRequest } from '../actions/found-office.js'
import { currentBody } from '../data/body.queries.js'
import { colourInWords } from '../domain/brand.js'
import { officeFromFile } from './office-file.js'

/** `frankpledge body found`: how an office begins, or how its successor takes over. */
export const foundBodyCommand: Command = {
  name: 'body found',
  permission: 'body:manage',
  summary: 'Found the local policing body with its force, areas and organisations',
  usage: '<file.json> [--succeeds <name of the body that it takes over from>]',
  options: { succeeds: 'value' },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, options } = context
    const [path = ''] = args
    const file = officeFromFile(await jsonIn(path), options.succeeds === undefined ? 'office' : 'successor')
    if (!file.ok)
      return refused(
        context,
        file.error.map((problem) => `${path}: ${problem}`),
      )
    const office = await succeeding(context, file.value)
    const result = await foundOffice(deps, actor, office)
    if (!result.ok) return refused(context, [await inWords(context, result.error)])
    const { id, organisationIds } = result.value
    return {
      lines: [...whatWasFounded(office), ...(options.succeeds === undefined ? NEXT : [])],
      data: { id, organisations: Object.fromEntries(organisationIds) },
    }
  },
}

const NEXT = [
  '',
  'Next, make the first account:',
  '  frankpledge people create --email you@office.example --name "Policy officer" --role office',
]

function whatWasFounded({ founding, forces, areas, organisations }: OfficeRequest): string[] {
  return [
    `Founded ${founding.description.name}, from ${formatDate(founding.from)}`,
    `  with ${countOf(forces.length, 'force')}, ${countOf(areas.length, 'area')} and ` +
      `${countOf(organisations.length, 'organisation')}`,
  ]
}

/** The office with the body that it takes over from, which stood on the day before it begins. */
async function succeeding({ deps, options }: CommandContext, office: OfficeRequest): Promise<OfficeRequest> {
  const { succeeds: wanted } = options
  if (wanted === undefined) return office
  const { founding } = office
  const { db, today } = deps
  const before = (await currentBody(db, addDays(founding.from, -1))) ?? (await currentBody(db, today()))
  if (!before) throw new NotFound('No local policing body stands in this register: leave out --succeeds')
  const names = [before.id, before.name, before.shortName].map((name) => name.toLowerCase())
  if (!names.includes(wanted.toLowerCase())) {
    throw new NotFound(`There is no body '${wanted}' to take over from: the one that stands is ${before.name}`)
  }
  return { ...office, founding: { ...founding, succeeds: before.id } }
}

async function inWords({ deps }: CommandContext, refusal: OfficeRefusal): Promise<string> {
  switch (refusal.code) {
    case 'another-body-stands': {
      const name = (await currentBody(deps.db, deps.today()))?.name ?? 'Another body'
      return [
        `${name} stands in this register already.`,
        `If the new body takes over from it, add --succeeds "${name}".`,
        'For another office, set FRANKPLEDGE_DATA to a new folder.',
      ].join(' ')
    }
    case 'ended-already':
      return 'Another body has taken over from that one already'
    case 'ends-too-early':
      return `body.from: must be after ${formatDate(refusal.lastChange)}, when the body before it last changed`
    case 'entry-refused':
      return entryInWords(refusal)
    default:
      return `body.brandColour: ${colourInWords(refusal)}`
  }
}

function entryInWords({ kind, name, why }: Extract<OfficeRefusal, { code: 'entry-refused' }>): string {
  return why.code === 'already-there'
    ? `${name}: there is already ${SAME[kind]} on some of its days. Leave it out, or put its days right.`
    : `${name}: its last day must not be before its first`
}

const SAME = {
  organisation: 'an organisation of this name',
  area: 'an area of this kind and code',
  force: 'a force',
} as const

function refused({ say }: CommandContext, problems: readonly string[]): CommandAnswer {
  for (const problem of problems) say(problem)
  return { lines: [], data: { problems }, refused: true }
}
