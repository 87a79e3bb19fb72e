import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { UsageError, understand } from './run.js'

const spc = { name: 'spc', summary: 'Chart', usage: '<file>', options: { target: 'value' }, arity: [1, 1] } as const

describe('a command line', () => {
  it('takes a number below nought as the value of an option', () => {
    for (const words of [
      ['spc', 'a.csv', '--target', '-5'],
      ['spc', '--target=-5', 'a.csv'],
    ]) {
      const { args, options } = understand([spc], words)
      assert.deepEqual([args, options], [['a.csv'], { target: '-5' }])
    }
  })

  it('takes a dash for standard input', () => {
    assert.deepEqual(understand([spc], ['spc', '-', '--json']).args, ['-'])
  })

  it('refuses an option that the command does not know, and one without its value', () => {
    assert.throws(() => understand([spc], ['spc', 'a.csv', '--colour', 'red']), UsageError)
    assert.throws(() => understand([spc], ['spc', 'a.csv', '--target']), UsageError)
  })
})
