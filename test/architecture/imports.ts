import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'

/** One import that a rule forbids. */
type Breach = { rule: string; why: string; from: string; to: string }
/** Every breach found under a folder's `src`, the source files that were read to find them, and all their imports. */
export type Findings = { breaches: Breach[]; filesRead: string[]; imports: Pick<Breach, 'from' | 'to'>[] }

type Rule = { name: string; comment: string }

// The reader of imports needs the TypeScript compiler as a library, which version 7 no longer is: give it version 6.
// Without this it would read no file at all, and report no breach.
registerHooks({
  resolve: (specifier, context, next) => next(specifier.replace(/^typescript(?=\/|$)/, 'typescript-6'), context),
})

/** Reads every import under `folder/src` and reports those that `.dependency-cruiser.cjs` forbids. */
export async function importBreaches(folder: string): Promise<Findings> {
  const { cruise } = await import('dependency-cruiser')
  const { default: extractTSConfig } = await import('dependency-cruiser/config-utl/extract-ts-config')
  const { forbidden, options } = createRequire(import.meta.url)(join(folder, '.dependency-cruiser.cjs'))
  const before = process.cwd()
  process.chdir(folder)
  try {
    const resolve = options.enhancedResolveOptions
    const tsConfig = extractTSConfig(join(folder, 'tsconfig.json'))
    const settings = { ...options, baseDir: folder, ruleSet: { forbidden }, validate: true }
    const result = await cruise(['src'], settings, resolve, { tsConfig })
    if (typeof result.output === 'string') throw new Error(result.output)
    return findings(result.output, forbidden)
  } finally {
    process.chdir(before)
  }
}

function findings({ modules, summary }: ICruiseResult, forbidden: Rule[]): Findings {
  const breaches = summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    why: forbidden.find(({ name }) => name === rule.name)?.comment ?? '',
    from,
    to,
  }))
  const ours = modules.filter(({ source }) => source.startsWith('src/'))
  const imports = ours.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  )
  return { breaches, filesRead: ours.map(({ source }) => source), imports }
}
