/** What the machine says no with: SQLite's numbers (their lowest eight bits), the system's words, PostgreSQL's codes. */
type Fault = { readonly errcode?: unknown; readonly code?: unknown; readonly path?: unknown; readonly dest?: unknown }

const BY_SQLITE: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'EACCES' }
const BY_POSTGRES: Readonly<Record<string, string>> = { 53100: 'ENOSPC', '42501': 'EACCES' }

/** What the machine refused, in a sentence with what to do; nothing for any other fault. */
export function machineReason(problem: unknown): string | undefined {
  if (!(problem instanceof Error)) return undefined
  const { errcode, code, path, dest } = problem as Error & Fault
  const place = typeof dest === 'string' ? dest : path
  const at = typeof place === 'string' ? ` (${place})` : ''
  const known = typeof errcode === 'number' ? BY_SQLITE[errcode & 255] : (BY_POSTGRES[String(code)] ?? String(code))
  switch (known) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room left on the disk${at}: make room`
    case 'EACCES':
    case 'EPERM':
      return `This account may not write or read there${at}: let it, or choose another place`
    case 'EROFS':
      return `The disk can only be read${at}: make it writable, or choose another place`
    case 'EIO':
      return `The disk does not read or write as it should${at}: look at it before anything else`
    case 'ENOTDIR':
    case 'EEXIST':
      return `Something stands where a folder or file should go${at}: move it away, or choose another place`
    default:
      return undefined
  }
}

/** Why something could not be done, in words for a record that people read. */
export function reasonInWords(problem: unknown): string {
  return machineReason(problem) ?? (problem instanceof Error ? problem.message : String(problem))
}
