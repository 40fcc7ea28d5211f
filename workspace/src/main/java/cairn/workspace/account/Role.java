package cairn.workspace.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member of staff is trusted with. */
public enum Role {
  /** Draws journeys, actions and policies. */
  DESIGNER("designer"),
  /** Lets somebody else's draft go live. */
  APPROVER("approver"),
  /** Leads workshops. */
  FACILITATOR("facilitator"),
  /** Serves people at the desk. */
  HELPER("helper"),
  /** Walks beside learners, with their consent. */
  COACH("coach"),
  /** Reads measures. */
  ANALYST("analyst"),
  /** Answers for personal data: finds, hands over, erases. */
  DATA_PROTECTION_OFFICER("dataProtectionOfficer"),
  /** Runs the installation: accounts, keys, settings. */
  OPERATOR("operator");

  private final String wireName;

  Role(String wireName) {
    this.wireName = wireName;
  }

  /** The name in JSON and in the database. */
  public String wireName() {
    return wireName;
  }

  /** The role of a wire name, if there is one. */
  public static Optional<Role> named(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName.equals(wireName)).findFirst();
  }

  static String join(Set<Role> roles) {
    return roles.stream().sorted().map(Role::wireName).collect(Collectors.joining(","));
  }

  static Set<Role> split(String joined) {
    var roles = EnumSet.noneOf(Role.class);
    List.of(joined.split(",")).forEach(name -> named(name).ifPresent(roles::add));
    return roles;
  }
}
