import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { sourceFiles, textOf } from './source-files.js'

/**
 * What meets strangers' words in the server's own process. What reads their documents is stopped at its limits of time
 * (`src/platform/limited-process.test.ts`), and so are the figure checker and what it stands on.
 */
const MEETS_STRANGERS =
  'src/{kernel,platform/web,ui,modules/{people,body,plan,delivery,measures,imports,reports,public-site,publications,formulas,documents}}/**/*'

/** Patterns that would take long, and why they are never given many characters. */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/modules/imports/domain/written-number.ts': 'refuses more than 100 characters, with no two spaces together',
  'src/modules/imports/domain/find-table.ts': 'looks at the first 300 characters of a heading',
  'src/kernel/words.ts': 'groups the digits of a number',
  'src/kernel/written-span.ts': 'looks at the first 300 characters of a period',
}

/** Where a pattern can begin in our own code, up to its flags. */
const LITERAL = /(?<=[(,=:[!&|?{};\s])\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g
const REPEATED = ['a', '1', ' ', '\n', '1,', 'a.', '-', '<a ', '"', '(', '| ', '*', '1 ', '- ', '=', 'a@', '&', '/']
const LENGTH = 100_000
/** A pattern that takes no longer for being given more takes a thousandth of this. */
const GIVES_UP_AFTER = 4000

function patternsIn(text: string): RegExp[] {
  return [...text.matchAll(LITERAL)].flatMap(([, source = '', flags = '']) => {
    try {
      return [new RegExp(source, flags.replace(/[gy]/g, ''))]
    } catch {
      return []
    }
  })
}

function staysBusy(pattern: RegExp): boolean {
  return REPEATED.some((piece) => {
    const text = `${piece.repeat(LENGTH / piece.length)}\u0001`
    try {
      runInContext('pattern.exec(text)', createContext({ pattern, text }), { timeout: GIVES_UP_AFTER })
      return false
    } catch {
      return true
    }
  })
}

describe('a pattern that meets strangers’ words', () => {
  const files = sourceFiles(MEETS_STRANGERS).filter((path) => !/[.]test[.]/.test(path) && !(path in BOUNDED))

  it('is kept busy by none of them, however long they are', () => {
    const found = files.map((path) => ({ path, patterns: patternsIn(textOf(path)) }))
    assert.ok(found.flatMap(({ patterns }) => patterns).length > 200)
    const busy = found.flatMap(({ path, patterns }) => patterns.filter(staysBusy).map((each) => `${path} ${each}`))
    assert.deepEqual(busy, [])
  })

  it('would be found', () => {
    assert.ok(staysBusy(/(a+)+$/))
  })
})
