import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#kernel/dates.js'

/** A date in a file of the example office. */
export const date = z.string().refine((text): text is IsoDate => isIsoDate(text), 'must be a date like 2021-05-06')

/** The name by which files speak of something. */
export const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits with hyphens')

/** A text that must say something. */
export const words = z.string().trim().min(1, 'must not be empty')
