import { resolve } from 'node:path'
import { z } from 'zod'

/** An S3-compatible store, as the operator has set it. */
export type S3Place = {
  readonly kind: 's3'
  readonly endpoint: string
  readonly bucket: string
  /** What every name begins with: empty, or ending in a slash. */
  readonly prefix: string
  readonly region: string
  /** Whether the bucket stands in the path rather than before the host. */
  readonly isPathStyle: boolean
  readonly accessKeyId: string
  /** The file that holds the secret key. */
  readonly secretFile: string
}

/** Where files stand outside the register: in a store, or in the folder that belongs to a backup. */
export type FilesPlace = S3Place | { readonly kind: 'folder'; readonly folder: string }

/** The settings of a store of files, as they come from outside. */
export const FILES_SETTINGS = {
  FILES_S3_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      message: 'FILES_S3_ENDPOINT must be a full web address, like https://s3.eu-west-2.amazonaws.com',
    })
    .refine(isBareAddress, 'FILES_S3_ENDPOINT must have neither a path nor a name and password')
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      'FILES_S3_BUCKET must be the name of a bucket: 3 to 63 of a-z, 0-9, . and -',
    )
    .optional(),
  FILES_S3_PREFIX: z
    .string()
    .regex(
      /^\/?([\w-][\w.-]*\/)*([\w-][\w.-]*)?$/,
      'FILES_S3_PREFIX must be names with / between them, like office/files',
    )
    .default(''),
  FILES_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'FILES_S3_REGION must be a name like eu-west-2')
    .default('us-east-1'),
  FILES_S3_PATH_STYLE: z.enum(['0', '1'], 'FILES_S3_PATH_STYLE must be 0 or 1').default('1'),
  FILES_S3_ACCESS_KEY_ID: z.string().regex(/^\S+$/, 'FILES_S3_ACCESS_KEY_ID must not hold spaces').optional(),
  FILES_S3_SECRET_FILE: z.string().min(1).optional(),
}

const GIVEN = z.object(FILES_SETTINGS)

/** The store that the settings name; undefined where files stay in the register. */
export function filesPlaceFrom(given: z.infer<typeof GIVEN>): S3Place | undefined {
  const { FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_ACCESS_KEY_ID, FILES_S3_SECRET_FILE } = given
  const needed = [FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_ACCESS_KEY_ID, FILES_S3_SECRET_FILE]
  if (needed.every((each) => each === undefined)) return undefined
  if (!FILES_S3_ENDPOINT || !FILES_S3_BUCKET || !FILES_S3_ACCESS_KEY_ID || !FILES_S3_SECRET_FILE)
    throw new Error(
      'FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_FILE must all be set, or none of them',
    )
  const prefix = given.FILES_S3_PREFIX.replace(/^\/|\/$/g, '')
  return {
    ...{ kind: 's3', endpoint: FILES_S3_ENDPOINT, bucket: FILES_S3_BUCKET },
    ...{ prefix: prefix && `${prefix}/`, region: given.FILES_S3_REGION },
    isPathStyle: given.FILES_S3_PATH_STYLE === '1',
    accessKeyId: FILES_S3_ACCESS_KEY_ID,
    secretFile: resolve(FILES_S3_SECRET_FILE),
  }
}

function isBareAddress(address: string): boolean {
  const { pathname, search, hash, username, password } = new URL(address)
  return pathname === '/' && `${search}${hash}${username}${password}` === ''
}
