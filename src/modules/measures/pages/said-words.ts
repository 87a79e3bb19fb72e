import type { SaidRefusal } from '../actions/who-says.js'

/** What to enter when something said of a series lacks a reason. */
export function saidProblem(refusal: SaidRefusal): ['reason', string] {
  return ['reason', refusal.code === 'no-reason' ? 'Enter why' : 'Sign in as a person to record this']
}
