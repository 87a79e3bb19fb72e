import assert from 'node:assert/strict'
import { it } from 'node:test'
import { ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { showArea } from './show.cli.js'

it('shows what an area lies in and how many live there', async () => {
  const deps = testDeps(await openTestDb())
  const small = await ask(showArea, deps, 'E01017943')
  assert.match(small.lines.join('\n'), /In Cambridge {2}E07000008 {2}district/)
  const district = await ask(showArea, deps, 'fenland')
  assert.match(
    district.lines.join('\n'),
    /Fenland {2}E07000010[\s\S]*In Cambridgeshire {2}E23000023 {2}force[\s\S]*residents in 2020/,
  )
})

it('finds a name whatever kind of area has it, and says which others do', async () => {
  const deps = testDeps(await openTestDb())
  const kent = await ask(showArea, deps, 'Kent')
  assert.match(kent.lines.join(), /Kent {2}E23000032 {2}force/)
  const fenland = await ask(showArea, deps, 'Fenland')
  assert.match(fenland.said.join(), /--kind csp/)
})

it('says which areas may be meant where one is not plain', async () => {
  const deps = testDeps(await openTestDb())
  assert.match((await ask(showArea, deps, 'Abbey', '--kind', 'ward')).said.join(), /Several areas.*E05013050/)
  assert.match((await ask(showArea, deps, 'Fenlond')).said.join(), /Perhaps Fenland/)
  assert.match((await ask(showArea, deps, 'Fenland', '--kind', 'parish')).said.join(), /no kind of area/)
})
