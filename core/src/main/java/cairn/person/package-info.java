/** One person: who they are known as, what they said, where they stand. */
@org.jspecify.annotations.NullMarked
package cairn.person;
