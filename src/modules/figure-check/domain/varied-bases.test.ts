import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'Of the nine who live on a boat, {33|35}% were satisfied.',
  'Of the four taken to court {75|80}% were found guilty.',
  'We wrote to 30 of them afterwards and {83|84}% were pleased.',
  'Among the 16 apprentices, {44|40}% came from outside the county.',
  'At Long Barrow, where we met twenty of you, {65|62}% had come by bus.',
  'Eleven schools took part. {55|50}% of them will do so again.',
  'The pilot had 24 drivers, {75|77}% of whom finished it.',
  '{60|61}% of the 15 trustees are women.',
  'Twelve families moved in; {42|45}% of these had a dog.',
  'Of 18 bids, {33|30}% were late.',
  'The 13 stewards were asked too: {54|55}% had been trained.',
  'In the class of 28, {89|90}% passed at the first attempt.',
  'A share of {36|35}% among the 14 judges voted for the mill.',
  'Just 19 patients used the lift and {68|70}% said it was slow.',
  'Of our six lifeboats {50|40}% are more than ten years old.',
  'The proportion of the 17 wards with a plan is {76|75}%.',
  'Volunteers (21 in all): {62|60}% retired.',
]

/** True, or of a base that the words leave open. */
const TRUE = [
  'Of the 17 schools, 45% of pupils came by bus.',
  'Among the four lakes the level of Upper Mere stood at 60%.',
  'Of the 12 hostels the fullest was at 95%.',
  'Three of the nine moved away, and turnout fell to 35%.',
  'Of the seven grants, spending was cut by 8%.',
  'We met twenty of you. Across the county 62.4% own a car.',
]

describe('a percentage and the number that it is named to be of', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
