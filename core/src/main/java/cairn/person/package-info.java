/**
 * One person and where they stand: {@link cairn.person.PersonState} is the fold of every fact in
 * their log; {@link cairn.person.Journey} is how one journey goes for them. It holds data only: it
 * never decides, and never reads a clock, a rule or a time-zone table.
 */
@org.jspecify.annotations.NullMarked
package cairn.person;
