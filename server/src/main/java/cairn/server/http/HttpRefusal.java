package cairn.server.http;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A request is refused. It is thrown from deep inside reading a request, where there is nothing
 * left to do but to answer; it has no stack trace and never holds personal data.
 */
public final class HttpRefusal extends RuntimeException {
  private final transient Problem problem;

  /**
   * The error as it goes over the wire.
   *
   * @param status the HTTP status
   * @param code a stable noun
   * @param message what to do next
   * @param field the part of the request it is about, or null
   * @param retryAfter when to try again, or null
   */
  public record Problem(
      int status,
      String code,
      String message,
      @Nullable String field,
      @Nullable Duration retryAfter) {}

  public HttpRefusal(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  public HttpRefusal(Code code, String message) {
    this(new Problem(code.status(), code.word(), message, null, null));
  }

  /** Something in the request is not as it must be. */
  public static HttpRefusal invalid(String field, String message) {
    return new HttpRefusal(
        new Problem(Code.INVALID.status(), Code.INVALID.word(), message, field, null));
  }

  public static HttpRefusal notFound(String message) {
    return new HttpRefusal(Code.NOT_FOUND, message);
  }

  /** Too much at once, or not able to; try again after this time. */
  public static HttpRefusal later(Code code, String message, Duration retryAfter) {
    return new HttpRefusal(new Problem(code.status(), code.word(), message, null, retryAfter));
  }

  /** The same refusal, its message said otherwise. */
  public HttpRefusal inWords(UnaryOperator<String> words) {
    return new HttpRefusal(
        new Problem(
            problem.status(),
            problem.code(),
            words.apply(problem.message()),
            problem.field(),
            problem.retryAfter()));
  }

  public Problem problem() {
    return problem;
  }
}
