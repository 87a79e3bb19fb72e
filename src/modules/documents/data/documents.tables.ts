/** The rows of this module. */
export type DocumentsTables = {
  documents_image: {
    sha256: string
    type: string
    width: number
    height: number
    added_at: string
    added_by: string
  }
  documents_style: {
    number: number
    typeface: string
    cover: string
    logo: string | null
    logo_alt: string
    picture: string | null
    picture_alt: string
    set_at: string
    set_by: string
  }
}
