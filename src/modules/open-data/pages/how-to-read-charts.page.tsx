import { controlChart } from '#modules/statistics/index.js'
import { page } from '#platform/web/page.js'
import { type ChartBand, type ChartPoint, LineChart, scaleNote } from '#ui/charts.js'
import { ChartFigure, Eyebrow, Heading, Lede, Prose, StateList } from '#ui/components.js'
import { formatNumber } from '#ui/format.js'
import { ORDINARY, SHIFTED, SPIKED } from '../domain/chart-lesson.js'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan']

export const howToReadChartsPage = page('/how-to-read-charts', {
  permission: 'site:read',
  load: async () => undefined,
  title: () => 'How to read the charts',
  view: () => (
    <>
      <Eyebrow>Measures</Eyebrow>
      <Heading>How to read the charts</Heading>
      <Lede>
        Figures go up and down by themselves. A chart here shows how far they usually do, so that you can see when
        something has really changed.
      </Lede>
      <Prose>
        <h2>Most changes mean nothing by themselves</h2>
        <p>
          Each dot is one month. The line through the middle is the average of the months shown. The band shows where
          ordinary months fall: nearly every month lies inside it while nothing changes. Inside the band, more or less
          than last month is not news.
        </p>
      </Prose>
      <Lesson id="ordinary" title="Ordinary variation" values={ORDINARY}>
        Thirteen ordinary months: no month leaves the band, and none is better or worse in any way that can be told from
        chance.
      </Lesson>
      <Prose>
        <h2>When to look closer</h2>
        <p>Two things are unlikely to be chance, and the sentence over the chart says so when one happens:</p>
        <ul>
          <li>a month outside the band</li>
          <li>seven months in a row on one side of the average</li>
        </ul>
      </Prose>
      <Lesson id="spiked" title="One month outside the band" values={SPIKED} marked={[12]}>
        The last month lies above the upper limit. Something was different: look for what it was before acting on it.
      </Lesson>
      <Lesson id="shifted" title="Seven months below the average" values={SHIFTED} marked={[6, 7, 8, 9, 10, 11, 12]}>
        From July every month lies below the average. The usual level has probably fallen.
      </Lesson>
      <Prose>
        <p>
          Where the office has set a target, a filled triangle marks a change that is a concern, a filled square one
          that is an improvement. Without a target, and where more is neither good nor bad, the chart marks the change
          and does not judge it.
        </p>
        <h2>How the band is worked out</h2>
        <p>
          Take the average, and the average of the steps from each month to the next. The limits lie 2.66 times that
          step above and below the average; steps far larger than the others are left out. This is the XmR chart, which
          the NHS and many police forces use. Four things are more than ordinary variation: a month outside the limits,
          seven months running on one side of the average, seven months running that each rose or each fell, and two of
          three months near the same limit. A count cannot be less than 0, nor a percentage more than 100, so a limit
          stops there. There is no band with fewer than 13 months: too little is known to say what is usual. Totals for
          a year and rolling totals have none either, because their points are too few or share the same months.
        </p>
        <h2>Other things to know</h2>
        <ul>
          <li>
            The vertical scale does not always start at 0. Where it does not, the words under the chart say so. Bars
            always start at 0.
          </li>
          <li>A figure that is provisional or estimated may still change. The table under the chart says which are.</li>
          <li>A missing figure leaves a gap and gives its reason. It is never shown as 0.</li>
          <li>
            Percentage points and per cent are different: from 40% to 42% is two percentage points more, and 5% more.
          </li>
          <li>Crime figures count what was reported to the police and recorded, which is not all that happened.</li>
        </ul>
        <h2>The state of a promise</h2>
        <p>
          The plan, theme and action pages use these words. Each follows from dates and milestones, not from opinion:
        </p>
      </Prose>
      <StateList
        items={[
          { state: 'complete', text: 'Complete: every milestone is done, with evidence.' },
          { state: 'on-course', text: 'On course: begun, and no milestone is past its date.' },
          { state: 'behind', text: 'Behind: a milestone or the whole is past its date and not done.' },
          { state: 'not-started', text: 'Not started: its start lies ahead, or nothing has been reported yet.' },
          { state: 'not-updated', text: 'Not updated: nobody has reported on it within a quarter of a year.' },
        ]}
      />
    </>
  ),
})

type LessonProps = {
  readonly id: string
  readonly title: string
  readonly values: readonly number[]
  readonly marked?: readonly number[]
  readonly children: string
}

function Lesson({ id, title, values, marked = [], children }: LessonProps) {
  const band = bandOf(values)
  const points = values.map(
    (value, index): ChartPoint => ({
      key: String(index),
      label: MONTHS[index] ?? '',
      ...(index % 12 === 0 && { sublabel: index === 0 ? 'Year 1' : 'Year 2' }),
      value,
      ...(marked.includes(index) && { mark: 'note' }),
    }),
  )
  return (
    <ChartFigure
      chart={
        <LineChart
          id={id}
          title={title}
          description={children}
          unitLabel="reports a month"
          points={points}
          {...(band && { band })}
          format={(value) => formatNumber(Math.round(value))}
        />
      }
    >
      {children} {scaleNote(points, band)} Invented figures, to explain.
    </ChartFigure>
  )
}

/** The band of a lesson's figures, by the same method as the band of every measure. */
function bandOf(values: readonly number[]): ChartBand | undefined {
  const inputs = values.map((value, index) => ({ date: String(index), value }))
  const chart = controlChart(inputs, { chart: 'xmr', polarity: 'neither', lowest: 0 })
  const { mean = null, lower = null, upper = null } = (chart.ok && chart.value.phases[0]) || {}
  return mean === null || lower === null || upper === null ? undefined : { centre: mean, lower, upper }
}
