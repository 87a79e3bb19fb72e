/** Invented monthly counts that explain the charts: thirteen ordinary months. */
export const ORDINARY: readonly number[] = [52, 47, 55, 50, 44, 51, 57, 49, 53, 46, 50, 54, 51]

/** Invented: the same, but that the last month lies outside the limits. */
export const SPIKED: readonly number[] = [52, 47, 55, 50, 44, 51, 57, 49, 53, 46, 50, 54, 81]

/** Invented: after six months the level falls, and seven months lie below the average. */
export const SHIFTED: readonly number[] = [57, 53, 59, 54, 60, 56, 44, 48, 43, 47, 42, 46, 44]
