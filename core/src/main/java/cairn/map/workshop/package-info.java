/**
 * Leading a room: agendas, the timer, and the gestures that move a workshop on.
 *
 * <p>{@link cairn.map.workshop.Agenda} says what a workshop does, {@link cairn.map.workshop.Lead}
 * gives the operations of each of the facilitator's moves. The state itself lies on the board;
 * nothing here keeps time.
 */
@org.jspecify.annotations.NullMarked
package cairn.map.workshop;
