import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import multipart from '@fastify/multipart'
import fastify from 'fastify'
import { textOf } from '#test/architecture/source-files.js'
import { FILE_LIMIT, MOST_FILES, readFormParts } from './form-parts.js'

async function read(payload: string | Buffer, boundary = 'b') {
  const app = fastify()
  await app.register(multipart)
  app.post('/', async (request) => {
    const { body, files } = await readFormParts(request)
    return { body, files: Object.entries(files).map(([name, file]) => [name, file.fileName, file.bytes.length]) }
  })
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const answer = await app.inject({ method: 'POST', url: '/', headers, payload })
  await app.close()
  return { status: answer.statusCode, ...(answer.statusCode === 200 && answer.json()) }
}

const text = (name: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, content: string) =>
  `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n`

describe('a form sent in parts', () => {
  it('gives its texts and its file, whose name leads nowhere', async () => {
    const { status, body, files } = await read(
      `${text('title', 'March £')}${file('../../etc/return.csv', 'a,b')}--b--\r\n`,
    )
    assert.deepEqual([status, body, files], [200, { title: 'March £' }, [['file', 'return.csv', 3]]])
  })

  it('has no file where none was chosen', async () => {
    assert.deepEqual((await read(`${text('a', '1')}${file('', '')}--b--\r\n`)).files, [])
  })

  it('is refused when it breaks off, and when it holds too much', async () => {
    assert.equal((await read('--b\r\n\r\n--b--')).status, 400)
    assert.equal((await read(`${text('title', 'x')}--b\r\ncontent-disp`)).status, 400)
    assert.equal((await read(`${file('a.csv', 'x'.repeat(21 * 1024 * 1024))}--b--\r\n`)).status, 413)
    const five = Array.from({ length: 5 }, (_, at) => file(`${at}.csv`, '1')).join('')
    assert.equal((await read(`${five}--b--\r\n`)).status, 413)
    assert.equal(
      (await read(`${Array.from({ length: 600 }, (_, at) => text(`n${at}`, '1')).join('')}--b--\r\n`)).status,
      413,
    )
  })

  it('gives no name a meaning of its own', async () => {
    const { status } = await read(`${text('__proto__', 'x')}${text('constructor', 'y')}--b--\r\n`)
    assert.ok(status === 200 || status === 400)
    assert.equal(({} as Record<string, unknown>).x, undefined)
  })

  it('passes through the web server that the documents set up, with all its files', () => {
    const [, megabytes] = /client_max_body_size (\d+)m;/.exec(textOf('docs/operations/put-on-the-internet.md')) ?? []
    assert.ok(Number(megabytes) * 1024 * 1024 > MOST_FILES * FILE_LIMIT)
  })
})
