type Term = { from_on: string; until_on: string | null }

export type BodyTables = {
  body_body: {
    id: string
    successor_id: string | null
    brand_colour: string
    notice: string | null
    demonstration_on: string | null
    version: number
  }
  body_description: Term & {
    id: string
    body_id: string
    type: string
    name: string
    short_name: string
    office_name: string
    office_holder_title: string
    deputy_title: string
    chief_officer_title: string
    scrutiny_panel_name: string
  }
  body_force: Term & { id: string; body_id: string; name: string; short_name: string }
  body_area: Term & { id: string; body_id: string; kind: string; code: string; name: string }
  body_organisation: Term & { id: string; body_id: string; kind: string; name: string; short_name: string }
}
