// An htmx extension: changes what is there into what came, and leaves alone what is the same. Focus,
// open menus, ticked boxes and what is being typed stay as they are.

const KEPT = new Set(['open', 'checked', 'value'])

function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue
    return
  }
  if (old.isEqualNode(fresh)) return
  // It was put into the viewer's zone by time.js, which goes on doing so.
  if (old.localName === 'time' && old.dateTime === fresh.dateTime) return
  attributes(old, fresh)
  children(old, fresh)
}

function attributes(old, fresh) {
  if (old.matches('input[type=hidden]') && old.name === fresh.name && isBegun(old.form)) {
    if (old.value === fresh.value) delete old.dataset.newer
    else old.dataset.newer = fresh.value
    return
  }
  const person = old.matches('details, input:not([type=hidden]), select, textarea, option')
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !(person && KEPT.has(name))) old.removeAttribute(name)
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value && !(person && KEPT.has(name))) old.setAttribute(name, value)
  }
}

// What somebody fills in is meant for the state that they saw, which hidden fields stand for: with those of a
// later one, they would overwrite unseen what another has changed meanwhile.
function isBegun(form) {
  return form && (form.closest('details[open]') || form.contains(document.activeElement) ||
    [...form.elements].some(isFilledIn))
}

function isFilledIn(field) {
  if (field.localName === 'select') {
    return field.selectedIndex !== Math.max(0, [...field.options].findIndex(each => each.defaultSelected))
  }
  return field.type !== 'hidden' &&
    (field.value !== (field.defaultValue ?? field.value) || field.checked !== field.defaultChecked)
}

function children(old, fresh) {
  const byId = new Map([...old.children].filter(each => each.id).map(each => [each.id, each]))
  const wanted = new Set([...fresh.children].map(each => each.id))
  let at = old.firstChild
  const drop = () => {
    const next = at.nextSibling
    at.remove()
    at = next
  }
  for (const want of [...fresh.childNodes]) {
    while (at && ((at.id && !wanted.has(at.id)) || (isBlank(at) && !isBlank(want)))) drop()
    const same = want.id ? byId.get(want.id) : alike(at, want)
    if (same && same.nodeName === want.nodeName) {
      if (same === at) at = at.nextSibling
      else old.insertBefore(same, at)
      morph(same, want)
    } else {
      old.insertBefore(want, at)
    }
  }
  while (at) drop()
}

function alike(old, fresh) {
  return old && !old.id && old.nodeName === fresh.nodeName ? old : null
}

function isBlank(node) {
  return node.nodeType === Node.TEXT_NODE && !node.data.trim()
}

function swap(target, fragment) {
  const focused = document.activeElement
  children(target, fragment)
  // A row that moved lost it.
  if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true })
  return [target]
}

// Whoever opens a form now sees the newest state beside it.
document.addEventListener('toggle', ({ target }) => {
  for (const field of target.open ? target.querySelectorAll('input[data-newer]') : []) {
    field.value = field.dataset.newer
    delete field.dataset.newer
  }
}, true)

htmx.defineExtension('morph', {
  isInlineSwap: style => style === 'morph',
  handleSwap: (style, target, fragment) => style === 'morph' && swap(target, fragment),
})
