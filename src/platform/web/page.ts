import type { VNode } from 'preact'
import type { Actor, Permission } from '../actor.js'
import { lastChangeTo } from '../audit/audit.queries.js'
import type { Deps } from '../deps.js'
import { Conflict } from '../errors.js'
import type { AnyField, Field } from './fields.js'
import type { FormError, FormView, Typed } from './form.js'
import { htmlOf } from './html.js'
import type { Answer, ParamsOf, Route, RouteRequest, SentFile } from './route.js'

/** The questions of a form, by field name. */
export type FormSpec = Readonly<Record<string, AnyField>>

/** The answers of a form, read and checked. */
export type InputOf<Spec> = { readonly [K in keyof Spec]: Spec[K] extends Field<infer T> ? T : never }

/** What `load`, `view` and `submit` know about the request. */
type PageContext<Path extends string> = {
  readonly deps: Deps
  readonly actor: Actor
  readonly params: ParamsOf<Path>
  readonly query: Readonly<Record<string, string>>
  readonly path: string
  readonly address: string
  /** The files that the form sent, by the name of their question. */
  readonly files: Readonly<Record<string, SentFile>>
  readonly sessionToken?: string
  readonly browserToken?: string
}

/** What a submit ends in. */
export type Outcome<Name extends string = string> =
  | Extract<Answer, { kind: 'redirect' }>
  | { readonly kind: 'errors'; readonly errors: Partial<Record<Name, string>> }

type PageOptions<Path extends string, Data, Spec> = {
  readonly permission: Permission
  /** Default: 'staff' below /staff, else 'public'. */
  readonly layout?: Route['layout']
  readonly load: (context: PageContext<Path>) => Promise<Data>
  readonly title: (data: Data) => string
  readonly view: (data: Data, form: FormView<keyof Spec & string>, context: PageContext<Path>) => VNode
  readonly form?: Spec
  /** Whether the form may send a file: then its view draws `<Form hasFile>`. */
  readonly takesFiles?: boolean
  /** What the form shows first: stored answers. */
  readonly values?: (data: Data, context: PageContext<Path>) => Partial<InputOf<Spec>>
  readonly submit?: (
    context: PageContext<Path> & { readonly input: InputOf<Spec>; readonly data: Data },
  ) => Promise<Outcome<keyof Spec & string>>
}

/** Done: go there, with a notice to show once. */
export const redirectTo = (to: string, notice?: string): Outcome<never> => ({
  kind: 'redirect',
  to,
  ...(notice && { notice }),
})

/** Refused, because of this field. */
export function fieldError<Name extends string>(field: Name, message: string): Outcome<Name> {
  return { kind: 'errors', errors: { [field]: message } as Partial<Record<Name, string>> }
}

/**
 * One page: its address, who may see it, what it loads and shows, and what its form does.
 * GET shows; POST checks the token, the answers and then the action. Wrong: the same page, 422. Right: 303.
 */
export function page<const Path extends string, Data, const Spec extends FormSpec = Record<never, AnyField>>(
  path: Path,
  options: PageOptions<Path, Data, Spec>,
): Route {
  return {
    path,
    permission: options.permission,
    layout: options.layout ?? (path.startsWith('/staff') ? 'staff' : 'public'),
    hasForm: options.form !== undefined,
    takesFiles: options.takesFiles ?? false,
    isFile: false,
    respond: async (request) => {
      const context = contextOf<Path>(request)
      return request.method === 'POST' ? post(options, context, request) : show(options, context, request)
    },
  }
}

type AnyOptions<Path extends string, Data, Spec> = PageOptions<Path, Data, Spec>
type Texts = Record<string, Typed>
type Problem = {
  status: Answer extends infer A ? (A extends { status: infer S } ? S : never) : never
  errors: FormError[]
}

async function show<Path extends string, Data, Spec>(
  options: AnyOptions<Path, Data, Spec>,
  context: PageContext<Path>,
  request: RouteRequest,
): Promise<Answer> {
  const data = await options.load(context)
  return rendered(options, context, request, {
    data,
    typed: stored(options, data, context),
    byField: {},
    problem: undefined,
  })
}

