import assert from 'node:assert/strict'
import { it } from 'node:test'
import { configFrom } from '../config.js'

const SET = {
  ...{ FILES_S3_ENDPOINT: 'https://s3.eu-west-2.amazonaws.com', FILES_S3_BUCKET: 'office-files' },
  ...{ FILES_S3_ACCESS_KEY_ID: 'AKIA', FILES_S3_SECRET_FILE: '/etc/frankpledge/s3' },
}

it('keeps files in the register unless a store is set', () => {
  assert.equal(configFrom({}).filesPlace, undefined)
  assert.deepEqual(configFrom({ ...SET, FILES_S3_PREFIX: '/one/two/', FILES_S3_REGION: 'eu-west-2' }).filesPlace, {
    ...{ kind: 's3', endpoint: SET.FILES_S3_ENDPOINT, bucket: 'office-files', prefix: 'one/two/', region: 'eu-west-2' },
    ...{ isPathStyle: true, accessKeyId: 'AKIA', secretFile: '/etc/frankpledge/s3' },
  })
})

it('takes a store whole or not at all', () => {
  for (const missing of Object.keys(SET))
    assert.throws(() => configFrom({ ...SET, [missing]: '' }), /must all be set, or none of them/)
})

it('takes no address, bucket or prefix that could mean another place', () => {
  const wrong = [
    ...['ftp://s3.example', 'https://user:key@s3.example', 'https://s3.example/path', 'https://s3.example/?a=b'].map(
      (value) => ({ FILES_S3_ENDPOINT: value }),
    ),
    ...['a', 'UPPER', '../x', 'a/b', 'a b'].map((value) => ({ FILES_S3_BUCKET: value })),
    ...['../x', 'a/../b', 'a//b', '.', 'a b', 'a?b'].map((value) => ({ FILES_S3_PREFIX: value })),
  ]
  for (const change of wrong)
    assert.throws(() => configFrom({ ...SET, ...change }), /FILES_S3_/, JSON.stringify(change))
})
