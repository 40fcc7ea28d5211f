package cairn.server.command;

/** A command cannot be done; the message says what to do next. */
final class CommandFailure extends RuntimeException {
  CommandFailure(String message) {
    super(message, null, false, false);
  }
}
