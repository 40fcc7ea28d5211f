package cairn.sim.crowd;

import cairn.blueprint.Blueprint;
import cairn.chance.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * Many travellers and what each does next, in order of time. The same seed gives the same people
 * with the same habits. Belongs to one thread.
 */
public final class Crowd {
  /** The most deeds handed over at once: the intake's own bound. */
  public static final int BATCH_MAX = 1_000;

  private final Supplier<Blueprint> running;
  private final Wire wire;
  private final Taste taste;
  private final PriorityQueue<Next> next = new PriorityQueue<>();
  private final List<Traveller> people = new ArrayList<>();
  private long deeds;
  private long planned;

  /** What a plan belongs to: what follows it is planned when it is done. */
  private enum Line {
    LIVING,
    VISITING,
    PROMISED
  }

  /** What one traveller does next, ties in the order of planning. */
  private record Next(Instant at, long order, Traveller who, Line line, Traveller.Plan plan)
      implements Comparable<Next> {
    @Override
    public int compareTo(Next other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /**
   * A crowd that likes what a seed gives.
   *
   * @param running what runs by now: who stands on a journey of it goes along
   */
  public Crowd(Supplier<Blueprint> running, Wire wire, Taste taste) {
    this.running = running;
    this.wire = wire;
    this.taste = taste;
  }

  /** Lets so many people of a world come, spread evenly over a time with some chance. */
  public void arrive(Habits habits, int count, long seed, Instant from, Duration over) {
    var coming = new Chance(Chance.seed(seed, habits.world().hashCode()));
    var introduced = new ArrayList<Traveller>();
    for (int number = 1; number <= count; number++) {
      var who = new Traveller(number, Chance.seed(seed, habits.world().hashCode()), habits, taste);
      people.add(who);
      introduced.add(who);
      var at = from.plusMillis((long) (over.toMillis() * coming.nextDouble()));
      who.arrive(at);
      schedule(who, Line.LIVING, at);
      schedule(who, Line.VISITING, at);
      promised(who);
      if (introduced.size() == BATCH_MAX || number == count) {
        wire.introduce(List.copyOf(introduced));
        introduced.clear();
      }
    }
  }

  /** How many people there are. */
  public int size() {
    return people.size();
  }

  /** Everybody. */
  public List<Traveller> people() {
    return List.copyOf(people);
  }

  /** How many deeds were done so far. */
  public long deeds() {
    return deeds;
  }

  /**
   * Lives up to a moment: every deed due by then is done, in order of time. Deeds of one batch may
   * be done at once, so nobody does two in one.
   */
  public void live(Instant until) {
    var batch = new ArrayList<Next>();
    var busy = new HashSet<Traveller>();
    while (isDue(until)) {
      batch.clear();
      busy.clear();
      while (batch.size() < BATCH_MAX && isDue(until) && busy.add(next.element().who())) {
        batch.add(next.remove());
      }
      act(batch);
      for (var done : batch) {
        schedule(done.who(), done.line(), done.at());
        promised(done.who());
      }
    }
  }

  private boolean isDue(Instant until) {
    var first = next.peek();
    return first != null && !first.at().isAfter(until);
  }

  private void act(List<Next> batch) {
    var doing = new ArrayList<Deed>();
    for (var one : batch) {
      if (one.plan().deed() != null) {
        doing.add(one.plan().deed());
      }
    }
    if (!doing.isEmpty()) {
      wire.act(doing);
      deeds += doing.size();
    }
  }

  private void schedule(Traveller who, Line line, Instant from) {
    var plan =
        switch (line) {
          case LIVING -> who.plan(running.get(), from);
          case VISITING -> who.visit(from);
          case PROMISED -> null;
        };
    if (plan != null) {
      next.add(new Next(plan.at(), ++planned, who, line, plan));
    }
  }

  private void promised(Traveller who) {
    for (var plan : who.promised()) {
      next.add(new Next(plan.at(), ++planned, who, Line.PROMISED, plan));
    }
  }
}
