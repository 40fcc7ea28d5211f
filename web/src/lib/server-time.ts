/**
 * The server's clock may run ahead of this browser's: in a demo a day passes in two minutes. What
 * the server tells bears its time, and the newest that was told is not later than its now.
 */
let ahead = 0

export function noteServerTime(at: string | undefined): void {
  if (at) ahead = Math.max(ahead, Date.parse(at) - Date.now())
}

export const serverNow = () => Date.now() + ahead
