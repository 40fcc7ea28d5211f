/**
 * A journey drawn from what really happened: {@link cairn.blueprint.observed.ObservedLog} says what
 * a log of events amounts to, {@link cairn.blueprint.observed.ObservedBlueprint} writes the files
 * of a blueprint that such a log can walk. It guesses stages and never an intention: what a
 * touchpoint meant to people is for people to say.
 */
@org.jspecify.annotations.NullMarked
package cairn.blueprint.observed;
