// The lockfile names what a package must contain, never where one machine fetched it from.
import { readFileSync } from 'node:fs'

if (readFileSync('package-lock.json', 'utf8').includes('"resolved"')) {
  console.error(
    'package-lock.json holds "resolved" lines: run npm install with this folder’s .npmrc.',
  )
  process.exit(1)
}
