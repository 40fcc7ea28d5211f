package cairn.server.publish;

import cairn.store.ControlLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where publishing and switching are written down before they hold, beside the state. */
public interface ControlJournal {
  /** One line: its number in the journal, when it was written, and its content. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Line(long number, Instant at, byte[] content) {}

  /** All lines of a kind, oldest first. */
  List<Line> all(String kind);

  /** The line of a number; empty where there is none. */
  Optional<Line> line(long number);

  /** Writes a line; it is durable once this returns. */
  Line append(String kind, byte[] content);

  /** The control log of a store. */
  static ControlJournal of(ControlLog log) {
    return new ControlJournal() {
      @Override
      public List<Line> all(String kind) {
        return log.all(kind).stream().map(this::line).toList();
      }

      @Override
      public Line append(String kind, byte[] content) {
        return line(log.append(kind, content));
      }

      @Override
      public Optional<Line> line(long number) {
        return log.item(number).map(this::line);
      }

      private Line line(ControlLog.Item item) {
        return new Line(item.number(), item.at(), item.content());
      }
    };
  }
}
