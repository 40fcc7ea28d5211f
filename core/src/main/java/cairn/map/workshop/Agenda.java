package cairn.map.workshop;

import cairn.map.Activity.Mode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a workshop does, in order.
 *
 * @param id its stable name
 * @param title its name on the screen
 */
public record Agenda(String id, String title, List<Item> items) {
  /**
   * One activity.
   *
   * @param guidance what the facilitator says
   */
  public record Item(String name, int minutes, Mode mode, String guidance) {}

  /** Half an hour: one moment, found and answered. */
  public static final Agenda HALF_HOUR =
      new Agenda(
          "half-hour",
          "30 minutes: one moment",
          List.of(
              new Item(
                  "Who is it about",
                  3,
                  Mode.TALK,
                  "Read the persona aloud. Add one thing you know about this person that is not on"
                      + " the card."),
              new Item(
                  "What they do and think",
                  6,
                  Mode.WRITE_SILENTLY,
                  "Alone and in silence: one note for each thing the person does or thinks. Use"
                      + " their words, not ours."),
              new Item(
                  "Read and gather",
                  6,
                  Mode.TALK,
                  "Everybody reads what has appeared. Put notes that say the same side by side."),
              new Item(
                  "How it feels",
                  4,
                  Mode.TALK,
                  "Draw the curve together, from -2 to 2. Where you disagree, write both reasons"
                      + " down."),
              new Item(
                  "Which moment matters",
                  3,
                  Mode.VOTE,
                  "Give your dots to the moments that decide how this ends, for the person first."),
              new Item(
                  "One thing to change",
                  8,
                  Mode.TALK,
                  "Take the first moment. If we change what, for whom, then what moves from where"
                      + " to where? Name an owner and a first step.")));

  /** Two hours: a whole map and a case. */
  public static final Agenda TWO_HOURS =
      new Agenda(
          "two-hours",
          "2 hours: a map and a case",
          List.of(
              new Item(
                  "Welcome",
                  5,
                  Mode.TALK,
                  "Say why we are here and what will be decided with the result. Everybody opens"
                      + " the board on their own screen."),
              new Item(
                  "The person",
                  10,
                  Mode.TALK,
                  "Complete the persona: own words, purpose, needs that have to work and needs to"
                      + " feel. Mark what is a guess."),
              new Item(
                  "Stages and steps",
                  10,
                  Mode.TALK,
                  "Check the prepared line. Each step begins with a verb, and the person is its"
                      + " subject."),
              new Item(
                  "Silent writing",
                  12,
                  Mode.WRITE_SILENTLY,
                  "Doing, thinking, needs: one statement a note. Nobody sees yours until all have"
                      + " written."),
              new Item(
                  "Read and gather",
                  12,
                  Mode.TALK,
                  "Read stage by stage. Gather what belongs together; do not throw away what stands"
                      + " alone."),
              new Item(
                  "On stage and back stage",
                  12,
                  Mode.TALK,
                  "Who and what does the person meet? Who and what works behind it? Name the team"
                      + " on every note and watch where the person is handed over."),
              new Item(
                  "Feelings",
                  8,
                  Mode.TALK,
                  "Draw how it is and how it should be. Then the same for the colleagues who serve"
                      + " this person."),
              new Item("Break", 6, Mode.PAUSE, "Leave the screen."),
              new Item(
                  "Moments that matter",
                  10,
                  Mode.TALK,
                  "Name the moments that decide, for the person and for us. Say why, and what they"
                      + " cost or bring."),
              new Item(
                  "Vote",
                  5,
                  Mode.VOTE,
                  "Five dots each, unseen by the others. Vote as the person would, not as your"
                      + " department would."),
              new Item(
                  "Ideas in silence",
                  8,
                  Mode.WRITE_SILENTLY,
                  "For the two first moments: how might we? One idea a note, at least one that"
                      + " costs nothing."),
              new Item(
                  "Choose",
                  10,
                  Mode.TALK,
                  "Compare value for the person with value for the organisation, and only then the"
                      + " effort."),
              new Item(
                  "The case",
                  10,
                  Mode.TALK,
                  "Write the page together: the moment, what doing nothing costs, what we change,"
                      + " what moves from where to where by when, the decision we ask for."),
              new Item(
                  "Close",
                  2,
                  Mode.TALK,
                  "Read the summary. Each initiative has an owner and a date, or it is parked.")));

