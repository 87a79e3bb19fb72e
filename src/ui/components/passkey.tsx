type PasskeyProps = {
  readonly does: 'make' | 'use'
  /** What the browser is asked, as WebAuthn writes it in JSON. */
  readonly options: unknown
  readonly label: string
}

/** Asks the person's device for a passkey, inside a form with the field `passkey`. A script does it: without, it says so. */
export function PasskeyButton({ does, options, label }: PasskeyProps) {
  return (
    <>
      <input type="hidden" name="passkey" value="" />
      <div data-passkey={does} data-options={JSON.stringify(options)} hidden>
        <button type="submit" class="govuk-button" data-module="govuk-button" data-asks-passkey>
          {label}
        </button>
        <p role="status" />
      </div>
      <noscript>
        <p>Passkeys need JavaScript, which this browser has turned off. An authenticator app works without.</p>
      </noscript>
    </>
  )
}
