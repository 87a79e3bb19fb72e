import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deprivationOf, lsoaPlaces, populationByEthnicity, populationOf } from '#modules/geography/index.js'
import { anImporter } from '#test/support/national-tables.js'

describe('lookups between areas', () => {
  it('place a small area anew, by heads of the year that the publisher has', async () => {
    const { deps, kindOf } = await anImporter()
    const file =
      'lsoa21cd,LSOA21NM,WD25CD,WD25NM,LAD25CD,LAD25NM\nE01017943,Cambridge 006A,E05099999,New Ward,E07000010,Fenland\n'
    assert.equal(await kindOf(file), 'lsoa-lookup')
    const place = (await lsoaPlaces(deps.db)).find(({ lsoa }) => lsoa === 'E01017943')
    assert.deepEqual([place?.ward, place?.district, place?.force], ['E05099999', 'E07000010', 'E23000023'])
  })

  it('say what became of an LSOA, and which district lies in which force', async () => {
    const { deps, kindOf } = await anImporter()
    assert.equal(
      await kindOf('LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD\nE01099991,Old,E01017943,New,X,E07000008'),
      'lsoa-changes',
    )
    assert.equal((await lsoaPlaces(deps.db)).find(({ lsoa }) => lsoa === 'E01099991')?.district, 'E07000008')
    assert.equal(
      await kindOf(
        'LAD25CD,LAD25NM,CSP25CD,CSP25NM,PFA25CD,PFA25NM\nE07000008,Cambridge,E22000013,Cambridge,E23000024,Norfolk',
      ),
      'area-lookup',
    )
    assert.equal((await lsoaPlaces(deps.db)).find(({ lsoa }) => lsoa === 'E01099991')?.force, 'E23000024')
    assert.equal(
      await kindOf('LADCD,LADNM,LADCD_ACTIVE,RGNCD,RGNNM\nE07000777,Lost,E07000008,E12000006,East'),
      'area-codes',
    )
  })

  it('may come with output areas and the names in Welsh beside them', async () => {
    const { kindOf } = await anImporter()
    const head = 'OA21CD,LSOA21CD,LSOA21NM,LSOA21NMW,MSOA21CD,LAD22CD,LAD22NM,LAD22NMW,ObjectId'
    const row = (at: number) => `E0000000${at},E01017943,Cambridge 006A,,E02003724,E07000008,Cambridge,,${at}`
    assert.equal(await kindOf([head, row(1), row(2)].join('\n')), 'lsoa-lookup')
  })

  it('are refused without a year, a district or proper codes, by name', async () => {
    const { refused } = await anImporter()
    const lsoa = { kind: 'lsoa-lookup' } as const
    assert.match(await refused('LSOA21CD,WD24CD\nE01017943,E05099999', lsoa), /lacks the column “LAD24CD”/)
    assert.match(await refused('LSOA code,LAD24CD\nE01017943,E07000010', lsoa), /Nothing says the year of the LSOAs/)
    assert.match(
      await refused('LSOA21CD,LAD24CD,Colour\nE01017943,E07000010,red', lsoa),
      /Nobody knows the column “Colour”/,
    )
    assert.match(
      await refused('LSOA21CD,LAD24CD,LAD25CD\nE01017943,E07000010,E07000010', lsoa),
      /“LAD24CD” and “LAD25CD”/,
    )
    assert.match(
      await refused('LSOA21CD,LAD24CD\nE01017943,E07000010\nE010,E07000010', lsoa),
      /row 3.*“E010” is no code/,
    )
    assert.match(
      await refused('LSOA21CD,LAD24CD\nE01017943,E07000010\nE01017943,E07000011', lsoa),
      /row 3.*something else of E01017943/,
    )
  })

  it('are refused where any code is none, but for a blank or a mark, and where an area lies nowhere', async () => {
    const { kindOf, refused } = await anImporter()
    const head = 'LSOA21CD,WD24CD,LAD24CD'
    assert.match(
      await refused(`${head}\nE01017943,E05002706,Fenland`, { kind: 'lsoa-lookup' }),
      /row 2, column “LAD24CD” “Fenland” is no code/,
    )
    assert.equal(await kindOf(`${head}\nE01017943,[z],E07000010\nSource: made up`), 'lsoa-lookup')
    const parts = 'LAD24CD,LAD24NM,CSP24CD,PFA24CD'
    assert.match(
      await refused(`${parts}\nE07000010,Fenland,E22000015,E23000023\nE07000011,Huntingdonshire,,-`),
      /row 3 The area lies in no other/,
    )
  })

  it('are refused with a head that nobody knows or that stands twice, whatever the kind', async () => {
    const { refused } = await anImporter()
    const codes = { kind: 'area-codes' } as const
    const row = 'E07000010,Fenland,E07000010'
    assert.match(await refused(`LADCD,LADNM,LADCD_ACTIVE,Colour\n${row},red`, codes), /Nobody knows.*“Colour”/)
    assert.match(await refused(`LADCD,LADNM,LADCD_ACTIVE,LADCD\n${row},E07000011`, codes), /“LADCD” and “LADCD”/)
    const changes = { kind: 'lsoa-changes' } as const
    assert.match(
      await refused('LSOA11CD,LSOA21CD,CHGIND,LAD22CD,LAD22CD\nE01017943,E01017943,U,E07000008,E07000008', changes),
      /“LAD22CD” and “LAD22CD”/,
    )
    const deprivation = { kind: 'deprivation' } as const
    assert.match(
      await refused('LSOA code (2021),LSOA21CD,IMD rank\nE01017943,E01017943,5', deprivation),
      /“LSOA code \(2021\)” and “LSOA21CD”/,
    )
  })
})

