/**
 * People who live through journeys by themselves: a {@link cairn.sim.crowd.Traveller} looks at
 * where they stand in a journey as planned and does one of the things that could come next, after a
 * time; {@link cairn.sim.crowd.Habits} say what they tend to do. They act through a {@link
 * cairn.sim.crowd.Wire} alone, as real people do.
 */
@org.jspecify.annotations.NullMarked
package cairn.sim.crowd;
