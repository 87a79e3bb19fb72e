import type { Proof } from '#platform/proof.js'
import { verifyVersions } from './verify-versions.js'

/** Every published version is just what was published. */
export const publishedPlans: Proof = {
  name: 'Published plans',
  prove: async ({ db }) => {
    const verdicts = await verifyVersions(db)
    const problems = verdicts.flatMap(({ slug, number, problems }) =>
      problems.map((problem) => `${slug}, version ${number}: ${problem}`),
    )
    return { checked: verdicts.length, problems }
  },
}
