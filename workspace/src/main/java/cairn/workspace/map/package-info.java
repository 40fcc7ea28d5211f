/**
 * Journey maps as they travel and are kept: the JSON of operations, revisions and snapshots, the
 * messages between a browser and the server, and the forms in which a map leaves and enters the
 * house.
 *
 * <p>{@link cairn.workspace.map.BoardJson} reads and writes what the map itself is made of, {@link
 * cairn.workspace.map.BoardMessages} what goes over the line. The forms are described in
 * docs/reference/board-protocol.md, and a test holds that page to the code. Nothing here stores
 * anything.
 */
@org.jspecify.annotations.NullMarked
package cairn.workspace.map;
