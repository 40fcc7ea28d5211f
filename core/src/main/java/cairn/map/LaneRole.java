package cairn.map;

/** What lies in a row of the map, from the person down to the organisation. */
public enum LaneRole {
  DOING("Doing"),
  THINKING("Thinking"),
  FEELING("Feeling"),
  FUNCTIONAL_NEEDS("Needs: what has to work"),
  EMOTIONAL_NEEDS("Needs: how it should feel"),
  CHANNEL("Channels and touchpoints"),
  ON_STAGE_PEOPLE("On stage: people"),
  ON_STAGE_THINGS("On stage: things"),
  BACK_STAGE_PEOPLE("Back stage: people"),
  BACK_STAGE_THINGS("Back stage: things"),
  STAFF_FEELING("Staff: feeling and effort"),
  TEAM("Teams"),
  IMPACT("Impact"),
  MOMENTS("Moments that matter"),
  ISSUES("Issues and opportunities"),
  IDEAS("Ideas"),
  /** A row of the room's own. */
  FREE("Our own");

  private final String title;

  LaneRole(String title) {
    this.title = title;
  }

  /** The name a new lane of this role gets. */
  public String title() {
    return title;
  }
}
