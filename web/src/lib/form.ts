import type { FormEvent } from 'react'

/** Hands over what a form holds and leaves it filled, so that nobody types it twice after an error. */
export const sent =
  (take: (form: FormData) => void) =>
  (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    take(new FormData(event.currentTarget))
  }