describe('residents', () => {
  it('are read with a year in a column, in heads, in the file’s name or as given', async () => {
    const { deps, kindOf } = await anImporter()
    const year = async () => (await populationOf(deps.db, 'E07000010'))?.year
    assert.equal(await kindOf('code,name,year,population\nE07000010 ,Fenland,2021,"102,500"'), 'population')
    assert.equal(await year(), 2021)
    assert.equal(await kindOf('LAD23CD,LAD23NM,2022,2023\nE07000010,Fenland,103000,103500'), 'population')
    assert.equal(await year(), 2023)
    assert.equal(
      await kindOf('lad24_code,total_population\nE07000010,104000', { fileName: 'mid-2024.csv' }),
      'population',
    )
    assert.equal(await year(), 2024)
    await kindOf('lad24_code,total_population\nE07000010,104500', { year: 2025 })
    assert.equal(await year(), 2025)
  })

  it('are refused without a year, below nought, and where heads are strange', async () => {
    const { refused } = await anImporter()
    const kind = 'population' as const
    assert.match(await refused('code,population\nE07000010,5', { kind }), /Nothing says the year/)
    assert.match(await refused('code,population,year\nE07000010,-5,2024', { kind }), /fewer residents than none/)
    assert.match(
      await refused('code,population,people,year\nE07000010,5,5,2024', { kind }),
      /“population” and “people”/,
    )
    assert.match(
      await refused('code,population,mood,year\nE07000010,5,good,2024', { kind }),
      /Nobody knows the column “mood”/,
    )
    assert.match(
      await refused('code,population,year\nE07000010,5,2024\nE0700001,5,2024', { kind }),
      /row 3.*“E0700001” is no/,
    )
  })

  it('may be of ethnic groups as the census has them', async () => {
    const { deps, kindOf } = await anImporter()
    const head =
      'Lower tier local authorities Code,Lower tier local authorities,Ethnic group (20 categories) Code,Ethnic group (20 categories),Observation'
    const file = `${head}\nE07000010,Fenland,1,"Asian, Asian British or Asian Welsh: Bangladeshi",70`
    assert.equal(await kindOf(file, { year: 2021 }), 'population-ethnicity')
    assert.equal((await populationByEthnicity(deps.db, 'E07000010'))[0]?.people, 70)
  })

  it('may be of ethnic groups', async () => {
    const { deps, kindOf } = await anImporter()
    assert.equal(
      await kindOf('area code,ethnic group,people,year\nE23000023,Asian,70000,2021\nE23000023,White,700000,2021'),
      'population-ethnicity',
    )
    assert.deepEqual(
      (await populationByEthnicity(deps.db, 'E23000023')).map(({ group, people }) => [group, people]),
      [
        ['Asian', 70_000],
        ['White', 700_000],
      ],
    )
  })
})

describe('deprivation', () => {
  it('is read from the short heads and from the long ones, and stands on the LSOAs of its edition', async () => {
    const { deps, kindOf } = await anImporter()
    assert.equal(
      await kindOf('lsoa21_code,IMD_decile,IMD_rank,IMD_score,Crime_decile,Crime_rank\nE01017943,8,25990,9.1,3,9000'),
      'deprivation',
    )
    const long =
      'LSOA code (2011),LSOA name (2011),Local Authority District code (2019),Local Authority District name (2019),Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Crime Rank (where 1 is most deprived),Income Deprivation Affecting Children Index (IDACI) Decile (where 1 is most deprived 10% of LSOAs),Total population: mid 2015 (excluding prisoners)'
    assert.equal(
      await kindOf(`${long}\nE01017943,Cambridge 006A,E07000008,Cambridge,16929,6,100,4,1800`),
      'deprivation',
    )
    assert.partialDeepStrictEqual(await deprivationOf(deps.db, 'E01017943', 2025), {
      rank: 25_990,
      decile: 8,
      lsoaEdition: 2021,
      domains: { crime: { rank: 9000, decile: 3 } },
    })
    assert.partialDeepStrictEqual(await deprivationOf(deps.db, 'E01017943', 2019), {
      rank: 16_929,
      lsoaEdition: 2011,
      domains: { children: { decile: 4 } },
    })
  })

  it('is refused with a decile that is none', async () => {
    const { refused } = await anImporter()
    assert.match(
      await refused('lsoa21_code,IMD_decile,IMD_rank\nE01017943,11,3', { kind: 'deprivation' }),
      /11 is no decile/,
    )
  })
})
