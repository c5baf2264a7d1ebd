// What a page gains by the script; without it every page works by links and forms.
document.documentElement.dataset.script = ''

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]')
  if (button) {
    const label = button.querySelector('span')
    try {
      await navigator.clipboard.writeText(button.dataset.copy)
    } catch {
      // Only a secure context may: a name of a container is none.
      return
    }
    const before = label.textContent
    if (before === button.dataset.copied) return
    label.textContent = button.dataset.copied
    setTimeout(() => { label.textContent = before }, 1500)
  }
  // A click elsewhere closes a menu.
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(target)) menu.open = false
  }
})

document.addEventListener('keydown', event => {
  if (event.code !== 'Escape') return
  const menu = document.querySelector('details.menu[open]')
  if (!menu) return
  menu.open = false
  menu.querySelector('summary').focus()
})

// A second click must not send a form twice.
document.addEventListener('submit', ({ target }) => {
  setTimeout(() => { for (const button of target.querySelectorAll('button')) button.disabled = true })
})
// Back leads to a page as it was left.
addEventListener('pageshow', () => { for (const button of document.querySelectorAll('form button')) button.disabled = false })
