import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Frame } from '#platform/web/shell.js'
import { asset } from './assets.js'
import { brandHref } from './brand.js'
import { SkipLink } from './components/navigation.js'
import { Band, Footer, Masthead } from './frame/public.js'
import { Menu, SideList, StaffBar } from './frame/staff.js'

/** The whole HTML document round one page's content. */
export function renderFrame(frame: Frame, body: string): string {
  const content = <Content frame={frame} body={body} />
  const page = renderToString(
    <html lang="en-GB">
      <Head frame={frame} body={body} />
      <body>{content}</body>
    </html>,
  )
  return `<!DOCTYPE html>\n${page}${madeBy(frame.madeBy)}\n`
}

function Head({ frame, body }: { frame: Frame; body: string }) {
  const { shell, title, hasErrors, layout } = frame
  const hasForms = layout === 'staff' || body.includes('govuk-')
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${hasErrors ? 'Error: ' : ''}${title} – ${shell.officeName}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content={shell.brandColour} />
      <link rel="stylesheet" href={asset('site.css')} />
      {hasForms ? <link rel="stylesheet" href={asset('forms.css')} /> : null}
      {layout === 'staff' ? <link rel="stylesheet" href={asset('staff.css')} /> : null}
      <link rel="stylesheet" href={brandHref(shell.brandColour)} />
      <link rel="preload" href={asset('source-sans-3-400.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link
        rel="preload"
        href={asset('source-serif-4-600.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
      <link rel="alternate" type="application/atom+xml" href="/feed.atom" title={`${shell.officeName}: what is new`} />
      {hasForms ? <script type="module" src={asset('site.js')} /> : null}
      {body.includes('data-passkey') ? <script type="module" src={asset('passkeys.js')} /> : null}
    </head>
  )
}

function Content({ frame, body }: { frame: Frame; body: string }) {
  if (frame.layout === 'bare') return <Main body={body} class="main main--bare" />
  if (frame.layout === 'staff') return <StaffContent frame={frame} body={body} />
  return (
    <>
      <SkipLink />
      <Masthead frame={frame} />
      <Band text={frame.shell.notice} />
      <Main body={body} class="main width">
        <Flash text={frame.flash} />
      </Main>
      <Footer signedIn={frame.signedIn !== undefined} />
    </>
  )
}

function StaffContent({ frame, body }: { frame: Frame; body: string }) {
  return (
    <>
      <SkipLink />
      <StaffBar frame={frame} />
      <Band text={frame.shell.notice} />
      <div class="width">
        {frame.signedIn ? <Menu frame={frame} /> : null}
        <div class={frame.signedIn ? 'desk' : undefined}>
          {frame.signedIn ? <SideList frame={frame} /> : null}
          <Main body={body} class="main">
            <Flash text={frame.flash} />
          </Main>
        </div>
      </div>
    </>
  )
}

function Main(props: { body: string; class: string; children?: ComponentChildren }) {
  return (
    <main id="main" tabindex={-1} class={props.class}>
      {props.children}
      <div class="page" dangerouslySetInnerHTML={{ __html: props.body }} />
    </main>
  )
}

function Flash({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <div class="flash" role="status">
      <p>{text}</p>
    </div>
  )
}

/** Which files make this page, for whoever wants to change it. A comment must not hold two hyphens. */
function madeBy(files: string | undefined): string {
  return files ? `\n<!-- ${files.replace(/-{2,}|[<>]/g, ' ')} -->` : ''
}
