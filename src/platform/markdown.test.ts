import assert from 'node:assert/strict'
import { it } from 'node:test'
import { markdownToHtml } from './markdown.js'

it('writes what an author may write', () => {
  const html = markdownToHtml(
    '### Calls\n\n**999** calls rose.\n\n| Year | Calls |\n|---|---:|\n| 2017/18 | 126,649 |\n',
  )
  assert.match(html, /<h3>Calls<\/h3>/)
  assert.match(html, /<strong>999<\/strong>/)
  assert.match(html, /<td[^>]*>126,649<\/td>/)
})

it('runs nothing that an author wrote', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '![p](https://elsewhere.example/p.png)',
    '<a href="x" onclick="y">z</a>',
    '# Not your heading',
  ].join('\n\n')
  const html = markdownToHtml(hostile)
  assert.doesNotMatch(html, /script|onerror|javascript:|<img|onclick|<h1/i)
})
