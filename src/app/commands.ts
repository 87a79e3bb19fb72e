import type { Command, StatelessCommand } from '#platform/cli/command.js'
import type { CommandShape } from '#platform/cli/run.js'
import { backup } from './commands/backup.js'
import { exportOffice } from './commands/export-office.js'
import type { HostCommand } from './commands/host-command.js'
import { importOffice } from './commands/import-office.js'
import { move } from './commands/move.js'
import { rehearseCommand } from './commands/rehearse.js'
import { restore } from './commands/restore.js'
import { serve } from './commands/serve.js'
import { subjectAccess } from './commands/subject-access.js'
import { verify } from './commands/verify.js'
import { MODULES } from './modules.js'

/** Any command: over the register with a permission, on what it is given alone, or of the installation itself. */
export type AnyCommand = CommandShape & (Command | StatelessCommand | HostCommand)

/** Every command of `frankpledge`. */
export const COMMANDS: readonly AnyCommand[] = [
  ...[serve, backup, restore, rehearseCommand, verify, exportOffice, importOffice, move, subjectAccess],
  ...MODULES.flatMap((module) => module.commands),
]
