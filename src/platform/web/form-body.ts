import type { FormBody } from './route.js'

/**
 * A form as a browser sends it, read as the URL Standard says: each name with its texts, in order. Bytes that are no
 * text become U+FFFD, which no field accepts; no name can stand for anything of the language's own.
 */
export function readFormBody(sent: string): FormBody {
  const body: Record<string, string | string[]> = Object.create(null)
  for (const [name, text] of new URLSearchParams(sent)) {
    const known = body[name]
    if (known === undefined) body[name] = text
    else if (typeof known === 'string') body[name] = [known, text]
    else known.push(text)
  }
  return body
}
