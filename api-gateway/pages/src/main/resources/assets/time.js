// Shows every <time data-show> in the viewer's zone, and lets lengths of time run. The exact instant is
// its title.

const DAY = 86_400
const UNITS = [['day', DAY], ['hour', 3_600], ['minute', 60], ['second', 1]]
const short = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' })

function count(number, unit) {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

// As the server says it: the largest unit, rounded down.
function distance(seconds) {
  const length = Math.abs(seconds)
  if (length < 1) return 'now'
  const [unit, size] = UNITS.find(([, each]) => length >= each) ?? UNITS.at(-1)
  const text = count(Math.floor(length / size), unit)
  return seconds < 0 ? `${text} ago` : `in ${text}`
}

// Two units, such as 2 days 4 hours.
function countdown(seconds) {
  if (seconds <= 0) return distance(seconds)
  const first = UNITS.findIndex(([, size]) => seconds >= size)
  if (first < 0) return 'now'
  const [unit, size] = UNITS[first]
  const rest = UNITS[first + 1] && Math.floor((seconds % size) / UNITS[first + 1][1])
  return count(Math.floor(seconds / size), unit) + (rest ? ` ${count(rest, UNITS[first + 1][0])}` : '')
}

function show(time, now) {
  const at = Date.parse(time.dateTime)
  if (Number.isNaN(at)) return
  const seconds = Math.trunc((at - now) / 1000)
  const kind = time.dataset.show
  const text = kind === 'distance' ? distance(seconds) : kind === 'countdown' ? countdown(seconds) : short.format(at)
  if (time.textContent !== text) time.textContent = text
  if (!time.dataset.titled) {
    time.title = `${full.format(at)} · ${time.getAttribute('datetime')}`
    time.dataset.titled = time.dateTime
  }
}

function showAll(within = document) {
  const now = Date.now()
  for (const time of within.querySelectorAll('time[data-show]')) show(time, now)
}

showAll()
document.addEventListener('htmx:afterSwap', event => showAll(event.target))
document.addEventListener('visibilitychange', () => showAll())
setInterval(() => document.hidden || showAll(), 1000)
