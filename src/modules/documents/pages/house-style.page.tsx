import { COVERS } from '#platform/typesetting/paper.js'
import { TYPEFACES } from '#platform/typesetting/typefaces.js'
import { choiceField, fileField, manyField, textField, versionField } from '#platform/web/fields.js'
import type { FieldState } from '#platform/web/form.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import type { SentFile } from '#platform/web/route.js'
import { Button, Checkboxes, FileInput, Form, Heading, Hidden, Lede, Radios, Small, TextInput } from '#ui/components.js'
import { houseStyle, type PictureChange, setHouseStyle, TYPEFACE_NAMES } from '../actions/house-style.js'
import { newestStyle } from '../data/house-style.queries.js'

const COVER_WORDS: Readonly<Record<(typeof COVERS)[number], string>> = {
  band: 'A page in the office’s colour',
  plain: 'A plain page with a rule in the office’s colour',
  picture: 'A picture over the upper half of the page',
}

export const houseStylePage = page('/staff/house-style', {
  permission: 'documents:style',
  takesFiles: true,
  load: async ({ deps }) => ({ style: await newestStyle(deps.db), shown: await houseStyle(deps.db) }),
  form: {
    version: versionField(),
    typeface: choiceField(TYPEFACE_NAMES, { missing: 'Select the typefaces' }),
    cover: choiceField(COVERS, { missing: 'Select a cover' }),
    logo: fileField(),
    logoAlt: textField({ max: 150, name: 'What the logo is' }),
    picture: fileField(),
    pictureAlt: textField({ max: 250, name: 'What the picture shows' }),
    without: manyField(['logo', 'picture']),
  },
  values: ({ style, shown }) => ({
    // Counted from 1: before the first style is set there is a version too.
    ...{ version: style.number + 1, logoAlt: style.logoAlt, pictureAlt: style.pictureAlt, without: [] },
    ...{ typeface: shown.typeface ?? 'serif-titles', cover: shown.cover ?? 'band' },
  }),
  submit: async ({ deps, actor, files, input: { version, without, ...input } }) => {
    const change = (name: 'logo' | 'picture') => changeOf(files[name], without.includes(name))
    const request = { ...input, number: version - 1, logo: change('logo'), picture: change('picture') }
    const result = await setHouseStyle(deps, actor, request)
    if (!result.ok) return fieldError(result.error.field, result.error.message)
    return redirectTo('/staff/house-style', 'House style saved. The next report that is built has it')
  },
  title: () => 'House style of papers',
  view: ({ shown }, form) => (
    <Form of={form} hasFile>
      <Heading>House style of papers</Heading>
      <Lede>How reports look from now on, on the site, as PDF and in Word. What was published keeps its looks.</Lede>
      <p>
        The office’s colour is that of all its pages: <a href="/staff/body/brand">change the colour</a>. What a report
        says, and in which order: <a href="/staff/reports/templates">change a template</a>.
      </p>
      <Hidden name="version" value={form.version.value} />
      <Radios
        field={form.typeface}
        legend="Typefaces"
        hint="In Word and on the site, faces that every machine has stand for them: Arial and Georgia"
        items={TYPEFACE_NAMES.map((value) => ({ value, text: TYPEFACES[value].name }))}
      />
      <Shown image={shown.logo} />
      <FileInput
        field={form.logo}
        label={shown.logo ? 'Another logo' : 'Logo'}
        hint="PNG, JPEG or SVG, up to 2 megabytes. It stands at the head of each paper and on covers, on white"
        accept=".png,.jpg,.jpeg,.svg"
      />
      <TextInput
        field={form.logoAlt}
        label="What the logo is, for those who do not see it"
        hint="Like: Police and Crime Commissioner for Wessex"
      />
      <Radios
        field={form.cover}
        legend="Cover"
        hint="Of the reports whose template has one"
        items={COVERS.map((value) => ({ value, text: COVER_WORDS[value] }))}
      />
      <Shown image={shown.picture} />
      <FileInput
        field={form.picture}
        label={shown.picture ? 'Another picture for the cover' : 'Picture for the cover'}
        hint="PNG or JPEG, up to 2 megabytes, wider than high. Needed only for a cover with a picture"
        accept=".png,.jpg,.jpeg"
      />
      <TextInput field={form.pictureAlt} label="What the picture shows, for those who do not see it" />
      <TakeAway field={form.without} hasLogo={Boolean(shown.logo)} hasPicture={Boolean(shown.picture)} />
      <Button preventDoubleClick>Save</Button>
    </Form>
  ),
})

function changeOf(sent: SentFile | undefined, isTakenAway: boolean): PictureChange {
  if (sent) return { bytes: sent.bytes }
  return isTakenAway ? 'none' : 'keep'
}

type Shown = Awaited<ReturnType<typeof houseStyle>>['logo']

/** The picture as it stands now. */
function Shown({ image }: { image: Shown }) {
  if (!image) return null
  return (
    <div>
      <img class="paper__logo" src={image.href} alt={image.alt} width={image.width} height={image.height} />
      <Small>
        {image.name === 'logo' ? 'The logo' : 'The picture'} as it stands, {image.width} by {image.height} dots
      </Small>
    </div>
  )
}

type TakeAwayProps = { readonly field: FieldState; readonly hasLogo: boolean; readonly hasPicture: boolean }

function TakeAway({ field, hasLogo, hasPicture }: TakeAwayProps) {
  const items = [
    ...(hasLogo ? [{ value: 'logo', text: 'The logo' }] : []),
    ...(hasPicture ? [{ value: 'picture', text: 'The picture for the cover' }] : []),
  ]
  return items.length > 0 ? <Checkboxes field={field} legend="Take away" items={items} small /> : null
}
