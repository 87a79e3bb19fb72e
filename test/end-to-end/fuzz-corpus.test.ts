import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { TARGETS } from '#test/fuzz/targets.js'

const root = join(import.meta.dirname, '..', '..', '..', 'test', 'fuzz', 'corpus')

// What a search by coverage once found worth keeping (docs/how-to/search-for-faults.md): none of it may end in a fault.
describe('what strangers might send', () => {
  for (const target of TARGETS) {
    it(`is answered by the reader of ${target.name}`, async () => {
      for (const seed of target.seeds) await target.read(Buffer.from(seed))
      const folder = join(root, target.name)
      const kept = existsSync(folder) ? readdirSync(folder) : []
      for (const name of kept) await target.read(readFileSync(join(folder, name)))
    })
  }
})
