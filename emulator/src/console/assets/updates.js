// What a page gains by the stream of changes: each region fetches itself again, a list holds its rows while somebody
// reads or types, and the tab counts what arrives unseen.
const $ = selector => document.querySelector(selector)
const { body } = document
document.documentElement.dataset.live = ''

/** What fetches itself again: on a page with a list the list. */
const region = () => $('main [hx-get]')

// The stream, which can be paused.
const live = $('#live')
const gone = $('#gone')
const isPaused = () => localStorage.getItem('live') === 'paused'
let wasOpen, late

function tell (state = isPaused() ? 'paused' : 'on') {
  live.dataset.state = state
  $('#live span').textContent = live.dataset[state]
  live.ariaPressed = state === 'paused'
}
tell()
live.addEventListener('click', () => {
  localStorage.setItem('live', isPaused() ? 'on' : 'paused')
  tell()
  if (!isPaused()) htmx.trigger(body, 'all')
})
body.addEventListener('htmx:sse:after:connection', () => {
  clearTimeout(late)
  late = undefined
  gone.hidden = true
  tell()
})
body.addEventListener('htmx:sse:error', () => {
  late ??= setTimeout(() => { gone.hidden = false; tell('lost') }, 3000)
})
body.addEventListener('htmx:sse:before:message', event => {
  const { message } = event.detail
  if (message.event !== 'boot') return isPaused() && event.preventDefault()
  // The emulator was started anew: nothing here is true any more.
  if (message.data !== body.dataset.boot) return again()
  // The stream was closed for a while, as that of a hidden tab is; or something arrived between the page and its stream.
  if (!isPaused()) wasOpen ? htmx.trigger(body, 'all') : region() && htmx.trigger(region(), 'look')
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
const look = () => htmx.trigger(list(), 'look')
let [inserted, held, seen, said] = [0, 0, 0, 0]
const total = () => inserted + held
/** How the rows are to be shown that are held back: by `key` or `pointer`. */
let follows

const isBusy = () => scrollY > 8 || !getSelection().isCollapsed || $('details.menu[open], dialog[open], tr.whole :focus') ||
  [...document.querySelectorAll('main input')].some(({ value, defaultValue }) => value !== defaultValue)

body.addEventListener('htmx:config:request', ({ target, detail: { ctx } }) => {
  if (target !== list()) return
  // It may wait for another: what it counts comes on top of what its page had.
  ctx.inserted = inserted
  ctx.request.body.set('since', target.dataset.newest)
  if (!follows && isBusy()) ctx.request.body.set('hold', '1')
})

body.addEventListener('htmx:after:swap', ({ target, detail: { ctx } }) => {
  if (ctx.title) title = ctx.title
  if (target === list()) take(target, ctx.inserted)
  ctx.title = count()
})

function take ({ dataset }, had) {
  const before = total()
  const count = Number(dataset.count)
  if ('held' in dataset) {
    [inserted, held] = [had, count]
    if (follows) look()
  } else {
    [inserted, held] = [had + count, 0]
    if (follows) scrollTo(0, 0)
    if (follows === 'key') $('tr.whole .name a')?.focus()
    follows = undefined
  }
  if (total() > before) announce()
}

document.addEventListener('click', event => {
  if (!event.target.closest('.arrived [data-here]') || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  follows = event.detail ? 'pointer' : 'key'
  look()
})

let speech
/** Says what arrived, once it is quiet for a second. */
function announce () {
  clearTimeout(speech)
  speech = setTimeout(() => {
    const status = $('#arrivals')
    status.textContent = status.dataset.text.replace('#', total() - said)
    said = total()
  }, 1000)
}

// What is new since the tab was last looked at, in its title and its icon.
const icon = $('link[rel=icon]')
const plain = icon.href
let { title } = document

function count () {
  if (!document.hidden && document.hasFocus()) seen = total()
  const unseen = Math.max(0, total() - seen)
  icon.href = unseen ? icon.dataset.new : plain
  return unseen ? `(${unseen}) ${title}` : title
}
for (const name of ['focus', 'blur', 'visibilitychange']) addEventListener(name, () => { document.title = count() })
// The stream of a hidden tab is closed, so its list asks.
setInterval(() => { if (document.hidden && list() && !isPaused()) look() }, 10_000)
