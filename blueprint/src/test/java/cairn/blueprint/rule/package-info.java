/** Tests of the rule language, with CEL's own runtime as oracle. */
@org.jspecify.annotations.NullMarked
package cairn.blueprint.rule;
