package cairn.engine;

import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One change to the outbox, as a command's facts ask for it. */
public sealed interface Post {
  /**
   * How long an effect that was allowed to leave stays out of the list of due ones; if nothing
   * settled it by then, its worker may have died with it, and it is listed again under its id.
   */
  Duration RETRY_AFTER = Duration.ofMinutes(10);

  String effect();

  /** An effect waits to leave. */
  record Put(Pending pending, Map<String, Value> content, Instant due) implements Post {
    @Override
    public String effect() {
      return pending.id();
    }
  }

  /** It waits until a later moment. */
  record Defer(String effect, Instant until) implements Post {}

  /** It may leave. */
  record Release(String effect, Instant at) implements Post {}

  /** Nothing of it has to leave any more. */
  record Drop(String effect) implements Post {}

  /** What an entry changes, at most one change for each effect. */
  static List<Post> of(PersonState before, Entry entry, PersonState next) {
    var posts = new LinkedHashMap<String, Post>();
    for (var fact : entry.facts()) {
      note(posts, before, entry.now(), fact, next);
    }
    return posts.isEmpty() ? List.of() : List.copyOf(posts.values());
  }

  private static void note(
      Map<String, Post> posts, PersonState before, Instant now, Fact fact, PersonState next) {
    switch (fact) {
      case Fact.EffectQueued f -> {
        if (!f.muted()) {
          posts.put(f.effect().id(), new Put(f.effect(), f.content(), f.effect().queuedAt()));
        }
      }
      case Fact.EffectDeferred f -> change(posts, new Defer(f.id(), f.until()));
      case Fact.EffectReleased f -> change(posts, new Release(f.id(), now));
      case Fact.EffectWithheld f -> posts.put(f.id(), new Drop(f.id()));
      case Fact.EffectSettled f -> posts.put(f.id(), new Drop(f.id()));
      case Fact.QuestionAnswered f -> {
        if (f.effect() != null) {
          posts.put(f.effect(), new Drop(f.effect()));
        }
      }
      case Fact.RecordAbsorbed f -> absorb(posts, f, next);
      case Fact.RecordSealed _, Fact.Erased _ -> {
        posts.replaceAll((id, any) -> new Drop(id));
        before.pending().forEach(p -> posts.put(p.id(), new Drop(p.id())));
      }
      case Fact.EventOccurred _,
          Fact.AttributesSet _,
          Fact.IdentifierAdded _,
          Fact.PurposeStated _,
          Fact.PurposeClosed _,
          Fact.ConsentRecorded _,
          Fact.ObjectionRaised _,
          Fact.ObjectionLifted _,
          Fact.LimitsSet _,
          Fact.JourneyBegun _,
          Fact.ArmDrawn _,
          Fact.StepEntered _,
          Fact.GoalMet _,
          Fact.JourneyEnded _,
          Fact.JourneyHeld _,
          Fact.JourneyPaused _,
          Fact.JourneyResumed _,
          Fact.JourneyReopened _,
          Fact.JourneyMigrated _,
          Fact.JourneyStuck _,
          Fact.SegmentEntered _,
          Fact.SegmentLeft _,
          Fact.TimerPlanted _,
          Fact.TimerDropped _,
          Fact.TimerFired _,
          Fact.DecisionMade _,
          Fact.ResponseRecorded _,
          Fact.Baseline _ -> {}
    }
  }

  /** A later change to an effect queued in the same entry is folded into its first. */
  private static void change(Map<String, Post> posts, Post later) {
    posts.merge(
        later.effect(), later, (first, any) -> first instanceof Put put ? put(put, later) : later);
  }

  private static Post put(Put put, Post later) {
    return switch (later) {
      case Defer defer -> new Put(put.pending(), put.content(), defer.until());
      case Release release -> released(put.pending(), put.content(), release.at());
      case Put other -> other;
      case Drop drop -> drop;
    };
  }

  /** An effect that was allowed to leave, due again only if nothing is heard of it. */
  static Put released(Pending pending, Map<String, Value> content, Instant at) {
    var again =
        switch (pending.kind()) {
          case MESSAGE, QUESTION, WEBHOOK -> at.plus(RETRY_AFTER);
          case TASK -> NEVER;
        };
    return new Put(pending.asReleased(), content, again);
  }

  /** A task that lies on a desk is not handed out again. */
  Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  /** What an absorbed record had waiting waits on here; its history holds the contents. */
  private static void absorb(
      Map<String, Post> posts, Fact.RecordAbsorbed absorbed, PersonState next) {
    var theirs = new LinkedHashMap<String, Post>();
    for (var entry : absorbed.entries()) {
      for (var fact : entry.facts()) {
        if (!(fact instanceof Fact.RecordSealed)) {
          note(theirs, absorbed.state(), entry.now(), fact, absorbed.state());
        }
      }
    }
    for (var post : theirs.values()) {
      if (post instanceof Put put && next.pending(put.effect()).isPresent()) {
        posts.put(put.effect(), put);
      }
    }
  }
}
