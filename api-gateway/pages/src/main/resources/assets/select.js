// Ticking rows: all of them at once, and how many are.

const FORM = 'form[data-select]'

function boxes(form) {
  return [...form.querySelectorAll('input[type=checkbox][name=id]')]
}

function count(form) {
  const all = boxes(form)
  const ticked = all.filter(each => each.checked).length
  const said = form.querySelector('[data-ticked]')
  const every = form.querySelector('[data-every]')
  if (said) said.textContent = ticked ? `${ticked} selected` : ''
  if (every) {
    every.checked = ticked > 0 && ticked === all.length
    every.indeterminate = ticked > 0 && ticked < all.length
  }
  form.toggleAttribute('data-any', ticked > 0)
  form.toggleAttribute('data-counted', true)
}

document.addEventListener('change', event => {
  const form = event.target.closest(FORM)
  if (!form) return
  if (event.target.matches('[data-every]')) {
    for (const box of boxes(form)) box.checked = event.target.checked
  }
  count(form)
})

function countAll() {
  for (const form of document.querySelectorAll(FORM)) count(form)
}

document.addEventListener('htmx:afterSwap', countAll)
addEventListener('pageshow', countAll)
countAll()
