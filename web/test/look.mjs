// Opens every screen in a real browser, checks it with axe and keeps a picture of it.
// CAIRN_CHROMIUM names the browser, OUT the folder of the pictures (target/look).
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { startMock } from './mock-server.mjs'

const OUT = process.env.OUT ?? 'target/look'
const ONLY = process.argv[2]
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const DESKTOP = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

const palette = async (page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('ada')
  await page.getByRole('option').nth(2).waitFor()
}
const shots = [
  { name: 'home', path: '/', wait: 6500 },
  { name: 'home-dark', path: '/', dark: true, wait: 4000 },
  { name: 'home-phone', path: '/', size: PHONE, wait: 4000 },
  { name: 'empty', path: '/', mode: 'empty' },
  { name: 'canvas', path: '/journeys/first-home', wait: 9000 },
  { name: 'canvas-step', path: '/journeys/first-home?step=compare', wait: 3000 },
  { name: 'canvas-ending', path: '/journeys/first-home?step=no-thanks', wait: 2000 },
  { name: 'canvas-dark', path: '/journeys/first-home', dark: true, wait: 5000 },
  { name: 'canvas-small', path: '/journeys/cycle-to-work', wait: 3000 },
  { name: 'canvas-phone', path: '/journeys/first-home?view=canvas', size: PHONE, wait: 2000 },
  { name: 'list', path: '/journeys/first-home?view=list', wait: 1500 },
  { name: 'list-phone', path: '/journeys/first-home', size: PHONE, wait: 1500 },
  { name: 'step-phone', path: '/journeys/first-home?step=compare', size: PHONE, wait: 1500 },
  { name: 'people', path: '/people', wait: 1200 },
  { name: 'people-step', path: '/people?journey=first-home&step=compare&query=a', wait: 1200 },
  { name: 'people-nobody', path: '/people?query=zzzz', wait: 1200 },
  { name: 'people-phone', path: '/people', size: PHONE, wait: 1200 },
  { name: 'person', path: 'PERSON', wait: 1500 },
  { name: 'person-story', path: 'PERSON', act: (page) => page.mouse.wheel(0, 700), wait: 800 },
  { name: 'person-dark', path: 'PERSON', dark: true, wait: 1500 },
  { name: 'person-phone', path: 'PERSON', size: PHONE, wait: 1500 },
  { name: 'palette', path: '/', act: palette, wait: 1500 },
  { name: 'keys', path: '/', act: (page) => page.keyboard.press('?'), wait: 500 },
  {
    name: 'appearance',
    path: '/',
    act: (page) => page.getByRole('button', { name: 'Appearance' }).click(),
    wait: 500,
  },
  { name: 'german', path: '/journeys/first-home?view=list', german: true, wait: 1500 },
  { name: 'sign-in', path: '/', mode: 'signed-out' },
  { name: 'sign-in-dark', path: '/', mode: 'signed-out', dark: true },
  { name: 'invitation', path: '/invitation/good', mode: 'signed-out' },
  { name: 'invitation-gone', path: '/invitation/gone', mode: 'signed-out', wait: 3500 },
  { name: 'not-found', path: '/nowhere' },
]

mkdirSync(OUT, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CAIRN_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const mocks = new Map()
let wrong = 0
for (const shot of shots.filter(({ name }) => !ONLY || ONLY.split(',').includes(name))) {
  const mode = shot.mode ?? 'open'
  if (!mocks.has(mode)) mocks.set(mode, await startMock({ mode }))
  const mock = mocks.get(mode)
  const context = await browser.newContext({
    viewport: shot.size ?? DESKTOP,
    colorScheme: shot.dark ? 'dark' : 'light',
    locale: shot.german ? 'de-DE' : 'en-GB',
    bypassCSP: true,
  })
  const page = await context.newPage()
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !/401|404/.test(message.text()) &&
      complain(shot, message.text()),
  )
  page.on('pageerror', (error) => complain(shot, error.message))
  const path = shot.path === 'PERSON' ? `/people/${mock.world.all[27].id}` : shot.path
  await page.goto(mock.url + path)
  await page.waitForTimeout(700)
  await shot.act?.(page)
  await page.waitForTimeout(shot.wait ?? 500)
  await page.screenshot({ path: `${OUT}/${shot.name}.png` })
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  if (wide > 0) complain(shot, `${wide} px wider than the window`)
  const result = await page.evaluate(`${AXE}; axe.run({ runOnly: ${JSON.stringify(TAGS)} })`)
  for (const violation of result.violations)
    complain(
      shot,
      `${violation.id}: ${violation.nodes
        .map((node) => `${node.target} ${node.failureSummary?.split('\n')[1] ?? ''}`)
        .slice(0, 4)
        .join(' | ')}`,
    )
  await context.close()
}
function complain(shot, words) {
  wrong++
  console.error(`${shot.name}: ${words}`)
}
await browser.close()
for (const mock of mocks.values()) mock.stop()
console.log(wrong === 0 ? 'every screen is clean' : `${wrong} complaints`)
process.exitCode = wrong === 0 ? 0 : 1
