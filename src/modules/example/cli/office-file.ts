import { z } from 'zod'
import { AREA_KINDS, BODY_TYPES, ORGANISATION_KINDS } from '#modules/body/index.js'
import type { OfficeContent } from '../actions/content.js'
import { date, key, term, words } from './fields.js'

const names = { name: words, shortName: words }

const BODY = z.object({
  ...names,
  type: z.enum(BODY_TYPES),
  officeName: words,
  officeHolderTitle: words,
  deputyTitle: words,
  chiefOfficerTitle: words,
  scrutinyPanelName: words,
  brandColour: words,
  from: date,
  demonstrationDate: date,
  notice: words,
})

/** body.json: the office and everyone that it works with. */
export const OFFICE_FILE = z
  .object({
    body: BODY,
    forces: z.array(z.object({ ...names, ...term })),
    areas: z.array(z.object({ kind: z.enum(AREA_KINDS), code: words, name: words, ...term })),
    organisations: z.array(z.object({ key, kind: z.enum(ORGANISATION_KINDS), ...names, ...term })),
  })
  .transform(({ body, ...rest }): OfficeContent => {
    const { brandColour, from, demonstrationDate, notice, ...description } = body
    return {
      ...rest,
      founding: { description, from, brandColour, notice, demonstrationOn: demonstrationDate },
      shownOn: demonstrationDate,
    }
  })
