/** Tests of blueprints drawn from logs. */
@org.jspecify.annotations.NullMarked
package cairn.blueprint.observed;
