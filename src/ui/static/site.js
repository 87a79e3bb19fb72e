// Four courtesies that pages do without: errors are brought to notice at once, a second click sends nothing twice, long
// texts that were typed and not saved can be put back, and what words would look like keeps up with typing.
const KEPT = 'words'
let words

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
// else saved first: then it is offered, unless it had been sent. A page that says what is wrong holds words unsaved.
async function keepWords(area) {
  const { keepAs: name, version } = area.dataset
  const write = (sent) => keeping('readwrite', (kept) => kept.put({ text: area.value, version, sent }, name))
  area.addEventListener('input', () => write(false))
  area.form?.addEventListener('submit', () => write(true))
  if (summary) return write(false)
  const kept = await keeping('readonly', (all) => all.get(name))
  if (!kept) return
  const wasSaved = plain(kept.text) === plain(area.value) || (kept.sent && kept.version !== version)
  if (wasSaved) keeping('readwrite', (all) => all.delete(name))
  else offerKept(area, name, kept)
}

// Words as the register keeps them.
function plain(text) {
  return text.normalize('NFC').trim()
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
      keeping('readwrite', (all) => all.delete(name))
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

// Written through to the disk at once: a browser that is killed loses nothing. One that keeps nothing (private windows,
// no room) costs nothing but the courtesy.
async function keeping(mode, ask) {
  try {
    words ??= openWords()
    const doing = (await words).transaction(KEPT, mode, { durability: 'strict' })
    const asked = ask(doing.objectStore(KEPT))
    return await new Promise((done, fail) => {
      doing.oncomplete = () => done(asked.result)
      doing.onabort = () => fail(doing.error)
    })
  } catch {
    return undefined
  }
}

function openWords() {
  return new Promise((done, fail) => {
    const asked = indexedDB.open('frankpledge', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(KEPT)
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error)
  })
}

// Whoever signs out leaves none of their words behind.
document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', async (event) => {
  event.preventDefault()
  await keeping('readwrite', (all) => all.clear())
  event.target.submit()
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
