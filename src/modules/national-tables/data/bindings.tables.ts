/** Lines of national tables that fill measures. One that was ended stays. */
export type TableBindingsTables = {
  national_tables_binding: {
    id: string
    measure_id: string
    /** JSON: the slice, and the area that its figures stand under. */
    slice: string
    bound_at: string
    bound_by: string
    ended_at: string | null
  }
}
