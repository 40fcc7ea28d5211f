/**
 * Plain values that people, events and rules are made of: {@link cairn.value.Value} and its types.
 * It knows nothing of people or journeys, and never converts a value without being told to.
 */
@org.jspecify.annotations.NullMarked
package cairn.value;
