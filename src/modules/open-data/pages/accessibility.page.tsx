import { currentBody } from '#modules/body/index.js'
import { page } from '#platform/web/page.js'
import { Eyebrow, Heading, Lede, Prose } from '#ui/components.js'

export const accessibilityPage = page('/accessibility', {
  permission: 'site:read',
  load: async ({ deps }) => {
    const body = await currentBody(deps.db, deps.today())
    return { name: body?.name, office: body?.officeName ?? 'office' }
  },
  title: () => 'Accessibility statement',
  view: ({ name, office }) => (
    <>
      {name ? <Eyebrow>{name}</Eyebrow> : null}
      <Heading>Accessibility statement</Heading>
      <Lede>
        This site is made so that as many people as possible can use it, whatever they see, hear, move or read with.
      </Lede>
      <Prose>
        <p>You should be able to:</p>
        <ul>
          <li>
            read every page at 320 pixels wide, at 400% zoom and with text at twice its size, without scrolling sideways
          </li>
          <li>reach and use everything with a keyboard alone, and always see where you are</li>
          <li>read every page with a screen reader, and with styles or scripts switched off</li>
          <li>read each chart as a table of the same figures, and as a sentence that says what it shows</li>
          <li>tell every state without seeing colour: each has a shape and words</li>
          <li>print any page; the plan on a page fits one sheet of A4</li>
        </ul>
        <h2>How accessible this site is</h2>
        <p>
          The {office} means this site to meet level AA of the Web Content Accessibility Guidelines 2.2, as the Public
          Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 require. Each page is
          checked by an automatic test in its normal and its error state. Automatic tests find only part of what can be
          wrong: no person who depends on assistive technology has yet tested this site for the office, and until then
          we do not claim full compliance.
        </p>
        <h2>What is not accessible yet</h2>
        <ul>
          <li>Wide tables scroll sideways inside their own frame on a small screen.</li>
          <li>Documents that other bodies publish, to which evidence links lead, are outside the office’s control.</li>
        </ul>
        <h2>If you cannot read something</h2>
        <p>
          Tell the {office} which page it is and what you need: large print, easy read, Braille, audio or another
          language. The office will answer within ten working days.
        </p>
        <h2>If you are not happy with the answer</h2>
        <p>
          The Equality and Human Rights Commission enforces the regulations. If the office does not settle your
          complaint,{' '}
          <a href="https://www.equalityadvisoryservice.com/">ask the Equality Advisory and Support Service</a>.
        </p>
        <h2>About this statement</h2>
        <p>It describes the site as it is released, and is reviewed with each release and at least once a year.</p>
      </Prose>
    </>
  ),
})
