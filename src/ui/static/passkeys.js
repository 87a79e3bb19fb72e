// A form that a passkey answers: the button asks the device, and what it says goes with the form as any answer does.
for (const box of document.querySelectorAll('[data-passkey]')) if (window.PublicKeyCredential) bring(box)

function bring(box) {
  const form = box.closest('form')
  const answer = form.elements.passkey
  box.hidden = false
  const buttons = form.querySelectorAll('button[data-asks-passkey]')
  for (const each of buttons) each.addEventListener('click', (event) => ask(event, { box, form, answer }))
}

async function ask(event, { box, form, answer }) {
  // Without a name the form says itself what is missing.
  if (form.elements.name?.value.trim() === '') return
  event.preventDefault()
  const said = box.querySelector('[role="status"]')
  said.textContent = 'Waiting for your passkey…'
  try {
    const options = read(JSON.parse(box.dataset.options))
    const made =
      box.dataset.passkey === 'make'
        ? await navigator.credentials.create({ publicKey: options })
        : await navigator.credentials.get({ publicKey: options })
    answer.value = JSON.stringify(written(made))
    form.submit()
  } catch (problem) {
    said.textContent = WORDS[problem.name] ?? 'The device gave no passkey. Try again.'
  }
}

const WORDS = {
  InvalidStateError: 'This device has a passkey for you here already.',
  NotAllowedError: 'The device gave no passkey, or too much time passed. Try again.',
  SecurityError: 'Passkeys do not work at this address: open the site by its public address.',
}

function read(options) {
  const withBytes = (known) => known?.map((each) => ({ ...each, id: bytesOf(each.id) }))
  return {
    ...options,
    challenge: bytesOf(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytesOf(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: withBytes(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: withBytes(options.allowCredentials) }),
  }
}

function written({ id, rawId, type, response }) {
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
  const texts = parts.filter((part) => response[part]).map((part) => [part, textOf(response[part])])
  const transports = response.getTransports?.()
  return {
    id,
    rawId: textOf(rawId),
    type,
    clientExtensionResults: {},
    response: { ...Object.fromEntries(texts), ...(transports && { transports }) },
  }
}

function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
}

function textOf(buffer) {
  const signs = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
