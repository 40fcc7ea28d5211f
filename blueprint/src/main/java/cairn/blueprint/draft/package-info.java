/**
 * From a map's proposal to files of a blueprint: {@link cairn.blueprint.draft.Draft} writes them,
 * people complete the words, and the compiler checks them like any others. A draft publishes
 * nothing.
 */
@org.jspecify.annotations.NullMarked
package cairn.blueprint.draft;
