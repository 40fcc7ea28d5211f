/**
 * The immutable, versioned configuration that an engine runs: {@link cairn.blueprint.Blueprint}
 * gathers schema, journeys, segments and channels. It never changes once built, and never reads a
 * file.
 */
@org.jspecify.annotations.NullMarked
package cairn.blueprint;
