import { z } from 'zod'
import { isIsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { OfficeRequest } from '../actions/found-office.js'
import { AREA_CODE, AREA_KINDS, BODY_TYPES, ORGANISATION_KINDS, type Term } from '../domain/body.js'
import { brandColour, colourInWords } from '../domain/brand.js'
import { isBackwards } from '../domain/term.js'
import { issueInWords, problemsOf } from './file-problems.js'

const text = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must be ${most} characters or fewer`)
const words = text(120)
const short = text(60)
const date = z.string().refine(isIsoDate, 'must be a date like 2021-05-06')
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits with hyphens')
const names = { name: words, shortName: short }
const term = { from: date, until: date.nullable().default(null) }

const forwards = ({ from, until }: Term) => !isBackwards({ from, until })
const BACKWARDS = { path: ['until'], message: 'must not be before from' }

const colour = z.string().transform((typed, context) => {
  const read = brandColour(typed)
  if (read.ok) return read.value
  context.addIssue(colourInWords(read.error))
  return z.NEVER
})

/** Only an example is shown as at a fixed day, and says on every page what it is. */
const notHere = (why: string) => z.never({ error: `${why}: remove it` }).optional()

const BODY = z.strictObject({
  key: key.optional(),
  type: z.enum(BODY_TYPES),
  ...names,
  officeName: words,
  officeHolderTitle: short,
  deputyTitle: short,
  chiefOfficerTitle: short,
  scrutinyPanelName: words,
  brandColour: colour,
  from: date,
  until: z.null('must be null: a body ends on the day before another takes over from it').default(null),
  demonstrationDate: notHere('is for an example office, which is shown as at one day'),
  notice: notHere('is for an example office; a notice of your own is set on the page of the body'),
})

const FORCE = z.strictObject({ key: key.optional(), ...names, ...term }).refine(forwards, BACKWARDS)

const AREA = z
  .strictObject({
    key: key.optional(),
    kind: z.enum(AREA_KINDS),
    code: z.string().regex(AREA_CODE, 'must be an official code like E23000023'),
    name: words,
    ...term,
  })
  .refine(forwards, BACKWARDS)

const ORGANISATION = z
  .strictObject({ key, kind: z.enum(ORGANISATION_KINDS), ...names, ...term })
  .refine(forwards, BACKWARDS)

const OFFICE = z.strictObject({
  body: BODY,
  forces: z.array(FORCE).min(1, 'must name the force that the body holds to account'),
  areas: z.array(AREA),
  organisations: z.array(ORGANISATION).superRefine((organisations, context) => {
    const keys = organisations.map((each) => each.key)
    for (const [place, each] of keys.entries()) {
      if (keys.indexOf(each) === place) continue
      context.addIssue({ code: 'custom', path: [place, 'key'], message: `must differ: another has the key ${each}` })
    }
  }),
})

/** A body that takes over may hold to account the force that is there. */
const SUCCESSOR = OFFICE.extend({ forces: z.array(FORCE) })

const EXAMPLE = OFFICE.extend({ body: BODY.extend({ demonstrationDate: date, notice: words }) })

const FORMS = { office: OFFICE, successor: SUCCESSOR, example: EXAMPLE }

/**
 * Reads an office from a file of the form of `docs/operations/office.example.json`. Everything wrong is told at once,
 * each by its key with what to do. Only an example says as at which day it is shown, and its notice.
 */
export function officeFromFile(file: unknown, kind: keyof typeof FORMS = 'office'): Result<OfficeRequest, string[]> {
  const parsed = FORMS[kind].safeParse(file, { error: issueInWords })
  if (!parsed.success) return err(parsed.error.issues.flatMap((issue) => problemsOf(issue, file)))
  const { body, ...rest } = parsed.data
  const { key: _key, until: _until, from, brandColour: chosen, notice, demonstrationDate, ...description } = body
  const shown = { brandColour: chosen, notice: notice ?? null, demonstrationOn: demonstrationDate ?? null }
  return ok({
    founding: { description, from, ...shown },
    forces: rest.forces.map(({ key: _, ...force }) => force),
    areas: rest.areas.map(({ key: _, ...area }) => area),
    organisations: rest.organisations,
  })
}
