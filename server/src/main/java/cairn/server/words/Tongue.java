package cairn.server.words;

import cairn.blueprint.file.Problem;
import cairn.server.http.RawRequest;
import cairn.server.http.Request;
import cairn.value.Value;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A language the server speaks. Its sentences stand in {@code words-LANGUAGE.properties}, as
 * patterns of {@link MessageFormat}; every file has the same keys. Why something is refused is said
 * by pairs of sentences instead, so that whoever refuses need not know who reads; so is what is
 * wrong with a file, and what an agenda asks. Safe for many threads.
 */
public enum Tongue {
  ENGLISH(Locale.UK, Pairs.AS_WRITTEN, Pairs.AS_WRITTEN, Pairs.AS_WRITTEN),
  GERMAN(
      Locale.GERMANY,
      Pairs.of("refusals", "de"),
      Pairs.of("mistakes", "de"),
      Pairs.of("agendas", "de"));

  /** A number with digits after the point, as code writes it: without a zero to spare. */
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.(0|\\d*[1-9])");

  /** The longest header that is read; a longer one is a mistake or an attack. */
  private static final int HEADER_CHARS_MAX = 500;

  /** The query parameter that names a language where a page can set no header: on a WebSocket. */
  private static final String ASKED = "language";

  private final Locale locale;
  private final Properties patterns = new Properties();

  private final Pairs refusals;
  private final Pairs mistakes;
  private final Pairs agendas;

  Tongue(Locale locale, Pairs refusals, Pairs mistakes, Pairs agendas) {
    this.locale = locale;
    this.refusals = refusals;
    this.mistakes = mistakes;
    this.agendas = agendas;
    var file = "words-" + locale.getLanguage() + ".properties";
    try (var in = Tongue.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + file);
      }
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The language a request asks for in {@code Accept-Language}; English for any we lack. */
  public static Tongue of(Request request) {
    return of(request.raw());
  }

  /** The same for a request of which no more is known yet, a WebSocket's among them. */
  public static Tongue of(RawRequest request) {
    return request
        .query(ASKED)
        .or(() -> request.header("Accept-Language"))
        .map(Tongue::of)
        .orElse(ENGLISH);
  }

  /** The language of that name, such as {@code de}; English for any we lack, and for none. */
  public static Tongue named(String language) {
    return of(language);
  }

  static Tongue of(String header) {
    if (header.length() > HEADER_CHARS_MAX) {
      return ENGLISH;
    }
    try {
      for (var range : Locale.LanguageRange.parse(header)) {
        for (var tongue : values()) {
          if (range.getRange().split("-", 2)[0].equals(tongue.locale.getLanguage())) {
            return tongue;
          }
        }
      }
    } catch (IllegalArgumentException malformed) {
      return ENGLISH;
    }
    return ENGLISH;
  }

  /** Says a sentence. A key that the files lack is a mistake in the code. */
  public String say(String key, Object... values) {
    var pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there are no words for " + key);
    }
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** Says what has words here; or else what its authors wrote. */
  public String sayOr(String key, String otherwise) {
    return patterns.containsKey(key) ? say(key) : otherwise;
  }

  /**
   * Says why something is refused.
   *
   * @param sentence as the code has it, in English; said so where there are no other words for it
   */
  public String refusal(String sentence) {
    return refusals.say(sentence);
  }

  /**
   * Says what an agenda asks of a room, or what it is called.
   *
   * @param words as the code has them, in English; said so where there are no others for them
   */
  public String agenda(String words) {
    return agendas.say(words);
  }

  /**
   * Says what is wrong with a blueprint's files, or what to do about it.
   *
   * @param sentence as the code has it, in English; said so where there are no other words for it
   */
  public String mistake(String sentence) {
    return mistakes.say(sentence);
  }

  /** The same of one thing that is wrong, as a whole. */
  public Problem mistake(Problem problem) {
    return new Problem(
        problem.file(),
        problem.line(),
        problem.column(),
        mistake(problem.what()),
        mistake(problem.remedy()),
        problem.missing());
  }

  /** A value as a reader would write it. */
  public String value(@Nullable Value value, ZoneId zone) {
    return switch (value) {
      case null -> say("value.unknown");
      case Value.Flag(var flag) -> say(flag ? "value.yes" : "value.no");
      case Value.Whole(var whole) -> NumberFormat.getInstance(locale).format(whole);
      case Value.Decimal(var decimal) -> NumberFormat.getInstance(locale).format(decimal);
      case Value.Text(var text) -> text;
      case Value.Time(var time) -> moment(time, zone);
      case Value.Texts(var texts) -> String.join(", ", texts);
    };
  }

  /** A decimal number, such as {@code 11.0}, as a reader would write it; any other words as is. */
  public String decimal(String words) {
    return DECIMAL.matcher(words).matches() ? number(words) : words;
  }

  /** A number such as {@code 13460}, as a reader would write it; any other words as they are. */
  public String number(String words) {
    try {
      return NumberFormat.getInstance(locale).format(Double.parseDouble(words));
    } catch (NumberFormatException noNumber) {
      return words;
    }
  }

  /** A number of percent, such as {@code 150.0}, as a reader would write it. */
  public String percent(String number) {
    return NumberFormat.getPercentInstance(locale).format(Double.parseDouble(number) / 100);
  }

  /** A date and time of day, where the reader is. */
  public String moment(Instant time, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(time);
  }

  /** Several things of which one will do. */
  public String either(List<String> things) {
    return things.stream().distinct().collect(Collectors.joining(" " + say("list.or") + " "));
  }

  /** Which language it is, and whose numbers and dates it writes. */
  public Locale locale() {
    return locale;
  }

  Pairs refusals() {
    return refusals;
  }

  Pairs mistakes() {
    return mistakes;
  }

  Pairs agendas() {
    return agendas;
  }

  Set<String> keys() {
    return patterns.stringPropertyNames();
  }
}
