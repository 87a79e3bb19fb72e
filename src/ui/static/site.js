// Two courtesies that pages do without: errors are brought to notice at once, and a second click sends nothing twice.
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
