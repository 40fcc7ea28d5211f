/**
 * Simulated people, time and surroundings, on the same core and behind the same interfaces as the
 * real ones. {@link cairn.sim.SimulatedClock} is time that can be sped up, {@link
 * cairn.sim.crowd.Crowd} the people. Whatever happens by chance comes from one seed.
 */
@org.jspecify.annotations.NullMarked
package cairn.sim;
