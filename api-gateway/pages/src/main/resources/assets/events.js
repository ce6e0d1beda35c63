// Shows the events of the API's stream as they come, the newest first. All of an event is text that
// others wrote: it is only ever set as text.

const MOST = 300
const LONGEST = 4000
const BEGINNING = 'dev.helium.workspace.'

const list = document.getElementById('events')
const state = document.getElementById('events-state')
const pause = document.getElementById('pause')
const types = [...document.querySelectorAll('#type option')].map(each => each.value).filter(Boolean)
let source
let last
let paused = false
let held = []

function element(name, kind, text) {
  const made = document.createElement(name)
  if (kind) made.className = kind
  if (text !== undefined) made.textContent = text
  return made
}

function shown(type) {
  return type.startsWith(BEGINNING) ? type.slice(BEGINNING.length).replace(/\.v\d+$/, '').replaceAll('-', ' ') : type
}

function row(event) {
  const made = element('li', 'event')
  const time = element('time', 'event-time', event.time)
  time.dateTime = event.time
  time.dataset.show = 'instant'
  const link = element('a', 'event-name', event.subject)
  link.href = `/get/${encodeURIComponent(event.subject)}`
  const details = element('details')
  details.append(element('summary', '', 'What it says'), element('pre', '', JSON.stringify(event.data, null, 2).slice(0, LONGEST)))
  made.append(time, link, element('span', 'event-type', shown(event.type)), details)
  return made
}

function say(text) {
  state.textContent = text
}

function add(rows) {
  list.prepend(...rows)
  // For time.js, as when the server has sent something.
  list.dispatchEvent(new CustomEvent('htmx:afterSwap', { bubbles: true }))
  while (list.children.length > MOST) list.lastElementChild.remove()
}

function take(message) {
  last = message.lastEventId || last
  let event
  try {
    event = JSON.parse(message.data)
  } catch {
    return // What cannot be read is the gateway's to count.
  }
  if (paused) {
    held.unshift(row(event))
    held.length = Math.min(held.length, MOST)
    say(`Paused; ${held.length} more since.`)
  } else {
    add([row(event)])
  }
}

function open() {
  source?.close()
  if (!source) say('Connecting…')
  const address = new URL(list.dataset.events, location.href)
  // A stream that was lost goes on where it ended.
  if (last) {
    address.searchParams.delete('from')
    address.searchParams.set('lastEventId', last)
  }
  source = new EventSource(address)
  source.onopen = () => paused || say('Live. Events show here as they come, the newest first.')
  source.onerror = () => {
    say('Reconnecting…')
    if (source.readyState === EventSource.CLOSED) setTimeout(open, 2000)
  }
  for (const type of types) source.addEventListener(type, take)
}

pause.hidden = false
pause.addEventListener('click', () => {
  paused = !paused
  pause.setAttribute('aria-pressed', paused)
  pause.textContent = paused ? 'Go on' : 'Pause'
  if (!paused) add(held.splice(0))
  say(paused ? 'Paused.' : 'Live. Events show here as they come, the newest first.')
})
document.getElementById('follow').closest('.command').hidden = true
addEventListener('pagehide', () => source?.close())
addEventListener('pageshow', event => event.persisted && open())
open()
