import type { Command } from '#platform/cli/command.js'
import { createExample } from '../actions/create-example.js'
import { ContentProblem } from '../actions/making.js'
import { accountLines, EXAMPLE_ACCOUNTS, EXAMPLE_PASSWORD } from '../domain/accounts.js'
import { readContent } from './read-content.js'

const REFUSALS = {
  'has-office':
    'This register already has an office. The example needs an empty one: set FRANKPLEDGE_DATA to a new folder.',
  'has-accounts':
    'This register already has accounts. The example has passwords that everyone knows, and needs an empty register.',
} as const

/** `frankpledge example create`: the office to try everything on. */
export const createExampleCommand: Command = {
  name: 'example create',
  permission: 'example:create',
  summary: 'Make the example office in an empty register',
  usage: '',
  arity: [0, 0],
  run: async ({ deps, actor, say, progress }) => {
    try {
      const started = performance.now()
      const result = await createExample(deps, actor, readContent(), { say, progress })
      if (!result.ok) return refused(say, result.error.code, REFUSALS[result.error.code])
      const seconds = (performance.now() - started) / 1000
      say(`The example office is ready, in ${seconds.toFixed(1)} seconds.`)
      const lines = [...accountLines(EXAMPLE_ACCOUNTS), `  Password of each: ${EXAMPLE_PASSWORD}`]
      return { lines, data: { accounts: EXAMPLE_ACCOUNTS.map(({ email, name }) => ({ email, name })) } }
    } catch (problem) {
      if (problem instanceof ContentProblem) return refused(say, 'faulty-content', problem.message)
      throw problem
    }
  },
}

function refused(say: (message: string) => void, code: string, why: string) {
  say(why)
  return { refused: true, lines: [], data: { refused: code } }
}
