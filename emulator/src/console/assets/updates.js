// What a page gains by the stream of changes. It names what changed and carries no data: each region fetches itself again.
// A list holds its rows while somebody reads or types, and the tab counts what arrives while nobody looks.
const $ = selector => document.querySelector(selector)
const { body } = document
document.documentElement.dataset.live = ''

// The stream, which can be paused.
const live = $('#live')
const gone = $('#gone')
const isPaused = () => localStorage.getItem('live') === 'paused'
let wasOpen
let late

function tell (state) {
  live.dataset.state = state
  $('#live span').textContent = live.dataset[state]
  live.setAttribute('aria-pressed', String(state === 'paused'))
}
const tellAgain = () => tell(isPaused() ? 'paused' : 'on')
tellAgain()
live.addEventListener('click', () => {
  localStorage.setItem('live', isPaused() ? 'on' : 'paused')
  tellAgain()
  if (!isPaused()) htmx.trigger(body, 'all')
})
body.addEventListener('htmx:sse:after:connection', () => {
  clearTimeout(late)
  late = undefined
  gone.hidden = true
  tellAgain()
})
body.addEventListener('htmx:sse:error', () => {
  late ??= setTimeout(() => { gone.hidden = false; tell('lost') }, 3000)
})
body.addEventListener('htmx:sse:before:message', event => {
  const { message } = event.detail
  if (message.event !== 'boot') return isPaused() && event.preventDefault()
  // Another start of the emulator: nothing of this page is true any more.
  if (message.data !== body.dataset.boot) return again()
  // The stream was closed for a while, as that of a hidden tab is.
  if (wasOpen && !isPaused()) htmx.trigger(body, 'all')
  wasOpen = true
})

/** The same page of the new start, which says so. */
function again () {
  const address = new URL(location)
  address.searchParams.set('done', 'restarted')
  location.replace(address)
}

// A list: it knows numbers up to `data-newest`, and is told how many are newer.
const list = () => $('[data-newest]')
let known = list()?.dataset.newest
let [inserted, held, seen, said] = [0, 0, 0, 0]
/** How the rows are to be shown that are held back: by `key` or `pointer`. */
let follows

const isTyped = ({ value, defaultValue }) => value !== defaultValue
const isBusy = () => scrollY > 8 || !getSelection().isCollapsed || [...document.querySelectorAll('main input')].some(isTyped) ||
  $('details.menu[open], dialog[open], tr.whole :focus')

body.addEventListener('htmx:config:request', ({ target, detail: { ctx } }) => {
  if (target !== list()) return
  ctx.since = target.dataset.newest
  ctx.request.body.set('since', ctx.since)
  if (!follows && isBusy()) ctx.request.body.set('hold', '1')
})

body.addEventListener('htmx:after:swap', ({ target, detail: { ctx } }) => {
  if (ctx.title) title = ctx.title
  if (target === list() && ctx.since === known) take(target)
  ctx.title = count()
})

function take ({ dataset }) {
  const before = inserted + held
  held = 0
  if ('held' in dataset) {
    held = Number(dataset.count)
    if (follows) htmx.trigger(list(), 'look')
  } else {
    inserted += Number(dataset.count)
    known = dataset.newest
    if (follows) scrollTo(0, 0)
    if (follows === 'key') $('tr.whole .name a')?.focus()
    follows = undefined
  }
  if (inserted + held > before) announce()
}

document.addEventListener('click', event => {
  if (!event.target.closest('.arrived [data-here]') || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  follows = event.detail ? 'pointer' : 'key'
  htmx.trigger(list(), 'look')
})

/** Says what arrived, once it is quiet for a second. */
let speech
function announce () {
  clearTimeout(speech)
  speech = setTimeout(() => {
    const status = $('#arrivals')
    status.textContent = status.dataset.text.replace('#', inserted + held - said)
    said = inserted + held
  }, 1000)
}

// What is new since the tab was last looked at, in its title and its icon.
const icon = $('link[rel=icon]')
const plain = icon.href
let { title } = document

function count () {
  if (!document.hidden && document.hasFocus()) seen = inserted + held
  const unseen = Math.max(0, inserted + held - seen)
  icon.href = unseen ? icon.dataset.new : plain
  return unseen ? `(${unseen}) ${title}` : title
}
for (const name of ['focus', 'blur', 'visibilitychange']) addEventListener(name, () => { document.title = count() })
// The stream of a hidden tab is closed, so its list asks.
setInterval(() => { if (document.hidden && list() && !isPaused()) htmx.trigger(list(), 'look') }, 10_000)
