/**
 * The description of the interface, made from the route table: {@link
 * cairn.server.describe.OpenApi} writes it for programs, {@link cairn.server.describe.DocsPage} for
 * people.
 */
@NullMarked
package cairn.server.describe;

import org.jspecify.annotations.NullMarked;
