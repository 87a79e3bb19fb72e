import { z } from 'zod'
import type { PlanPart } from '../domain/plan-part.js'
import { date, key, words } from './fields.js'

const supporting = z.array(z.object({ organisation: key, role: words }))

const PART: z.ZodType<PlanPart> = z.object({
  key,
  level: key,
  title: words,
  text: z.string().default(''),
  lead: key.nullable(),
  supporting,
  get children(): z.ZodType<readonly PlanPart[]> {
    return z.array(PART)
  },
})

/** plan-….json, as far as the example needs to know it: the plan module checks the rest. */
export const PLAN_FILE = z.looseObject({ key, title: words, publishedOn: date, nodes: z.array(PART).min(1) })

/** plan-…-changes.json: how the first version of a plan differed from what its file says. */
export const CHANGES_FILE = z.object({
  plan: key,
  publishedOn: date,
  note: words,
  before: z.object({
    absent: z.array(key),
    worded: z.array(z.object({ key, title: words, text: z.string() })),
    placed: z.array(z.object({ key, parent: key, place: z.int().min(1) })),
    led: z.array(z.object({ key, lead: key.nullable(), supporting })),
  }),
})
