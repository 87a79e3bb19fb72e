/** What everything that the office itself wrote may be used under. */
export const OGL = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
} as const

/** The licences of figures as addresses: those that are known by name, and those that are addresses themselves. */
export function licenceAddresses(names: readonly string[]): string[] {
  const known = names.flatMap((name) => {
    if (/open government licence/i.test(name) || /^OGL/.test(name)) return [OGL.path]
    return /^https?:\/\/\S+$/.test(name) ? [name] : []
  })
  return [...new Set([OGL.path, ...known])]
}
