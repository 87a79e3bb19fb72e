/** Dates and numbers as people read them. They live in the kernel, so that rules can write sentences too. */
export {
  countInWords,
  countOf,
  formatDate,
  formatLongDate,
  formatMoment,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPoints,
  formatShortDate,
  formatSigned,
  plural,
  sentenceCount,
} from '#kernel/words.js'
