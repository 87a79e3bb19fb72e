import assert from 'node:assert/strict'
import { it } from 'node:test'
import { toCsv } from './csv.js'

it('writes RFC 4180 with CRLF and quotes only where they are needed', () => {
  assert.equal(
    toCsv(
      ['a', 'b'],
      [
        ['x, y', 'say "hi"'],
        [1.5, null],
      ],
    ),
    'a,b\r\n"x, y","say ""hi"""\r\n1.5,\r\n',
  )
})

it('hands a spreadsheet no formula to run', () => {
  assert.equal(toCsv(['t'], [['=1+1'], ['@x'], ['-2'], [-2]]), "t\r\n'=1+1\r\n'@x\r\n'-2\r\n-2\r\n")
})
