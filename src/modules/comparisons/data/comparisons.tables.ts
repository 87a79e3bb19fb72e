/** The rows of comparisons. Dates are `YYYY-MM-DD`. */
export type ComparisonsTables = {
  /** `aliases` are parted by bars. */
  comparisons_area: { code: string; name: string; aliases: string }
  comparisons_group: {
    id: string
    slug: string
    kind: string
    name: string
    source: string
    source_url: string | null
    is_publishable: number
    version: number
  }
  comparisons_member: { id: string; group_id: string; area_code: string; starts_on: string; ends_on: string | null }
}
