import { sentencesOf } from './claim.js'
import { type FactWords, factWords } from './fact-words.js'

/** The telling words of a title, a label or a heading, sentence by sentence. */
export const wordsSaid = (text: string): FactWords[] =>
  sentencesOf(text, [{ start: 0, end: text.length, kind: 'heading' }]).map(({ items }) => factWords(items))

/** All telling words of a title, a label or a heading, cut to what they share with their kin. */
export const namedWords = (text: string): string[] => wordsSaid(text).flatMap(({ hard }) => hard)
