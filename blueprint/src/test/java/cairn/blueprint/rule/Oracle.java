package cairn.blueprint.rule;

import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.rule.Situation;
import cairn.rule.Truth;
import cairn.value.Value;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CEL's own interpreter over the same rule and the same person. Our functions are given to it in
 * the plainest form there is.
 */
final class Oracle {
  private final Map<Scope, CelCompiler> compilers = new HashMap<>();
  private final CelRuntime runtime;
  private Situation situation =
      Situation.of(PersonState.unknown(new PersonKey(0, 0)), Instant.EPOCH);

  private String lastRule = "";
  private CelRuntime.@Nullable Program lastProgram;

  // An oracle belongs to one thread, and its functions speak of the person asked about now.
  @SuppressWarnings("Immutable")
  Oracle(CelRuntimeBuilder builder) {
    runtime =
        builder
            .setOptions(Environment.OPTIONS)
            .addFunctionBindings(
                CelFunctionBinding.from(
                    "cairn_count2",
                    String.class,
                    String.class,
                    (name, window) -> count(name, window)),
                CelFunctionBinding.from(
                    "cairn_within2",
                    String.class,
                    String.class,
                    (name, window) -> count(name, window) > 0),
                CelFunctionBinding.from(
                    "cairn_happened1", String.class, name -> last(name) != null),
                CelFunctionBinding.from("cairn_last1", String.class, this::known),
                CelFunctionBinding.from(
                    "cairn_since1",
                    String.class,
                    name -> Duration.between(known(name), situation.now())),
                CelFunctionBinding.from(
                    "cairn_segment1",
                    String.class,
                    name -> situation.person().segments().contains(name)))
            .build();
  }

  /** True, false, or unknown where CEL gives an error. */
  Truth test(String rule, Scope scope, Situation asked) throws CelValidationException {
    situation = asked;
    try {
      return program(rule, scope).eval(variables()) instanceof Boolean is
          ? Truth.of(is)
          : Truth.UNKNOWN;
    } catch (CelEvaluationException error) {
      return Truth.UNKNOWN;
    }
  }

  /** The rule's program; rules come several times in a row. */
  private CelRuntime.Program program(String rule, Scope scope)
      throws CelValidationException, CelEvaluationException {
    if (lastProgram == null || !rule.equals(lastRule)) {
      var compiler =
          compilers.computeIfAbsent(
              scope, any -> Environment.compiler(Environment.variables(People.VOCABULARY, scope)));
      lastProgram = runtime.createProgram(compiler.compile(rule).getAst());
      lastRule = rule;
    }
    return lastProgram;
  }

  private Map<String, Object> variables() {
    var person = new HashMap<String, Object>();
    for (var attribute : People.SCHEMA.attributes()) {
      var value = situation.person().attributes().get(attribute.slot());
      if (value != null) {
        person.put(attribute.name(), plain(value));
      }
    }
    var event = new HashMap<String, Object>();
    situation.properties().forEach((name, value) -> event.put(name, plain(value)));
    return Map.of("person", person, "event", event, "now", situation.now());
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Flag(boolean is) -> is;
      case Value.Whole(long is) -> is;
      case Value.Decimal(double is) -> is;
      case Value.Text(var is) -> is;
      case Value.Time(var is) -> is;
      case Value.Texts(var is) -> is;
    };
  }

  private long count(String name, String window) {
    var recall = situation.person().recall(name);
    long count = 0;
    var from = situation.now().minus(Span.parse(window).orElseThrow());
    for (int i = 0; recall != null && i < recall.size(); i++) {
      var at = Instant.ofEpochMilli(recall.time(i));
      count += at.isAfter(from) && !at.isAfter(situation.now()) ? 1 : 0;
    }
    return count;
  }

  private @Nullable Instant last(String name) {
    var recall = situation.person().recall(name);
    return recall == null ? null : recall.last();
  }

  private Instant known(String name) {
    var last = last(name);
    if (last == null) {
      throw new IllegalArgumentException("never");
    }
    return last;
  }
}
