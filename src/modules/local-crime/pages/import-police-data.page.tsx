import type { LakeProblem } from '#platform/lake/source-place.js'
import { fileField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Details, FileInput, Form, Heading, Lede, Textarea, TextInput } from '#ui/components.js'
import { countOf, formatMonth, formatNumber } from '#ui/format.js'
import { type TakenUpload, takeInUpload } from '../actions/take-in-upload.js'

export const importPoliceDataPage = page('/staff/police-data/import', {
  permission: 'police-data:import',
  takesFiles: true,
  load: async ({ deps }) => ({ isThere: deps.lake.isThere() }),
  form: {
    file: fileField(),
    name: textField({ max: 100, name: 'Name of the file' }),
    content: textField({ max: 200_000, name: 'Rows' }),
    release: textField({ max: 7, name: 'Release' }),
  },
  submit: async ({ deps, actor, files, input: { name, content, release } }) => {
    const sent = files.file ?? (content && { fileName: name || 'pasted.csv', bytes: Buffer.from(`${content}\n`) })
    if (!sent) return fieldError('file', 'Choose a file')
    if (release && !/^\d{4}-(0[1-9]|1[0-2])$/.test(release))
      return fieldError('release', 'Release must be a month, like 2025-11')
    const taken = await takeInUpload(deps, actor, { ...sent, release })
    if (!taken.ok) return fieldError(files.file ? 'file' : 'content', problemInWords(taken.error))
    return redirectTo('/staff/police-data', outcomeInWords(taken.value))
  },
  title: () => 'Take in police data',
  view: ({ isThere }, form) => (
    <Form of={form} hasFile>
      <Crumbs items={[{ label: 'Police data', href: '/staff/police-data' }]} />
      <Heading>Take in police data</Heading>
      <Lede>
        {isThere
          ? 'The whole file is checked and taken in, or nothing of it is.'
          : 'DuckDB is not installed here, so that nothing can be taken in.'}
      </Lede>
      <FileInput
        field={form.file}
        label="A file of data.police.uk"
        hint="A custom download (.zip) or one file (.csv or .csv.gz) with the name that it was published under, up to 20 megabytes"
        accept=".zip,.csv,.gz"
      />
      <TextInput
        field={form.release}
        label="Release"
        hint="The month that names the archive, like 2025-11. Left empty: the newest month in the file"
        width={10}
        spellcheck={false}
      />
      <Details summary="Paste a small file instead">
        <TextInput
          field={form.name}
          label="Its name as published"
          hint="Like 2025-03-cambridgeshire-street.csv"
          spellcheck={false}
        />
        <Textarea field={form.content} label="Its rows, with the heads of the columns first" rows={6} />
      </Details>
      <Button preventDoubleClick>Take in</Button>
      <Details summary="Archives and larger files">
        <p>
          The archive of a month has three years of all forces and is too large to send through a form. Put it on the
          machine that this runs on, and let somebody run there:
        </p>
        <p>
          <code>frankpledge crime import 2025-11.zip</code>
        </p>
        <p>It takes archives, folders and single files of any force, and reads them without unpacking.</p>
      </Details>
    </Form>
  ),
})

function problemInWords({ file, problem, line }: LakeProblem): string {
  return `${file}${line === undefined ? '' : `, line ${formatNumber(line)}`}: ${problem}. Nothing was taken in`
}

function outcomeInWords({ number, files, release, changes, setAside, filled, notes }: TakenUpload): string {
  if (number === null) return ['Nothing new', ...(files.known > 0 ? [KNOWN] : []), ...notes.slice(0, FEW)].join('. ')
  const changed = changes.reduce((sum, { crimes }) => sum + crimes, 0)
  const full = filled.filter(({ brought }) => brought.length > 0)
  const taken = [
    `Taken in: ${countOf(files.taken, 'file')} of the release of ${formatMonth(release)}`,
    ...(changed > 0 ? [`${countOf(changed, 'crime')} revised`] : []),
    ...(full.length > 0 ? [`${countOf(full.length, 'measure')} filled`] : []),
    ...(setAside.length > 0 ? [`${countOf(setAside.length, 'row')} set aside`] : []),
  ].join(', ')
  const waiting = Map.groupBy(
    filled.filter(({ problem }) => problem !== ''),
    ({ problem }) => problem,
  )
  const unfilled = [...waiting].map(
    ([problem, each]) => `${countOf(each.length, 'measure')} not filled to the end: ${problem}`,
  )
  return [taken, ...[...unfilled, ...notes].slice(0, FEW)].join('. ')
}

const KNOWN = 'What is the same was taken in before'
/** So many sentences fit a notice; the page of police data says the rest. */
const FEW = 3
