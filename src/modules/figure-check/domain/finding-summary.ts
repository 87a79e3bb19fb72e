import type { Finding, Verdict } from '#modules/passages/index.js'

/** "1 error, 2 warnings, no questions; 14 relations hold; 57 claims read". */
export function summaryOf(findings: readonly Finding[], claims: number): string {
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length
  const counted = (many: number, word: string) => `${many === 0 ? 'no' : many} ${word}${many === 1 ? '' : 's'}`
  const open = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('question'), 'question'),
  ].join(', ')
  const holds = count('holds')
  return `${open}; ${holds} checked and right; ${counted(claims, 'claim')} read`
}
