import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PERIOD = 100_000

/** Where Linux keeps its groups of processes, in its first form and in its second. */
const FIRST = '/sys/fs/cgroup/cpu'
const SECOND = '/sys/fs/cgroup'

/** A process that may use no more than its share of a core until it is let go. */
export type Held = { readonly letGo: () => void }

/**
 * Holds a process to a share of one core (0.2 is a fifth) by a control group of Linux, so that what several processes
 * add can be told on a machine with fewer cores than processes. Needs root; nothing where groups cannot be made.
 */
export function holdTo(share: number, pid: number | undefined): Held | undefined {
  // Nought would be this very process.
  if (!pid) return undefined
  const quota = Math.round(share * PERIOD)
  try {
    if (existsSync(join(FIRST, 'cgroup.procs'))) {
      return held(FIRST, pid, { 'cpu.cfs_period_us': `${PERIOD}`, 'cpu.cfs_quota_us': `${quota}` })
    }
    if (!readFileSync(join(SECOND, 'cgroup.controllers'), 'utf8').split(/\s+/).includes('cpu')) return undefined
    writeFileSync(join(SECOND, 'cgroup.subtree_control'), '+cpu')
    return held(SECOND, pid, { 'cpu.max': `${quota} ${PERIOD}` })
  } catch (error) {
    console.error(`No process can be held to a share of a core here: ${String(error)}`)
    return undefined
  }
}

function held(root: string, pid: number, settings: Readonly<Record<string, string>>): Held {
  const group = join(root, `frankpledge-${pid}`)
  mkdirSync(group)
  for (const [name, value] of Object.entries(settings)) writeFileSync(join(group, name), value)
  writeFileSync(join(group, 'cgroup.procs'), String(pid))
  const letGo = () => {
    writeFileSync(join(root, 'cgroup.procs'), String(pid))
    rmdirSync(group)
  }
  return { letGo }
}
