/**
 * The running product: {@link cairn.server.CairnServer} joins host, workspace, projections and
 * channels behind one HTTP interface, {@link cairn.server.Settings} says how, {@link
 * cairn.server.Installation} opens what it keeps. The command line stands apart, in {@code
 * command}. Everything it decides is decided in the core.
 */
@NullMarked
package cairn.server;

import org.jspecify.annotations.NullMarked;
