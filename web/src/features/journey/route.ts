import { isFar, LANE, type Layout, type Placed } from './layout'

export interface Route {
  path: string
  /** Where its words may stand. */
  label: { x: number; y: number }
  /** Where it arrives, and heading which way, in degrees. */
  end: { x: number; y: number; turn: number }
  kind: 'onward' | 'down' | 'aside' | 'back' | 'far'
}

type Lanes = Pick<Layout, 'lanes' | 'lanesTop'>

const BEND = 46
const CORNER = 16
/** Where in a gutter the first way goes down to the lanes, and how far the next keeps from it. */
const SHAFT = 16
const SHAFT_STEP = 7
const SHAFT_ROOM = 34
const LAST_SHAFT = 66

/** The way of a transition between two placed steps, drawn behind them. */
export function routeBetween(from: Placed, to: Placed, { lanes, lanesTop }: Lanes): Route {
  if (isFar(from, to)) return far(from, to, lanes, lanesTop)
  if (from.column === to.column && from.x === to.x) {
    return to.row === from.row + 1 ? down(from, to) : aside(from, to)
  }
  return to.x > from.x ? onward(from, to) : back(from, to)
}

function onward(from: Placed, to: Placed): Route {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2]
  const [x2, y2] = [to.x, to.y + to.height / 2]
  const pull = Math.max(BEND, (x2 - x1) * 0.45)
  return {
    path: `M${x1} ${y1}C${x1 + pull} ${y1} ${x2 - pull} ${y2} ${x2} ${y2}`,
    label: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 },
    end: { x: x2, y: y2, turn: 0 },
    kind: 'onward',
  }
}

function down(from: Placed, to: Placed): Route {
  const x = from.x + from.width / 2
  const [y1, y2] = [from.y + from.height, to.y]
  return {
    path: `M${x} ${y1}L${x} ${y2}`,
    label: { x, y: (y1 + y2) / 2 },
    end: { x, y: y2, turn: 90 },
    kind: 'down',
  }
}

/** Over neighbours in the same column, or up again: around them on the right. */
function aside(from: Placed, to: Placed): Route {
  const x = from.x + from.width
  const drop = to.row > from.row ? 0.68 : 0.32
  const [y1, y2] = [from.y + from.height * drop, to.y + to.height * (1 - drop)]
  const out = x + 18 + Math.min(26, Math.abs(y2 - y1) / 22)
  return {
    path: `M${x} ${y1}C${out + 14} ${y1} ${out + 14} ${y2} ${x} ${y2}`,
    label: { x: out, y: (y1 + y2) / 2 },
    end: { x, y: y2, turn: 180 },
    kind: 'aside',
  }
}

/** To an earlier stage: out of the foot, below what stands between, into the foot. */
function back(from: Placed, to: Placed): Route {
  const [x1, y1] = [from.x + from.width / 2, from.y + from.height]
  const [x2, y2] = [to.x + to.width / 2, to.y + to.height]
  const low = Math.max(y1, y2) + 58
  return {
    path: `M${x1} ${y1}C${x1} ${low} ${x2} ${low} ${x2} ${y2}`,
    label: { x: (x1 + x2) / 2, y: low - 16 },
    end: { x: x2, y: y2, turn: -90 },
    kind: 'back',
  }
}

/**
 * Below everything in the lane of where it leads. The highest place has the highest lane and rises
 * first, so ways to different places never cross where they rise.
 */
function far(from: Placed, to: Placed, lanes: readonly string[], lanesTop: number): Route {
  const lane = lanes.indexOf(to.id)
  const step = Math.min(SHAFT_STEP, SHAFT_ROOM / Math.max(1, lanes.length - 1))
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2]
  const [x2, y2] = [to.x, to.y + to.height / 2]
  const sink = from.gutter + SHAFT + lane * step
  const rise = x2 - LAST_SHAFT + lane * step
  const y = lanesTop + lane * LANE
  const r = CORNER
  const turnIn = y2 < y ? -r : r
  return {
    path: [
      `M${x1} ${y1}H${sink - r}Q${sink} ${y1} ${sink} ${y1 + r}`,
      `V${y - r}Q${sink} ${y} ${sink + r} ${y}`,
      `H${rise - r}Q${rise} ${y} ${rise} ${y - r}`,
      `V${y2 - turnIn}Q${rise} ${y2} ${rise + r} ${y2}H${x2}`,
    ].join(''),
    label: { x: sink, y: (y1 + y) / 2 },
    end: { x: x2, y: y2, turn: 0 },
    kind: 'far',
  }
}
