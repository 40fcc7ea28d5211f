package cairn.server.publish;

import cairn.store.ControlLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where publishing and switching are written down before they hold, beside the state. */
public interface ControlJournal {
  /** One line: when it was written, and its content. */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Line(Instant at, byte[] content) {}

  /** All lines of a kind, oldest first. */
  List<Line> all(String kind);

  /** The newest line of a kind. */
  Optional<Line> newest(String kind);

  /** Writes a line; it is durable once this returns. */
  Line append(String kind, byte[] content);

  /** The control log of a store. */
  static ControlJournal of(ControlLog log) {
    return new ControlJournal() {
      @Override
      public List<Line> all(String kind) {
        return log.all(kind).stream().map(item -> new Line(item.at(), item.content())).toList();
      }

      @Override
      public Optional<Line> newest(String kind) {
        return log.newest(kind).map(item -> new Line(item.at(), item.content()));
      }

      @Override
      public Line append(String kind, byte[] content) {
        var item = log.append(kind, content);
        return new Line(item.at(), item.content());
      }
    };
  }
}
