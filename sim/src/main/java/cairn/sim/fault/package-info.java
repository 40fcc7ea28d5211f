/**
 * Faults on purpose. A {@code Storm} draws, from a seed, what people, their devices, the network
 * and a machine's clock do to a host: events that come twice, in another order or late, two devices
 * of one person at once, a clock that jumps. {@code FaultRun} plays storms against the simulated
 * host, against a store on disk that is closed and opened under way, against a process that is
 * killed, and against write-ahead logs that are cut; after each, {@code Invariants} looks at
 * everything kept. Nothing here knows what the product ought to decide: only what must never be.
 */
@NullMarked
package cairn.sim.fault;

import org.jspecify.annotations.NullMarked;
