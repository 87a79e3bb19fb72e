import { SANS, SERIF } from './fonts.js'

/**
 * The typefaces that an office can choose among for its papers. All are our own files, with licences that let a paper
 * carry them (SIL Open Font License); Word has faces of its own that every office has.
 */
export const TYPEFACES = {
  'serif-titles': {
    name: 'Source Serif for titles, Source Sans for text',
    print: { title: SERIF, text: SANS },
    word: { title: 'Georgia', text: 'Arial' },
  },
  sans: {
    name: 'Source Sans throughout',
    print: { title: SANS, text: SANS },
    word: { title: 'Arial', text: 'Arial' },
  },
  serif: {
    name: 'Source Serif throughout',
    print: { title: SERIF, text: SERIF },
    word: { title: 'Georgia', text: 'Georgia' },
  },
} as const

export type TypefaceName = keyof typeof TYPEFACES

/** The faces of a paper: what its office chose, else serif titles. */
export const typefaceOf = (name: TypefaceName = 'serif-titles') => TYPEFACES[name]
