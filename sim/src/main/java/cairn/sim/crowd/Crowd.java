package cairn.sim.crowd;

import cairn.blueprint.Blueprint;
import cairn.chance.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Many travellers and what each does next, in order of time. The same seed gives the same people
 * with the same habits. Belongs to one thread.
 */
public final class Crowd {
  /** The most deeds handed over at once: the intake's own bound. */
  public static final int BATCH_MAX = 1_000;

  private final Blueprint blueprint;
  private final Wire wire;
  private final PriorityQueue<Next> next = new PriorityQueue<>();
  private final List<Traveller> people = new ArrayList<>();
  private long deeds;

  /** What one traveller does next, ties in order of arrival. */
  private record Next(Instant at, int order, Traveller who, Traveller.Plan plan)
      implements Comparable<Next> {
    @Override
    public int compareTo(Next other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Integer.compare(order, other.order);
    }
  }

  public Crowd(Blueprint blueprint, Wire wire) {
    this.blueprint = blueprint;
    this.wire = wire;
  }

  /** Lets so many people of a world come, spread evenly over a time with some chance. */
  public void arrive(Habits habits, int count, long seed, Instant from, Duration over) {
    var coming = new Chance(Chance.seed(seed, habits.world().hashCode()));
    var introduced = new ArrayList<Traveller>();
    for (int number = 1; number <= count; number++) {
      var who = new Traveller(number, Chance.seed(seed, habits.world().hashCode()), habits);
      people.add(who);
      introduced.add(who);
      var at = from.plusMillis((long) (over.toMillis() * coming.nextDouble()));
      schedule(who, at);
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

  /** How many events were sent so far. */
  public long deeds() {
    return deeds;
  }

  /** Lives up to a moment: every deed due by then is done, in batches in order of time. */
  public void live(Instant until) {
    var batch = new ArrayList<Next>();
    while (!next.isEmpty() && !next.peek().at().isAfter(until)) {
      batch.clear();
      while (batch.size() < BATCH_MAX && !next.isEmpty() && !next.peek().at().isAfter(until)) {
        batch.add(next.poll());
      }
      act(batch);
      for (var done : batch) {
        schedule(done.who(), done.at());
      }
    }
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

  private void schedule(Traveller who, Instant from) {
    var plan = who.plan(blueprint, from);
    next.add(new Next(plan.at(), next.size(), who, plan));
  }
}
