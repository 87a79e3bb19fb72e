/** A run of text as a PDF paints it: its left end on the baseline, in points, y upwards. */
export type PdfItem = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Turned on its side: it never shares a line with text that is not. */
  readonly isTurned: boolean
}
