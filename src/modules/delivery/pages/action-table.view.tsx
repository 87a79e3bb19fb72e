import type { ComponentChildren } from 'preact'
import type { IsoDate } from '#kernel/dates.js'
import { StateTag, Table } from '#ui/components.js'
import type { ActionPicture } from '../domain/picture.js'
import { leadText, type Names, nearDate, stateOf, tagText } from './words.js'

type ActionTableProps = {
  /** What the table holds; captions must differ on one page. */
  readonly caption: string
  readonly captionHidden?: boolean
  readonly pictures: readonly ActionPicture[]
  readonly names: Names
  readonly asAt: IsoDate
  /** Where an action's name leads; without it names are plain. */
  readonly href?: (picture: ActionPicture) => string
}

/** Actions with who leads, how each is going and when it was last spoken of. */
export function ActionTable({ caption, captionHidden, pictures, names, asAt, href }: ActionTableProps) {
  return (
    <Table
      caption={caption}
      {...(captionHidden && { captionHidden })}
      stacks
      columns={[
        { label: 'Action' },
        { label: 'Who leads', width: 'narrow' },
        { label: 'State', width: 'quarter' },
        { label: 'Last\u00a0update', align: 'number', width: 'narrow' },
      ]}
      rows={pictures.map((picture): ComponentChildren[] => {
        const { action, report } = picture
        return [
          href ? <a href={href(picture)}>{action.title}</a> : action.title,
          leadText(action.leadId, names),
          <StateTag state={stateOf(report.status)} text={tagText(report, asAt)} />,
          report.lastUpdateOn ? nearDate(report.lastUpdateOn, asAt) : 'None yet',
        ]
      })}
    />
  )
}
