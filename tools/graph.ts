import { dirname } from 'node:path'
import { importBreaches } from '../test/architecture/imports.ts'

/** The box that a file belongs to: a module, or a layer beneath or above the modules. */
function boxOf(path: string): string | undefined {
  if (/\.test\.tsx?$/.test(path)) return undefined
  return path.match(/^src\/modules\/([^/]+)\//)?.[1] ?? path.match(/^src\/([^/]+)\//)?.[1]
}

const floor = ['platform', 'ui', 'kernel']
const { imports } = await importBreaches(dirname(import.meta.dirname))
const edges = new Map<string, number>()
for (const { from, to } of imports) {
  const [upper, lower] = [boxOf(from), boxOf(to)]
  if (!upper || !lower || upper === lower) continue
  if (floor.includes(lower) && !floor.includes(upper)) continue
  const edge = `  ${upper} --> ${lower}`
  edges.set(edge, (edges.get(edge) ?? 0) + 1)
}
console.log('%% Imports as they are, as a Mermaid graph. Everything also uses platform, ui and kernel.')
console.log('graph TD')
for (const edge of [...edges.keys()].sort()) console.log(edge)
