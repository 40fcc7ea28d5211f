package cairn.workspace.map;

import cairn.map.BatchId;
import cairn.map.ElementId;
import cairn.map.Verdict;
import cairn.map.Verdict.Reason;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent cannot be read; never leaves this package. */
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1L;

  final transient Verdict.Refused refusal;
  transient @Nullable BatchId batch;

  Unreadable(Verdict.Refused refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  Unreadable(Reason reason, String message) {
    this(refusal(reason, null, "", message));
  }

  Unreadable in(@Nullable BatchId id) {
    batch = batch == null ? id : batch;
    return this;
  }

  /** There is no such field. */
  static Unreadable unknownField(String name) {
    return new Unreadable(
        refusal(Reason.UNKNOWN_FIELD, null, cut(name), "There is no field " + cut(name) + "."));
  }

  /** What a field says cannot be read. */
  static Unreadable field(Reason reason, String field, String message) {
    return new Unreadable(refusal(reason, null, cut(field), message));
  }

  static Verdict.Refused refusal(
      Reason reason, @Nullable ElementId element, String field, String message) {
    return new Verdict.Refused(
        reason, Optional.ofNullable(element), field, message, Optional.empty());
  }

  /** A name as long as it is told back. */
  static String cut(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "...";
  }
}
