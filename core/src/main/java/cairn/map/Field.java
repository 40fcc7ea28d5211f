package cairn.map;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One named field of a kind of element: its type, its bound, and what it holds when nothing was
 * said. Fields are the grain at which the last writer wins.
 *
 * @param <T> what the field reads as
 */
public final class Field<T> {
  /** The shape of a field's value, for documents and for clients. */
  public enum Type {
    TEXT,
    AMOUNT,
    FLAG,
    TEXTS,
    SOURCED,
    REFERENCE,
    REFERENCES,
    CHOICE,
    ORDER,
    INSTANT,
    DATE
  }

  /** By whose hand a field is written. */
  private enum Hand {
    /** Whoever may change the element. */
    ANYBODY,
    /** The board, as it takes a gesture. */
    BOARD,
    /** The house, when a map is made live: no gesture changes it, and going back leaves it. */
    HOUSE
  }

  private static final String BROKEN = "holds a character that cannot be stored: type it again";

  private final String name;
  private final Type type;
  private final String bound;
  private final Value fallback;
  private final Function<Value, @Nullable String> problem;
  private final Function<Value, T> reader;
  private final Function<T, Value> writer;
  private final Hand hand;

  private Field(
      String name,
      Type type,
      String bound,
      Value fallback,
      Function<Value, @Nullable String> problem,
      Function<Value, T> reader,
      Function<T, Value> writer,
      Hand hand) {
    this.name = name;
    this.type = type;
    this.bound = bound;
    this.fallback = fallback;
    this.problem = problem;
    this.reader = reader;
    this.writer = writer;
    this.hand = hand;
  }

  static Field<String> text(String name, int lengthMax) {
    return new Field<>(
        name,
        Type.TEXT,
        "at most " + lengthMax + " characters",
        Value.of(""),
        value ->
            value instanceof Value.Text(var text) ? textProblem(text, lengthMax) : "must be a text",
        Field::textOf,
        Value::of,
        Hand.ANYBODY);
  }

  static Field<Boolean> flag(String name) {
    return new Field<>(
        name,
        Type.FLAG,
        "true or false",
        Value.of(false),
        value -> value instanceof Value.Flag ? null : "must be true or false",
        value -> value instanceof Value.Flag(var flag) && flag,
        Value::of,
        Hand.ANYBODY);
  }

  static Field<Double> amount(String name, double min, double max, double fallback) {
    return new Field<>(
        name,
        Type.AMOUNT,
        plain(min) + " to " + plain(max),
        Value.of(fallback),
        value -> amountProblem(value, min, max),
        value -> value instanceof Value.Amount(var number) ? number : fallback,
        Value::of,
        Hand.ANYBODY);
  }

  static Field<OptionalDouble> optionalAmount(String name, double min, double max) {
    return new Field<>(
        name,
        Type.AMOUNT,
        plain(min) + " to " + plain(max) + ", or null",
        Value.NOTHING,
        value -> value instanceof Value.Nothing ? null : amountProblem(value, min, max),
        value ->
            value instanceof Value.Amount(var number)
                ? OptionalDouble.of(number)
                : OptionalDouble.empty(),
        amount -> amount.isPresent() ? Value.of(amount.getAsDouble()) : Value.NOTHING,
        Hand.ANYBODY);
  }

  static Field<Optional<Value.Sourced>> sourced(String name, double min, double max) {
    return new Field<>(
        name,
        Type.SOURCED,
        "number " + plain(min) + " to " + plain(max) + " with its source, or null",
        Value.NOTHING,
        value ->
            switch (value) {
              case Value.Nothing() -> null;
              case Value.Sourced(var number, var _) ->
                  number < min || number > max ? outside(min, max) : null;
              case Value.Text _, Value.Amount _, Value.Flag _, Value.Texts _ ->
                  "must be a number with its source (measured, voted or assumed)";
            },
        value -> value instanceof Value.Sourced sourced ? Optional.of(sourced) : Optional.empty(),
        sourced -> sourced.isPresent() ? sourced.get() : Value.NOTHING,
        Hand.ANYBODY);
  }

