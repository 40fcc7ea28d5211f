package cairn.map;

/** Who sends a gesture, as the server knows them; nothing a client says about itself counts. */
public record Member(MemberId id, Role role) {}
