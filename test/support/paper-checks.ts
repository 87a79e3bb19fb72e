import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { load } from 'cheerio'
import { everyPart, pdfStructure } from './pdf-structure.js'

/**
 * What every PDF of ours must be: tagged, PDF/UA-1 by its own word, in British English, under its title, nothing on its
 * pages untagged, headings in steps, each picture told in words, each column of a table headed.
 */
export async function assertSoundPdf(bytes: Uint8Array, title: string): Promise<void> {
  const pdf = await pdfStructure(bytes)
  assert.deepEqual(
    [pdf.isTagged, pdf.claims, pdf.language, pdf.title, pdf.showsTitle, pdf.untagged],
    [true, '1', 'en-GB', title, true, 0],
  )
  const parts = [...everyPart(pdf.parts)]
  const levels = parts.flatMap(({ role }) => /^H(\d)$/.exec(role)?.[1] ?? []).map(Number)
  assert.equal(levels[0], 1)
  levels.forEach((level, index) => {
    assert.ok(index === 0 || level <= (levels[index - 1] ?? 0) + 1, levels.join(' '))
  })
  for (const figure of parts.filter(({ role }) => role === 'Figure')) assert.ok(figure.alt, 'a picture without words')
  const tables = parts.filter(({ role }) => role === 'Table').length
  const heads = parts.filter(({ role }) => role === 'THead').length
  assert.equal(heads, tables, 'each table has its head')
  assertSoundToQpdf(bytes)
}

/** Has qpdf, another program, read the file through; `script/test` brings it. */
export function assertSoundToQpdf(bytes: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, bytes)
  try {
    assert.match(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' }), /No syntax or stream encoding errors/)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What every Word file of ours must be: real styles, header rows that repeat, pictures told in words, a title, its language. */
export function assertSoundWord(bytes: Uint8Array, title: string): void {
  const files = xmlIn(Buffer.from(bytes))
  const $ = load(files.get('word/document.xml') ?? '', { xml: true })
  const known = load(files.get('word/styles.xml') ?? '', { xml: true })
  const defined = new Set(
    known('w\\:style')
      .map((_, each) => known(each).attr('w:styleId'))
      .get(),
  )
  for (const style of $('w\\:pStyle').toArray())
    assert.ok(defined.has($(style).attr('w:val') ?? ''), $(style).attr('w:val'))
  assert.ok($('w\\:pStyle[w\\:val="Title"]').length > 0)
  for (const table of $('w\\:tbl').toArray()) assert.equal($(table).find('w\\:tblHeader').length, 1)
  for (const picture of $('wp\\:docPr').toArray()) assert.ok($(picture).attr('descr'), 'a picture without words')
  assert.match(files.get('docProps/core.xml') ?? '', new RegExp(`<dc:title>${title}</dc:title>`))
  assert.match(files.get('word/styles.xml') ?? '', /w:lang w:val="en-GB"/)
}

/** The XML files of a Word file, by name. */
export function xmlIn(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)]
    const from = at + 30 + name + zip.readUInt16LE(at + 28)
    const called = zip.toString('utf8', at + 30, at + 30 + name)
    if (/\.(xml|rels)$/.test(called))
      files.set(called, inflateRawSync(zip.subarray(from, from + packed)).toString('utf8'))
    at = from + packed
  }
  return files
}
