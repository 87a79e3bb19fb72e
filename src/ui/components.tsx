/** What pages are made of. Charts are in `charts.tsx`; dates and numbers in words are in `format.ts`. */
export { Checkboxes, Radios } from './components/choices.js'
export { DateInput } from './components/date-input.js'
export { Waiting } from './components/desk.js'
export { Fieldset } from './components/field-parts.js'
export { Button, ButtonGroup, Filter, Form, Hidden, LinkButton } from './components/form.js'
export { Crumbs, Details, Pagination, SideNav, WithSide } from './components/navigation.js'
export { Outline, OutlineItem, TextButton, Tools } from './components/outline.js'
export {
  BigFigure,
  Cards,
  ChartFigure,
  DataLinks,
  EmptyState,
  Halves,
  Notice,
  Panel,
  PlanSheet,
  ThemeCard,
} from './components/panels.js'
export { PasskeyButton } from './components/passkey.js'
export { PromiseGroup } from './components/promises.js'
export { NumberedParagraph, Paper } from './components/report.js'
export { SquareCode } from './components/square-code.js'
export { type State, StateLine, StateList, StateTag } from './components/states.js'
export { SummaryList, type SummaryRow, Table } from './components/table.js'
export { FileInput, Select, type SelectItem, Textarea, TextInput } from './components/text-fields.js'
export {
  Added,
  Eyebrow,
  Heading,
  Lede,
  Promised,
  Prose,
  Removed,
  Small,
  Source,
  VisuallyHidden,
} from './components/type.js'
