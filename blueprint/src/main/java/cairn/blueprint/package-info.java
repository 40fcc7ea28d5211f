/** Files become a checked, compiled configuration. */
@org.jspecify.annotations.NullMarked
package cairn.blueprint;
