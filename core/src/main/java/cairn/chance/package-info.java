/**
 * Chance that can be repeated: a small generator whose whole future follows from its seed.
 *
 * <p>{@link cairn.chance.Chance} serves exploration, simulation and tests alike. Nothing here ever
 * reads a clock or another source of entropy: the caller brings the seed and writes it down.
 */
@org.jspecify.annotations.NullMarked
package cairn.chance;
