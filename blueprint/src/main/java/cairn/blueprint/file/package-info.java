/**
 * Blueprints as files: a {@link cairn.blueprint.file.Bundle} of YAML or JSON files goes into {@link
 * cairn.blueprint.file.BlueprintCompiler} and comes out as a checked, compiled {@link
 * cairn.blueprint.Blueprint}, or as every {@link cairn.blueprint.file.Problem} with its file, line,
 * column and remedy. It reads folders only where a {@link cairn.blueprint.file.Bundle} is made from
 * one; a blueprint with a mistake is never compiled in part.
 */
@org.jspecify.annotations.NullMarked
package cairn.blueprint.file;
