// Buttons that copy: data-copy is the text, or # and the id of the element that has it. What works with
// scripts only is hidden until this runs.

const SAID = 2000

function reveal() {
  for (const each of document.querySelectorAll('[data-copy][hidden], [data-script][hidden]')) each.hidden = false
}

async function copy(button) {
  const source = button.dataset.copy
  const element = source.startsWith('#') && document.getElementById(source.slice(1))
  const text = element ? element.textContent.trim() : source
  const said = button.querySelector('.copied')
  try {
    await navigator.clipboard.writeText(text)
    said.textContent = 'Copied'
  } catch {
    // Without TLS a page may not; the text is marked instead, for the keyboard to copy.
    if (element) getSelection().selectAllChildren(element)
    said.textContent = element ? 'Marked: copy it now' : 'Copying is not allowed here'
  }
  setTimeout(() => { said.textContent = '' }, SAID)
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-copy]')
  if (button) copy(button)
})
document.addEventListener('click', event => {
  // Menus close when something else is clicked.
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false
  }
})
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && document.activeElement?.closest('details.menu[open]')
  if (menu) {
    menu.open = false
    menu.querySelector('summary').focus()
  }
})
document.addEventListener('htmx:afterSwap', reveal)
reveal()
