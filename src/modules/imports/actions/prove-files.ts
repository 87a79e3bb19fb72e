import { createHash } from 'node:crypto'
import type { Proof } from '#platform/proof.js'
import { fileBySha256, fingerprintsKept } from '../data/imports.queries.js'

/** Every file that figures were taken in from is still as it came. */
export const filesAsTheyCame: Proof = {
  name: 'Files that figures came from',
  prove: async ({ db }) => {
    const problems: string[] = []
    const fingerprints = await fingerprintsKept(db)
    for (const sha256 of fingerprints) {
      const file = await fileBySha256(db, sha256)
      const found = file && createHash('sha256').update(file.bytes).digest('hex')
      if (found !== sha256) problems.push(`${file?.fileName ?? sha256} is not as it came: its SHA-256 differs`)
    }
    return { checked: fingerprints.length, problems }
  },
}
