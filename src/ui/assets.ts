import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the pages, ready to be sent. */
export type AssetFile = { readonly bytes: Buffer; readonly type: string }

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

type Assets = { readonly addresses: ReadonlyMap<string, string>; readonly files: ReadonlyMap<string, AssetFile> }
let loaded: Assets | undefined

/** The address of a style sheet, script or picture by its plain name ('site.css'). The build must have run. */
export function asset(name: string): string {
  const address = assets().addresses.get(name)
  if (!address) throw new Error(`No such file of the pages: ${name}. Build the project first.`)
  return address
}

/** The file behind an address under `/assets/`, from memory. Its name changes when its content does. */
export function assetFile(file: string): AssetFile | undefined {
  return assets().files.get(file)
}

function assets(): Assets {
  loaded ??= readAssets(fileURLToPath(new URL('../../ui/', import.meta.url)))
  return loaded
}

function readAssets(folder: string): Assets {
  const manifest: Record<string, string> = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8'))
  const files = readdirSync(folder)
    .filter((file) => extname(file) in types)
    .map((file): [string, AssetFile] => [
      file,
      { bytes: readFileSync(folder + file), type: types[extname(file)] ?? 'application/octet-stream' },
    ])
  const addresses = Object.entries(manifest).map(([name, file]): [string, string] => [name, `/assets/${file}`])
  return { addresses: new Map(addresses), files: new Map(files) }
}
