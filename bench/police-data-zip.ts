import { open, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

/** Packs files as data.police.uk does: `2024-01/2024-01-kent-street.csv`, deflated, no folder above. */
export async function packFiles(files: readonly string[], target: string): Promise<void> {
  const out = await open(target, 'w')
  const directory: Buffer[] = []
  let offset = 0
  for (let at = 0; at < files.length; at += 4) {
    const packed = await Promise.all(files.slice(at, at + 4).map(packedFile))
    for (const { name, facts, bytes } of packed) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, bytes])
      const place = Buffer.alloc(14)
      place.writeUInt32LE(offset, 10)
      directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name)
      await out.write(local)
      offset += local.length
    }
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  await out.write(Buffer.concat([list, end]))
  await out.close()
}

async function packedFile(path: string): Promise<{ name: Buffer; facts: Buffer; bytes: Buffer }> {
  const content = await readFile(path)
  const bytes = await promisify(deflateRaw)(content)
  const name = Buffer.from(join(basename(dirname(path)), basename(path)))
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(8, 4)
  facts.writeUInt32LE(crc32(content), 10)
  facts.writeUInt32LE(bytes.length, 14)
  facts.writeUInt32LE(content.length, 18)
  facts.writeUInt16LE(name.length, 22)
  return { name, facts, bytes }
}