  /** A day: from a person the room knows to a case that can be run. */
  public static final Agenda DAY =
      new Agenda(
          "day",
          "A day: from person to plan",
          List.of(
              new Item(
                  "Welcome and purpose",
                  15,
                  Mode.TALK,
                  "What will be different tomorrow if today goes well? Write the answers in the"
                      + " parking lot and come back to them at five."),
              new Item(
                  "What we know",
                  30,
                  Mode.TALK,
                  "Hear one recording or read one letter. Look at the numbers. Add each finding as"
                      + " a note marked said or measured, with its source."),
              new Item(
                  "The person in depth",
                  35,
                  Mode.TALK,
                  "In pairs: a day in this life, the people around, what they are proud of, what"
                      + " they fear. Then one persona from all of it."),
              new Item(
                  "Stages and steps",
                  25,
                  Mode.TALK,
                  "Walk the line as the person, aloud. A step that only we would name is back"
                      + " stage."),
              new Item("Break", 15, Mode.PAUSE, "Leave the room."),
              new Item(
                  "Silent writing",
                  20,
                  Mode.WRITE_SILENTLY,
                  "Doing, thinking, needs that have to work, needs to feel. Stay in one stage until"
                      + " it is full."),
              new Item("Read and gather", 30, Mode.TALK, "Two people read each stage aloud."),
              new Item(
                  "Feelings",
                  20,
                  Mode.TALK,
                  "Draw as it is for each persona, then as it should be. Note the reason at every"
                      + " dip."),
              new Item("Lunch", 60, Mode.PAUSE, "Eat with somebody from another team."),
              new Item(
                  "On stage",
                  25,
                  Mode.TALK,
                  "Every touchpoint: who starts it, by which channel, which people and things."),
              new Item(
                  "Back stage",
                  30,
                  Mode.TALK,
                  "The people, systems and rules behind it; how colleagues feel and where their"
                      + " effort goes. Count the hand-overs."),
              new Item(
                  "Moments that matter",
                  25,
                  Mode.TALK,
                  "Name them, say for whom they matter, write the impact in numbers you can"
                      + " source."),
              new Item("Vote on moments", 10, Mode.VOTE, "Five dots each."),
              new Item("Break", 15, Mode.PAUSE, "Fresh air."),
              new Item(
                  "Ideas in silence",
                  15,
                  Mode.WRITE_SILENTLY,
                  "Ten minutes on the first moment, five on the second. Quantity first."),
              new Item(
                  "Build on each other",
                  20,
                  Mode.TALK,
                  "Join ideas, sharpen them, put them beside the moment they answer."),
              new Item("Vote on ideas", 10, Mode.VOTE, "Five dots each, as the person."),
              new Item(
                  "Compare",
                  20,
                  Mode.TALK,
                  "Importance and satisfaction, reach and effort. Say for every number whether it"
                      + " was measured, voted or assumed."),
              new Item(
                  "The case for action",
                  35,
                  Mode.TALK,
                  "One page for each chosen idea. Read it to somebody who was not here today."),
              new Item(
                  "How it would run",
                  20,
                  Mode.TALK,
                  "Mark beginnings and endings, a no among them. What would show that a person has"
                      + " reached a step? List the open questions."),
              new Item(
                  "Close",
                  15,
                  Mode.TALK,
                  "Owner, first step and date for each initiative; who tells whom; when we look at"
                      + " this map again.")));

  /** Every agenda there is, the shortest first. */
  public static final List<Agenda> ALL = List.of(HALF_HOUR, TWO_HOURS, DAY);

  public Agenda {
    items = List.copyOf(items);
  }

  /** The same agenda in other words: of each sentence here, what is said instead. */
  public Agenda said(UnaryOperator<String> words) {
    return new Agenda(
        id,
        words.apply(title),
        items.stream()
            .map(item ->
                new Item(
                    words.apply(item.name()),
                    item.minutes(),
                    item.mode(),
                    words.apply(item.guidance())))
            .toList());
  }

  /** How long all of it takes. */
  public int minutes() {
    return items.stream().mapToInt(Item::minutes).sum();
  }
}
