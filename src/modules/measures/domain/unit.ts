/** What a figure is: a number of things, a share in per cent, one thing for each of another, money, or a length of time. */
export type Unit = 'count' | 'percentage' | 'rate' | 'pounds' | 'duration'

/** Every unit, in the order that people choose from. */
export const UNITS: readonly Unit[] = ['count', 'percentage', 'rate', 'pounds', 'duration']
