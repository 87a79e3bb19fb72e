import { found } from '#platform/errors.js'
import { idField, manyField, textField, versionField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Checkboxes, Crumbs, Form, Heading, Hidden, Lede, Select, Table, TextInput } from '#ui/components.js'
import { editLevels, type LevelRefusal } from '../actions/edit-levels.js'
import { planTree } from '../data/plan.queries.js'
import type { Level } from '../domain/plan.js'
import type { PlanTree } from '../domain/tree.js'

const FIELDS = {
  version: versionField(),
  name: textField({ missing: 'Enter what one is called', max: 60, name: 'The name' }),
  plural: textField({ missing: 'Enter what several are called', max: 60, name: 'The plural' }),
  parent: idField({}),
  traits: manyField(['tracked', 'actions']),
}

export const levelsPage = page('/staff/plans/:planId/levels', {
  permission: 'plan:edit',
  load: async ({ deps, params, query }) => {
    const tree = found(await planTree(deps.db, params.planId))
    const editing = query.level === undefined ? undefined : tree.levels.find(({ id }) => id === query.level)
    return { tree, editing: query.level === undefined ? undefined : found(editing) }
  },
  form: FIELDS,
  values: ({ tree, editing }) => ({
    version: tree.plan.version,
    ...(editing && { name: editing.name, plural: editing.plural, traits: traitsOf(editing) }),
  }),
  submit: async ({ deps, actor, data, input }) => {
    const { tree, editing } = data
    const { version, name, plural, parent, traits } = input
    const level = {
      ...{ name, plural, isTracked: traits.includes('tracked'), holdsActions: traits.includes('actions') },
      ...(editing ? { id: editing.id } : { parentId: parent || null }),
    }
    const result = await editLevels(deps, actor, { planId: tree.plan.id, version, levels: [level] })
    if (result.ok) return redirectTo(`/staff/plans/${tree.plan.id}/levels`, editing ? 'Level saved' : 'Level added')
    return refused(result.error)
  },
  title: ({ tree }) => `Levels: ${tree.plan.title}`,
  view: ({ tree, editing }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Plans', href: '/staff/plans' },
          { label: tree.plan.title, href: `/staff/plans/${tree.plan.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Levels</Heading>
        <Lede>The plan’s own words for its parts, and what hangs from what.</Lede>
        <LevelTable tree={tree} />
        <Heading level={2}>{editing ? `Change “${editing.name}”` : 'Add a level'}</Heading>
        <Hidden name="version" value={form.version.value} />
        <LevelQuestions form={form} levels={editing ? undefined : tree.levels} />
        <Button preventDoubleClick>{editing ? 'Save' : 'Add the level'}</Button>
      </Form>
    </>
  ),
})

type QuestionsProps = { readonly form: FormView<keyof typeof FIELDS>; readonly levels: readonly Level[] | undefined }

function LevelQuestions({ form, levels }: QuestionsProps) {
  return (
    <>
      <TextInput field={form.name} label="What is one called?" hint="For example, Objective" width={20} />
      <TextInput field={form.plural} label="What are several called?" hint="For example, Objectives" width={20} />
      {levels ? <Select field={form.parent} label="What does it hang from?" items={parentItems(levels)} /> : null}
      <Checkboxes
        field={form.traits}
        legend="What are its parts for?"
        items={[
          {
            value: 'tracked',
            text: 'They are promises',
            hint: 'Each needs a lead, and the public sees how it is going',
          },
          { value: 'actions', text: 'Actions hang from them', hint: 'What is done, by whom and by when' },
        ]}
      />
    </>
  )
}

function LevelTable({ tree }: { tree: PlanTree }) {
  const nameOf = (id: string | null) => tree.levels.find((level) => level.id === id)?.name ?? 'The plan'
  return (
    <Table
      caption="The levels of this plan, in order"
      captionHidden
      columns={[
        { label: 'Level' },
        { label: 'Hangs from' },
        { label: 'Promises' },
        { label: 'Actions' },
        { label: 'Parts', align: 'number' },
      ]}
      rows={tree.levels.map((level) => [
        <a href={`/staff/plans/${tree.plan.id}/levels?level=${level.id}`}>{level.name}</a>,
        nameOf(level.parentId),
        level.isTracked ? 'Yes' : 'No',
        level.holdsActions ? 'Yes' : 'No',
        String(tree.nodes.filter((node) => node.levelId === level.id).length),
      ])}
    />
  )
}

function parentItems(levels: readonly Level[]) {
  return [{ value: '', text: 'The plan itself' }, ...levels.map(({ id, name }) => ({ value: id, text: name }))]
}

function traitsOf({ isTracked, holdsActions }: Level): string[] {
  return [...(isTracked ? ['tracked'] : []), ...(holdsActions ? ['actions'] : [])]
}

function refused(refusal: LevelRefusal) {
  return refusal.code === 'name-taken'
    ? fieldError('name', `There is a level “${refusal.name}” already`)
    : fieldError('parent', 'Select a level of this plan')
}
