import { allAccounts, worksInOffice } from '#modules/people/index.js'
import { choiceField, textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, Radios, Select } from '#ui/components.js'
import { formatMoment } from '#ui/format.js'
import { setSectionWork } from '../actions/section-work.js'
import { SECTION_STATES, STATE_WORDS, textVersion } from '../domain/section-work.js'
import { FrozenFigures } from './frozen.view.js'
import { loadSection, sectionAddress } from './load-section.js'

export const sectionWorkPage = page('/staff/reports/:reportId/sections/:section/work', {
  permission: 'reports:edit',
  load: async ({ deps, params }) => ({
    ...(await loadSection(deps, params)),
    writers: (await allAccounts(deps.db)).filter((account) => worksInOffice(account, deps.today())),
  }),
  form: {
    owner: textField({ max: 80, name: 'Owner' }),
    state: choiceField(SECTION_STATES, { missing: 'Select how far it is' }),
    version: versionField(),
  },
  values: ({ work, texts }) => ({ owner: work.ownerId ?? '', state: work.state, version: textVersion(texts) }),
  submit: async ({ deps, actor, params, input: { owner, state, version } }) => {
    const result = await setSectionWork(deps, actor, { ...params, state, version, ownerId: owner || null })
    if (result.ok) return redirectTo(`/staff/reports/${params.reportId}`, 'Saved')
    return fieldError('owner', 'Choose someone of the office')
  },
  title: ({ section }) => `Who writes it and how far it is: ${section.heading}`,
  view: (data, form) => (
    <>
      <Crumbs
        items={[
          { label: data.report.title, href: `/staff/reports/${data.report.id}` },
          { label: data.section.heading, href: sectionAddress(data) },
        ]}
      />
      <Form of={form}>
        <Heading>Who writes it, and how far it is</Heading>
        {data.work.stateAt ? (
          <p>
            {STATE_WORDS[data.work.state]} since {formatMoment(data.work.stateAt)}, by {data.nameOf(data.work.stateBy)}.
          </p>
        ) : null}
        <FrozenFigures section={data.section} />
        <Hidden name="version" value={form.version.value} />
        <Select
          field={form.owner}
          label="Written by"
          items={[
            { value: '', text: 'Nobody yet' },
            ...data.writers.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Radios
          field={form.state}
          legend="How far it is"
          hint="With its sign-off a section’s figures freeze as they are known then. Whoever changes the words later takes the sign-off away, and the figures live again"
          items={SECTION_STATES.map((value) => ({ value, text: STATE_WORDS[value] }))}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  ),
})
