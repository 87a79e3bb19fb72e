import type { IsoDate } from '#kernel/dates.js'
import type { OfficeRequest } from '#modules/body/index.js'
import type { GroupDescription } from '#modules/comparisons/index.js'
import type { ImportedAction, Override } from '#modules/delivery/index.js'
import type { Framework, ImportSource, MeasureDraft, NewFigure, SeriesBreak } from '#modules/measures/index.js'
import type { ImportRequest, TableSlice } from '#modules/national-tables/index.js'
import type { BoundSlice } from '#modules/police-data/index.js'
import type { ReportDraft } from '#modules/reports/index.js'
import type { Before, PlanPart } from '../domain/plan-part.js'

/** The office itself, with everyone that it works with. */
export type OfficeContent = OfficeRequest & {
  /** The day as at which the office is shown, and the last on which anything happens. */
  readonly shownOn: IsoDate
}

/** How a plan changed once: its second version is what its file says, the first is worked back from this. */
export type PlanRevision = { readonly publishedOn: IsoDate; readonly note: string; readonly before: Before }

/** A plan. `file` is the whole of it as read, for the plan module to check; `parts` are its parts. */
export type PlanInFile = {
  readonly key: string
  readonly title: string
  readonly publishedOn: IsoDate
  readonly parts: readonly PlanPart[]
  readonly file: Readonly<Record<string, unknown>>
  readonly revision: PlanRevision | null
}

/** A measure. `informs` names parts of plans as `plan/part`. */
export type MeasureInFile = {
  readonly key: string
  readonly description: MeasureDraft
  readonly informs: readonly string[]
  readonly publish: boolean
}

/** What people have recorded of series, and the frameworks that measures belong to, each measure by its key. */
export type SeriesInFile = {
  readonly frameworks: readonly (Pick<Framework, 'slug' | 'name' | 'kind' | 'source' | 'sourceUrl'> & {
    readonly measures: readonly { readonly key: string; readonly label: string }[]
  })[]
  readonly breaks: readonly (Pick<SeriesBreak, 'startsOn' | 'kind' | 'reason'> & { readonly measure: string })[]
}

/** A file of figures, the day on which it was taken in, and the measures that it has figures for. */
export type FiguresFile = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly source: ImportSource
  readonly importedOn: IsoDate
  readonly measures: ReadonlySet<string>
}

/** A group of areas, whose members all belong to it from one day. */
export type GroupInFile = GroupDescription & { readonly from: IsoDate; readonly members: readonly string[] }

/** Figures of other areas, where they come from, and the day on which they were taken in. */
export type AreaFiguresFile = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly source: ImportSource
  readonly importedOn: IsoDate
  readonly figures: readonly NewFigure[]
}

/** A folder of files of data.police.uk, all of one release, and the day on which they were taken in. */
export type PoliceRelease = {
  readonly folder: string
  readonly release: string
  readonly files: number
  readonly importedOn: IsoDate
}

/** A table that the nation publishes, and the day on which it was taken in. */
export type NationalTable = Pick<ImportRequest, 'kind' | 'fileName' | 'bytes'> & {
  readonly publisher: string
  readonly importedOn: IsoDate
}

/** An update of an action. `completes` holds keys of milestones. */
export type UpdateInFile = {
  readonly on: IsoDate
  readonly text: string
  readonly evidence: readonly { readonly title: string; readonly url: string | null }[]
  readonly completes: readonly string[]
  readonly override: Override | null
  readonly publish: boolean
}

/** An action of a plan, with its bodies by key. */
export type ActionInFile = {
  readonly key: string
  readonly plan: string
  readonly part: string
  readonly lead: string | null
  readonly partners: readonly string[]
  readonly updates: readonly UpdateInFile[]
} & Pick<ImportedAction, 'title' | 'description' | 'startsOn' | 'dueOn' | 'milestones'>

/** A report to the Panel, with its plan and theme by key. */
export type ReportInFile = {
  readonly key: string
  readonly plan: string
  /** For a report on the whole plan, none. */
  readonly theme?: string | undefined
  /** By section: 'purpose', or 'objective:' and the key of a part. */
  readonly narratives: Readonly<Record<string, string>>
  readonly publish: boolean
} & Omit<ReportDraft, 'planId' | 'themeId'>

/** What fills a measure by itself: lines of a table, or crimes. */
export type BindingInFile = { readonly measure: string; readonly area: string } & (
  | { readonly table: TableSlice }
  | { readonly crimes: BoundSlice }
)

/** All that the example office is made from. */
export type ExampleContent = {
  readonly office: OfficeContent
  readonly plans: readonly PlanInFile[]
  readonly measures: readonly MeasureInFile[]
  readonly series: SeriesInFile
  readonly figures: readonly FiguresFile[]
  readonly actions: readonly ActionInFile[]
  readonly reports: readonly ReportInFile[]
  readonly groups: readonly GroupInFile[]
  readonly areaFigures: readonly AreaFiguresFile[]
  readonly policeReleases: readonly PoliceRelease[]
  readonly tables: readonly NationalTable[]
  readonly bindings: readonly BindingInFile[]
}
