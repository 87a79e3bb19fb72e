/** Every section that a template of ours opens for the office's own words. */
const SECTIONS = [
  'purpose',
  'recommendation',
  'terms-of-reference',
  'background',
  'context',
  'objective',
  'conclusion',
  'summary',
  'foreword',
  'role',
  'demand',
  'theme',
  'money',
  'grants',
  'collaboration',
  'inspection',
  'custody-visiting',
  'national-measures',
  'response',
  'risk',
  'finance',
  'equality',
  'evidence',
  'approach',
  'consultation',
  'comments',
  'next-steps',
  'decision',
  'reasons',
  'options',
  'interests',
  'sign-off',
  'area',
  'contact',
]

/** What a part of a template stands for: the theme or the objective that it speaks of. */
type Scope = { readonly theme?: string; readonly objective?: string }

/** The key of an objective's own section. */
export const objectiveSection = (nodeId: string) => `objective:${nodeId}`

/** The key of a section: its name, and the part of the plan that it is repeated for. */
export function sectionKey(name: string, { theme, objective }: Scope): string {
  const part = objective ?? theme
  return part === undefined ? name : `${name}:${part}`
}

/** Whether a key names a section that an office can write in: one of ours, or of its own template ('own-…'). */
export function isSection(key: string): boolean {
  const [, name = ''] = /^([a-z][a-z-]{0,40})(?::[\w-]{1,80})?$/.exec(key) ?? []
  return SECTIONS.includes(name) || /^own-[a-z]/.test(name)
}
