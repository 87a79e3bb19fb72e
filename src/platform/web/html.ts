import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

/** A view as HTML text. */
export function htmlOf(view: VNode): string {
  return render(view)
}
