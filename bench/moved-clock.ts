import { readFileSync } from 'node:fs'

/**
 * Loaded before a process of ours (`--import`), it moves that process's clock by the milliseconds in the file that
 * CLOCK_FILE names, which may change while it runs. Only the time of day moves: timers go on as they were.
 */
const file = process.env.CLOCK_FILE ?? ''
const RealDate = Date
let moved = 0

function look(): void {
  try {
    moved = Number(readFileSync(file, 'utf8')) || 0
  } catch {
    // Not there yet: the clock is right.
  }
}

class MovedDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(RealDate.now() + moved)
    else super(...(given as [number]))
  }
  static override now(): number {
    return RealDate.now() + moved
  }
}

look()
setInterval(look, 20).unref()
globalThis.Date = MovedDate as DateConstructor
