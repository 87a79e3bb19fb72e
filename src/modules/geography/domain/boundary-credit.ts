/** Whose outlines a map shows, as their licence asks (Open Government Licence v3.0, and the terms of OS data). */
export function boundaryCredit(edition: number): string {
  return `Boundaries of ${edition}: Office for National Statistics, Open Government Licence v3.0. Contains OS data © Crown copyright and database right ${edition}.`
}
