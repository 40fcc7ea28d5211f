package cairn.engine;

import cairn.log.Fact.Cause;

/**
 * Where a journey goes next.
 *
 * @param by what moved it: an event's name, a rule, an arm
 */
record Way(String step, Cause cause, String by) {}
