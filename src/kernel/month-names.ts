const BEGINNINGS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A part of a pattern that a month's name matches, whole or shortened, in small letters. */
export const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

/** 1 to 12 for the name of a month, by its first three letters in any case; nought where these begin none. */
export function monthNumber(name = ''): number {
  return BEGINNINGS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}
