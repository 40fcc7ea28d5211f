// Serves the built screens and an invented world by the same HTTP contract as the real server.
// A fixture for looking at the screens; it is no part of what ships.
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { FIRST_HOME, JOURNEYS, makeWorld } from './world.mjs'

const WEB = new URL('../target/classes/web/', import.meta.url).pathname
const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'"
const HOUR = 3_600_000

/** mode: open | signed-out | empty; pace: moves a second. */
export function startMock({ port = 0, mode = 'open', pace = 24 } = {}) {
  const world = makeWorld(mode === 'empty' ? 0 : 10_000)
  const feeds = new Set()
  let signedIn = false
  const journeyOf = (id) => JOURNEYS.find((each) => each.id === id)
  const countsOf = (id) => ({ at: new Date().toISOString(), ...world.counts.get(id) })
  const summary = (person) => ({
    id: person.id,
    name: person.name,
    identifiers: [{ kind: 'email', value: person.email }],
    journeys: [
      { journey: person.journey.id, step: person.at, stage: stageOf(person), state: 'underWay' },
    ],
    lastSeen: new Date(person.since).toISOString(),
  })
  const stageOf = (person) =>
    person.journey.steps.find((each) => each.id === person.at)?.stage ??
    person.journey.stages.at(-1).id

  const timer = setInterval(() => {
    if (mode === 'empty') return
    const moves = Array.from({ length: pace }, world.move)
    for (const feed of feeds) {
      const mine = moves.filter(
        ({ person }) =>
          (!feed.journey || person.journey.id === feed.journey) &&
          (!feed.person || person.id === feed.person),
      )
      for (const { id } of JOURNEYS)
        if (!feed.person && (!feed.journey || feed.journey === id))
          feed.send('counts', countsOf(id))
      for (const { person, from, to } of mine.slice(-20))
        feed.send('moved', {
          at: new Date().toISOString(),
          person: person.id,
          personName: person.name,
          journey: person.journey.id,
          from,
          to,
          kind: 'event',
        })
    }
  }, 1000)

  const routes = [
    [
      'GET',
      /^\/v1\/session$/,
      () =>
        mode === 'signed-out' && !signedIn
          ? { open: false, signedIn: false, roles: [] }
          : signedIn
            ? {
                open: false,
                signedIn: true,
                name: 'Rosa Moreau',
                email: 'rosa@example.org',
                roles: ['designer', 'helper'],
              }
            : { open: true, signedIn: false, name: 'Local operator', roles: ['operator'] },
    ],
    [
      'POST',
      /^\/v1\/session$/,
      (_, __, body) =>
        body.password === 'a path of small stones'
          ? ((signedIn = true),
            { open: false, signedIn: true, name: 'Rosa Moreau', roles: ['designer'] })
          : 401,
    ],
    [
      'GET',
      /^\/v1\/invitations\/good$/,
      () => ({
        email: 'noor@example.org',
        name: 'Noor',
        roles: ['facilitator', 'helper'],
        expires: new Date(Date.now() + 48 * HOUR).toISOString(),
      }),
    ],
    [
      'GET',
      /^\/v1\/journeys$/,
      () => ({
        journeys:
          mode === 'empty'
            ? []
            : JOURNEYS.map((each) => ({
                id: each.id,
                name: each.name,
                description: each.description,
                version: each.version,
                people: world.counts.get(each.id).people,
                ended: world.counts.get(each.id).ended,
              })),
      }),
    ],
    ['GET', /^\/v1\/journeys\/([^/]+)$/, ([id]) => journeyOf(id) ?? 404],
    ['GET', /^\/v1\/journeys\/([^/]+)\/counts$/, ([id]) => (journeyOf(id) ? countsOf(id) : 404)],
    [
      'GET',
      /^\/v1\/status$/,
      () => ({
        version: '0.1.0',
        uptimeSeconds: 3600,
        people: world.all.length,
        eventsPerSecond: pace * 2.4,
        decisionsPerSecond: 31,
        blueprint: { id: 'demo', version: 3 },
      }),
    ],
    [
      'GET',
      /^\/v1\/people$/,
      (_, query) => {
        const wanted = (query.get('query') ?? '').toLowerCase()
        const found = world.all.filter(
          (person) =>
            `${person.name ?? ''} ${person.email}`.toLowerCase().includes(wanted) &&
            (!query.get('journey') || person.journey.id === query.get('journey')) &&
            (!query.get('step') || person.at === query.get('step')),
        )
        const limit = Number(query.get('limit') ?? 50)
        return { people: found.slice(0, limit).map(summary), more: found.length > limit }
      },
    ],
    [
      'GET',
      /^\/v1\/people\/([^/]+)$/,
      ([id]) => {
        const person = world.all.find((each) => each.id === id)
        return person ? personView(person, summary(person), stageOf(person)) : 404
      },
    ],
    [
      'GET',
      /^\/v1\/people\/([^/]+)\/timeline$/,
      (_, query) => timeline(Number(query.get('before') ?? 61)),
    ],
  ]

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://mock')
    if (pathname === '/v1/feed') return feed(response, searchParams, feeds)
    const body =
      request.method === 'POST'
        ? JSON.parse((await request.reduce((all, part) => all + part, '')) || '{}')
        : {}
    for (const [method, pattern, answer] of routes) {
      const match = request.method === method && pattern.exec(pathname)
      if (!match) continue
      const value = answer(match.slice(1).map(decodeURIComponent), searchParams, body)
      const status = typeof value === 'number' ? value : 200
      response.writeHead(status, { 'Content-Type': 'application/json' })
      return response.end(
        JSON.stringify(
          status === 200
            ? value
            : {
                code: status === 404 ? 'not_found' : 'unauthorised',
                message: status === 404 ? 'There is nothing here by that name.' : 'Not these.',
              },
        ),
      )
    }
    if (pathname.startsWith('/v1/'))
      return response
        .writeHead(404, { 'Content-Type': 'application/json' })
        .end('{"code":"not_found","message":"No such address."}')
    const file = join(WEB, normalize(pathname))
    const path = extname(pathname) && existsSync(file) ? file : join(WEB, 'index.html')
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
    })
    createReadStream(path).pipe(response)
  })
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}`,
        world,
        stop: () => {
          clearInterval(timer)
          server.closeAllConnections()
          server.close()
        },
      }),
    ),
  )
}

function feed(response, query, feeds) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write(': here\n\n')
  const each = {
    journey: query.get('journey'),
    person: query.get('person'),
    send: (event, data) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
  }
  feeds.add(each)
  response.on('close', () => feeds.delete(each))
}

function personView(person, summary, stage) {
  const journey = person.journey
  const ending = journey.endings.find((each) => each.id === person.at)
  const name = [...journey.endings, ...journey.steps].find((each) => each.id === person.at).name
  const ago = (hours) => new Date(Date.now() - hours * HOUR).toISOString()
  return {
    ...summary,
    identifiers: [...summary.identifiers, { kind: 'user', value: `C-${person.id.slice(0, 6)}` }],
    attributeNames: {},
    attributes: {
      household: 'two adults, one child',
      city: 'Graz',
      incomeBand: 'middle',
      language: 'de',
    },
    segments: ['Looks for a home in Graz'],
    consents: [
      {
        subject: 'email',
        name: 'E-mail about my journey',
        given: true,
        at: ago(900),
        source: 'app',
      },
    ],
    objections: [{ scope: 'channel', subject: 'phone', name: 'Telephone', at: ago(400) }],
    interactions: [],
    limits: {
      caps: [{ channel: 'email', channelName: 'E-mail', contactsMax: 1, window: 'PT168H' }],
      quiet: { from: '20:00', to: '08:00' },
    },
    purposes: [{ id: 'p1', text: person.wish, source: 'declared', at: ago(700), open: true }],
    journeys: [
      {
        instance: '1',
        journey: journey.id,
        name: journey.name,
        version: journey.version,
        stage,
        stageName: stage,
        step: person.at,
        stepName: name,
        state: ending ? 'ended' : 'underWay',
        ...(ending && { ending: ending.kind, reason: 'the garden was too small' }),
        begunAt: ago(720),
        enteredAt: ago(30),
        waits: ending ? [] : [{ for: 'a second visit', until: ago(-200) }],
      },
      {
        instance: '2',
        journey: FIRST_HOME.id,
        name: FIRST_HOME.name,
        version: 1,
        stage: 'look',
        stageName: 'Look around',
        step: 'no-thanks',
        stepName: 'No thanks',
        state: 'ended',
        ending: 'declined',
        reason: 'not this year',
        begunAt: ago(9000),
        enteredAt: ago(8000),
        waits: [],
      },
    ],
    factCount: 1260,
  }
}

const STORY = [
  ['event', 'Visited a home in Lindenweg', 'property 8841', 'web'],
  [
    'decision',
    'We offered a checklist for the second visit',
    'chosen among 14, because it fits “a tree in front of it”',
    'app',
  ],
  ['step', 'Went on to “Compares two homes side by side”'],
  ['message', 'We wrote: your two homes, side by side', 'opened 20 minutes later', 'email'],
  ['event', 'Opened the comparison', undefined, 'app'],
  ['task', 'Asked Mina Haddad for a talk', 'answered the same day', 'branch', 'Advisers south'],
]

function timeline(before) {
  const from = Math.max(0, before - 26)
  const entries = []
  for (let number = before - 1; number > from; number--) {
    const [kind, title, detail, channel, team] = STORY[number % STORY.length]
    const at = new Date(Date.now() - (61 - number) * 5.3 * HOUR).toISOString()
    const now = number % 11 === 0 ? new Date(Date.parse(at) + 3 * HOUR).toISOString() : at
    entries.push({ number, at, now, kind, title, detail, channel, team })
  }
  return { entries, ...(from > 0 && { next: from + 1 }) }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const mock = await startMock({
    port: Number(process.env.PORT ?? 0),
    mode: process.env.MODE ?? 'open',
  })
  console.log(mock.url)
}
