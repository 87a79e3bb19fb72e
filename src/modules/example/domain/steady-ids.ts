/**
 * Ids in the form of UUID version 7 (RFC 9562) that come out the same every time: the moment, a count within it,
 * and bits from a generator with a fixed seed. For the example office only: anyone can tell them in advance.
 */
export function steadyIds(instant: () => number): () => string {
  const random = generator(0x5f3759df)
  let last = -1
  let count = 0
  return () => {
    count = instant() === last ? count + 1 : 0
    last = instant()
    if (count > 0xfff) throw new RangeError('More than 4,096 ids were asked for in one moment')
    const moment = hex(last, 12)
    const low = `${hex(random(), 8)}${hex(random(), 8)}`
    const variant = hex(0x8 | (Number.parseInt(low.charAt(0), 16) & 0x3), 1)
    return `${moment.slice(0, 8)}-${moment.slice(8)}-7${hex(count, 3)}-${variant}${low.slice(1, 4)}-${low.slice(4)}`
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

/** Mulberry32: 32 evenly spread bits at a time, always the same ones from the same seed. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return (bits ^ (bits >>> 14)) >>> 0
  }
}