async function post<Path extends string, Data, Spec>(
  options: AnyOptions<Path, Data, Spec>,
  context: PageContext<Path>,
  request: RouteRequest,
): Promise<Answer> {
  const spec = fieldsOf(options.form)
  const typed: Texts = Object.fromEntries(
    Object.entries(spec).map(([name, field]) => [name, field.read(request.body, name)]),
  )
  const data = await options.load(context)
  const again = (problem: Problem, byField: Faults = {}) =>
    rendered(options, context, request, { data, typed, byField, problem })
  if (!request.hasRightCsrfToken) return again({ status: 403, errors: [{ href: '#main', text: EXPIRED }] })
  const { input, faults } = parseAll(spec, typed)
  if (Object.keys(faults).length > 0) return again({ status: 422, errors: summary(spec, faults) }, faults)
  if (!options.submit) throw new Error(`${request.path} has a form and no submit`)
  try {
    const outcome = await options.submit({ ...context, data, input: input as InputOf<Spec> })
    if (outcome.kind === 'redirect') return outcome
    const refused: Faults = Object.fromEntries(
      Object.entries(outcome.errors).map(([name, message]) => [name, { message: String(message) }]),
    )
    return again({ status: 422, errors: summary(spec, refused) }, refused)
  } catch (problem) {
    if (!(problem instanceof Conflict)) throw problem
    return afterConflict(options, context, request, { typed, subject: problem.message })
  }
}

const EXPIRED = 'This form had expired, so nothing was saved. What you typed is still here: send it again'

/** Somebody else saved first: the page as it now stands, with what was typed kept, and who it was. */
async function afterConflict<Path extends string, Data, Spec>(
  options: AnyOptions<Path, Data, Spec>,
  context: PageContext<Path>,
  request: RouteRequest,
  { typed, subject }: { typed: Texts; subject: string },
): Promise<Answer> {
  const data = await options.load(context)
  const { version } = stored(options, data, context)
  const last = await lastChangeTo(context.deps.db, subject)
  const who = last ? ` ${last.actorName} saved it on ${DATE_AND_TIME.format(new Date(last.at))}.` : ''
  const text = `Someone else changed this while you were working, so nothing was saved.${who} Your answers are kept below: check them and send again`
  const kept = version ? { ...typed, version } : typed
  return rendered(options, context, request, {
    data,
    typed: kept,
    byField: {},
    problem: { status: 409, errors: [{ href: '#main', text }] },
  })
}

const DATE_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
})

type Faults = Record<string, { message: string; wrongParts?: readonly ('day' | 'month' | 'year')[] }>

function fieldsOf(spec: unknown): Record<string, AnyField> {
  return (spec ?? {}) as Record<string, AnyField>
}

function parseAll(spec: Record<string, AnyField>, typed: Texts) {
  const input: Record<string, unknown> = {}
  const faults: Faults = {}
  for (const [name, field] of Object.entries(spec)) {
    const parsed = field.parse(typed[name] ?? { value: '', values: [] })
    if (parsed.ok) input[name] = parsed.value
    else faults[name] = parsed
  }
  return { input, faults }
}

function summary(spec: Record<string, AnyField>, faults: Faults): FormError[] {
  return Object.keys(spec).flatMap((name) => {
    const fault = faults[name]
    return fault ? [{ href: `#${spec[name]?.idOf(name, fault.wrongParts) ?? name}`, text: fault.message }] : []
  })
}

function stored<Path extends string, Data, Spec>(
  options: AnyOptions<Path, Data, Spec>,
  data: Data,
  context: PageContext<Path>,
): Texts {
  const values = (options.values?.(data, context) ?? {}) as Record<string, unknown>
  const texts: Texts = {}
  for (const [name, field] of Object.entries(fieldsOf(options.form))) {
    const value = values[name]
    texts[name] = value === undefined ? field.read({}, name) : field.show(value as never)
  }
  return texts
}

function rendered<Path extends string, Data, Spec>(
  options: AnyOptions<Path, Data, Spec>,
  context: PageContext<Path>,
  request: RouteRequest,
  state: { data: Data; typed: Texts; byField: Faults; problem: Problem | undefined },
): Answer {
  const { data, typed, byField, problem } = state
  const form: Record<string, unknown> = {
    $form: { action: request.path, csrfToken: request.csrfToken, errors: problem?.errors ?? [] },
  }
  for (const [name, field] of Object.entries(fieldsOf(options.form))) {
    const fault = byField[name]
    form[name] = {
      ...(typed[name] ?? { value: '', values: [] }),
      name,
      id: field.idOf(name).replace(/-day$/, ''),
      ...(fault && { error: fault.message }),
      ...(fault?.wrongParts && { wrongParts: fault.wrongParts }),
    }
  }
  const html = htmlOf(options.view(data, form as FormView<keyof Spec & string>, context))
  return { kind: 'page', status: problem?.status ?? 200, title: options.title(data), html }
}

function contextOf<Path extends string>(request: RouteRequest): PageContext<Path> {
  const { deps, actor, params, query, path, address, files, sessionToken, browserToken } = request
  return {
    deps,
    actor,
    params: params as ParamsOf<Path>,
    query,
    path,
    address,
    files,
    ...(sessionToken && { sessionToken }),
    ...(browserToken && { browserToken }),
  }
}
