import type { FileStore } from './file-store.js'
import type { FilesPlace } from './files-settings.js'
import { folderStore } from './folder-store.js'
import { s3Store } from './s3-store.js'

/** The store at a place; undefined where files stay in the register. */
export function openStore(place: FilesPlace | undefined): FileStore | undefined {
  if (place === undefined) return undefined
  return place.kind === 's3' ? s3Store(place) : folderStore(place.folder)
}
