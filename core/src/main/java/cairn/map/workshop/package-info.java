/**
 * Leading a room: agendas, the timer, the gestures that move a workshop on, and the summary that is
 * written from the board at the end.
 *
 * <p>{@link cairn.map.workshop.Agenda} says what a workshop does, {@link cairn.map.workshop.Lead}
 * gives the operations of each of the facilitator's moves, {@link cairn.map.workshop.Summary} tells
 * what came of it. The state itself lies on the board; nothing here keeps time.
 */
@org.jspecify.annotations.NullMarked
package cairn.map.workshop;
