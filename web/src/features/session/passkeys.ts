import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PasskeyList, PasskeyPasskey, PasskeyStarted, Session } from '~/lib/api-schemas'
import { del, get, post } from '~/lib/http'
import { SESSION_KEY } from './api'

const PASSKEYS_KEY = ['passkeys'] as const

/** Whether this browser can hold passkeys, and this address is one they can be made for. */
export function passkeysWork(): boolean {
  return (
    window.isSecureContext &&
    !/^[\d.]+$|^\[/.test(window.location.hostname) &&
    typeof PublicKeyCredential !== 'undefined' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
  )
}

/** True where the person closed the browser's question, which is no failure. */
export function wasLeft(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError'
}

export function usePasskeySignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const { ceremony, options } = await post<PasskeyStarted>('/v1/passkeys/sign-in')
      const { publicKey } = options as { publicKey: PublicKeyCredentialRequestOptionsJSON }
      const credential = await navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey),
      })
      return post<Session>('/v1/passkeys/sign-in/finish', {
        ceremony,
        credential: json(credential),
      })
    },
    onSuccess: (session) => queries.setQueryData(SESSION_KEY, session),
  })
}

/** The passkeys of one's own account. */
export function usePasskeys(wanted: boolean) {
  return useQuery({
    queryKey: PASSKEYS_KEY,
    queryFn: ({ signal }) => get<PasskeyList>('/v1/passkeys', signal),
    enabled: wanted,
  })
}

export function useAddPasskey() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (label: string) => {
      const { ceremony, options } = await post<PasskeyStarted>('/v1/passkeys/registration')
      const { publicKey } = options as { publicKey: PublicKeyCredentialCreationOptionsJSON }
      const credential = await navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey),
      })
      return post<PasskeyPasskey>('/v1/passkeys/registration/finish', {
        ceremony,
        credential: json(credential),
        label,
      })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: PASSKEYS_KEY }),
  })
}

export function useRemovePasskey() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => del<unknown>(`/v1/passkeys/${encodeURIComponent(id)}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: PASSKEYS_KEY }),
  })
}

function json(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey was given')
  return credential.toJSON()
}
