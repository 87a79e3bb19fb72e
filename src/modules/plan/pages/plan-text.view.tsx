import { markdownToHtml } from '#platform/markdown.js'
import { Heading, Lede, Promised, Prose, Small } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { type ContentLevel, type ContentNode, leadOf, type PlanContent, supportOf } from '../domain/content.js'
import { childrenOf } from '../domain/tree.js'

/** The whole text of a published plan, part after part, as that version froze it. */
export function PlanText({ content, note }: { content: PlanContent; note?: string }) {
  const { plan } = content
  return (
    <>
      <Lede>{plan.vision}</Lede>
      <Small>
        {plan.bodyName}. Planning period {formatDate(plan.planningPeriod.from)} to{' '}
        {formatDate(plan.planningPeriod.until)}.{note ? ` Why this version: ${note}` : ''}
      </Small>
      {childrenOf(content, null).map((theme) => (
        <Theme key={theme.id} content={content} theme={theme} />
      ))}
    </>
  )
}

function Theme({ content, theme }: { content: PlanContent; theme: ContentNode }) {
  return (
    <>
      <Heading level={2} id={theme.slug}>
        {theme.title}
      </Heading>
      {theme.text ? (
        <Promised>
          <Text markdown={theme.text} />
        </Promised>
      ) : null}
      <Bodies node={theme} />
      <Below content={content} parent={theme} depth={3} />
    </>
  )
}

type BelowProps = { readonly content: PlanContent; readonly parent: ContentNode; readonly depth: 3 | 4 }

/** What hangs from a part, level by level: each level's plural as a heading, then its parts as a list. */
function Below({ content, parent, depth }: BelowProps) {
  const levels = content.levels.filter((level) => level.parentId === parent.levelId)
  return (
    <>
      {levels.map((level) => (
        <LevelParts key={level.id} level={level} content={content} parent={parent} depth={depth} />
      ))}
    </>
  )
}

function LevelParts({ level, content, parent, depth }: BelowProps & { level: ContentLevel }) {
  const parts = childrenOf(content, parent.id).filter((node) => node.levelId === level.id)
  if (parts.length === 0) return null
  return (
    <>
      <Heading level={depth}>{parts.length === 1 ? level.name : level.plural}</Heading>
      <Prose>
        {parts.length === 1 ? (
          parts.map((node) => (
            <div key={node.id} id={node.slug}>
              <Part content={content} node={node} />
            </div>
          ))
        ) : (
          <ol>
            {parts.map((node) => (
              <li key={node.id} id={node.slug}>
                <Part content={content} node={node} />
              </li>
            ))}
          </ol>
        )}
      </Prose>
    </>
  )
}

/** A title with words under it stands out from them; one that says all by itself is a sentence like any other. */
function Part({ content, node }: { content: PlanContent; node: ContentNode }) {
  return (
    <>
      <p>{node.text ? <strong>{node.title}</strong> : node.title}</p>
      <Text markdown={node.text} />
      <Bodies node={node} />
      <Below content={content} parent={node} depth={4} />
    </>
  )
}

function Text({ markdown }: { markdown: string }) {
  if (markdown === '') return null
  return <div dangerouslySetInnerHTML={{ __html: markdownToHtml(markdown) }} />
}

/** Who leads a part and who supports it, as named when it was published. */
function Bodies({ node }: { node: ContentNode }) {
  const lead = leadOf(node)
  const support = supportOf(node).map(({ name, part }) => (part ? `${name} (${part})` : name))
  if (!lead && support.length === 0) return null
  return (
    <Small>
      {lead ? `Led by ${lead.name}. ` : ''}
      {support.length > 0 ? `With ${support.join(', ')}.` : ''}
    </Small>
  )
}
