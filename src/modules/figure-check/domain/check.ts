import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import type { RegisterMeasure } from './register-measure.js'

/** What a check may look at besides the document: documents to compare with, and the office's own figures. */
export type CheckContext = {
  readonly others: readonly CheckedDocument[]
  readonly register: readonly RegisterMeasure[]
}

/** One kind of check. Pure, and linear in the length of the document. */
export type Check = (document: CheckedDocument, context: CheckContext) => Finding[]
