/** Tests of blueprints as files. */
@org.jspecify.annotations.NullMarked
package cairn.blueprint.file;
