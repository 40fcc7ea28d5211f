package cairn.journey;

import cairn.person.Ending;
import cairn.person.Pending;
import cairn.rule.Condition;
import cairn.rule.Expression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One step of a journey as planned. The kinds are few and closed. */
public sealed interface Step {
  /** What is the same of every step. */
  About about();

  /** Unique within the definition. */
  default String id() {
    return about().id();
  }

  /** The id of the stage it belongs to. */
  default String stage() {
    return about().stage();
  }

  /** Its name in the person's words. */
  default String name() {
    return about().name();
  }

  /** Where the person can go from here, in order, each once. */
  List<String> next();

  /**
   * What is the same of every step.
   *
   * @param id unique within the definition
   * @param name its name in the person's words
   * @param description what it is for, in a sentence; may be empty
   * @param felt how people are asked what it felt like once they have gone on, or null
   */
  record About(String id, String stage, String name, String description, @Nullable Felt felt) {
    /** A step of which nobody is asked how it felt. */
    public About(String id, String stage, String name, String description) {
      this(id, stage, name, description, null);
    }
  }

  /**
   * Asks how a step felt after a person has left it. Nothing waits for the answer.
   *
   * @param question its name in the catalogue; its answer lies between -2 and 2
   */
  record Felt(String question, String channel) {}

  /**
   * Waits for the first of several events, or for a time. At one instant the event wins.
   *
   * @param events tried in order; only events at or after the step was entered count
   * @param timeout what happens when none came, or null to wait for as long as it takes
   */
  record WaitFor(About about, List<Awaited> events, @Nullable Timeout timeout) implements Step {
    public WaitFor {
      events = List.copyOf(events);
    }

    @Override
    public List<String> next() {
      return distinct(events.stream().map(Awaited::next).toList(), timeout);
    }
  }

  /** An event waited for, and where it leads. */
  record Awaited(Trigger trigger, String next) {}

  /** Where a step leads when its time is over. */
  record Timeout(Moment moment, String next) {}

  /**
   * Sends a message, then goes on.
   *
   * @param treatment the words and their form, by name in the catalogue
   */
  record Talk(
      About about,
      String channel,
      String treatment,
      Pending.Purpose kind,
      Map<String, Expression> fields,
      String then)
      implements Step {
    public Talk {
      fields = Map.copyOf(fields);
    }

    @Override
    public List<String> next() {
      return List.of(then);
    }
  }

  /**
   * Asks for the next best action or question for this person, offers it, then goes on.
   *
   * @param placement the slot that is filled
   * @param otherwise where to go when silence is best
   */
  record Decide(About about, String channel, String placement, String then, String otherwise)
      implements Step {
    @Override
    public List<String> next() {
      return distinct(List.of(then, otherwise), null);
    }
  }

  /**
   * Asks the person something and waits for the answer.
   *
   * @param question its name in the catalogue
   * @param slot the attribute that keeps the answer, or -1
   * @param answers tried in order; their rules see what was said under the name answer
   */
  record Ask(
      About about,
      String channel,
      String question,
      int slot,
      List<Branch> answers,
      String otherwise,
      @Nullable Timeout timeout)
      implements Step {
    public Ask {
      answers = List.copyOf(answers);
    }

    @Override
    public List<String> next() {
      var all = new ArrayList<>(answers.stream().map(Branch::next).toList());
      all.add(otherwise);
      return distinct(all, timeout);
    }
  }

  /** Goes where the first condition that holds points to. */
  record Split(About about, List<Branch> branches, String otherwise) implements Step {
    public Split {
      branches = List.copyOf(branches);
    }

    @Override
    public List<String> next() {
      var all = new ArrayList<>(branches.stream().map(Branch::next).toList());
      all.add(otherwise);
      return distinct(all, null);
    }
  }

  /** A condition and where it leads. */
  record Branch(String label, Condition when, String next) {}

  /**
   * Draws an arm of an experiment: the same person draws the same arm of the same experiment every
   * time.
   */
  record Experiment(About about, String experiment, List<Arm> arms) implements Step {
    public Experiment {
      arms = List.copyOf(arms);
    }

    @Override
    public List<String> next() {
      return distinct(arms.stream().map(Arm::next).toList(), null);
    }
  }

  /**
   * One arm.
   *
   * @param weight its share relative to the sum of weights; positive
   */
  record Arm(String id, int weight, String next) {
    /** The largest weight: so many arms of it still add up. */
    public static final int WEIGHT_MAX = 1_000_000;

    public Arm {
      if (weight < 1 || weight > WEIGHT_MAX) {
        throw new IllegalArgumentException("a weight is 1 to " + WEIGHT_MAX);
      }
    }
  }

  /**
   * Hands the person over to colleagues and waits for what comes of it.
   *
   * @param queue the team's queue
   * @param within how soon the team promises to act
   * @param outcomes where each outcome leads
   */
  record HandOver(
      About about,
      String team,
      String queue,
      Duration within,
      Map<String, String> outcomes,
      String otherwise,
      @Nullable Timeout timeout)
      implements Step {
    public HandOver {
      outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    }

    @Override
    public List<String> next() {
      var all = new ArrayList<>(outcomes.values());
      all.add(otherwise);
      return distinct(all, timeout);
    }
  }

  /**
   * Notes something: sets attributes, tells another system, then goes on.
   *
   * @param webhook the name of a declared webhook, or null
   */
  record Note(About about, List<Assignment> assignments, @Nullable String webhook, String then)
      implements Step {
    public Note {
      assignments = List.copyOf(assignments);
    }

    @Override
    public List<String> next() {
      return List.of(then);
    }
  }

  /** An attribute and what it becomes. */
  record Assignment(int slot, String attribute, Expression value) {}

  /** The journey is over. */
  record End(About about, Ending ending) implements Step {
    @Override
    public List<String> next() {
      return List.of();
    }
  }

  private static List<String> distinct(List<String> steps, @Nullable Timeout timeout) {
    var all = new LinkedHashSet<>(steps);
    if (timeout != null) {
      all.add(timeout.next());
    }
    return List.copyOf(all);
  }
}
