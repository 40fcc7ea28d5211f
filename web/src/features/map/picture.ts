import { laneName } from './lane-name'
import { cellKey, pointId, type Reading } from './reading'
import { say, words } from './wire'

/** The map as a picture: drawn on a canvas by hand, so that it is the same in every browser. */

const COLUMN = 220
const HEAD = 170
const TOP = 150
const PAD = 10
const LINE = 17
const SCALE = 2
/** A canvas larger than this is refused by some browsers. */
const SIDE_MAX = 16_000

const HUES: Record<string, string> = {
  note: '#fbf1cf',
  touchpoint: '#d9eef0',
  moment: '#fbdcd0',
  idea: '#dcefdc',
}

function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && context.measureText(longer).width > width) {
        lines.push(line)
        line = word
      } else line = longer
    }
    lines.push(line)
  }
  return lines
}

export async function pictureOf(reading: Reading, title: string): Promise<Blob> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')!
  const font = (weight: number, size: number) => `${weight} ${size}px Figtree, sans-serif`
  context.font = font(460, 13)
  const laid = reading.lanes.map((lane) => {
    if (say(lane, 'role') === 'feeling') return { lane, height: 150, cells: [] }
    const cells = reading.columns.map((column) =>
      (reading.cells.get(cellKey(lane.id, column.id)) ?? []).map((card) => ({
        card,
        lines: wrapped(context, words(card), COLUMN - 4 * PAD),
      })),
    )
    const tall = cells.map((cell) =>
      cell.reduce((sum, { lines }) => sum + lines.length * LINE + 3 * PAD, PAD),
    )
    return { lane, height: Math.max(44, ...tall), cells }
  })
  const width = HEAD + reading.columns.length * COLUMN
  const height = TOP + laid.reduce((sum, { height: each }) => sum + each, 0) + PAD
  const scale = Math.min(SCALE, SIDE_MAX / width, SIDE_MAX / height)
  canvas.width = Math.ceil(width * scale)
  canvas.height = Math.ceil(height * scale)
  context.scale(scale, scale)
  context.fillStyle = '#f6f4ef'
  context.fillRect(0, 0, width, height)
  context.textBaseline = 'top'
  const text = (lines: readonly string[], x: number, y: number, colour = '#1c2422') => {
    context.fillStyle = colour
    lines.forEach((line, at) => context.fillText(line, x, y + at * LINE))
  }
  context.font = '520 26px Fraunces, serif'
  text([title], PAD * 2, 20)
  let x = HEAD
  for (const span of reading.stages) {
    const wide = span.columns.length * COLUMN
    context.fillStyle = '#dcebe5'
    context.fillRect(x + 1, 64, wide - 2, 32)
    context.font = '560 16px Fraunces, serif'
    text([say(span.stage, 'name')], x + PAD, 71)
    context.font = font(600, 13)
    span.columns.forEach((column, at) => {
      if (column.step)
        text(
          wrapped(context, column.name, COLUMN - 2 * PAD).slice(0, 2),
          x + at * COLUMN + PAD,
          104,
        )
    })
    x += wide
  }
  let y = TOP
  for (const { lane, height: tall, cells } of laid) {
    context.strokeStyle = '#c8c1b3'
    context.strokeRect(0, y, width, 0.5)
    context.font = font(600, 13)
    text(wrapped(context, laneName(lane), HEAD - 2 * PAD), PAD, y + PAD)
    context.font = font(460, 13)
    cells.forEach((cell, at) => {
      let top = y + PAD
      for (const { card, lines } of cell) {
        const high = lines.length * LINE + 2 * PAD
        context.fillStyle = HUES[card.kind] ?? HUES['note']!
        context.beginPath()
        context.roundRect(HEAD + at * COLUMN + PAD, top, COLUMN - 2 * PAD, high, 6)
        context.fill()
        text(lines, HEAD + at * COLUMN + 2 * PAD, top + PAD)
        top += high + PAD
      }
    })
    if (say(lane, 'role') === 'feeling') curve(context, reading, y, tall)
    y += tall
  }
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('too large')))),
  )
}

function curve(context: CanvasRenderingContext2D, reading: Reading, y: number, tall: number) {
  const yOf = (value: number) => y + tall / 2 - (value / 2) * (tall / 2 - 16)
  context.strokeStyle = '#c8c1b3'
  context.strokeRect(HEAD, yOf(0), reading.columns.length * COLUMN, 0.5)
  reading.personas.forEach((persona, at) => {
    context.strokeStyle = ['#1d5f55', '#79467c', '#265c8c', '#8a4b12', '#5f5950'][at % 5]!
    context.lineWidth = 2.5
    context.beginPath()
    let begun = false
    reading.columns.forEach((column, place) => {
      const point = reading.points.get(pointId(persona.id, column.id, 'asIs'))
      if (!point) return
      const [px, py] = [HEAD + (place + 0.5) * COLUMN, yOf(Number(point['value']))]
      if (begun) context.lineTo(px, py)
      else context.moveTo(px, py)
      begun = true
    })
    context.stroke()
    context.lineWidth = 1
  })
}

/** Gives a file to the reader's browser to keep. */
export function keep(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
