import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { plainDocument } from '#modules/passages/index.js'

/**
 * Statements written once for two: "an average of {119|129} a month" is right with 119 and wrong with 129. Nothing is said
 * of the right twin but that it holds; the wrong one is noticed.
 */
export function twins(
  of: string,
  check: (document: CheckedDocument) => readonly Finding[],
  statements: readonly string[],
) {
  const told = (text: string) => check(plainDocument('paper.md', text)).filter(({ verdict }) => verdict !== 'holds')
  describe(`${of}, however it is put`, () => {
    for (const statement of statements) {
      it(`tells right from wrong in: ${statement.replaceAll('\n', ' / ')}`, () => {
        assert.deepEqual(told(twinOf(statement, 0)), [])
        assert.notEqual(told(twinOf(statement, 1)).length, 0)
      })
    }
  })
}

/** True statements in which nothing is wrong. */
export function quiet(
  of: string,
  check: (document: CheckedDocument) => readonly Finding[],
  statements: readonly string[],
) {
  describe(`${of}, where nothing is wrong`, () => {
    for (const statement of statements) {
      it(`says nothing of: ${statement.replaceAll('\n', ' / ')}`, () =>
        assert.deepEqual(
          check(plainDocument('paper.md', twinOf(statement, 0))).filter(({ verdict }) => verdict !== 'holds'),
          [],
        ))
    }
  })
}

const twinOf = (statement: string, which: 0 | 1) =>
  statement.replace(/\{([^|}]*)\|([^}]*)\}/g, (_, right: string, wrong: string) => (which === 0 ? right : wrong))
