import { formatDate, sentenceCount } from '#kernel/words.js'
import type { StandingFacts } from '../domain/sections.js'
import type { ReportFacts } from './facts.js'

/** What the standing words of a report speak of, from the register. */
export function standingFacts({ report, body, plan, theme }: ReportFacts): StandingFacts {
  const { content } = plan
  const themes = content.nodes.filter((node) => node.parentId === null).length
  return {
    bodyName: body?.name ?? content.plan.bodyName,
    officeHolderTitle: body?.officeHolderTitle ?? content.plan.bodyName,
    addressedTo: report.addressedTo,
    planTitle: content.plan.title,
    theme: theme.title,
    period: `${formatDate(report.periodFrom)} to ${formatDate(report.periodUntil)}`,
    planStarted: formatDate(content.plan.startsOn),
    themes: sentenceCount(themes, 'theme').toLowerCase(),
  }
}
