/**
 * What happens outside comes in here: {@link cairn.server.intake.EventRoutes} in our own form,
 * {@link cairn.server.intake.SegmentRoutes} as Segment's clients send it, {@link
 * cairn.server.intake.CloudEventRoutes} as CloudEvents. All of them make envelopes, and {@link
 * cairn.server.intake.Intake} answers only once those are safe on disk. A request is checked as a
 * whole before any of it is taken.
 */
@NullMarked
package cairn.server.intake;

import org.jspecify.annotations.NullMarked;
