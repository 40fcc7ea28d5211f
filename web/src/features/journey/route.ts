import { isFar, isFarBack, LANE, type Layout, type Placed, type Room } from './layout'

export interface Route {
  path: string
  /** Where its words may stand. */
  label: { x: number; y: number }
  /** Where it arrives, and heading which way, in degrees. */
  end: { x: number; y: number; turn: number }
  kind: 'onward' | 'down' | 'aside' | 'back' | 'far'
}

type Lanes = Pick<Layout, 'lanes' | 'lanesTop' | 'backLanes' | 'backLanesTop'>

const BEND = 46
const CORNER = 10
/** The parts of a room where ways to far places and ways back run up and down, side by side. */
const FAR_PART = [0.12, 0.5] as const
const BACK_PART = [0.6, 0.9] as const

/** The way of a transition between two placed steps, drawn behind them. */
export function routeBetween(from: Placed, to: Placed, lanes: Lanes): Route {
  if (isFar(from, to)) return far(from, to, lanes)
  if (isFarBack(from, to)) return farBack(from, to, lanes)
  if (from.slot === to.slot) return to.row === from.row + 1 ? down(from, to) : aside(from, to)
  return to.slot > from.slot ? onward(from, to) : back(from, to)
}

/** Where in a room the shaft of a lane is. */
function shaft(room: Room, lane: number, count: number, [begin, end]: readonly [number, number]) {
  const at = count <= 1 ? begin : begin + ((end - begin) * lane) / (count - 1)
  return room.x + room.width * at
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

/** To the row before: through the room between the two. */
function back(from: Placed, to: Placed): Route {
  const [x1, y1] = [from.x, from.y + from.height * 0.3]
  const [x2, y2] = [to.x + to.width, to.y + to.height * 0.7]
  const pull = Math.max(BEND, (x1 - x2) * 0.45)
  return {
    path: `M${x1} ${y1}C${x1 - pull} ${y1} ${x2 + pull} ${y2} ${x2} ${y2}`,
    label: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 },
    end: { x: x2, y: y2, turn: 180 },
    kind: 'back',
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

/**
 * To earlier steps: above everything in the lane of where it leads, into that step's right side, so
 * that no way back runs over a step.
 */
function farBack(from: Placed, to: Placed, { backLanes, backLanesTop }: Lanes): Route {
  const lane = backLanes.indexOf(to.id)
  const [x1, y1] = [from.x, from.y + from.height * 0.35]
  const [x2, y2] = [to.x + to.width, to.y + to.height * 0.65]
  const rise = shaft(from.left, lane, backLanes.length, BACK_PART)
  const sink = shaft(to.right, lane, backLanes.length, BACK_PART)
  const y = backLanesTop + lane * LANE
  const r = CORNER
  return {
    path: [
      `M${x1} ${y1}H${rise + r}Q${rise} ${y1} ${rise} ${y1 - r}`,
      `V${y + r}Q${rise} ${y} ${rise - r} ${y}H${sink + r}Q${sink} ${y} ${sink} ${y + r}`,
      `V${y2 - r}Q${sink} ${y2} ${sink - r} ${y2}H${x2}`,
    ].join(''),
    label: { x: (rise + sink) / 2, y },
    end: { x: x2, y: y2, turn: 180 },
    kind: 'back',
  }
}

/**
 * Below everything in the lane of where it leads. The highest place has the highest lane and rises
 * first, so ways to different places never cross where they rise.
 */
function far(from: Placed, to: Placed, { lanes, lanesTop }: Lanes): Route {
  const lane = lanes.indexOf(to.id)
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2]
  const [x2, y2] = [to.x, to.y + to.height / 2]
  const sink = shaft(from.right, lane, lanes.length, FAR_PART)
  const rise = shaft(to.left, lane, lanes.length, FAR_PART)
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
