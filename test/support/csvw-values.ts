/** A datatype as metadata give it: a name, or a base with a format and constraints. */
export type Datatype = { readonly base: string; readonly [name: string]: unknown }

const INTEGERS: Readonly<Record<string, readonly [least: bigint | null, most: bigint | null]>> = {
  integer: [null, null],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-(2n ** 15n), 2n ** 15n - 1n],
  byte: [-128n, 127n],
  nonNegativeInteger: [0n, null],
  positiveInteger: [1n, null],
  unsignedLong: [0n, 2n ** 64n - 1n],
  unsignedInt: [0n, 2n ** 32n - 1n],
  unsignedShort: [0n, 2n ** 16n - 1n],
  unsignedByte: [0n, 255n],
  nonPositiveInteger: [null, 0n],
  negativeInteger: [null, -1n],
}
const FLOATS = ['number', 'double', 'float', 'decimal']
const STRINGS =
  'string normalizedString token language Name NMTOKEN xml html json anyAtomicType any anyURI QName'.split(' ')
const LENGTHS = [
  ...STRINGS.filter((name) => !['anyURI', 'QName'].includes(name)),
  'base64Binary',
  'hexBinary',
  'binary',
  'anyURI',
]

const DAY = String.raw`-?\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`
const TIME = String.raw`([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?`
const ZONE = String.raw`(Z|[+-]\d\d:\d\d)?`
const DURATION = String.raw`-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?`

/** What a value must look like where it has no format of its own (XML Schema, part 2). */
const PATTERNS: Readonly<Record<string, string>> = {
  date: `${DAY}${ZONE}`,
  dateTime: `${DAY}T${TIME}${ZONE}`,
  datetime: `${DAY}T${TIME}${ZONE}`,
  dateTimeStamp: `${DAY}T${TIME}(Z|[+-]\\d\\d:\\d\\d)`,
  time: `${TIME}${ZONE}`,
  gDay: String.raw`---\d\d${ZONE}`,
  gMonth: String.raw`--\d\d${ZONE}`,
  gMonthDay: String.raw`--\d\d-\d\d${ZONE}`,
  gYear: String.raw`-?\d{4,}${ZONE}`,
  gYearMonth: String.raw`-?\d{4,}-\d\d${ZONE}`,
  duration: DURATION,
  dayTimeDuration: String.raw`-?P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?`,
  yearMonthDuration: String.raw`-?P(?=.)(\d+Y)?(\d+M)?`,
  anyURI: '[^\\s<>"{}|\\\\^`]*',
  base64Binary: '[A-Za-z0-9+/=\\s]*',
  binary: '[A-Za-z0-9+/=\\s]*',
  hexBinary: '([0-9A-Fa-f]{2})*',
  boolean: 'true|false|1|0',
}

const FORMATS: Readonly<Record<string, string>> = {
  'yyyy-MM-dd': String.raw`\d{4}-\d\d-\d\d`,
  yyyyMMdd: String.raw`\d{8}`,
  'dd-MM-yyyy': String.raw`\d\d-\d\d-\d{4}`,
  'd-M-yyyy': String.raw`\d\d?-\d\d?-\d{4}`,
  'MM-dd-yyyy': String.raw`\d\d-\d\d-\d{4}`,
  'M-d-yyyy': String.raw`\d\d?-\d\d?-\d{4}`,
  'dd/MM/yyyy': String.raw`\d\d/\d\d/\d{4}`,
  'd/M/yyyy': String.raw`\d\d?/\d\d?/\d{4}`,
  'MM/dd/yyyy': String.raw`\d\d/\d\d/\d{4}`,
  'M/d/yyyy': String.raw`\d\d?/\d\d?/\d{4}`,
  'dd.MM.yyyy': String.raw`\d\d\.\d\d\.\d{4}`,
  'd.M.yyyy': String.raw`\d\d?\.\d\d?\.\d{4}`,
  'MM.dd.yyyy': String.raw`\d\d\.\d\d\.\d{4}`,
  'M.d.yyyy': String.raw`\d\d?\.\d\d?\.\d{4}`,
}

/** Whether metadata may name this datatype. */
export function isBuiltIn(name: string): boolean {
  return name in INTEGERS || FLOATS.includes(name) || STRINGS.includes(name) || name in PATTERNS
}

const CONSTRAINTS = ['minimum', 'maximum', 'minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'] as const

/** What is wrong with a datatype itself, whatever the cells hold. */
export function faultsOfDatatype(type: Datatype): string[] {
  return [...lengthFaults(type), ...limitFaults(type), ...formatFaults(type)]
}

