package cairn.sim.world;

import cairn.sim.crowd.Habits;

/**
 * A world that ships: a blueprint's folder in the class path, and the people in it.
 *
 * @param share how many of a hundred people live in it
 */
public record World(String folder, int share, Habits habits) {}
