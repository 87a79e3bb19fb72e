import S3rver from '@20minutes/s3rver'

/** A process of its own, so that it can be killed: an S3-compatible store over a folder, which checks signatures. */
const [port = '', directory = '', bucket = ''] = process.argv.slice(2)
const settings = { address: '127.0.0.1', port: Number(port), directory, silent: true, allowMismatchedSignatures: false }
await new S3rver({ ...settings, configureBuckets: [{ name: bucket, configs: [] }] }).run()
process.send?.('ready')