const told = (faults: readonly (string | false)[]): string[] => faults.filter((fault) => typeof fault === 'string')

function lengthsOf(type: Datatype) {
  const [exact, least, most] = ['length', 'minLength', 'maxLength'].map((name) => type[name] as number | undefined)
  return { exact, least, most, low: least ?? 0, high: most ?? Number.POSITIVE_INFINITY }
}

function lengthFaults(type: Datatype): string[] {
  const { exact, least, most, low, high } = lengthsOf(type)
  const isAny = [exact, least, most].some((each) => each !== undefined)
  return told([
    isAny && !LENGTHS.includes(type.base) && 'a length is only for text',
    (low > high || (exact !== undefined && (low > exact || high < exact))) && 'the lengths contradict each other',
  ])
}

function limitFaults(type: Datatype): string[] {
  const isText = STRINGS.includes(type.base) || type.base === 'boolean'
  const has = (name: string) => type[name] !== undefined
  const { least, most, over, under } = limitsOf(type)
  return told([
    isText && CONSTRAINTS.some(has) && 'a limit is only for numbers and dates',
    has('minInclusive') && has('minExclusive') && 'two lower limits',
    has('maxInclusive') && has('maxExclusive') && 'two upper limits',
    (most < least || under <= least || most <= over || under < over) && 'the limits cross',
  ])
}

function formatFaults({ base, format }: Datatype): string[] {
  if (typeof format !== 'string') return []
  return told([
    base === 'date' && !(format.replace(/ ?[xX]+$/, '') in FORMATS) && 'bad date format',
    base === 'boolean' && !/^[^|]+\|[^|]+$/.test(format) && 'bad boolean format',
  ])
}

function limitsOf(type: Datatype) {
  const lowest = Number.NEGATIVE_INFINITY
  const highest = Number.POSITIVE_INFINITY
  return {
    least: limitOf(type, 'minInclusive') ?? limitOf(type, 'minimum') ?? lowest,
    most: limitOf(type, 'maxInclusive') ?? limitOf(type, 'maximum') ?? highest,
    over: limitOf(type, 'minExclusive') ?? lowest,
    under: limitOf(type, 'maxExclusive') ?? highest,
  }
}

function limitOf(type: Datatype, name: string): number | undefined {
  return type[name] === undefined ? undefined : asNumber(type, String(type[name]))
}

function asNumber({ base }: Datatype, text: string): number {
  return base in INTEGERS || FLOATS.includes(base) ? Number(text) : Date.parse(text)
}

/** What is wrong with one value of a cell, if anything is. */
export function faultOfValue(type: Datatype, text: string): string | undefined {
  if (!hasRightForm(type, text)) return `'${text}' is no ${type.base}`
  const { exact, low, high } = lengthsOf(type)
  if (text.length < low || text.length > high || text.length !== (exact ?? text.length))
    return `'${text}' is too long or short`
  const { least, most, over, under } = limitsOf(type)
  const value = asNumber(type, text)
  return value < least || value > most || value <= over || value >= under ? `'${text}' is beyond a limit` : undefined
}

function hasRightForm(type: Datatype, text: string): boolean {
  const { base, format } = type
  const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u').test(text)
  if (base in INTEGERS || FLOATS.includes(base)) return isNumber(type, text)
  if (typeof format !== 'string') return base in PATTERNS ? whole(PATTERNS[base] ?? '') : true
  if (base === 'boolean') return format.split('|').includes(text)
  if (format in FORMATS) return whole(FORMATS[format] ?? '')
  if (base in PATTERNS && !/uration|anyURI|inary/.test(base)) return true
  return whole(format)
}

function isNumber({ base, format }: Datatype, text: string): boolean {
  const group = typeof format === 'object' && format ? (format as { groupChar?: string }).groupChar : undefined
  const decimal =
    (typeof format === 'object' && format ? (format as { decimalChar?: string }).decimalChar : undefined) ?? '.'
  if (group && text.includes(group + group)) return false
  const plain = (group ? text.replaceAll(group, '') : text).replace(decimal, '.')
  if (base in INTEGERS) return /^[+-]?\d+$/.test(plain) && isWithin(base, BigInt(plain.replace('+', '')))
  if (base === 'decimal') return /^[+-]?(\d+(\.\d*)?|\.\d+)[%‰]?$/.test(plain)
  return /^([+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?[%‰]?|NaN|-?INF)$/i.test(plain)
}

function isWithin(base: string, value: bigint): boolean {
  const [least, most] = INTEGERS[base] ?? [null, null]
  return (least === null || value >= least) && (most === null || value <= most)
}
