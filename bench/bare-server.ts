import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** The peer: the least that Node can do to send one file, already compressed and in memory, with its headers. */
const [file = '', headersFile = ''] = process.argv.slice(2)
const body = readFileSync(file)
const headers = JSON.parse(readFileSync(headersFile, 'utf8')) as Record<string, string>
const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
