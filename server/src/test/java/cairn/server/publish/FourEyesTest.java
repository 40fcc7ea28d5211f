package cairn.server.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cairn.server.RunningServer;
import cairn.server.RunningServer.Answer;
import cairn.server.http.HttpRefusal;
import cairn.workspace.account.EmailAddress;
import cairn.workspace.account.InvitationOutcome;
import cairn.workspace.account.Role;
import cairn.workspace.account.StaffName;
import cairn.workspace.audit.Actor;
import cairn.workspace.draft.DraftChange;
import cairn.workspace.draft.DraftRefusal;
import cairn.workspace.key.Scope;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files run once somebody asked for them and somebody else let just those run. */
final class FourEyesTest {
  private static final String PASSWORD = "a stone upon a stone upon a stone";

  @TempDir private Path folder;
  private RunningServer server;
  private String[] omar = {};
  private String[] olga = {};
  private String[] dora = {};

  @BeforeEach
  void threeColleaguesAndAShop() {
    server = new RunningServer(folder);
    assertThat(publish(files("The shop")).status()).as("an open house").isEqualTo(200);
    omar = account("omar", Role.OPERATOR);
    olga = account("olga", Role.APPROVER);
    dora = account("dora", Role.DESIGNER);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String[] account(String name, Role role) {
    var called = StaffName.parse(name).orElseThrow();
    var email = EmailAddress.parse(name + "@example.org").orElseThrow();
    var invitations = server.workspace.invitations();
    var invited = invitations.invite(Actor.COMMAND_LINE, email, called, Set.of(role));
    var token = ((InvitationOutcome.Invited) invited).token().text();
    var accepted = post("/v1/invitations/" + token, Map.of("name", name, "password", PASSWORD));
    var cookie = accepted.header("Set-Cookie");
    return new String[] {"Cookie", cookie.substring(0, cookie.indexOf(';'))};
  }

  private Answer post(String path, Map<String, ?> body, String... who) {
    var headers = new ArrayList<>(List.of(who));
    headers.addAll(List.of("X-Cairn", "1"));
    var json = new ObjectMapper().valueToTree(body).toString();
    return server.post(path, json, headers.toArray(String[]::new));
  }

  private Answer publish(Map<String, String> files, String... who) {
    return post("/v1/blueprint", Map.of("files", files), who);
  }

  private static Map<String, String> files(String name) {
    return Map.of("blueprint.yaml", "id: shop\nname: %s\n".formatted(name));
  }

  private String running() {
    return server.get("/v1/blueprint", dora).json().path("name").asText();
  }

  /** Asks for files; the address of the draft that does. */
  private String ask(Map<String, String> files, String... who) {
    var draft = good(post("/v1/drafts", Map.of("title", "Another name"), who));
    var path = "/v1/drafts/" + draft.json().path("id").asText();
    var written = good(post(path + "/files", Map.of("rev", rev(draft), "files", files), who));
    good(post(path + "/submit", Map.of("rev", rev(written)), who));
    return path;
  }

  private static long rev(Answer draft) {
    return draft.json().path("rev").asLong();
  }

  private static Answer good(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  @Test
  void nobodyPublishesAloneAndWhoeverAskedIsNotTheSecond() {
    var alone = publish(files("A new shop"), omar);
    assertThat(alone.status()).isEqualTo(409);
    assertThat(alone.text()).contains("nobody has asked for just these files yet");

    ask(files("A new shop"), omar);

    assertThat(publish(files("A new shop"), omar).status()).isEqualTo(403);
    assertThat(publish(files("Another shop"), olga).status()).as("not asked for").isEqualTo(409);
    assertThat(running()).isEqualTo("The shop");
  }

  @Test
  void whatOneAskedForAnotherPublishesAndTheDraftKnows() {
    var draft = ask(files("A new shop"), dora);

    var published = good(publish(files("A new shop"), omar));

    assertThat(published.json().path("version").asInt()).isEqualTo(2);
    assertThat(running()).isEqualTo("A new shop");
    var after = server.get(draft, dora).json();
    assertThat(after.path("state").asText()).isEqualTo("published");
    assertThat(good(publish(files("A new shop"), olga)).json().path("changed").asBoolean())
        .as("what runs already may be published again by one")
        .isFalse();
  }

  @Test
  void anApprovalDoesNotHoldOverWhatWentLiveSince() {
    var draft = ask(files("A new shop"), dora);
    good(post(draft + "/approve", Map.of("rev", rev(server.get(draft, olga))), olga));
    ask(files("Another shop"), dora);
    good(publish(files("Another shop"), olga));

    var late = publish(files("A new shop"), omar);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("Something else went live");
    assertThat(running()).isEqualTo("Another shop");
  }

  @Test
  void askingOneselfLaterHidesNeitherAnApprovalNorWhatAnotherAskedFor() {
    ask(files("A new shop"), omar);
    var approved = ask(files("A new shop"), dora);
    good(post(approved + "/approve", Map.of("rev", rev(server.get(approved, olga))), olga));
    ask(files("A new shop"), omar);

    good(publish(files("A new shop"), omar));

    assertThat(server.get(approved, dora).json().path("state").asText()).isEqualTo("published");

    var asked = ask(files("Another shop"), dora);
    ask(files("Another shop"), omar);

    good(publish(files("Another shop"), omar));

    assertThat(server.get(asked, dora).json().path("state").asText()).isEqualTo("published");
  }

  @Test
  void anApprovalBesideAnotherVersionDoesNotHideThatSomebodyAskedAnew() {
    var old = ask(files("A new shop"), dora);
    good(post(old + "/approve", Map.of("rev", rev(server.get(old, olga))), olga));
    ask(files("Another shop"), dora);
    good(publish(files("Another shop"), olga));
    ask(files("A new shop"), dora);

    good(publish(files("A new shop"), omar));

    assertThat(running()).isEqualTo("A new shop");
  }

  @Test
  void aRefusalIsAnsweredAlikeWhereverItComesUp() {
    assertThat(status(DraftRefusal.UNKNOWN_DRAFT)).isEqualTo(404);
    assertThat(status(DraftRefusal.FILES_INVALID)).isEqualTo(400);
    assertThat(status(DraftRefusal.OWN_DRAFT)).isEqualTo(403);
    assertThat(status(DraftRefusal.CHANGED_MEANWHILE)).isEqualTo(409);
  }

  private static int status(DraftRefusal reason) {
    return catchThrowableOfType(
            HttpRefusal.class, () -> FourEyes.taken(new DraftChange.Refused(reason)))
        .problem()
        .status();
  }

  @Test
  void mistakesAreToldBeforeAnybodyIsAskedToLook() {
    var broken = publish(Map.of("blueprint.yaml", "id: [\n"), omar);

    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.json().path("problems")).isNotEmpty();
  }

  @Test
  void oneApproverBringsBackWhatRanAndADesignerDoesNot() {
    ask(files("A new shop"), dora);
    good(publish(files("A new shop"), omar));

    assertThat(post("/v1/blueprint/versions/1/restore", Map.of(), dora).status()).isEqualTo(403);
    assertThat(post("/v1/blueprint/versions/9/restore", Map.of(), omar).status())
        .as("what never ran")
        .isEqualTo(404);
    var back = good(post("/v1/blueprint/versions/1/restore", Map.of(), olga));

    assertThat(back.json().path("version").asInt()).isEqualTo(3);
    assertThat(running()).isEqualTo("The shop");
  }

  @Test
  void aKeyForBlueprintsPublishesAlone() {
    var made =
        server.workspace.keys().create(Actor.COMMAND_LINE, "Release", Set.of(Scope.BLUEPRINTS));

    good(publish(files("A new shop"), "Authorization", "Bearer " + made.secret().text()));

    assertThat(running()).isEqualTo("A new shop");
  }
}
