/** What colleagues at a desk or a telephone read. */
export const deskEn = {
  title: 'Desk',
  hint: 'People whom a journey handed over to a team. Say what came of it, and their journey goes on.',
  empty: 'Nobody waits for a colleague',
  emptyHint:
    'When a journey hands somebody over to a team, they stand here, the longest waiting first.',
  wentOn: 'Went on meanwhile',
  wentOnHint:
    'Their journey no longer waits for this. Keep what the team promised them, or write down why not.',
  team: 'Team',
  all_one: 'Everybody {{count}}',
  all_other: 'Everybody {{count}}',
  waits: 'came {{when}}',
  due: 'promised {{when}}',
  late: 'promised {{when}}, late',
  came: 'What came of it for {{name}}',
  outcome: 'What came of it',
  done: 'Done',
  settled: '{{name}}: {{outcome}}. Noted.',
}
