/** What fills measures. One that was ended stays. */
export type BindingsTables = {
  bindings_binding: {
    id: string
    source: string
    measure_id: string
    area: string
    /** JSON, in the terms of the source. */
    slice: string
    bound_at: string
    bound_by: string
    ended_at: string | null
  }
}
