import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { SecretPlace } from './auth/secrets.js'
import type { ProviderSettings } from './auth/sign-in-service.js'
import { FILES_SETTINGS, type FilesPlace, filesPlaceFrom } from './files/files-settings.js'

/** Everything that is set from outside. Read once, here and nowhere else. */
export type Config = {
  /** The folder that holds the register, when it is SQLite. */
  readonly dataFolder: string
  readonly databaseFile: string
  /** A PostgreSQL address; undefined means SQLite. */
  readonly databaseUrl: string | undefined
  /** Where backups go. */
  readonly backupFolder: string
  /** When the backup of the day is taken, by the clock of the United Kingdom ('02:30'); undefined means never. */
  readonly backupAt: string | undefined
  /** Where another database may be made in which the backup is tried out; undefined means beside the register. */
  readonly rehearsalUrl: string | undefined
  readonly host: string
  readonly port: number
  /** Where people reach the site, without a slash at the end. */
  readonly publicUrl: string
  /** Whether that is https: then cookies are sent only over it. */
  readonly isSecure: boolean
  /** Whether a reverse proxy stands in front, so that its X-Forwarded-For is believed. */
  readonly trustsProxy: boolean
  /** How many requests a minute one network address may make, ready pages and styles apart. */
  readonly requestsPerMinute: number
  /** Where measurements of the running server can be read, on HOST; undefined means nowhere. */
  readonly metricsPort: number | undefined
  /** Whether every request is logged, rather than faults alone. */
  readonly logsRequests: boolean
  /** How long the server still answers after it was told to stop, saying that it is not ready, in seconds. */
  readonly drainSeconds: number
  /** The key that seals secrets in the register; kept apart from it. */
  readonly secretPlace: SecretPlace
  /** The list of leaked passwords on this machine, when there is one. */
  readonly breachedPasswords: string | undefined
  /** Where files stand outside the register; undefined means that they stay in it. */
  readonly filesPlace: FilesPlace | undefined
  /** The sign-in service of the office's own organisation, when there is one. */
  readonly provider: ProviderSettings | undefined
}

/** The part that the web server needs to know. */
export type WebConfig = Pick<Config, 'isSecure' | 'trustsProxy' | 'requestsPerMinute'>

const SETTINGS = z.object({
  FRANKPLEDGE_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'DATABASE_URL must be a PostgreSQL address, like postgres://user:password@host/database',
    )
    .optional(),
  BACKUP_FOLDER: z.string().min(1).optional(),
  BACKUP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'BACKUP_AT must be a time of day, like 02:30')
    .optional(),
  REHEARSAL_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'REHEARSAL_DATABASE_URL must be a PostgreSQL address')
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number('PORT must be a number')
    .int()
    .min(1)
    .max(65535, 'PORT must be a number from 1 to 65535')
    .default(3000),
  PUBLIC_URL: z.url('PUBLIC_URL must be a full web address, like https://plan.example.org').optional(),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1, 'REQUESTS_PER_MINUTE must be 1 or more').default(1200),
  METRICS_PORT: z.coerce
    .number('METRICS_PORT must be a number')
    .int()
    .min(1)
    .max(65535, 'METRICS_PORT must be a number from 1 to 65535')
    .optional(),
  LOG: z.enum(['faults', 'requests'], 'LOG must be faults or requests').default('faults'),
  DRAIN_SECONDS: z.coerce.number('DRAIN_SECONDS must be a number').int().min(0).max(300).default(0),
  TRUST_PROXY: z.enum(['0', '1'], 'TRUST_PROXY must be 0 or 1').default('0'),
  FRANKPLEDGE_SECRET_FILE: z.string().min(1).optional(),
  BREACHED_PASSWORDS_FILE: z.string().min(1).optional(),
  OIDC_ISSUER: z.url('OIDC_ISSUER must be a full web address').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional(),
  OIDC_LABEL: z.string().trim().min(1).max(60).default('your organisation'),
  ...FILES_SETTINGS,
})

/** The settings of this process, or an Error that says in plain words which one is wrong. */
export function configFrom(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = SETTINGS.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('\n'))
  const { FRANKPLEDGE_DATA, DATABASE_URL, HOST, PORT, PUBLIC_URL, REQUESTS_PER_MINUTE, TRUST_PROXY } = parsed.data
  const secretFile = parsed.data.FRANKPLEDGE_SECRET_FILE
  const publicUrl = (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '')
  return {
    dataFolder: resolve(FRANKPLEDGE_DATA),
    databaseFile: join(resolve(FRANKPLEDGE_DATA), 'register.sqlite'),
    databaseUrl: DATABASE_URL,
    host: HOST,
    port: PORT,
    publicUrl,
    isSecure: publicUrl.startsWith('https://'),
    trustsProxy: TRUST_PROXY === '1',
    requestsPerMinute: REQUESTS_PER_MINUTE,
    ...runningFrom(parsed.data),
    secretPlace: secretFile
      ? { file: resolve(secretFile), mayMake: false }
      : { file: join(resolve(FRANKPLEDGE_DATA), 'secret.key'), mayMake: true },
    breachedPasswords: parsed.data.BREACHED_PASSWORDS_FILE && resolve(parsed.data.BREACHED_PASSWORDS_FILE),
    provider: providerFrom(parsed.data),
    filesPlace: filesPlaceFrom(parsed.data),
  }
}

type Settings = z.infer<typeof SETTINGS>

function providerFrom({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET_FILE, OIDC_LABEL }: Settings) {
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET_FILE) return undefined
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET_FILE)
    throw new Error('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET_FILE must all be set, or none of them')
  const secretFile = resolve(OIDC_CLIENT_SECRET_FILE)
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, secretFile, label: OIDC_LABEL }
}

type Running = 'backupFolder' | 'backupAt' | 'rehearsalUrl' | 'metricsPort' | 'logsRequests' | 'drainSeconds'

/** How the installation is looked after. */
function runningFrom(given: z.infer<typeof SETTINGS>): Pick<Config, Running> {
  return {
    backupFolder: resolve(given.BACKUP_FOLDER ?? join(given.FRANKPLEDGE_DATA, 'backups')),
    backupAt: given.BACKUP_AT,
    rehearsalUrl: given.REHEARSAL_DATABASE_URL,
    metricsPort: given.METRICS_PORT,
    logsRequests: given.LOG === 'requests',
    drainSeconds: given.DRAIN_SECONDS,
  }
}

/** What a program of the machine's own is started with: the environment of this process, and more. */
export function environmentWith(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...more }
}

/** The settings that this process was started with. */
export function config(): Config {
  return configFrom(process.env)
}
