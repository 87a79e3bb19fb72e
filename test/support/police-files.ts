import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

/** One row of a street file as a test writes it; what it does not say is filled in. */
export type StreetCells = {
  readonly id?: string
  readonly month?: string
  readonly reportedBy?: string
  readonly longitude?: string
  readonly latitude?: string
  readonly location?: string
  readonly lsoa?: string
  readonly type?: string
  readonly outcome?: string
}

export const STREET_HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,' +
  'Last outcome category,Context'
export const OUTCOMES_HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type'
export const STOPS_HEADER =
  'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,' +
  'Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,' +
  'Outcome linked to object of search,Removal of more than just outer clothing'

/** A Crime ID made of a few letters. */
export function crimeId(name: string): string {
  return Buffer.from(name).toString('hex').padStart(64, '0')
}

/** One line of a street file. An incident of anti-social behaviour has neither ID nor outcome. */
export function streetLine(cells: StreetCells = {}): string {
  const {
    month = '2024-01',
    reportedBy = 'Kent Police',
    longitude = '0.52',
    latitude = '51.27',
    lsoa = 'E01024200',
  } = cells
  const { type = 'Burglary', location = 'On or near High Street' } = cells
  const isAsb = type === 'Anti-social behaviour'
  const { id = isAsb ? '' : crimeId('one'), outcome = isAsb ? '' : 'Under investigation' } = cells
  const place = [longitude, latitude, location, lsoa, lsoa && 'Kent 001A']
  return [id, month, reportedBy, reportedBy, ...place, type, outcome, ''].join(',')
}

/** Where a street file of Kent stands in an archive, and three of its lines: two crimes and an incident. */
export const STREET = '2024-01/2024-01-kent-street.csv'
export const threeCrimes = [
  streetLine({ id: crimeId('a') }),
  streetLine({ id: crimeId('b'), type: 'Drugs' }),
  streetLine({ type: 'Anti-social behaviour' }),
]

/** One line of an outcomes file. */
export function outcomeLine(cells: StreetCells = {}): string {
  const { id = crimeId('one'), month = '2024-01', outcome = 'Unable to prosecute suspect' } = cells
  return [id, month, 'Kent Police', 'Kent Police', '', '', 'No location', '', '', outcome].join(',')
}

/** One line of a stop and search file, in UTC. */
export function stopLine(date: string, { linked = '', latitude = '51.27', longitude = '0.52' } = {}): string {
  const person = ['Male', '18-24', 'White - English/Welsh/Scottish/Northern Irish/British', 'White']
  const search = ['Misuse of Drugs Act 1971 (section 23)', 'Controlled drugs', 'Arrest', linked, 'False']
  return ['Person search', date, '', '', latitude, longitude, ...person, ...search].join(',')
}

/** A file as data.police.uk writes it: CRLF after every line. */
export function csvOf(header: string, lines: readonly string[], lineEnd = '\r\n'): string {
  return [header, ...lines].map((line) => line + lineEnd).join('')
}

/** Writes a file into a folder, with the folders on its way, and answers with its path. */
export function writtenTo(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** An entry of a ZIP, and what its directory says of it where that is not true. */
export type PackedEntry = {
  readonly name: string
  readonly content: string | Uint8Array
  readonly says?: {
    readonly bytes?: number
    readonly crc32?: number
    readonly offset?: number
    readonly isLocked?: boolean
  }
}

/** A ZIP of these entries, deflated; may be made to lie about them. */
export function zipOf(entries: readonly PackedEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, says = {} } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800 | (says.isLocked ? 1 : 0), 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(says.crc32 ?? crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(says.bytes ?? bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(says.offset ?? offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed])
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, Buffer.from(name))
    parts.push(local)
    offset += local.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}
