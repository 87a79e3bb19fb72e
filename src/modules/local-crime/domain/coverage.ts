/** A month of a force and whether its file is there. */
export type CoverageMonth = { readonly month: string; readonly release: string | null }

/** One year of a grid: for each month the release of its file, null where it is missing, undefined outside the range. */
export type CoverageYear = { readonly year: string; readonly months: readonly (string | null | undefined)[] }

/** The months of a force laid out by year, from the first to the last that is there. */
export function coverageYears(months: readonly CoverageMonth[]): CoverageYear[] {
  const releases = new Map(months.map(({ month, release }) => [month, release]))
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))].sort()
  const monthNumbers = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
  return years.map((year) => ({ year, months: monthNumbers.map((month) => releases.get(`${year}-${month}`)) }))
}

/** The months between the first and the last whose file is missing. */
export function missingMonths(months: readonly CoverageMonth[]): string[] {
  return months.flatMap(({ month, release }) => (release === null ? [month] : []))
}

/** The financial years, April to March, of which every month is there: `2024` is April 2024 to March 2025. */
export function wholeFinancialYears(months: readonly CoverageMonth[]): number[] {
  const there = new Set(months.flatMap(({ month, release }) => (release === null ? [] : [month])))
  const starts = [...new Set([...there].map((month) => Number(month.slice(0, 4))))].sort()
  const isWhole = (year: number) => monthsOfFinancialYear(year).every((month) => there.has(month))
  return starts.filter(isWhole)
}

function monthsOfFinancialYear(year: number): string[] {
  const calendar = (of: number, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${of}-${String(from + index).padStart(2, '0')}`)
  return [...calendar(year, 4, 12), ...calendar(year + 1, 1, 3)]
}
