/** The file in which an export says what it wrote, so that the next one can take away what is stale. */
export const MANIFEST_NAME = 'export-manifest.json'

type ListedFile = { readonly path: string; readonly sha256: string }

/** The files that earlier exports wrote to a folder, by their form. */
export type ExportManifest = { readonly forms: Readonly<Record<string, readonly ListedFile[]>> }

/** Of a folder that no export was written to. */
export const NO_MANIFEST: ExportManifest = { forms: {} }

/** Reads a list; one that is damaged lists nothing. */
export function manifestIn(text: string): ExportManifest {
  const read: unknown = parsed(text)
  if (!isRecord(read) || !isRecord(read.forms)) return NO_MANIFEST
  const forms = Object.entries(read.forms).map(([form, files]) => [form, listedIn(files)] as const)
  return { forms: Object.fromEntries(forms) }
}

/** Files of this form that the last export wrote and this one does not, unless another form has them too. */
export function staleFiles(before: ExportManifest, form: string, now: readonly ListedFile[]): ListedFile[] {
  const others = Object.entries(before.forms).flatMap(([other, files]) => (other === form ? [] : files))
  const stays = new Set([...now, ...others].map(({ path }) => path))
  return (before.forms[form] ?? []).filter(({ path }) => !stays.has(path))
}

/** The list after an export of this form. */
export function withFiles(before: ExportManifest, form: string, files: readonly ListedFile[]): ExportManifest {
  const forms = Object.entries({ ...before.forms, [form]: files }).sort(([a], [b]) => (a < b ? -1 : 1))
  return { forms: Object.fromEntries(forms) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listedIn(files: unknown): ListedFile[] {
  if (!Array.isArray(files)) return []
  return files.flatMap((file: unknown) => {
    if (!isRecord(file) || typeof file.path !== 'string' || typeof file.sha256 !== 'string') return []
    return [{ path: file.path, sha256: file.sha256 }]
  })
}
