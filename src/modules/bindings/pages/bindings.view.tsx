import type { ComponentChildren } from 'preact'
import type { FormView } from '#platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Crumbs,
  Form,
  Heading,
  Hidden,
  Lede,
  LinkButton,
  Select,
  SummaryList,
  Table,
  VisuallyHidden,
} from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import type { Binding } from '../domain/binding.js'

/** A measure that fills itself, as the office reads it: `from` says in words what fills it. */
export type BoundMeasure = { readonly binding: Binding; readonly title: string; readonly from: string }

type BindingListProps = {
  readonly bound: readonly BoundMeasure[]
  /** The address of the source's page, and what the source is called there. */
  readonly at: string
  readonly head: string
  readonly none: string
  /** What the way to another is called; left out for who may not bind. */
  readonly another: string | undefined
}

/** The measures that fill themselves from a source, and the way to another. */
export function BindingList({ bound, at, head, none, another }: BindingListProps) {
  const end = another === undefined ? [] : [{ label: 'End' }]
  return (
    <>
      <Heading level={2} id="bindings">
        Measures that fill themselves
      </Heading>
      {bound.length === 0 ? (
        <p>{none}</p>
      ) : (
        <Table
          caption={`${head} and the measures that they fill`}
          captionHidden
          stacks
          columns={[{ label: 'Measure', width: 'third' }, { label: head }, { label: 'Since' }, ...end]}
          rows={bound.map(({ binding, title, from }) => [
            <a href={`/staff/measures/${binding.measureId}`}>{title}</a>,
            fromInWords({ binding, from }),
            formatDate(binding.boundAt),
            ...(another === undefined ? [] : [<EndLink key={binding.id} bound={{ binding, title, from }} at={at} />]),
          ])}
        />
      )}
      {another === undefined ? null : (
        <p>
          <LinkButton kind="secondary" href={`${at}/bind`}>
            {another}
          </LinkButton>
        </p>
      )}
    </>
  )
}

/** Figures of another area than the measure's own stand under its code. */
function fromInWords({ binding, from }: Pick<BoundMeasure, 'binding' | 'from'>): string {
  return binding.area === '' ? from : `${from}, under ${binding.area}`
}

function EndLink({ bound, at }: { readonly bound: BoundMeasure; readonly at: string }) {
  return (
    <a href={`${at}/bindings/${bound.binding.id}`}>
      End{'\u00a0'}it
      <VisuallyHidden>
        : {bound.title}, filled from {fromInWords(bound)}
      </VisuallyHidden>
    </a>
  )
}

type BindFormProps = {
  readonly form: FormView<'measure' | 'do'>
  readonly crumb: { readonly label: string; readonly href: string }
  readonly title: string
  readonly lede: string
  /** Which measures the source can fill, and those themselves. */
  readonly hint: string
  readonly measures: readonly { readonly id: string; readonly title: string }[]
  /** What would fill the measure, once it was asked for. */
  readonly preview: ComponentChildren
  readonly mayBind: boolean
  /** What the source is asked. */
  readonly children: ComponentChildren
}

/** Chooses a measure and what fills it: first its figures are seen, then it is bound. */
export function BindForm({ form, crumb, title, lede, hint, measures, preview, mayBind, children }: BindFormProps) {
  return (
    <Form of={form}>
      <Crumbs items={[crumb]} />
      <Heading>{title}</Heading>
      <Lede>{lede}</Lede>
      <Select
        field={form.measure}
        label="Measure"
        hint={hint}
        items={[{ value: '', text: 'Choose one' }, ...measures.map((each) => ({ value: each.id, text: each.title }))]}
      />
      {children}
      {preview}
      <ButtonGroup>
        <Button kind={preview ? 'secondary' : 'primary'} name="do" value="preview">
          See its figures
        </Button>
        {mayBind ? (
          <Button name="do" value="bind" preventDoubleClick>
            Bind and fill
          </Button>
        ) : null}
      </ButtonGroup>
    </Form>
  )
}

type EndBindingProps = {
  readonly bound: BoundMeasure
  readonly form: FormView<'end'>
  readonly crumb: { readonly label: string; readonly href: string }
  readonly head: string
  /** What adds to the measure no more: "No import". */
  readonly adds: string
}

/** What is asked before a binding is ended. */
export function EndBinding({ bound: { binding, title, from }, form, crumb, head, adds }: EndBindingProps) {
  return (
    <Form of={form}>
      <Crumbs items={[crumb]} />
      <Heading>End the filling of {title}</Heading>
      <SummaryList
        rows={[
          { key: head, value: fromInWords({ binding, from }) },
          { key: 'Since', value: formatDate(binding.boundAt) },
          { key: 'By', value: binding.boundBy },
        ]}
      />
      <p>The figures that it brought stay. {adds} adds to them any more.</p>
      <Hidden name="end" value="end" />
      <Button kind="warning">End it</Button>
    </Form>
  )
}
