/**
 * The command line: each command a class, all under {@link cairn.server.command.CairnCommand}, run
 * by {@link cairn.server.command.FrontDoor}, as are the commands of simulations and measurements.
 * Answers go to standard output, progress and complaints to standard error; 0 is done, 1 refused or
 * failed, 2 used wrongly or something is missing.
 */
@NullMarked
package cairn.server.command;

import org.jspecify.annotations.NullMarked;
