/**
 * People in memory, on simulated time: {@link cairn.sim.host.SimulatedHost} keeps the same contract
 * as the host on disk, in one thread, with a clock that moves when told. It never looks at the real
 * clock.
 */
@org.jspecify.annotations.NullMarked
package cairn.sim.host;
