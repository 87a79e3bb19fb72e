import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { runLimited, startWriting } from './limited-process.js'

const own = new URL('./limited-process.js', import.meta.url)
const limits = { megabytes: 200, seconds: 20 }

describe('a process with limits', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'limited-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  async function scriptOf(name: string, answer: string): Promise<URL> {
    const file = join(folder, `${name}.mjs`)
    const imports = `import { answerOnce } from ${JSON.stringify(own.href)}\nimport { writeFileSync } from 'node:fs'\n`
    await writeFile(file, `${imports}answerOnce(${answer})`)
    return pathToFileURL(file)
  }

  it('gives what the child answers to the bytes that it was sent', async () => {
    const script = await scriptOf('adds', '({ bytes }) => ({ sum: bytes.reduce((a, b) => a + b, 0) })')
    assert.deepEqual(await runLimited(script, { bytes: new Uint8Array([1, 2, 39]) }, limits), {
      ok: true,
      value: { sum: 42 },
    })
  })

  it('tells why the child failed', async () => {
    const script = await scriptOf('fails', "() => { throw new Error('This file is cut off') }")
    assert.deepEqual(await runLimited(script, {}, limits), {
      ok: false,
      error: { code: 'failed', message: 'This file is cut off' },
    })
  })

  it('stops a child that never ends', async () => {
    const script = await scriptOf('endless', '() => { for (;;); }')
    const result = await runLimited(script, {}, { ...limits, seconds: 1 })
    assert.deepEqual(result, { ok: false, error: { code: 'too-slow' } })
  })

  it('stops a child that takes all memory, in its heap or beside it', async () => {
    const heap = await scriptOf(
      'heap',
      '() => { const all = []; for (;;) all.push({ at: all.length, name: String(all.length) }) }',
    )
    const beside = await scriptOf('beside', '() => { const all = []; for (;;) all.push(Buffer.alloc(1e6, 1)) }')
    for (const script of [heap, beside]) {
      assert.deepEqual(await runLimited(script, {}, limits), { ok: false, error: { code: 'too-big' } })
    }
  })

  it('lets the child write no file and see no setting', async () => {
    const writes = await scriptOf('writes', `() => writeFileSync(${JSON.stringify(join(folder, 'x'))}, 'x')`)
    const written = await runLimited(writes, {}, limits)
    assert.equal(written.ok, false)
    const looks = await scriptOf('looks', '() => process.env.PATH ?? null')
    assert.deepEqual(await runLimited(looks, {}, limits), { ok: true, value: null })
  })

  it('has a child ready that writes to its one folder, tells how far it is, and answers when it is asked', async () => {
    const inside = join(folder, 'inside')
    const script = await scriptOf(
      'ready',
      `({ path }, tell) => { tell('half'); writeFileSync(path, 'x'); return 'done' }`,
    )
    const told: unknown[] = []
    const rights = { folder: inside, onProgress: (part: unknown) => void told.push(part) }
    await mkdir(inside)
    const children = [0, 1].map(() => startWriting(script, limits, rights))
    const [first, second] = children
    assert.deepEqual(await first?.ask({ path: join(inside, 'x') }), { ok: true, value: 'done' })
    assert.deepEqual(told, ['half'])
    assert.equal((await second?.ask({ path: join(folder, 'x') }))?.ok, false)
  })

  it('says that a child gave no answer when it was stopped, or ended, before it was asked', async () => {
    const stopped = startWriting(await scriptOf('waits', '() => 1'), limits, { folder })
    stopped.stop()
    const broken = startWriting(await scriptOf('broken', '() => 1); throw new Error("no engine"'), limits, { folder })
    for (const child of [stopped, broken]) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      const answer = await child.ask({})
      assert.equal(answer.ok ? '' : answer.error.code, 'failed')
    }
  })
})
