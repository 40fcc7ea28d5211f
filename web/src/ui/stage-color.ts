const FIRST_HUE = 172
const LAST_HUE = 318

function hue(index: number, count: number): number {
  return count <= 1 ? FIRST_HUE : FIRST_HUE + ((LAST_HUE - FIRST_HUE) * index) / (count - 1)
}

/** Each stage of a way has its hue, from spruce to heather; light and dark set how strong. */
export function stageColor(index: number, count: number): string {
  return `oklch(var(--stage-l) var(--stage-c) ${hue(index, count).toFixed(0)})`
}

/** The same hue, quiet enough to stand behind words. */
export function stageSoft(index: number, count: number): string {
  return `oklch(var(--stage-soft-l) var(--stage-soft-c) ${hue(index, count).toFixed(0)})`
}
