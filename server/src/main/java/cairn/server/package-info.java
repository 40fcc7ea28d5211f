/** The HTTP interface, live feeds, sign-in, channels and commands. */
@org.jspecify.annotations.NullMarked
package cairn.server;
