import type { Command } from '#platform/cli/command.js'
import { nameSum } from '../actions/small-numbers.js'

export const partsCommand: Command = {
  name: 'measures parts',
  permission: 'disclosure:decide',
  summary: 'Say of which measures another is the sum, so that no small part can be worked out',
  usage: '<whole> [<part> …]',
  arity: [1, 100],
  run: async ({ deps, actor, args: [whole = '', ...parts] }) => {
    const result = await nameSum(deps, actor, { whole, parts })
    if (!result.ok) {
      const refusal = 'A measure cannot be a part of itself'
      return { lines: [refusal], data: { refusal }, refused: true }
    }
    const words = parts.length > 0 ? `${whole} is the sum of ${parts.join(', ')}` : `${whole} is no sum of others`
    return { lines: [words], data: { whole, parts: [...parts] } }
  },
}
