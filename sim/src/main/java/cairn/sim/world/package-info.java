/**
 * The worlds that ship: {@link cairn.sim.world.Worlds} puts their blueprints together, each world
 * says who its people are and how they behave.
 */
@org.jspecify.annotations.NullMarked
package cairn.sim.world;
