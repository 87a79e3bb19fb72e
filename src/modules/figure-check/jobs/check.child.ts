import type { CheckedDocument } from '#modules/passages/index.js'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument, UnreadableDocument } from '#platform/documents/read-document.js'
import { answerOnce } from '#platform/limited-process.js'
import { checkDocument } from '../domain/check-document.js'
import type { FileOutcome, FilesToCheck, GivenFile } from '../domain/file-outcome.js'

/** Reads and checks files that may be hostile, in a process with limits. */
answerOnce(async ({ files, others, register }: FilesToCheck): Promise<FileOutcome[]> => {
  const compared = await Promise.all(others.map(read))
  const unread = compared.find((other) => 'problem' in other)
  if (unread && 'problem' in unread) return [{ file: unread.file, problem: unread.problem }]
  const known = compared.flatMap((other) => ('document' in other ? [other.document] : []))
  const outcomes: FileOutcome[] = []
  for (const file of files) {
    const given = await read(file)
    if ('problem' in given) outcomes.push(given)
    else
      outcomes.push({
        file: file.name,
        document: given.document,
        ...checkDocument(given.document, { others: known, register }),
      })
  }
  return outcomes
})

type Given =
  | { readonly file: string; readonly document: CheckedDocument }
  | { readonly file: string; readonly problem: string }

async function read({ name, bytes }: GivenFile): Promise<Given> {
  try {
    return { file: name, document: documentFromText(name, await readDocument(bytes, name)) }
  } catch (problem) {
    if (problem instanceof UnreadableDocument) return { file: name, problem: problem.message }
    return { file: name, problem: 'This file cannot be read: it is damaged, or not what its name says' }
  }
}