  static Field<List<String>> texts(String name, int itemsMax, int lengthMax) {
    return new Field<>(
        name,
        Type.TEXTS,
        "at most " + itemsMax + " texts of at most " + lengthMax + " characters",
        Value.of(List.of()),
        value -> textsProblem(value, itemsMax, lengthMax),
        Field::textsOf,
        Value::of,
        Hand.ANYBODY);
  }

  static Field<Optional<ElementId>> reference(String name) {
    return new Field<>(
        name,
        Type.REFERENCE,
        "the id of an element, or an empty text",
        Value.of(""),
        value ->
            value instanceof Value.Text(var text) && (text.isEmpty() || ElementId.isValid(text))
                ? null
                : "must be the id of an element, or empty",
        value ->
            textOf(value).isEmpty() ? Optional.empty() : Optional.of(new ElementId(textOf(value))),
        id -> Value.of(id.map(ElementId::text).orElse("")),
        Hand.ANYBODY);
  }

  static Field<List<ElementId>> references(String name, int itemsMax) {
    return new Field<>(
        name,
        Type.REFERENCES,
        "at most " + itemsMax + " ids of elements",
        Value.of(List.of()),
        value -> {
          String tooMuch = textsProblem(value, itemsMax, ElementId.LENGTH_MAX);
          if (tooMuch != null) {
            return tooMuch;
          }
          return textsOf(value).stream().allMatch(ElementId::isValid)
              ? null
              : "must hold ids of elements";
        },
        value -> {
          var ids = new ArrayList<ElementId>();
          for (String text : textsOf(value)) {
            ids.add(new ElementId(text));
          }
          return List.copyOf(ids);
        },
        ids -> Value.of(ids.stream().map(ElementId::text).toList()),
        Hand.ANYBODY);
  }

  static <E extends Enum<E>> Field<E> choice(String name, Class<E> type, E fallback) {
    E[] constants = type.getEnumConstants();
    var names = new ArrayList<String>();
    for (E constant : constants) {
      names.add(wireName(constant));
    }
    return new Field<>(
        name,
        Type.CHOICE,
        String.join(" | ", names),
        Value.of(wireName(fallback)),
        value ->
            value instanceof Value.Text(var text) && names.contains(text)
                ? null
                : "must be one of " + String.join(", ", names),
        value -> {
          int at = names.indexOf(textOf(value));
          return at < 0 ? fallback : constants[at];
        },
        constant -> Value.of(wireName(constant)),
        Hand.ANYBODY);
  }

  static Field<OrderKey> order(String name) {
    return new Field<>(
        name,
        Type.ORDER,
        "an order key",
        Value.of(OrderKey.FIRST.text()),
        value ->
            value instanceof Value.Text(var text) && OrderKey.isValid(text)
                ? null
                : "must be an order key",
        value -> new OrderKey(textOf(value)),
        key -> Value.of(key.text()),
        Hand.ANYBODY);
  }

  static Field<Optional<Instant>> instant(String name) {
    return new Field<>(
        name,
        Type.INSTANT,
        "an ISO-8601 instant in UTC, or an empty text",
        Value.of(""),
        value ->
            parseProblem(value, Instant::parse, "must be an instant such as 2026-05-04T09:00Z"),
        value ->
            textOf(value).isEmpty() ? Optional.empty() : Optional.of(Instant.parse(textOf(value))),
        instant -> Value.of(instant.map(Instant::toString).orElse("")),
        Hand.ANYBODY);
  }

