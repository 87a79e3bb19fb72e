/** How an office's papers look, as it chose: names of typeface and cover, and its pictures by their fingerprints. */
export type StyleChoice = {
  readonly typeface: string
  readonly cover: string
  readonly logo: string | null
  /** What those are told who do not see the logo. */
  readonly logoAlt: string
  readonly picture: string | null
  readonly pictureAlt: string
}

/** A style as it was set: 1, 2, 3 …; the newest stands. */
export type StoredStyle = StyleChoice & { readonly number: number }

/** A picture that was taken in, for good. */
export type StoredImage = {
  readonly sha256: string
  readonly type: string
  readonly bytes: Uint8Array
  /** In dots. */
  readonly width: number
  readonly height: number
}

/** What papers look like before an office has chosen anything. */
export const UNSTYLED: StoredStyle = {
  ...{ number: 0, typeface: 'serif-titles', cover: 'band' },
  ...{ logo: null, logoAlt: '', picture: null, pictureAlt: '' },
}

/** Which answer bars a style, and what to do. */
export type StyleRefusal = { readonly field: 'logo' | 'logoAlt' | 'picture' | 'pictureAlt'; readonly message: string }

/** A picture needs words for those who do not see it; a cover with a picture needs the picture. */
export function checkStyle(choice: StyleChoice): StyleRefusal | undefined {
  if (choice.logo && !choice.logoAlt)
    return { field: 'logoAlt', message: 'Say what the logo is, for those who do not see it' }
  if (choice.picture && !choice.pictureAlt)
    return { field: 'pictureAlt', message: 'Say what the picture shows, for those who do not see it' }
  if (choice.cover === 'picture' && !choice.picture)
    return { field: 'picture', message: 'Choose a picture, or another cover' }
  return undefined
}
