// An invented world for looking at the screens without a server: 10,000 people who keep moving.

/** A generator of numbers in [0, 1) from a seed. */
function chance(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const step = (id, name, stage, kind, description = '') => ({ id, name, stage, kind, description })
const way = (from, to, weight, label, kind = 'event') => ({ from, to, weight, label, kind })

const ENDINGS = [
  ['home', 'Moved in', 'achieved', 'A home of their own, or one that fits as well.'],
  ['no-thanks', 'No thanks', 'declined', 'They looked, thought, and said no. We stop here.'],
  ['other', 'Rather renovate', 'changedPurpose', 'The wish became another one.'],
  ['left', 'Went another way', 'left', 'They left without a word, and owe none.'],
  ['asleep', 'Quiet for a year', 'timedOut', 'Nothing happened for twelve months.'],
].map(([id, name, kind, description]) => ({ id, name, kind, description }))

export const FIRST_HOME = {
  id: 'first-home',
  name: 'First home',
  description: 'From a wish for a place of one’s own to the first evening in it.',
  purpose: 'A home, not a mortgage',
  version: 3,
  versions: [1, 2, 3],
  stages: [
    ['wish', 'Wish'],
    ['understand', 'Understand'],
    ['look', 'Look around'],
    ['choose', 'Choose'],
    ['settle', 'Settle in'],
  ].map(([id, name]) => ({ id, name, description: '' })),
  steps: [
    step(
      'dream',
      'Says what home means',
      'wish',
      'ask',
      'In their own words, and they may change them.',
    ),
    step('household', 'Tells who will live there', 'wish', 'waitFor'),
    step(
      'afford',
      'What could we afford?',
      'understand',
      'talk',
      'A range with its assumptions, never a limit.',
    ),
    step('suits', 'What would help next?', 'understand', 'decide'),
    step('learned', 'Feels how clear it is', 'understand', 'ask'),
    step('visit', 'Visits a home', 'look', 'waitFor', 'Any home, with or without us.'),
    step('compare', 'Compares two homes side by side', 'look', 'decide'),
    step('talk', 'Talks with an adviser', 'look', 'handOver'),
    step('ways', 'Which way of helping?', 'choose', 'split'),
    step('papers', 'Brings the papers', 'choose', 'waitFor'),
    step('answer', 'Hears our answer', 'choose', 'talk'),
    step('keys', 'Gets the keys', 'settle', 'waitFor'),
    step('evening', 'How is the first evening?', 'settle', 'ask'),
  ],
  transitions: [
    way('dream', 'household', 8, 'told us'),
    way('dream', 'left', 1, 'after 90 days', 'time'),
    way('household', 'afford', 7, 'household known'),
    way('household', 'no-thanks', 1, 'no thanks', 'answer'),
    way('afford', 'suits', 8, 'looked at the range'),
    way('afford', 'other', 1.2, 'rather renovate', 'answer'),
    way('suits', 'learned', 4, 'next', 'next'),
    way('suits', 'visit', 5, 'booked a visit'),
    way('suits', 'no-thanks', 1, 'no thanks', 'answer'),
    way('learned', 'afford', 1, 'not clear yet', 'answer'),
    way('learned', 'visit', 4, 'clear enough', 'answer'),
    way('visit', 'compare', 6, 'second visit'),
    way('visit', 'asleep', 1, 'after a year', 'time'),
    way('compare', 'talk', 4, 'asked for a talk'),
    way('compare', 'visit', 2, 'looks further', 'move'),
    way('compare', 'no-thanks', 0.8, 'not right for me', 'answer'),
    way('talk', 'ways', 5, 'after the talk', 'next'),
    way('ways', 'papers', 6, 'with a checklist', 'arm'),
    way('ways', 'left', 0.5, 'solved elsewhere', 'answer'),
    way('papers', 'answer', 6, 'papers complete'),
    way('papers', 'asleep', 0.8, 'after a year', 'time'),
    way('answer', 'keys', 5, 'accepted'),
    way('answer', 'talk', 1, 'wants another way', 'answer'),
    way('answer', 'no-thanks', 1, 'no thanks', 'answer'),
    way('keys', 'evening', 6, 'a week later', 'time'),
    way('evening', 'home', 8, 'answered', 'answer'),
  ],
  endings: ENDINGS,
  beginnings: [{ id: 'said', step: 'dream', kind: 'event', label: 'wish_told' }],
}

const small = (id, name, description, stages, ending) => ({
  id,
  name,
  description,
  purpose: description,
  version: 1,
  versions: [1],
  stages: stages.map(([stage, label]) => ({ id: stage, name: label, description: '' })),
  steps: stages.flatMap(([stage, label], at) => [
    step(`${stage}-1`, `${label}: asks`, stage, at % 2 ? 'ask' : 'waitFor'),
    step(`${stage}-2`, `${label}: goes on`, stage, at % 2 ? 'talk' : 'decide'),
  ]),
  transitions: stages.flatMap(([stage], at) => {
    const next = stages[at + 1]?.[0]
    return [
      way(`${stage}-1`, `${stage}-2`, 6, 'told us'),
      way(`${stage}-2`, next ? `${next}-1` : ending[0], 6, 'next', 'next'),
      way(`${stage}-1`, 'no-thanks', 0.6, 'no thanks', 'answer'),
    ]
  }),
  beginnings: [{ id: 'start', step: `${stages[0][0]}-1`, kind: 'request' }],
  endings: [
    { id: ending[0], name: ending[1], kind: 'achieved', description: '' },
    ENDINGS[1],
    ENDINGS[3],
  ],
})

export const JOURNEYS = [
  FIRST_HOME,
  small(
    'first-year',
    'First year',
    'From the letter of admission to the second autumn.',
    [
      ['arrive', 'Arrive'],
      ['find', 'Find my people'],
      ['work', 'Work and be marked'],
      ['carry', 'Carry on'],
    ],
    ['second', 'Into the second year'],
  ),
  small(
    'cycle-to-work',
    'Cycle to work',
    'The car stays at home because the way is good.',
    [
      ['try', 'Try once'],
      ['route', 'Know the route'],
      ['habit', 'Make it a habit'],
    ],
    ['rides', 'Rides most days'],
  ),
]

const FIRST =
  'Ada Ben Chiara Dara Emeka Fatima Goran Hanna Ilse Jonas Keiko Lior Mina Noor Oskar Priya Quentin Rosa Samir Tilda Uma Viktor Wanda Xenia Yusuf Zora'.split(
    ' ',
  )
const LAST =
  'Abel Brandt Castro Dimitrov Eze Fischer Gruber Haddad Ivanova Jansen Kaya Lindqvist Moreau Nakamura Okafor Petrov Quist Rossi Sato Tanaka Umar Varga Weiss Yilmaz Zhou'.split(
    ' ',
  )
const WISHES = [
  'A small place near my daughter, with a tree in front of it.',
  'To stop moving every two years.',
  'A workshop, and a door I can close.',
]

/** People, their places and what has been counted; move() lets one of them go on. */
export function makeWorld(people = 10_000, seed = 7) {
  const random = chance(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const counts = new Map()
  const ways = new Map()
  for (const journey of JOURNEYS) {
    const steps = {}
    for (const each of journey.steps)
      steps[each.id] = { now: 0, arrivedLastHour: 0, leftLastHour: 0, arrivedTotal: 0 }
    counts.set(journey.id, {
      journey: journey.id,
      people: 0,
      ended: 0,
      steps,
      endings: Object.fromEntries(journey.endings.map((e) => [e.id, 0])),
      transitions: {},
    })
    for (const each of journey.transitions) {
      const key = `${journey.id}/${each.from}`
      ways.set(key, [...(ways.get(key) ?? []), each])
    }
  }
  const all = []
  const enter = (person, journey, id) => {
    const count = counts.get(journey.id)
    if (count.steps[id]) {
      count.steps[id].now++
      count.steps[id].arrivedTotal++
      count.steps[id].arrivedLastHour++
    } else {
      count.endings[id]++
      count.ended++
    }
    Object.assign(person, { journey, at: id, since: Date.now() })
  }
  const leave = (person, to) => {
    const count = counts.get(person.journey.id)
    const from = count.steps[person.at]
    from.now--
    from.leftLastHour++
    const key = `${person.at}>${to}`
    count.transitions[key] = (count.transitions[key] ?? 0) + 1
  }
  const onward = (person) => {
    const open = ways.get(`${person.journey.id}/${person.at}`) ?? []
    let draw = random() * open.reduce((sum, each) => sum + each.weight, 0)
    return open.find((each) => (draw -= each.weight) <= 0)?.to
  }
  const begin = (person) => {
    const journey = random() < 0.55 ? JOURNEYS[0] : pick(JOURNEYS.slice(1))
    counts.get(journey.id).people++
    enter(person, journey, journey.steps[0].id)
  }
  const move = () => {
    const person = pick(all)
    const { at, journey } = person
    const to = onward(person)
    if (!to) {
      begin(person)
      return { person, to: person.at }
    }
    leave(person, to)
    enter(person, journey, to)
    if (counts.get(journey.id).endings[to] !== undefined) counts.get(journey.id).people--
    return { person, from: at, to }
  }
  for (let at = 0; at < people; at++) {
    const name = `${FIRST[at % FIRST.length]} ${LAST[Math.floor(at / FIRST.length) % LAST.length]}`
    const person = {
      id: (0x9e3779b9 * (at + 1)).toString(16).slice(-12).padStart(12, '0'),
      name: at % 17 === 0 ? undefined : name,
      email: `${name.toLowerCase().replace(' ', '.')}${at}@example.org`,
      wish: WISHES[at % WISHES.length],
    }
    all.push(person)
    begin(person)
  }
  for (let turn = 0; turn < people * 4; turn++) move()
  for (const count of counts.values())
    for (const each of Object.values(count.steps)) {
      each.arrivedLastHour = Math.round(each.arrivedLastHour / 40)
      each.leftLastHour = Math.round(each.leftLastHour / 40)
    }
  return { all, counts, move }
}
