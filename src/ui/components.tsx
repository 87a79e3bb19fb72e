/** What pages are made of. Charts are in `charts.tsx`; dates and numbers in words are in `format.ts`. */
export { Checkboxes, type Choice, Radios } from './components/choices.js'
export { DateInput } from './components/date-input.js'
export { Waiting, type WaitingItem } from './components/desk.js'
export { Fieldset } from './components/field-parts.js'
export { Button, ButtonGroup, ErrorSummary, Form, Hidden, LinkButton } from './components/form.js'
export { Crumbs, Details, Pagination, type Place, SideNav, SkipLink, WithSide } from './components/navigation.js'
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
export { NumberedParagraph, Paper } from './components/report.js'
export { type State, StateIcon, StateLine, StateList, StateTag } from './components/states.js'
export { type Column, SummaryList, type SummaryRow, Table } from './components/table.js'
export { PoundsInput, Select, type SelectItem, Textarea, TextInput } from './components/text-fields.js'
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
