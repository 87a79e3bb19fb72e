/** A small plan as plain text: two themes with an aim and objectives, and a table of awards. */
export const OLD_PLAN = `Police and crime plan 2021 to 2025

Theme 1: Safer streets

Aim: Fewer people are harmed in public places

Objectives:

- Patrol where harm is greatest
- Bring people to justice

Theme 2: Better support

Aim: Victims are heard and helped

Objectives:

- Every victim has a named officer

Grants awarded

Service                       2023/24     2024/25
Victim hub                    £446,000    £450,000
Counselling                   £11,000     £12,500
Total                         £457,000    £462,500
`
