import { monitorEventLoopDelay } from 'node:perf_hooks'

/** The upper ends of the times that answers are counted in, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

type Series = { count: number; seconds: number; readonly within: number[] }

/** One answer as it is counted: the pattern of its address, never the address itself. */
export type Counted = {
  readonly route: string
  readonly method: string
  readonly status: number
  readonly seconds: number
}

/** What else is told when somebody asks: a name, what it means, and its value now. */
export type Gauge = { readonly name: string; readonly help: string; readonly value: number }

/** What a running server has done and how it is, as OpenMetrics. It tells of addresses' patterns, never of people. */
export class Metrics {
  readonly #answers = new Map<string, Series>()
  readonly #delay = monitorEventLoopDelay({ resolution: 20 })
  readonly #startedAt = Date.now() / 1000
  #ready = 0
  #underWay = 0

  constructor() {
    this.#delay.enable()
  }

  /** A request has come in, or is over. */
  underWay(change: 1 | -1): void {
    this.#underWay += change
  }

  /** A public page left ready-made, before anything was asked. */
  readyAnswer(): void {
    this.#ready += 1
  }

  /** An answer was made and sent. */
  answered({ route, method, status, seconds }: Counted): void {
    const labels = `method="${method}",route="${escaped(route)}",status="${Math.floor(status / 100)}xx"`
    const series = this.#answers.get(labels) ?? { count: 0, seconds: 0, within: BUCKETS.map(() => 0) }
    this.#answers.set(labels, series)
    series.count += 1
    series.seconds += seconds
    for (const [index, most] of BUCKETS.entries())
      if (seconds <= most) series.within[index] = (series.within[index] ?? 0) + 1
  }

  /** Everything, in OpenMetrics' own text. */
  text(gauges: readonly Gauge[] = []): string {
    const memory = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    const own: Gauge[] = [
      { name: 'process_resident_memory_bytes', help: 'Memory that this process holds.', value: memory.rss },
      { name: 'process_start_time_seconds', help: 'When this process started.', value: this.#startedAt },
      { name: 'frankpledge_requests_under_way', help: 'Requests not yet answered.', value: this.#underWay },
      {
        name: 'frankpledge_event_loop_delay_p99_seconds',
        help: 'How late the process comes to its work.',
        value: this.#delay.percentile(99) / 1e9,
      },
    ]
    const counters = [
      ...counter('process_cpu_seconds', 'Processor time used.', (user + system) / 1e6),
      ...counter('frankpledge_ready_answers', 'Public pages that left ready-made.', this.#ready),
    ]
    const lines = [...this.#histogram(), ...counters, ...[...own, ...gauges].flatMap(gauge), '# EOF']
    return `${lines.join('\n')}\n`
  }

  #histogram(): string[] {
    const name = 'frankpledge_answer_seconds'
    const lines = [
      `# TYPE ${name} histogram`,
      `# HELP ${name} Time from request to answer, by the pattern of the address.`,
    ]
    for (const [labels, { count, seconds, within }] of this.#answers) {
      for (const [index, most] of BUCKETS.entries())
        lines.push(`${name}_bucket{${labels},le="${most}"} ${within[index]}`)
      lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`)
      lines.push(`${name}_count{${labels}} ${count}`, `${name}_sum{${labels}} ${seconds}`)
    }
    return lines
  }
}

function counter(name: string, help: string, value: number): string[] {
  return [`# TYPE ${name} counter`, `# HELP ${name} ${help}`, `${name}_total ${value}`]
}

function gauge({ name, help, value }: Gauge): string[] {
  return [`# TYPE ${name} gauge`, `# HELP ${name} ${help}`, `${name} ${value}`]
}

function escaped(label: string): string {
  return label.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
