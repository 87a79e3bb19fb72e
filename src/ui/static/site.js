// Four courtesies that pages do without: errors are brought to notice at once, a second click sends nothing twice, long
// texts that were typed and not saved can be put back, and what words would look like keeps up with typing.
const KEPT = 'words:'

const summary = document.querySelector('.govuk-error-summary')
if (summary) {
  summary.tabIndex = -1
  summary.focus()
}

document.addEventListener('submit', (event) => {
  const button = event.submitter
  if (button?.dataset.preventDoubleClick !== 'true') return
  if (button.dataset.sent === 'true') event.preventDefault()
  button.dataset.sent = 'true'
  setTimeout(() => delete button.dataset.sent, 2000)
})

for (const area of document.querySelectorAll('textarea[data-keep-as]')) keepWords(area)

// Each text is kept with the version that it was typed over. Once the register has a later one it was saved, or someone
// else saved first: then it is offered, unless it had been sent.
function keepWords(area) {
  const { keepAs: name, version } = area.dataset
  const kept = readKept(name)
  const wasSaved = kept && (kept.text === area.value || (kept.sent && kept.version !== version))
  if (wasSaved) localStorage.removeItem(KEPT + name)
  else if (kept) offerKept(area, name, kept)
  const store = (sent) => writeKept(name, { text: area.value, version, sent })
  area.addEventListener('input', () => store(false))
  area.form?.addEventListener('submit', () => store(true))
}

function offerKept(area, name, kept) {
  const box = document.createElement('div')
  box.className = 'notice'
  box.setAttribute('role', 'status')
  box.textContent = 'Words were typed here in this browser and not saved. '
  box.append(
    button('Put them back', () => {
      area.value = kept.text
      box.remove()
      area.focus()
    }),
    ' ',
    button('Throw them away', () => {
      localStorage.removeItem(KEPT + name)
      box.remove()
      area.focus()
    }),
  )
  area.before(box)
}

function button(text, onClick) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-button--secondary'
  made.textContent = text
  made.addEventListener('click', onClick)
  return made
}

// A browser that keeps nothing (private windows, no room) costs nothing but the courtesy.
function readKept(name) {
  try {
    return JSON.parse(localStorage.getItem(KEPT + name))
  } catch {
    return null
  }
}

function writeKept(name, kept) {
  try {
    localStorage.setItem(KEPT + name, JSON.stringify(kept))
  } catch {}
}

// Whoever signs out leaves none of their words behind.
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(KEPT)) localStorage.removeItem(key)
})

for (const area of document.querySelectorAll('textarea[data-preview-at]')) keepPreview(area)

// A fifth of a second after the last key the words are sent, and what comes back stands below the form.
function keepPreview(area) {
  const box = document.createElement('section')
  box.className = 'preview'
  box.setAttribute('aria-label', 'Preview')
  area.form.after(box)
  let timer
  let asking
  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const body = new URLSearchParams(new FormData(area.form))
    body.set('part', 'yes')
    try {
      const answer = await fetch(area.dataset.previewAt, { method: 'POST', body, signal: asking.signal })
      if (answer.ok && !answer.redirected) box.innerHTML = await answer.text()
    } catch {}
  }
  area.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, 200)
  })
  ask()
}
