package cairn.server.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request that found its route and passed its guard. It belongs to one thread. */
public final class Request {
  private final RawRequest raw;
  private final Map<String, String> params;
  private final Caller caller;
  private final boolean byThemselves;

  Request(RawRequest raw, Map<String, String> params, Caller caller) {
    this(raw, params, caller, false);
  }

  private Request(RawRequest raw, Map<String, String> params, Caller caller, boolean byThemselves) {
    this.raw = raw;
    this.params = params;
    this.caller = caller;
    this.byThemselves = byThemselves;
  }

  /**
   * The same request, asked about a person by that person: the name stands for the value, and no
   * right of staff or machine comes with it.
   */
  public Request themselves(String name, String value) {
    var named = new HashMap<>(params);
    named.put(name, value);
    return new Request(raw, named, new Caller.Nobody(), true);
  }

  /** Whether a person asks this about themselves, from their own page. */
  public boolean isByThemselves() {
    return byThemselves;
  }

  public RawRequest raw() {
    return raw;
  }

  /** Who is asking. */
  public Caller caller() {
    return caller;
  }

  /** The decoded part of the path that stands for a name in braces. */
  public String param(String name) {
    var value = params.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  /** The body, decompressed; a longer one than this is refused as too large. */
  public byte[] body(int bytesMax) {
    return raw.body(bytesMax);
  }

  public Optional<String> header(String name) {
    return raw.header(name);
  }

  /** A query parameter, or null where it is absent or empty. */
  public @Nullable String query(String name) {
    return raw.query(name).filter(text -> !text.isEmpty()).orElse(null);
  }

  /** A number in the query, within bounds; the fallback where it is absent. */
  public long number(String name, long fallback, long min, long max) {
    var text = query(name);
    if (text == null) {
      return fallback;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the bounds.
    }
    throw HttpRefusal.invalid(name, "Give a whole number from " + min + " to " + max + ".");
  }
}
