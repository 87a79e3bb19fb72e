import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { A_PNG } from '#test/support/pictures.js'
import { pictureKind, unsafeIn } from './picture-kind.js'
import { readPicture } from './read-picture.js'

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" ${more}>${inside}</svg>`
const bytes = (text: string) => new TextEncoder().encode(text)

describe('what a picture is', () => {
  it('is told by its bytes, never by its name', () => {
    assert.deepEqual(pictureKind(A_PNG), { type: 'png', width: 1, height: 1 })
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108000a00140301220002110003110100', 'hex')
    assert.deepEqual(pictureKind(jpeg), { type: 'jpeg', width: 20, height: 10 })
    assert.deepEqual(pictureKind(bytes(`<?xml version="1.0"?>\n<!-- made by a program -->\n${svg('')}`)), {
      type: 'svg',
    })
    for (const other of ['', 'GIF89a', '%PDF-1.7', '<html><svg></svg></html>', '\u0089PNG'])
      assert.equal(pictureKind(bytes(other)), undefined, other)
  })
})

describe('a drawing', () => {
  it('holds shapes and nothing that runs, fetches or blows up', () => {
    const hostile = [
      svg('<script>alert(1)</script>'),
      svg('<g onclick="x()"/>'),
      svg('<foreignObject/>'),
      svg('<image href="file:///etc/passwd"/>'),
      svg('<use xlink:href="https://example.org/x.svg#a"/>'),
      svg('<style>@import "https://example.org/x.css"</style>'),
      svg('<rect style="fill:url(https://example.org/x)"/>'),
      svg('<text>Words</text>'),
      `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`,
    ]
    for (const each of hostile) assert.ok(unsafeIn(each), each)
    assert.equal(
      unsafeIn(svg('<style>.a{fill:#123456}</style><use href="#a"/><path class="a" d="M0 0h9v9z"/>')),
      undefined,
    )
  })

  it('is drawn anew as dots, so that nothing but its looks remains', async () => {
    const read = await readPicture(bytes(svg('<rect width="20" height="10" fill="#12436d"/>')))
    assert.ok(read.ok, read.ok ? '' : read.error)
    const { type, width, height } = read.value
    assert.deepEqual([type, width, height], ['png', 1600, 800])
    assert.deepEqual(pictureKind(read.value.bytes), { type: 'png', width: 1600, height: 800 })
  })
})

describe('a picture for papers', () => {
  it('is refused where it is none, unsafe, damaged or has too many dots', async () => {
    const said = async (sent: Uint8Array) => {
      const read = await readPicture(sent)
      return read.ok ? 'taken' : read.error
    }
    assert.equal(await said(A_PNG), 'taken')
    assert.match(await said(bytes('hello')), /PNG, JPEG or SVG/)
    assert.match(await said(bytes(svg('<script/>'))), /holds a script/)
    assert.match(await said(bytes('<svg xmlns="http://www.w3.org/2000/svg"><path d="')), /cannot be drawn/)
    assert.match(await said(A_PNG.slice(0, 50)), /damaged/)
    const wide = new Uint8Array(A_PNG)
    new DataView(wide.buffer).setUint32(16, 100_000)
    assert.match(await said(wide), /100000 by 1 dots/)
    assert.match(await said(new Uint8Array(3 * 1024 * 1024)), /2 megabytes/)
  })
})
