import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  optionalDependencies?: Record<string, string>
  os?: string[]
  cpu?: string[]
  libc?: string[]
}
type Lock = { packages: Record<string, Entry> }

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/**
 * A registry that mirrors only part of npm leaves the builds for other kinds of machine out of a lock file that is
 * made from it, and `npm ci` then refuses that file. This adds each with its version and the machines that it is for.
 */
function completeLock(lock: Lock): string[] {
  const added: string[] = []
  for (const [parent, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const places = [`${parent}/node_modules/${name}`, `node_modules/${name}`]
      if (places.some((place) => place in lock.packages)) continue
      const { os, cpu, libc } = machinesOf(name)
      const marks = { ...(cpu && { cpu }), ...(dev && { dev }), ...(libc && { libc }), optional: true, os }
      lock.packages[`node_modules/${name}`] = { version, ...marks }
      added.push(`${name}@${version}`)
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  return added
}

/** Which machines a build is for, as its name says: `@oxc-parser/binding-linux-arm-musleabihf`. */
function machinesOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/)
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : undefined
  return {
    os: os ? [os] : systems.map((system) => `!${system}`),
    ...(cpu && { cpu: [cpu] }),
    ...(os === 'linux' && { libc: [libc ?? 'glibc'] }),
  }
}

const path = join(dirname(import.meta.dirname), 'package-lock.json')
const lock: Lock = JSON.parse(readFileSync(path, 'utf8'))
const added = completeLock(lock)
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length > 0 ? `Added ${added.join(', ')}` : 'The lock file names every build')
