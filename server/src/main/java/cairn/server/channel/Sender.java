package cairn.server.channel;

/** Sends by one means. Safe for many threads. */
interface Sender {
  /** Sends, and says what came of it. Never throws. */
  Sent send(Letter letter);

  /** Whether sending the same letter twice does no harm, because its id is honoured. */
  boolean honoursIds();

  /** What came of sending. */
  sealed interface Sent {
    /** It was taken. */
    record Delivered(String outcome) implements Sent {}

    /** It will never be taken. */
    record Failed(String why) implements Sent {}

    /** Perhaps later. */
    record TryLater(String why) implements Sent {}
  }
}
