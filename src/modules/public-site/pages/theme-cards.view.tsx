import { countsInWords, stateOf } from '#modules/delivery/index.js'
import { Cards, StateList, ThemeCard } from '#ui/components.js'
import { type PlanPicture, type ThemePicture, themeHref } from './picture.js'

/** The themes of a plan side by side, each with the states of what it promises. */
export function ThemeCards({ picture }: { picture: PlanPicture }) {
  const { plan, themes } = picture
  return (
    <Cards columns={columnsFor(themes.length)}>
      {themes.map(({ node, state }) => (
        <ThemeCard key={node.id} title={node.title} href={themeHref(plan, node)} text={node.text}>
          <StateCounts state={state} />
        </ThemeCard>
      ))}
    </Cards>
  )
}

/** "6 of 8 on course", "1 behind": each with its picture. */
function StateCounts({ state }: { state: ThemePicture['state'] }) {
  return <StateList items={countsInWords(state).map(({ status, text }) => ({ state: stateOf(status), text }))} />
}

/** As many columns as themes, so that no row is left with one; more than five stand in rows of three or four. */
export function columnsFor(themes: number): 2 | 3 | 4 | 5 {
  if (themes <= 2) return 2
  if (themes === 3 || themes === 4 || themes === 5) return themes
  return themes % 4 === 0 ? 4 : 3
}
