/** Simulated people, time and faults; the demo worlds. */
@org.jspecify.annotations.NullMarked
package cairn.sim;
