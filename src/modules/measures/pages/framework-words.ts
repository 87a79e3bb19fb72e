import type { FrameworkKind } from '../domain/framework.js'

/** What kind of set it is. */
export const FRAMEWORK_KIND_WORDS: Readonly<Record<FrameworkKind, string>> = {
  'national-measures': 'National measures',
  'performance-framework': 'Performance framework',
  other: 'Another set',
}
