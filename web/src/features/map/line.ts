import type { FromServer } from './wire'

export type LineState = 'connecting' | 'open' | 'lost' | 'gone'

const WAIT_FIRST_MILLIS = 400
const WAIT_MAX_MILLIS = 8000
/** From here on a close says that coming back is of no use: no such map, not allowed, put away. */
const REFUSED_FROM = 4400
const REFUSED_BELOW = 4500

export interface LineListener {
  opened: () => void
  heard: (message: FromServer) => void
  state: (state: LineState, why: string) => void
}

/** A WebSocket that comes back by itself, waiting longer each time. */
export class Line {
  #socket: WebSocket | undefined
  #wait = WAIT_FIRST_MILLIS
  #timer: number | undefined
  #ended = false

  constructor(
    readonly path: () => string,
    readonly listener: LineListener,
  ) {
    this.#open()
    addEventListener('online', this.#now)
    addEventListener('offline', this.again)
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  say(message: object): void {
    if (this.isOpen) this.#socket!.send(JSON.stringify(message))
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
    removeEventListener('online', this.#now)
    removeEventListener('offline', this.again)
    this.#socket?.close(1000)
  }

  #now = () => {
    if (this.isOpen || this.#ended) return
    clearTimeout(this.#timer)
    this.#open()
  }

  /**
   * Opens a new socket in place of the one there is. When the network went away, a dead one may seem
   * open for minutes; a new one tells: it fails at once, or opens where the server is on this very
   * machine.
   */
  again = () => {
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
    this.#now()
  }

  #open(): void {
    this.listener.state('connecting', '')
    const socket = new WebSocket(new URL(this.path(), location.href.replace(/^http/, 'ws')))
    this.#socket = socket
    socket.onopen = () => {
      this.#wait = WAIT_FIRST_MILLIS
      this.listener.state('open', '')
      this.listener.opened()
    }
    socket.onmessage = (event) =>
      this.listener.heard(JSON.parse(event.data as string) as FromServer)
    socket.onclose = ({ code, reason }) => {
      if (this.#ended || this.#socket !== socket) return
      if (code >= REFUSED_FROM && code < REFUSED_BELOW) {
        this.listener.state('gone', reason)
        return
      }
      this.listener.state('lost', '')
      this.#timer = window.setTimeout(() => this.#open(), this.#wait * (0.7 + Math.random() * 0.6))
      this.#wait = Math.min(WAIT_MAX_MILLIS, this.#wait * 2)
    }
  }
}