  static Field<Optional<LocalDate>> date(String name) {
    return new Field<>(
        name,
        Type.DATE,
        "an ISO-8601 date, or an empty text",
        Value.of(""),
        value -> parseProblem(value, LocalDate::parse, "must be a date such as 2026-05-04"),
        value ->
            textOf(value).isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(textOf(value))),
        date -> Value.of(date.map(LocalDate::toString).orElse("")),
        Hand.ANYBODY);
  }

  static Field<MemberId> member(String name) {
    return new Field<>(
        name,
        Type.TEXT,
        "a member id",
        Value.of(""),
        value ->
            value instanceof Value.Text(var text)
                    && text.length() <= MemberId.LENGTH_MAX
                    && isWhole(text)
                ? null
                : "must be a member id",
        value -> new MemberId(textOf(value)),
        member -> Value.of(member.text()),
        Hand.ANYBODY);
  }

  /** The same field, written by the board and by nobody else. */
  Field<T> stamped() {
    return new Field<>(name, type, bound, fallback, problem, reader, writer, Hand.BOARD);
  }

  /** The same field, written by the house where a map is made live, and by no gesture. */
  Field<T> ofTheHouse() {
    return new Field<>(name, type, bound, fallback, problem, reader, writer, Hand.HOUSE);
  }

  /** The name on the wire. */
  public String name() {
    return name;
  }

  /** The shape of its value. */
  public Type type() {
    return type;
  }

  /** Its bound in words. */
  public String bound() {
    return bound;
  }

  /** What it holds when nothing was said. */
  public Value fallback() {
    return fallback;
  }

  /** Whether the board or the house writes it, so that no client may. */
  public boolean isStamped() {
    return hand != Hand.ANYBODY;
  }

  /** Whether the house writes it, on its own behalf and never by a gesture. */
  boolean isOfTheHouse() {
    return hand == Hand.HOUSE;
  }

  /** Why a value may not stand here, as the end of a sentence; null when it may. */
  public @Nullable String problem(Value value) {
    return problem.apply(value);
  }

  /** Reads a value that has no problem. */
  public T read(Value value) {
    return reader.apply(value);
  }

  /** Writes what {@link #read} reads. */
  public Value write(T value) {
    return writer.apply(value);
  }

  /** The name of a constant on the wire: {@code ON_STAGE_PEOPLE} is {@code onStagePeople}. */
  public static String wireName(Enum<?> constant) {
    var wire = new StringBuilder();
    for (String word : constant.name().split("_", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      wire.append(
          wire.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return wire.toString();
  }

  private static String textOf(Value value) {
    return value instanceof Value.Text(var text) ? text : "";
  }

  private static List<String> textsOf(Value value) {
    return value instanceof Value.Texts(var texts) ? texts : List.of();
  }

  private static @Nullable String amountProblem(Value value, double min, double max) {
    return value instanceof Value.Amount(var number)
        ? number < min || number > max ? outside(min, max) : null
        : "must be a number";
  }

  private static @Nullable String textsProblem(Value value, int itemsMax, int lengthMax) {
    if (!(value instanceof Value.Texts(var texts))) {
      return "must be a list of texts";
    }
    if (texts.size() > itemsMax) {
      return "holds more than " + itemsMax + " texts";
    }
    for (String text : texts) {
      if (text.length() > lengthMax) {
        return "holds a text longer than " + lengthMax + " characters";
      }
      if (!isWhole(text)) {
        return BROKEN;
      }
    }
    return null;
  }

  private static @Nullable String textProblem(String text, int lengthMax) {
    if (text.length() > lengthMax) {
      return "is longer than " + lengthMax + " characters: shorten it or split it";
    }
    return isWhole(text) ? null : BROKEN;
  }

  /** Whether every character can be stored: no NUL, and no half of a pair of surrogates. */
  static boolean isWhole(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean pair =
          Character.isHighSurrogate(c)
              && at + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(at + 1));
      if (pair) {
        at++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String parseProblem(
      Value value, Function<String, ?> parser, String otherwise) {
    if (!(value instanceof Value.Text(var text))) {
      return otherwise;
    }
    if (text.isEmpty()) {
      return null;
    }
    try {
      Object _ = parser.apply(text);
      return null;
    } catch (DateTimeException unreadable) {
      return otherwise;
    }
  }

  private static String outside(double min, double max) {
    return "must lie between " + plain(min) + " and " + plain(max);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
