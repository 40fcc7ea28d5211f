/**
 * What running journeys costs: {@link cairn.bench.journey.JourneyBench} takes people through one
 * small scenario in Cairn's embedded host and in an embedded Flowable, in one run, and lets many
 * timers come due at once beside other traffic.
 */
@org.jspecify.annotations.NullMarked
package cairn.bench.journey;
