import type { deskEn } from './desk-en'

/** Was Menschen am Schalter oder am Telefon lesen. */
export const deskDe: Record<keyof typeof deskEn, string> = {
  title: 'Schalter',
  hint: 'Menschen, die ein Weg an ein Team übergeben hat. Sagen Sie, was daraus wurde, und ihr Weg geht weiter.',
  empty: 'Niemand wartet auf jemanden aus dem Team',
  emptyHint:
    'Übergibt ein Weg jemanden an ein Team, steht der Mensch hier, wer am längsten wartet zuerst.',
  wentOn: 'Inzwischen weitergegangen',
  wentOnHint:
    'Der Weg dieser Menschen wartet nicht mehr darauf. Halten Sie, was das Team ihnen versprochen hat, oder schreiben Sie auf, warum nicht.',
  team: 'Team',
  all_one: 'Alle {{count}}',
  all_other: 'Alle {{count}}',
  waits: 'kam {{when}}',
  due: 'versprochen {{when}}',
  late: 'versprochen {{when}}, verspätet',
  came: 'Was daraus wurde für {{name}}',
  outcome: 'Was daraus wurde',
  done: 'Erledigt',
  settled: '{{name}}: {{outcome}}. Notiert.',
}
