package cairn.blueprint.rule;

import cairn.rule.Condition;
import cairn.rule.Expression;
import cairn.value.ValueType;
import com.google.re2j.Pattern;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The front door of the rule language: text in, a compiled rule or everything that is wrong with it
 * out. One language belongs to one blueprint being compiled; it is used by one thread.
 */
public final class RuleLanguage {
  private final Vocabulary vocabulary;
  private final Map<Scope, Entry> scopes = new HashMap<>();
  private final Map<Scope, Map<String, Checked<Condition>>> known = new HashMap<>();

  private record Entry(Map<String, CelType> variables, CelCompiler compiler) {}

  public RuleLanguage(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Compiles a rule that must answer yes or no. The same text gives the same compiled rule. */
  public Checked<Condition> condition(String source, Scope scope) {
    return known
        .computeIfAbsent(scope, any -> new HashMap<>())
        .computeIfAbsent(source, text -> compileCondition(text, scope));
  }

  /** Compiles a rule that gives a value of any type an attribute can have. */
  public Checked<Expression> expression(String source, Scope scope) {
    return expression(source, scope, null);
  }

  /** Compiles a rule that gives a value of a type. */
  public Checked<Expression> expression(String source, Scope scope, @Nullable ValueType wanted) {
    var problems = new ArrayList<RuleProblem>();
    var ast = check(source, scope, problems);
    if (ast == null) {
      return wrong(problems);
    }
    if (wanted != null && !fits(ast.getResultType(), Environment.type(wanted))) {
      problems.add(
          new RuleProblem(
              0,
              "This gives " + Words.of(ast.getResultType()) + ".",
              "It must give " + Words.of(Environment.type(wanted)) + "."));
      return wrong(problems);
    }
    var translator = new Translator(vocabulary, scope, ast, problems);
    var expression = translator.expression(source, wanted);
    return problems.isEmpty() ? new Checked.Right<>(expression) : wrong(problems);
  }

  private Checked<Condition> compileCondition(String source, Scope scope) {
    var problems = new ArrayList<RuleProblem>();
    var ast = check(source, scope, problems);
    if (ast == null) {
      return wrong(problems);
    }
    var kind = ast.getResultType().kind();
    if (kind != CelKind.BOOL && kind != CelKind.DYN) {
      problems.add(
          new RuleProblem(
              0,
              "This gives " + Words.of(ast.getResultType()) + ", but a rule answers yes or no.",
              "Compare it with something, such as > 0 or == 'text'."));
      return wrong(problems);
    }
    var condition = new Translator(vocabulary, scope, ast, problems).condition(source);
    return problems.isEmpty() ? new Checked.Right<>(condition) : wrong(problems);
  }

  private static <T> Checked<T> wrong(List<RuleProblem> problems) {
    problems.sort(Comparator.comparingInt(RuleProblem::offset));
    return new Checked.Wrong<>(new LinkedHashSet<>(problems).stream().toList());
  }

  private static boolean fits(CelType is, CelType wanted) {
    return is.kind() == wanted.kind()
        || is.kind() == CelKind.DYN
        || (is.kind() == CelKind.INT && wanted.kind() == CelKind.DOUBLE);
  }

  private @Nullable CelAbstractSyntaxTree check(
      String source, Scope scope, List<RuleProblem> problems) {
    if (source.isBlank()) {
      problems.add(new RuleProblem(0, "The rule is empty.", "Write true where it always holds."));
      return null;
    }
    if (source.length() > Environment.RULE_CHARS_MAX) {
      problems.add(
          new RuleProblem(
              0,
              "A rule has at most " + Environment.RULE_CHARS_MAX + " characters.",
              "Split it, or describe part of it as a segment."));
      return null;
    }
    var entry = scopes.computeIfAbsent(scope, this::open);
    var result = entry.compiler().compile(source);
    if (!result.hasError()) {
      try {
        return result.getAst();
      } catch (CelValidationException noTree) {
        throw new IllegalStateException("a rule without errors has a tree", noTree);
      }
    }
    for (var issue : result.getErrors()) {
      problems.add(problem(issue, source, entry.variables()));
    }
    return null;
  }

  private Entry open(Scope scope) {
    var variables = Environment.variables(vocabulary, scope);
    return new Entry(variables, Environment.compiler(variables));
  }

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'");
  private static final Pattern NO_FIELD = Pattern.compile("undefined field '([^']*)'");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '([^']*)'");

  private RuleProblem problem(CelIssue issue, String source, Map<String, CelType> variables) {
    int offset = offset(issue, source);
    var message = issue.getMessage();
    var undeclared = UNDECLARED.matcher(message);
    if (undeclared.find()) {
      return undeclared(undeclared.group(1), offset, source, variables);
    }
    var field = NO_FIELD.matcher(message);
    if (field.find()) {
      var name = field.group(1);
      var owner = Words.wordBefore(source, offset);
      int at = Math.max(offset, source.indexOf(name, offset));
      var names = fields(variables.get(owner));
      return new RuleProblem(at, owner + " has no " + name + " here.", Nearest.remedy(name, names));
    }
    var overload = NO_OVERLOAD.matcher(message);
    if (overload.find()) {
      return Words.overload(overload.group(1), overload.group(2), offset, source);
    }
    return new RuleProblem(
        Math.min(offset, source.length()),
        "This is not a rule that can be read: " + Words.syntax(message) + ".",
        "");
  }

  private static RuleProblem undeclared(
      String name, int offset, String source, Map<String, CelType> variables) {
    boolean call = source.startsWith("(", offset) && offset >= name.length();
    int at =
        call && source.startsWith(name, offset - name.length()) ? offset - name.length() : offset;
    if (call) {
      var functions = functions();
      if (Words.MACROS.contains(name)) {
        return new RuleProblem(
            at, name + " over a list is not part of this language.", "Use: 'x' in list.");
      }
      return new RuleProblem(
          at, "There is no function " + name + ".", Nearest.remedy(name, functions));
    }
    var elsewhere = Words.ELSEWHERE.get(name);
    if (elsewhere != null) {
      return new RuleProblem(at, "Nothing is called " + name + " here.", elsewhere);
    }
    if (source.startsWith("(", at + name.length())) {
      return new RuleProblem(
          at, "There is no function " + name + ".", Nearest.remedy(name, functions()));
    }
    var remedy = Nearest.of(name, variables.keySet());
    if (remedy.isPresent()) {
      return new RuleProblem(
          at, "Nothing is called " + name + " here.", "Did you mean " + remedy.get() + "?");
    }
    var attributes = fields(variables.get("person"));
    var attribute = attributes.contains(name) ? name : Nearest.of(name, attributes).orElse(null);
    return new RuleProblem(
        at,
        "Nothing is called " + name + " here.",
        attribute == null
            ? "Put a text into quotes; known here: " + String.join(", ", variables.keySet()) + "."
            : "Did you mean person." + attribute + "?");
  }

  private static Set<String> functions() {
    var names = new LinkedHashSet<>(Words.STANDARD_FUNCTIONS);
    Environment.FUNCTIONS.forEach(function -> names.add(function.name()));
    return names;
  }

  private static Collection<String> fields(@Nullable CelType type) {
    return type instanceof StructType struct ? struct.fieldNames() : Set.of();
  }

  private static int offset(CelIssue issue, String source) {
    int line = issue.getSourceLocation().getLine();
    int column = issue.getSourceLocation().getColumn();
    if (line < 1 || column < 0) {
      return 0;
    }
    int start = 0;
    for (int skipped = 1; skipped < line; skipped++) {
      int next = source.indexOf('\n', start);
      if (next < 0) {
        break;
      }
      start = next + 1;
    }
    int offset = start;
    for (int points = 0; points < column && offset < source.length(); points++) {
      offset += Character.charCount(source.codePointAt(offset));
    }
    return Math.min(offset, source.length());
  }
}
