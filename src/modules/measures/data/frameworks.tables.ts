/** The rows of frameworks and of the measures in them. */
export type FrameworksTables = {
  measures_framework: {
    id: string
    slug: string
    name: string
    kind: string
    source: string
    source_url: string | null
    starts_on: string | null
    ends_on: string | null
    version: number
  }
  measures_framework_entry: { framework_id: string; measure_id: string; position: number; label: string }
  measures_measure_node: { measure_id: string; node_id: string; label: string }
}
