/** The rows of delivery. Dates are `YYYY-MM-DD`, moments ISO 8601 in UTC. */
export type DeliveryTables = {
  delivery_action: {
    id: string
    plan_id: string
    node_id: string
    slug: string
    position: number
    title: string
    description: string
    lead_id: string | null
    starts_on: string
    due_on: string
    published_at: string | null
    version: number
  }
  delivery_action_partner: { action_id: string; organisation_id: string }
  delivery_milestone: { id: string; action_id: string; position: number; title: string; due_on: string }
  delivery_update: {
    id: string
    action_id: string
    on_date: string
    text: string
    evidence_title: string | null
    evidence_url: string | null
    override_status: string | null
    override_reason: string | null
    recorded_at: string
    recorded_by: string
    published_at: string | null
    published_by: string | null
  }
  delivery_note: {
    id: string
    action_id: string
    kind: string
    text: string
    written_at: string
    written_by: string
  }
  delivery_update_milestone: { update_id: string; milestone_id: string }
}
