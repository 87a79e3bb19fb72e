import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { ROOT, sourceFiles, textOf } from './source-files.js'

const written = sourceFiles('**/*.{ts,tsx,cjs,scss,js,md,json,sh,yml,csv}', 'script/*', '.ci/*', 'bin/*', '.*rc')

/** Where a word stands in the project's files: `path:line`. */
function placesOf(pattern: RegExp, paths = written): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 80)}`] : [])),
  )
}

/** Patterns are put together from pieces, so that this file does not hold what it looks for. */
const anyOf = (words: string[]) => new RegExp(words.join('|'), 'i')

describe('the words of the project', () => {
  it('were looked for in its files', () => {
    assert.ok(written.length > 100)
    assert.notDeepEqual(placesOf(/the words of the project/), [])
  })

  it('name no folder of the machine that they were written on', () => {
    assert.deepEqual(placesOf(anyOf(['/wo' + 'rk/', '/ro' + 'ot/', '/tm' + 'p/', '/ho' + 'me/[a-z]'])), [])
  })

  it('name no package registry', () => {
    assert.deepEqual(placesOf(anyOf(['npm' + 'js\\.(org|com)', 'yarn' + 'pkg\\.com', '"resol' + 'ved":'])), [])
  })

  it('speak of the office, not of the tools that they were written with', () => {
    const makers = [
      'clau' + 'de',
      'anthro' + 'pic',
      'chat' + 'gpt',
      'open' + 'ai',
      'copi' + 'lot',
      'language mod' + 'el',
    ]
    assert.deepEqual(placesOf(anyOf(makers.map((name) => `\\b${name}`))), [])
  })

  it('promise nothing for later without an issue', () => {
    const pattern = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].map((word) => `\\b${word}\\b(?!.*#\\d)`).join('|'),
    )
    const code = written.filter((path) => /\.(tsx?|cjs|scss|sh)$/.test(path))
    assert.deepEqual(placesOf(pattern, code), [])
  })

  it('read the settings of the process in one place only', () => {
    const code = sourceFiles('src/**/*.{ts,tsx}').filter((path) => !/\.test\.tsx?$/.test(path))
    const places = placesOf(/process\.env|from 'node:process'/, code)
    assert.deepEqual(
      places.filter((place) => !place.startsWith('src/platform/config.ts:')),
      [],
    )
  })

  it('keep every file to 300 lines', () => {
    const code = sourceFiles('{src,test,tools,bench}/**/*.{ts,tsx,scss,js}', 'script/*', '.dependency-cruiser.cjs')
    const lengths = code.map((path) => ({ path, lines: textOf(path).trimEnd().split('\n').length }))
    assert.deepEqual(
      lengths.filter(({ lines }) => lines > 300),
      [],
    )
  })

  it('name folders for what is in them', () => {
    const vague = /(^|\/)(utils?|helpers?|common|shared|lib|types|services)(\/|\.)/
    assert.deepEqual(
      sourceFiles('{src,test,tools,bench}/**/*').filter((path) => vague.test(path)),
      [],
    )
  })

  it('name files in small letters with hyphens', () => {
    const plain = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/
    const names = sourceFiles('{src,test,tools,bench}/**/*.{ts,tsx}').map((path) => path.split('/').at(-1) ?? '')
    assert.deepEqual(
      names.filter((name) => !plain.test(name)),
      [],
    )
  })
})

describe('the built style sheets', () => {
  it('carry neither the typeface nor the emblems that only central government may use', () => {
    const sheets = globSync('dist/ui/*.css', { cwd: ROOT })
    assert.ok(sheets.length > 0)
    for (const sheet of sheets) {
      assert.doesNotMatch(readFileSync(join(ROOT, sheet), 'utf8'), /gds transport|crest|crown/i, sheet)
    }
  })
})
