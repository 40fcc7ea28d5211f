import i18next from 'i18next'
import { language } from './i18n'
import { noteServerTime } from './server-time'

/** A refusal or failure of the server, with the stable code that says which. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message)
  }
}

const unauthorisedListeners = new Set<() => void>()

/** Called when the server says that nobody is signed in any more. */
export function onUnauthorised(listener: () => void): () => void {
  unauthorisedListeners.add(listener)
  return () => unauthorisedListeners.delete(listener)
}

async function refusal(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Partial<ApiError>
  return new ApiError(
    response.status,
    body.code ?? 'unavailable',
    body.message ?? i18next.t('faces.answered', { status: response.status }),
    body.field,
  )
}

/** Headers that prove who asks where no session does: a person's link to their own page. */
export type Proof = Readonly<Record<string, string>>

async function ask<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  proof: Proof = {},
): Promise<T> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': language.get(),
    ...proof,
  }
  // Browsers let no other site set this header, so it shows that the request is ours.
  if (method !== 'GET') headers['X-Cairn'] = '1'
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (failure) {
    if (signal?.aborted) throw failure
    throw new ApiError(0, 'unavailable', i18next.t('faces.unreachable'))
  }
  noteServerTime(response.headers.get('Cairn-Now') ?? undefined)
  if (!response.ok) {
    const error = await refusal(response)
    if (error.status === 401) unauthorisedListeners.forEach((listener) => listener())
    throw error
  }
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

export const get = <T>(path: string, signal?: AbortSignal) => ask<T>('GET', path, undefined, signal)
export const post = <T>(path: string, body?: unknown) => ask<T>('POST', path, body)
export const del = <T>(path: string) => ask<T>('DELETE', path)

/** The same, for whoever this proves to be. */
export const asking = (proof: Proof) => ({
  get: <T>(path: string, signal?: AbortSignal) => ask<T>('GET', path, undefined, signal, proof),
  post: <T>(path: string, body: unknown) => ask<T>('POST', path, body, undefined, proof),
  del: <T>(path: string) => ask<T>('DELETE', path, undefined, undefined, proof),
})

/** A path with the parameters that are set; empty ones are left out. */
export function withQuery(
  path: string,
  query: Record<string, string | number | undefined>,
): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (entries.length === 0) return path
  return `${path}?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`
}

/** Sends what was typed last while the page is being left; nobody is there to read the answer. */
export function postLeaving(path: string, body: unknown): void {
  void fetch(path, {
    method: 'POST',
    keepalive: true,
    headers: { 'X-Cairn': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
}
