import { z } from 'zod'
import type { ActionInFile, ReportInFile } from '../actions/content.js'
import { date, key, words } from './fields.js'

const UPDATE = z.object({
  on: date,
  text: words,
  evidence: z.array(z.object({ title: words, url: z.url().nullable() })),
  completes: z.array(key),
  override: z.object({ status: z.enum(['on-course', 'behind', 'not-started', 'complete']), reason: words }).nullable(),
  publish: z.boolean(),
})

const ACTION = z
  .object({
    key,
    node: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be a plan and a part of it, with a stroke'),
    title: words,
    description: words,
    lead: key.nullable(),
    partners: z.array(key),
    startsOn: date,
    dueOn: date,
    milestones: z.array(z.object({ key, title: words, dueOn: date })),
    updates: z.array(UPDATE),
  })
  .transform(({ node, ...action }): ActionInFile => {
    const [plan = '', part = ''] = node.split('/')
    return { ...action, plan, part }
  })

/** delivery.json: actions with their milestones and updates. */
export const DELIVERY_FILE = z.array(ACTION)

const REPORT = z
  .object({
    key,
    plan: key,
    /** For a report on the whole plan, none. */
    theme: key.optional(),
    template: key.optional(),
    title: words,
    to: words,
    meetingOn: date,
    periodFrom: date,
    periodTo: date,
    narratives: z.record(z.string(), words),
    publish: z.boolean(),
  })
  .transform(
    ({ to, periodTo, template, ...report }): ReportInFile => ({
      ...report,
      ...(template && { template }),
      addressedTo: to,
      periodUntil: periodTo,
    }),
  )

/** reports.json: reports to the Panel, boards and the public. */
export const REPORTS_FILE = z.array(REPORT)
