/**
 * Maps to begin from: blank, and four that are filled with the notes of one person each.
 *
 * <p>{@link cairn.map.template.Templates} lists them; a {@link cairn.map.template.Template} gives
 * the operations that lay it out on an empty board. Each is written in English and in German. What
 * they say is invented to be replaced, and every note says so by its evidence mark.
 */
@org.jspecify.annotations.NullMarked
package cairn.map.template;
