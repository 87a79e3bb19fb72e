import { found } from '#platform/errors.js'
import { choiceField, idField, textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import {
  Button,
  ButtonGroup,
  Crumbs,
  Form,
  Heading,
  Hidden,
  LinkButton,
  Radios,
  Select,
  Small,
  TextInput,
} from '#ui/components.js'
import { editAccount } from '../actions/edit-account.js'
import { accountById } from '../data/account.queries.js'
import { explainAccount, organisationChoices } from './account-choices.js'
import { RoleList } from './role-list.js'

const ACTIVE = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No', hint: 'Ends every session at once. What they did stays on record.' },
] as const

export const editAccountPage = page('/staff/people/:id', {
  permission: 'people:manage',
  load: async ({ deps, params }) => {
    const account = found(await accountById(deps.db, params.id))
    return { account, organisations: await organisationChoices(deps, account), today: deps.today() }
  },
  form: {
    version: versionField(),
    name: textField({ missing: 'Enter a name', max: 80, name: 'Name' }),
    organisationId: idField({}),
    isActive: choiceField(['yes', 'no'], { missing: 'Select whether they can sign in' }),
  },
  values: ({ account: { version, name, organisationId, isActive } }) => ({
    version,
    name,
    organisationId: organisationId ?? '',
    isActive: isActive ? 'yes' : 'no',
  }),
  submit: async ({ deps, actor, params, input }) => {
    const organisationId = input.organisationId || null
    const isActive = input.isActive === 'yes'
    const result = await editAccount(deps, actor, { ...input, id: params.id, organisationId, isActive })
    if (result.ok) return redirectTo('/staff/people', `${result.value.name} saved`)
    const field = result.error.code === 'needs-organisation' ? 'organisationId' : 'isActive'
    return fieldError(field, explainAccount(result.error))
  },
  title: ({ account }) => account.name,
  view: ({ account, organisations, today }, form) => (
    <>
      <Crumbs items={[{ label: 'People', href: '/staff/people' }]} />
      <Heading>{account.name}</Heading>
      <Small>Signs in as {account.email}</Small>
      <Heading level={2}>Roles</Heading>
      <RoleList roles={account.roles} today={today} />
      <ButtonGroup>
        <LinkButton kind="secondary" href={`/staff/people/${account.id}/roles`}>
          Change or review roles
        </LinkButton>
        <LinkButton kind="secondary" href={`/staff/people/${account.id}/links`}>
          Let them in by a link
        </LinkButton>
        <LinkButton kind="secondary" href={`/staff/people/${account.id}/stand-in`}>
          Who acts for them
        </LinkButton>
        <LinkButton kind="secondary" href={`/staff/people/${account.id}/sign-in`}>
          How they sign in
        </LinkButton>
      </ButtonGroup>
      <Form of={form}>
        <Heading level={2}>The account</Heading>
        <Hidden name="version" value={form.version.value} />
        <TextInput field={form.name} label="Name" width={30} />
        <Select
          field={form.organisationId}
          label="Whom do they speak for?"
          hint="Needed for force and partner contributors"
          items={organisations}
        />
        <Radios field={form.isActive} legend="Can they sign in?" items={ACTIVE} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  ),
})
