import assert from 'node:assert/strict'
import { it } from 'node:test'
import { checkFiles } from 'frankpledge/figure-check'

const given = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

it('checks files for another program, with others to compare them with', async () => {
  const paper = given('paper.md', 'Burglaries fell from 400 in 2022/23 to 300 in 2023/24, a fall of 40%.')
  const result = await checkFiles({ files: [paper], others: [given('last-year.txt', 'There were 410 burglaries.')] })
  assert.ok(result.ok)
  const [checked] = result.value
  assert.equal(checked?.file, 'paper.md')
  assert.ok(checked.claims > 0)
  assert.deepEqual(
    checked.findings.filter(({ verdict }) => verdict === 'error').map(({ kind }) => kind),
    ['change'],
  )
})

it('answers another program with what is wrong about a file that cannot be read', async () => {
  const result = await checkFiles({
    files: [{ name: 'paper.docx', bytes: new TextEncoder().encode('PK\x03\x04 cut short') }],
  })
  assert.ok(!result.ok)
  assert.equal(result.error.file, 'paper.docx')
  assert.notEqual(result.error.problem, '')
})
