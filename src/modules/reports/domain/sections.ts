/** A section that every theme monitoring report has, with what may be said where the office writes nothing of its own. */
export type FixedSection = 'purpose' | 'recommendation' | 'terms-of-reference' | 'background' | 'context' | 'conclusion'

/** The headings of the house form, in the Panel's order; the objectives come before the conclusion. */
export const FIXED_HEADINGS: Readonly<Record<FixedSection, string>> = {
  purpose: 'Purpose',
  recommendation: 'Recommendation',
  'terms-of-reference': 'Terms of reference',
  background: 'Background',
  context: 'Context and overview',
  conclusion: 'Conclusion',
}

/** The key of an objective's own section. */
export const objectiveSection = (nodeId: string) => `objective:${nodeId}`

/** Whether a key names a section that an office can write in. */
export function isSection(key: string): boolean {
  return Object.hasOwn(FIXED_HEADINGS, key) || /^objective:[\w-]{1,80}$/.test(key)
}

/** What the standing words speak of. Titles come from the body, never from here. */
export type StandingFacts = {
  readonly bodyName: string
  readonly officeHolderTitle: string
  readonly addressedTo: string
  readonly planTitle: string
  readonly theme: string
  readonly period: string
  readonly planStarted: string
  readonly themes: string
}

/**
 * The words that stand where the office has written none. The duties that they name: Police Reform and Social
 * Responsibility Act 2011, s.5 (the plan), s.12 (progress), s.13 (information for the panel), s.28 (the panel's tasks).
 */
export function standingText(section: FixedSection, facts: StandingFacts): string {
  const { bodyName, officeHolderTitle, addressedTo, planTitle, theme, period, planStarted, themes } = facts
  const texts: Record<FixedSection, string> = {
    purpose: `This report tells the ${addressedTo} how the “${theme}” theme of the ${planTitle} went in ${period}: what was promised, what has been done, and what the figures allow us to say.`,
    recommendation: `The ${addressedTo} is recommended to note this report.`,
    'terms-of-reference':
      'The report serves two of the tasks that the Police Reform and Social Responsibility Act 2011 gives to a panel (section 28): to review or scrutinise decisions and actions, and to support the effective exercise of the functions.',
    background: `The ${bodyName} must issue a police and crime plan (section 5 of the Act) and give the Panel the information that it needs (section 13). The ${planTitle} took effect on ${planStarted} and has ${themes}.\n\nThe state of an action is worked out from the dates of its milestones. Where someone set another state, the reason is printed beside it. Figures are watched, and are not targets.`,
    context: '',
    conclusion: `The ${officeHolderTitle} will report to the ${addressedTo} on this theme again.`,
  }
  return texts[section]
}
