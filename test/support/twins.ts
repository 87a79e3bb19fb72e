import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'

type Check = (document: CheckedDocument) => readonly Finding[]

/**
 * Statements written once for two: "an average of {119|129} a month" is right with 119 and wrong with 129. Nothing is said
 * of the right twin but that it holds; the wrong one is noticed.
 */
export function twins(of: string, check: Check, statements: readonly string[]) {
  describe(`${of}, however it is put`, () => {
    for (const statement of statements) {
      it(`tells right from wrong in: ${statement.replaceAll('\n', ' / ')}`, async () => {
        assert.deepEqual(await told(check, twinOf(statement, 0)), [])
        assert.notEqual((await told(check, twinOf(statement, 1))).length, 0)
      })
    }
  })
}

/** True statements in which nothing is wrong. */
export function quiet(of: string, check: Check, statements: readonly string[]) {
  describe(`${of}, where nothing is wrong`, () => {
    for (const statement of statements) {
      it(`says nothing of: ${statement.replaceAll('\n', ' / ')}`, async () =>
        assert.deepEqual(await told(check, twinOf(statement, 0)), []))
    }
  })
}

async function told(check: Check, text: string): Promise<string[]> {
  const document = documentFromText('paper.md', await readDocument(Buffer.from(text), 'paper.md'))
  return check(document).flatMap(({ verdict, message }) => (verdict === 'holds' ? [] : [message]))
}

const twinOf = (statement: string, which: 0 | 1) =>
  statement.replace(/\{([^|}]*)\|([^}]*)\}/g, (_, right: string, wrong: string) => (which === 0 ? right : wrong))
