// Fails when a screen asks for more script than a person on a slow line should wait for.
// The manifest tells which chunks a screen loads; sizes are gzip, as they travel.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const KIB = 1024
const FIRST_SCREEN_MAX = 180 * KIB
const FURTHER_SCREEN_MAX = 90 * KIB
/** What the first address loads besides the shell. */
const HOME = 'src/features/home/home-page.tsx'

const folder = 'target/classes/web'
const manifest = JSON.parse(readFileSync(`${folder}/.vite/manifest.json`, 'utf8'))

function scriptsOf(key, into = new Set()) {
  const chunk = manifest[key]
  if (chunk.file.endsWith('.js')) into.add(chunk.file)
  for (const next of chunk.imports ?? []) if (!into.has(manifest[next].file)) scriptsOf(next, into)
  return into
}

const size = (file) => gzipSync(readFileSync(`${folder}/${file}`)).length
const total = (files) => [...files].reduce((sum, file) => sum + size(file), 0)
const show = (bytes) => `${(bytes / KIB).toFixed(1)} KiB`

const shell = scriptsOf('index.html')
const first = new Set([...shell, ...(manifest[HOME] ? scriptsOf(HOME) : [])])
const rows = [['first screen', total(first), FIRST_SCREEN_MAX]]
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || key === HOME) continue
  const more = [...scriptsOf(key)].filter((file) => !first.has(file))
  rows.push([key.replace(/^src\//, ''), total(more), FURTHER_SCREEN_MAX])
}
let over = false
for (const [name, bytes, max] of rows) {
  const tooMuch = bytes > max
  over ||= tooMuch
  console.log(`${tooMuch ? 'OVER ' : '     '}${show(bytes).padStart(10)} of ${show(max)}  ${name}`)
}
if (over) process.exit(1)
