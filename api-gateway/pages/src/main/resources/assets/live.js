// Keeps a page up to date. It listens to the API's stream of events, and has the parts of the page
// that say hx-trigger="live" read again: soon after an event, twice a second at most (data-apart, in
// milliseconds), never in a page that nobody sees, and once whenever it may have missed something.

const SOON = 200 // The list is some milliseconds behind the event.
const CERTAIN = 2000 // Once more when it got quiet, should the list have been further behind.
const RETRY = [500, 1000, 2000, 4000]

const state = document.getElementById('live-state')
let source
let address
let apart
let failures = 0
let lost = false
let last = 0
let due
let final

function refresh() {
  due = undefined
  last = Date.now()
  for (const part of document.querySelectorAll('[hx-trigger~="live"]')) htmx.trigger(part, 'live')
}

function changed() {
  due ??= setTimeout(refresh, Math.max(SOON, last + apart - Date.now()))
  clearTimeout(final)
  final = setTimeout(refresh, CERTAIN)
}

function say(connected) {
  if (!state) return
  state.hidden = false
  state.className = connected ? 'live-state on' : 'live-state off'
  state.textContent = connected ? 'Live' : 'Reconnecting…'
}

function opened() {
  failures = 0
  lost = false
  say(true)
  changed() // Something may have happened before.
}

function failed() {
  // A stream that ends now and then is opened again at once; only what lasts is told.
  if (lost) say(false)
  lost = true
  if (source?.readyState === EventSource.CLOSED) {
    close()
    setTimeout(follow, RETRY[Math.min(failures++, RETRY.length - 1)])
  }
}

function close() {
  source?.close()
  source = undefined
  address = undefined
}

function follow() {
  const hub = document.querySelector('[data-stream]')
  if (!hub || document.hidden) {
    // A browser has few connections to one host: those of other tabs are for the page in front.
    close()
  } else if (address !== hub.dataset.stream) {
    close()
    address = hub.dataset.stream
    apart = Number(hub.dataset.apart)
    source = new EventSource(address)
    source.onopen = opened
    source.onerror = failed
    for (const type of hub.dataset.types.split(' ')) source.addEventListener(type, changed)
  }
}

document.addEventListener('visibilitychange', follow)
document.addEventListener('htmx:afterSettle', follow)
addEventListener('pagehide', close)
addEventListener('pageshow', follow)
follow()
