import assert from 'node:assert/strict'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'

type Check = (document: CheckedDocument) => readonly Finding[]

/**
 * A statement written once for two: "an average of {119|129} a month" is right with 119 and wrong with 129. Nothing is said
 * of the right twin but that it holds; the wrong one is noticed.
 */
export async function assertTwins(check: Check, statement: string, file = 'paper.md'): Promise<void> {
  assert.deepEqual(await told(check, twinOf(statement, 0), file), [])
  assert.notEqual((await told(check, twinOf(statement, 1), file)).length, 0)
}

/** A true statement, of which nothing is said. */
export async function assertQuiet(check: Check, statement: string): Promise<void> {
  assert.deepEqual(await told(check, twinOf(statement, 0)), [])
}

/** A statement on one line, for the name of its test. */
export const titleOf = (statement: string) => statement.replaceAll('\n', ' / ')

async function told(check: Check, text: string, file = 'paper.md'): Promise<string[]> {
  const document = documentFromText(file, await readDocument(Buffer.from(text), file))
  return check(document).flatMap(({ verdict, message }) => (verdict === 'holds' ? [] : [message]))
}

const twinOf = (statement: string, which: 0 | 1) =>
  statement.replace(/\{([^|}]*)\|([^}]*)\}/g, (_, right: string, wrong: string) => (which === 0 ? right : wrong))
