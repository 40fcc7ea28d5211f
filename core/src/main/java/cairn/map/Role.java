package cairn.map;

/** What somebody may do on a board. */
public enum Role {
  /** Leads: everything, agenda, locks and reveal included. */
  FACILITATOR,
  /** Maps: everything but the workshop's controls and what is locked. */
  MAPPER,
  /** Came by link, without an account: own notes, own parked items, own dots. */
  GUEST,
  /** Looks on. */
  VIEWER
}
