import { UnreadableDocument } from '#platform/documents/document-text.js'
import { type WordContent, wordParagraphs } from '#platform/documents/word-paragraphs.js'
import { answerOnce } from '#platform/limited-process.js'

/** What a Word file says, or why it cannot be read. */
export type WordReading = WordContent | { readonly problem: string }

/** Reads a Word file that may be hostile, in a process with limits. */
answerOnce(async (bytes: Uint8Array): Promise<WordReading> => {
  try {
    return await wordParagraphs(bytes)
  } catch (problem) {
    return { problem: problem instanceof UnreadableDocument ? problem.message : 'This Word file is damaged' }
  }
})
