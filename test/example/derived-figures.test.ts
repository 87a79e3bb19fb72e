import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { besideProject, exampleText, observations, policeTool } from './example-files.js'

const { countTypes, csvRows, deriveEarlierFigures, derivePoliceFigures } = policeTool
const releases = process.env.FRANKPLEDGE_POLICE_RELEASES ?? besideProject('data/police-uk')
const noReleases = releases && existsSync(releases) ? false : 'the police.uk releases are not on this machine'
const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const head = 'Crime ID,Month,Location,Crime type'
const file = (month: string, ...types: string[]) => [head, ...types.map((type) => `x,${month},,${type}`)].join('\r\n')

function releaseFolder(files: [release: string, month: string, text: string][]): string {
  const folder = mkdtempSync(join(tmpdir(), 'releases-'))
  folders.push(folder)
  for (const [release, month, text] of files) {
    mkdirSync(join(folder, release, month), { recursive: true })
    writeFileSync(join(folder, release, month, `${month}-anyshire-street.csv.gz`), gzipSync(text))
  }
  return folder
}

describe('the police figures of the example office', () => {
  it('are what the releases of data.police.uk give, byte for byte', { skip: noReleases }, () => {
    const { csv, source } = derivePoliceFigures(releases ?? '')
    assert.equal(csv, exampleText('observations/police-uk.csv'))
    assert.equal(source, exampleText('observations/police-uk.source.json'))
    const earlier = deriveEarlierFigures(releases ?? '')
    assert.equal(earlier.csv, exampleText('observations/police-uk-earlier-release.csv'))
    assert.equal(earlier.source, exampleText('observations/police-uk-earlier-release.source.json'))
  })

  it('hold as an earlier version what the earlier release said of months that both hold', () => {
    const earlier = observations('police-uk-earlier-release')
    assert.deepEqual([...new Set(earlier.map((row) => row.period))], ['2024-10', '2024-11'])
    assert.ok(earlier.every((row) => row.status === 'provisional'))
  })

  it('give 6,004 crimes for March 2025, 5,957 for March 2024 and 230 burglaries', () => {
    const count = (measure: string, period: string) =>
      observations('police-uk').find((row) => row.measure === measure && row.period === period)?.numerator
    assert.equal(count('recorded-crime', '2025-03'), '6004')
    assert.equal(count('recorded-crime', '2024-03'), '5957')
    assert.equal(count('burglary', '2025-03'), '230')
  })

  it('add up: the thirteen types of crime make each month’s total, without anti-social behaviour', () => {
    const rows = observations('police-uk')
    const totals = rows.filter((row) => row.measure === 'recorded-crime')
    assert.equal(totals.length, 15)
    for (const total of totals) {
      const types = rows.filter((row) => row.period === total.period && row.measure !== 'anti-social-behaviour')
      const sum = types.reduce((whole, row) => whole + Number(row.numerator), -Number(total.numerator))
      assert.equal(types.length, 14)
      assert.equal(sum, Number(total.numerator), total.period)
    }
  })

  it('mark as provisional only the months that the newer release does not hold', () => {
    const provisional = observations('police-uk').filter((row) => row.status === 'provisional')
    assert.deepEqual([...new Set(provisional.map((row) => row.period))], ['2025-01', '2025-02', '2025-03'])
    assert.equal(provisional.length, 45)
  })
})

describe('making police figures', () => {
  it('takes a month from the newer release when two releases hold it', () => {
    const folder = releaseFolder([
      ['release-to-2025-09', '2024-10', file('2024-10', 'Burglary')],
      ['release-to-2025-11', '2024-10', file('2024-10', 'Burglary', 'Robbery', 'Anti-social behaviour')],
      ['release-to-2025-09', '2025-01', file('2025-01', 'Drugs')],
    ])
    const { csv } = derivePoliceFigures(folder)
    assert.match(csv, /^recorded-crime,2024-10,2,,,final,$/m)
    assert.match(csv, /^recorded-crime,2025-01,1,,,provisional,Held only/m)
  })

  it('stops at a crime type that it does not know', () => {
    assert.throws(() => countTypes(file('2024-10', 'Violent crime'), '2024-10'), /Unknown crime type "Violent crime"/)
  })

  it('stops at a record of another month', () => {
    assert.throws(() => countTypes(file('2024-09', 'Drugs'), '2024-10'), /2024-09 stands in the file of 2024-10/)
  })

  it('stops when there is nothing to read', () => {
    assert.throws(() => derivePoliceFigures(releaseFolder([])), /No release-to-YYYY-MM folder/)
  })

  it('reads quoted commas, quotes and line breaks, and either line ending', () => {
    assert.deepEqual(csvRows('a,b\r\n"x, y","say ""no""\nmore"\n1,\n'), [
      ['a', 'b'],
      ['x, y', 'say "no"\nmore'],
      ['1', ''],
    ])
    assert.throws(() => csvRows('a,"b'), /Unreadable CSV at character 2/)
  })
})
