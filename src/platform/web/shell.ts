/** What the frame round every page needs to know: whose site this is and where one can go. */
export type Shell = {
  /** "Police and Crime Commissioner for Cambridgeshire and Peterborough": from the register, never from code. */
  readonly officeName: string
  readonly officeShortName: string
  /** '#rrggbb'; contrast with white is checked when it is saved. */
  readonly brandColour: string
  /** Shown under the header of every page when this is the example office. */
  readonly notice?: string
  readonly publicNav: readonly NavItem[]
  readonly staffNav: readonly NavSection[]
}

export type NavItem = {
  readonly label: string
  readonly href: string
  /** Addresses that belong to it and do not begin with its own. */
  readonly holds?: readonly string[]
}
export type NavSection = { readonly title?: string; readonly items: readonly NavItem[] }

/** Which frame a page stands in. 'bare' has no frame (the one-page print). */
type LayoutName = 'public' | 'staff' | 'bare'

/** One rendered page, before it is put in its frame. */
export type Frame = {
  readonly layout: LayoutName
  readonly title: string
  /** The address asked for, to mark the current item of the navigation. */
  readonly path: string
  readonly shell: Shell
  /** Present when someone is signed in. */
  readonly signedIn?: { readonly name: string; readonly csrfToken: string }
  /** One-time notice after a redirect ("Update recorded"). */
  readonly flash?: string
  readonly hasErrors: boolean
  /** Files that make this page, for an HTML comment in development. */
  readonly madeBy?: string
}
