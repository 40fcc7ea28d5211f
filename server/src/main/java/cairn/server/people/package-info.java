/**
 * One person at a time: {@link cairn.server.people.PeopleRoutes} finds and shows people, {@link
 * cairn.server.people.PersonRoutes} takes what they, or colleagues for them, want done, and {@link
 * cairn.server.people.Sentences} tells every fact in words a person would use.
 */
@NullMarked
package cairn.server.people;

import org.jspecify.annotations.NullMarked;
