import { auditEnd, verifyAudit } from '#platform/audit/audit.queries.js'
import { choiceField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { asset } from '#ui/assets.js'
import { Button, Crumbs, Form, Heading, Lede, LinkButton } from '#ui/components.js'
import { countOf } from '#ui/format.js'
import { TRAIL_FILE } from './audit-trail-file.js'

const HERE = '/staff/audit/proof'
const TOOL = 'check-trail.mjs'

export const auditProofPage = page(HERE, {
  permission: 'people:read-audit',
  load: async ({ deps }) => auditEnd(deps.db),
  form: { do: choiceField(['check'], { missing: 'Choose what to do' }) },
  submit: async ({ deps }) => {
    const report = await verifyAudit(deps.db)
    return report.intact
      ? redirectTo(HERE, `The trail is whole: ${countOf(report.entries, 'entry', 'entries')}, each as it was written`)
      : fieldError('do', `The trail is NOT whole. ${report.problem}`)
  },
  title: () => 'Prove the audit trail',
  view: (end, form) => (
    <>
      <Crumbs items={[{ label: 'Audit trail', href: '/staff/audit' }]} />
      <Form of={form}>
        <Heading>Prove the audit trail</Heading>
        <Lede>Every entry bears a fingerprint that follows from the entry before, so none can be changed unseen.</Lede>
        <Heading level={2}>Here</Heading>
        <Button name="do" value="check" preventDoubleClick>
          Check every entry now
        </Button>
      </Form>
      <Heading level={2}>On your own machine</Heading>
      <p>
        Take away the whole trail, and the program that checks it: a page of text that you can read first. It needs Node
        18 or newer and nothing of ours, and sends nothing anywhere.
      </p>
      <p>
        <a href="/staff/audit/trail.jsonl">The trail, as a file of JSON lines</a>
        <br />
        <a href={asset('check-trail.js')} download={TOOL}>
          The program that checks it
        </a>
      </p>
      <p>
        Run <code>{`node ${TOOL} ${TRAIL_FILE}`}</code>
      </p>
      {end ? (
        <>
          <p>
            The last entry is {end.seq}. Note its fingerprint elsewhere: on a later day the program finds it again, if
            nothing before it was changed.
          </p>
          <p>
            <code class="long-code">{end.hash}</code>
          </p>
        </>
      ) : null}
      <LinkButton kind="secondary" href="/staff/audit">
        Back to the trail
      </LinkButton>
    </>
  ),
})
