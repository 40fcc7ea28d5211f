package cairn.workspace.map;

import cairn.map.Batch;
import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.Revision;
import cairn.map.Verdict.Reason;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The JSON of a board: elements, operations, batches, revisions and snapshots.
 *
 * <p>An element is one flat object: {@code kind}, {@code id}, then its fields. Values are texts,
 * numbers, true and false, lists of texts, {@code {"number", "source"}}, or null. What is written
 * holds every field; what is read may leave fields out, which then are as when nothing was said.
 * Thread-safe.
 */
public final class BoardJson {
  /** The version of the forms, in every snapshot. */
  public static final int SCHEMA = 1;

  /** Longest message that is read from outside, in characters: a template with all its notes. */
  public static final int MESSAGE_MAX = 4_000_000;

  private static final int DEPTH_MAX = 8;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxStringLength(MESSAGE_MAX)
                  .maxNumberLength(40)
                  .build())
          .build();

  /** Writes into a generator. */
  @FunctionalInterface
  interface Writing {
    void write(JsonGenerator json) throws IOException;
  }

  /** Reads from a parser that stands on the first token. */
  @FunctionalInterface
  interface Parsing<T> {
    T read(JsonParser json) throws IOException;
  }

  private BoardJson() {}

  /** A batch as JSON. */
  public static String write(Batch batch) {
    return text(json -> BoardWriter.batch(json, batch));
  }

  /** A revision as JSON. */
  public static String write(Revision revision) {
    return text(json -> {
      json.writeStartObject();
      BoardWriter.revisionFields(json, revision);
      json.writeEndObject();
    });
  }

  /** A snapshot as JSON: the complete board without its history. */
  public static String write(BoardState state) {
    return text(json -> BoardWriter.state(json, state));
  }

  /** An element as JSON. */
  public static String write(Element element) {
    return text(json -> BoardWriter.element(json, element));
  }

  /** Reads a batch from outside; what cannot be read is refused, never thrown. */
  public static Reading<Batch> readBatch(String text) {
    return reading(text, BoardReader::batch);
  }

  /** Reads a snapshot from outside, such as an export of another board. */
  public static Reading<BoardState> readSnapshot(String text) {
    return reading(text, BoardReader::state);
  }

  /** Reads a revision that this house has written; anything else is a fault and throws. */
  public static Revision readRevision(String text) {
    return own(text, BoardReader::revision);
  }

  /** Reads a batch that this house has written; anything else is a fault and throws. */
  public static Batch readStoredBatch(String text) {
    return own(text, BoardReader::batch);
  }

  /** Reads a snapshot that this house has written; anything else is a fault and throws. */
  public static BoardState readState(String text) {
    return own(text, BoardReader::state);
  }

  static String text(Writing writing) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      writing.write(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  static <T> Reading<T> reading(String text, Parsing<T> parsing) {
    if (text.length() > MESSAGE_MAX) {
      return new Reading.Unreadable<>(
          Optional.empty(),
          Unreadable.refusal(
              Reason.TOO_LARGE, null, "", "This is too much at once: send it in parts."));
    }
    try (var json = JSON.createParser(text)) {
      json.nextToken();
      var value = parsing.read(json);
      if (json.nextToken() != null) {
        throw new Unreadable(
            Reason.INVALID, "After the message there is more: send one at a time.");
      }
      return new Reading.Read<>(value);
    } catch (Unreadable unreadable) {
      return new Reading.Unreadable<>(Optional.ofNullable(unreadable.batch), unreadable.refusal);
    } catch (IOException broken) {
      return new Reading.Unreadable<>(
          Optional.empty(),
          Unreadable.refusal(Reason.INVALID, null, "", "This is not JSON as expected."));
    }
  }

  private static <T> T own(String text, Parsing<T> parsing) {
    try (var json = JSON.createParser(text)) {
      json.nextToken();
      return parsing.read(json);
    } catch (IOException broken) {
      throw new UncheckedIOException("a stored board cannot be read", broken);
    }
  }
}
