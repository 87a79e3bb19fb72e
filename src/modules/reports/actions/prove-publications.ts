import type { Proof } from '#platform/proof.js'
import { allReports } from '../data/reports.queries.js'
import { type PublicationVerdict, verifyPublications } from './verify-publications.js'

/** Every published paper, in each of its forms, is byte for byte what was published. */
export const publishedPapers: Proof = {
  name: 'Published papers',
  prove: async ({ db }) => {
    const verdicts: PublicationVerdict[] = []
    for (const report of await allReports(db)) verdicts.push(...(await verifyPublications(db, report)))
    const problems = verdicts.flatMap(({ slug, number, problems }) =>
      problems.map((problem) => `${slug}, number ${number}: ${problem}`),
    )
    return { checked: verdicts.length, problems }
  },
}
