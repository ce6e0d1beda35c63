// The form that makes a workspace. A text file that is chosen goes into the text beside it, so that it is
// seen and can be changed; of a chart only its name is told to the preview.

const LARGEST = 256 * 1024 // The server says so of what is larger.

async function read(input) {
  const [file] = input.files
  const text = document.getElementById(input.dataset.fileText)
  if (!file || file.size > LARGEST) return
  text.value = await file.text()
  input.value = ''
  text.dispatchEvent(new Event('input', { bubbles: true }))
  text.focus()
}

function tell(input) {
  const name = document.querySelector(`[data-file-name="${input.id}"]`)
  if (name) name.value = input.files[0]?.name ?? ''
}

document.addEventListener('change', event => {
  if (event.target.matches('[data-file-text]')) read(event.target)
  else if (event.target.matches('input[type=file]')) tell(event.target)
}, true)

// What was refused may be far down, in a group that is closed.
document.addEventListener('click', event => {
  const link = event.target.closest('.summary a[href^="#"]')
  const field = link && document.getElementById(link.hash.slice(1))
  if (!field) return
  event.preventDefault()
  for (let group = field.closest('details'); group; group = group.parentElement.closest('details')) group.open = true
  field.focus()
})
