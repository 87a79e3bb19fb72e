import assert from 'node:assert/strict'
import { type ImportOutcome, type ImportRequest, importTable } from '#modules/national-tables/index.js'
import type { Deps } from '#platform/deps.js'
import { openTestDb } from './databases.js'
import { SYSTEM, testDeps } from './deps.js'

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

/** An office that takes in files of any kind: says which kind each was, or why it was refused. */
export async function anImporter() {
  const deps = testDeps(await openTestDb())
  const take = (content: string, request: Partial<ImportRequest> = {}) =>
    importTable(deps, SYSTEM, { kind: 'auto', fileName: 'file.csv', bytes: Buffer.from(content), ...request })
  const kindOf = async (...given: Parameters<typeof take>) => {
    const result = await take(...given)
    assert.ok(result.ok, JSON.stringify(result))
    return result.value.kind
  }
  const refused = async (...given: Parameters<typeof take>) => {
    const result = await take(...given)
    assert.ok(!result.ok, 'it was taken in')
    return result.error.map(({ cell, problem, fix }) => `${cell} ${problem} ${fix}`).join('\n')
  }
  return { deps, kindOf, refused }
}
