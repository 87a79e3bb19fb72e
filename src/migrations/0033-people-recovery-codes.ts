import { argon2, randomBytes } from 'node:crypto'
import type { SchemaMigration } from '#platform/db/schema.js'

/** As recovery codes are kept from now on: argon2id, 19 MiB, 2 passes, 1 lane, one salt to an account. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

export const peopleRecoveryCodes: SchemaMigration = {
  name: '0033-people-recovery-codes',
  up: async (schema) => {
    // Until now they stood under SHA-256. That is hashed once more, slowly: codes that are written down go on opening.
    const rows = await schema.read(
      'select account_id, code_hash from people_recovery_code where length(code_hash) = 64',
    )
    const salts = new Map<string, Buffer>()
    for (const { account_id: account = '', code_hash: plain = '' } of rows) {
      const salt = salts.get(account) ?? randomBytes(16)
      salts.set(account, salt)
      const where = `where account_id = ${quoted(account)} and code_hash = ${quoted(plain)}`
      await schema.run(`update people_recovery_code set code_hash = ${quoted(await slowly(plain, salt))} ${where}`)
    }
  },
}

async function slowly(plain: string, salt: Buffer): Promise<string> {
  const hash = await new Promise<Buffer>((done, failed) => {
    argon2('argon2id', { message: plain, nonce: salt, ...COST }, (problem, key) =>
      problem ? failed(problem) : done(key),
    )
  })
  const [salted, hashed] = [salt, hash].map((bytes) => bytes.toString('base64').replace(/=+$/, ''))
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${salted}$${hashed}`
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
