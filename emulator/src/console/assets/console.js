// What a page gains by the script: keys, a palette, copying, menus that close. Without it every page works by links and
// forms.
const $ = (selector, root = document) => root.querySelector(selector)
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
document.documentElement.dataset.script = ''

async function copy (button) {
  const label = $('span', button)
  try {
    await navigator.clipboard.writeText(button.dataset.copy)
  } catch {
    return select(button)
  }
  if (label.textContent === button.dataset.copied) return
  const before = label.textContent
  label.textContent = button.dataset.copied
  // A live update must not take it away before it is read.
  button.setAttribute('hx-morph-skip', '')
  setTimeout(() => {
    label.textContent = before
    button.removeAttribute('hx-morph-skip')
  }, 1500)
}

/** Where the clipboard is closed, at a name that is no loopback: selects the text. */
function select (button) {
  const shown = $('code, pre', button.parentElement)
  if (!shown) return
  const details = shown.closest('details')
  if (details) details.open = true
  getSelection().selectAllChildren(shown)
}

const openMenus = () => all('details.menu[open]')

document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-copy]')
  if (button) copy(button)
  const opener = target.closest('[data-dialog]')
  if (opener) show($('#' + opener.dataset.dialog))
  const row = target.closest('a[id^="row-"]')
  if (row) history.replaceState(null, '', `#${row.id}`)
  for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false
})

// A second click must not send a form twice.
document.addEventListener('submit', ({ target }) => {
  // A live update must not make it new meanwhile.
  if (!target.hasAttribute('hx-morph-skip')) target.toggleAttribute('hx-morph-skip', target.dataset.sent = 'yes')
  setTimeout(() => {
    for (const button of all('button:enabled', target)) {
      button.disabled = true
      button.dataset.sent = ''
    }
  })
})
// Back leads to a page as it was left, at the row that was opened: what is sent from there is meant anew.
addEventListener('pageshow', ({ persisted }) => {
  $('a:target')?.focus({ preventScroll: true })
  if (persisted) for (const field of all('input[name=nonce]')) field.value += '+'
  for (const form of all('form[data-sent]')) {
    form.removeAttribute('hx-morph-skip')
    delete form.dataset.sent
  }
  for (const button of all('button[data-sent]')) {
    button.disabled = false
    delete button.dataset.sent
  }
})

// The palette: everything that has a key or an address here.
const palette = $('#palette')
const query = $('input', palette)
const found = $('ul', palette)
let actions = []

function make (name, ...children) {
  const element = document.createElement(name)
  element.append(...children)
  return element
}

function gather () {
  actions = [...all('nav.side a'), ...all('[data-command], [data-keys]')]
    .filter(element => !element.disabled && !palette.contains(element))
    .map(element => ({ element, name: (element.dataset.command || element.ariaLabel || element.textContent).trim(), keys: element.dataset.keys }))
  actions = actions.filter(({ name }, at) => name && actions.findIndex(other => other.name === name) === at)
}

function list () {
  const words = query.value.normalize('NFC').toLowerCase().split(/\s+/)
  const shown = actions.filter(({ name }) => words.every(word => name.toLowerCase().includes(word)))
  found.replaceChildren(...shown.map(({ element, name, keys }) => {
    const button = make('button', name)
    if (keys) button.append(make('kbd', keys))
    button.type = 'button'
    button.addEventListener('click', () => { palette.close(); run(element) })
    return make('li', button)
  }))
}

function run (element) {
  if (element.matches('input, select, textarea')) return element.focus()
  element.click()
}

function show (dialog) {
  if (dialog.open) return
  for (const menu of openMenus()) menu.open = false
  gather()
  if (dialog === palette) {
    query.value = ''
    list()
  } else {
    $('#keys-of-rows').hidden = !rows().length
    $('ul', dialog).replaceChildren(...actions.filter(({ keys }) => keys).map(({ name, keys }) => make('li', make('kbd', keys), ' ', name)))
  }
  dialog.showModal()
}

query.addEventListener('input', list)
palette.addEventListener('keydown', event => {
  if (event.isComposing) return
  const buttons = all('li button', palette)
  const at = buttons.indexOf(document.activeElement)
  if (event.code === 'ArrowDown') (buttons[at + 1] ?? buttons[0])?.focus()
  else if (event.code === 'ArrowUp') (buttons[at - 1] ?? query).focus()
  else if (event.code === 'Enter' && document.activeElement === query) buttons[0]?.click()
  else return
  event.preventDefault()
})
for (const dialog of all('dialog')) dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close() })

// The rows of a list, each a link.
const rows = () => all('table.list .name a')

function move (step) {
  const links = rows()
  const at = links.findIndex(link => link.closest('tr').contains(document.activeElement))
  const shown = links.findIndex(link => link.getBoundingClientRect().top > 48)
  links[at < 0 ? shown : at + step]?.focus()
}

// Keys, by their place on the keyboard: with the Hangul layout the key J says ㅓ.
const off = $('#keys-off')
const isOff = () => localStorage.getItem('keys') === 'off'
off.checked = isOff()
off.addEventListener('change', () => localStorage.setItem('keys', off.checked ? 'off' : 'on'))

const SIGNS = { Slash: '/', Period: '.', BracketLeft: '[', BracketRight: ']', NumpadAdd: '+', ArrowDown: 'j', ArrowUp: 'k' }
const SHIFTED = { Slash: '?', Equal: '+' }

/** The sign of a key: `h`, `/`, `?`. The arrows are `j` and `k` where nothing but a row has the focus. */
function sign ({ code, shiftKey, target }) {
  if (code.startsWith('Arrow') && (shiftKey || !target.matches('body, main, table.list *'))) return
  return (shiftKey && SHIFTED[code]) || SIGNS[code] || /^Key([A-Z])$/.exec(code)?.[1].toLowerCase()
}

let forget, pressed = ''

document.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return
  const [menu] = openMenus()
  if (menu && event.code === 'Escape') {
    menu.open = false
    return $('summary', menu).focus()
  }
  const isCommand = event.ctrlKey || event.metaKey
  if (isCommand && event.code === 'KeyK') {
    event.preventDefault()
    return show(palette)
  }
  // A dialog that has just closed keeps the focus for a moment.
  const isTyping = !event.target.closest('dialog:not([open])') && event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, dialog')
  if (isCommand || isTyping || isOff()) return
  const key = sign(event)
  if (!key || (event.repeat && !/[jk]/.test(key))) return
  const keys = pressed + key
  pressed = ''
  clearTimeout(forget)
  if (key === '.') show(palette)
  else if (key === '?') show($('#keyboard'))
  else {
    const element = all('[data-keys]').find(element => !element.disabled && element.dataset.keys === keys)
    if (element) run(element)
    else if (/^[jk]$/.test(keys) && rows().length) move(keys === 'j' ? 1 : -1)
    else if (key === 'g') {
      pressed = key
      forget = setTimeout(() => { pressed = '' }, 1500)
      return
    } else return
  }
  event.preventDefault()
})

// What was typed stays: a live update must not put another amount there.
document.addEventListener('input', ({ target }) => target.setAttribute('hx-morph-skip', ''))
