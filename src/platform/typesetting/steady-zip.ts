import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** One file of an archive. */
export type Entry = { readonly name: string; readonly bytes: Uint8Array }

/**
 * The same Word file whenever it is made from the same paper: names that are drawn by lot are given in order, times are
 * the paper's own day, and the archive is packed anew.
 */
export function steadyZip(packed: Buffer, madeOn: string): Uint8Array {
  const names = new Map<string, string>()
  const steady = (text: string) =>
    text
      .replaceAll(/\brId[\w-]{21}(?![\w-])/g, (name) => orderedName(names, name))
      .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeOn}T12:00:00Z`)
  const entries = entriesOf(packed).map(({ name, bytes }) =>
    /\.(xml|rels)$/.test(name)
      ? { name, bytes: Buffer.from(steady(Buffer.from(bytes).toString('utf8'))) }
      : { name, bytes },
  )
  return packedZip(entries, madeOn)
}

function orderedName(names: Map<string, string>, name: string): string {
  const known = names.get(name) ?? `rIdLink${names.size + 1}`
  names.set(name, known)
  return known
}

/** What stands in an archive, by its directory at the end. */
export function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = zip.readUInt32LE(end + 16)
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const stored = zip.subarray(from, from + size)
    at += 46 + nameLength + extra + comment
    return { name, bytes: method === 8 ? inflateRawSync(stored) : Buffer.from(stored) }
  }).filter(({ name }) => !name.endsWith('/'))
}

/** Files as a zip archive, in their order, all of one day: the same files give the same bytes. Names are in UTF-8. */
export function packedZip(entries: readonly Entry[], madeOn: string): Uint8Array {
  const [year = 2000, month = 1, day = 1] = madeOn.split('-').map(Number)
  const date = (Math.max(0, year - 1980) << 9) | (month << 5) | day
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const [title, packed] = [Buffer.from(name), deflateRawSync(bytes, { level: 6 })]
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt16LE(12 << 11, 6)
    head.writeUInt16LE(date, 8)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt16LE(title.length, 22)
    const central = Buffer.alloc(16)
    central.writeUInt32LE(offset, 12)
    bodies.push(Buffer.from([0x50, 0x4b, 3, 4]), head, title, packed)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), head, central.subarray(2), title)
    offset += 30 + title.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...bodies, list, end]))
}
