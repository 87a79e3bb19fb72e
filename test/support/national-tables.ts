import { type ImportOutcome, importTable } from '#modules/national-tables/index.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM } from './deps.js'

const HEAD = '12 months ending,PFA,Region,Offence,Rolling year total number of offences'

/** A small table of recorded crime, taken in: burglary and robbery of two forces in a year. */
export async function aTableOfCrime(deps: Deps, burglaries = 120): Promise<ImportOutcome> {
  const rows = [`Kent,South East,Burglary,${burglaries}`, 'Kent,South East,Robbery,..', 'Essex,East,Burglary,90']
  const text = [HEAD, ...rows.map((row) => `31/03/2018,${row}`)].join('\n')
  const request = { kind: 'recorded-crime', fileName: `crime-${burglaries}.csv`, bytes: Buffer.from(text) } as const
  const result = await importTable(deps, SYSTEM, request)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
