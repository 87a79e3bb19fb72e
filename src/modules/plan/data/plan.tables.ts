/** The rows of the module. `plan_version` is append-only: the register refuses to change or remove its rows. */
export type PlanTables = {
  plan_plan: {
    id: string
    body_id: string
    slug: string
    title: string
    vision: string
    election_on: string
    next_election_on: string
    starts_on: string
    version: number
  }
  plan_level: {
    id: string
    plan_id: string
    parent_id: string | null
    position: number
    name: string
    plural: string
    is_tracked: number
    holds_actions: number
  }
  plan_node: {
    id: string
    plan_id: string
    level_id: string
    parent_id: string | null
    position: number
    slug: string
    title: string
    text: string
    version: number
  }
  plan_node_body: { node_id: string; organisation_id: string; role: 'lead' | 'support'; part: string; position: number }
  plan_version: {
    id: string
    plan_id: string
    number: number
    note: string
    content: string
    sha256: string
    published_at: string
    published_by: string
  }
}
