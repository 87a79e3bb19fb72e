import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { v7 } from 'uuid'
import { ukDateOf } from '#kernel/dates.js'
import { demonstrationDay, officeShell } from '#modules/body/module.js'
import { identifyWith } from '#modules/people/module.js'
import { type Actor, type Permission, publicActor } from '#platform/actor.js'
import { auditWith } from '#platform/audit/audit.js'
import { trustFrom } from '#platform/auth/open-trust.js'
import type { Config, WebConfig } from '#platform/config.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { openLake } from '#platform/lake/open-lake.js'
import { type Holder, holdersOf, type Role } from '#platform/module.js'
import type { Watch } from '#platform/web/watch.js'
import { assetFile } from '#ui/assets.js'
import { brandFile } from '#ui/brand.js'
import { renderFrame } from '#ui/frame.js'
import { MODULES } from './modules.js'
import { PUBLIC_NAV, staffNavFor } from './navigation.js'

/** What every action gets, over the real clock; an example office is shown as at its own day. */
export async function depsOver(db: Db, config: Config): Promise<Deps> {
  const now = () => new Date()
  const fixedDay = await demonstrationDay(db, ukDateOf(now()))
  const outside = { lake: openLake(join(config.dataFolder, 'lake')), trust: trustFrom(config) }
  return { db, ...outside, now, today: () => fixedDay ?? ukDateOf(now()), newId: () => v7(), audit: auditWith(now) }
}

/** Every permission that each role holds, as the modules declare them. */
export function permissionsByRole(): ReadonlyMap<Role, ReadonlySet<Permission>> {
  const byRole = new Map<Role, Set<Permission>>()
  for (const { permissions } of MODULES) {
    for (const [permission, holders] of Object.entries(permissions) as [Permission, readonly Holder[]][]) {
      for (const role of holdersOf(holders)) byRole.set(role, (byRole.get(role) ?? new Set()).add(permission))
    }
  }
  return byRole
}

/** The web application over a register, not yet listening. */
export async function buildWeb(
  deps: Deps,
  config: WebConfig,
  watch?: Watch,
  identify?: (token: string) => Promise<Actor | undefined>,
): Promise<FastifyInstance> {
  const byRole = permissionsByRole()
  // Only here: a command that serves nothing starts an eighth sooner.
  const { buildServer } = await import('#platform/web/server.js')
  return buildServer({
    deps,
    config,
    routes: MODULES.flatMap((module) => module.routes),
    publicActor: publicActor(byRole.get('public') ?? new Set()),
    identify: identify ?? identifyWith(deps, byRole),
    shell: async (actor) => ({
      ...(await officeShell(deps.db, deps.today())),
      publicNav: PUBLIC_NAV,
      staffNav: staffNavFor(actor),
    }),
    renderFrame,
    asset: (name) => assetFile(name) ?? brandFile(name),
    ...(watch && { watch }),
  })
}
