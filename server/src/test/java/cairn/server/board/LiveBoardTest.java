package cairn.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people on one map of a real server, each over a line of their own. */
final class LiveBoardTest {
  private static final String LEADER = "system:local";

  @TempDir private Path folder;
  private RunningServer running;
  private String board;

  @BeforeEach
  void start() {
    running = new RunningServer(folder);
    board = make("{\"title\":\"Our map\",\"template\":\"first-home\"}");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private String make(String body) {
    var made = running.post("/v1/boards", body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  private String[] guest(String name) {
    var link = running.post("/v1/boards/" + board + "/links", "{}").json();
    var joined =
        running.post(
            "/v1/join",
            "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(link.path("code").asText(), name));
    assertThat(joined.status()).as(joined.text()).isEqualTo(200);
    var cookie = joined.header("Set-Cookie");
    return new String[] {"Cookie", cookie.substring(0, cookie.indexOf(';'))};
  }

  @Test
  void aGuestIsNotToldHowManyPeopleARuleFits() {
    String alike = "/v1/boards/" + board + "/personas/anybody/alike";

    assertThat(running.get(alike + "?guest=1", guest("Ada")).status()).isEqualTo(403);
    assertThat(running.get(alike).status()).isEqualTo(404);
  }

  @Test
  void aGuestNeitherReadsWhatPublishingWouldDoNorPublishes() {
    String map = "/v1/boards/" + board;

    assertThat(running.get(map + "/plan?guest=1", guest("Ada")).status()).isEqualTo(403);
    var published = running.post(map + "/publish?guest=1", "{\"manner\":\"live\"}", guest("Ben"));

    assertThat(published.status()).as(published.text()).isEqualTo(403);
    assertThat(running.get("/v1/journeys").text()).doesNotContain("our-map");
    assertThat(running.get(map + "/plan").status()).isEqualTo(200);
  }

  @Test
  void aDeedThatCannotBeDoneSendsNobodyAway() {
    try (var ada = BoardPerson.on(running, board).join(0)) {
      ada.hears("welcome");

      var led =
          running.post(
              "/v1/boards/" + board + "/lead", "{\"deed\":\"begin\",\"agenda\":\"a year\"}");

      assertThat(led.status()).as(led.text()).isEqualTo(400);
      ada.note("still-here", LEADER, "n-still", "I am still here");
      ada.hears("revision", told -> told.toString().contains("I am still here"));
    }
  }

  @Test
  void aGestureCannotSayWhichJourneyAMapRunsAs() {
    try (var ada = BoardPerson.on(running, board).join(0)) {
      ada.hears("welcome");
      ada.say(
          """
          {"type":"batch","batch":{"id":"forged","author":"%s","label":"","ops":[
            {"op":"set","id":"board","fields":{"journey":"first-home"}}]}}\
          """
              .formatted(LEADER));

      assertThat(ada.hears("refused").path("code").asText()).isEqualTo("stamped_field");
    }
  }

  private BoardPerson guestOn(String name) {
    return BoardPerson.at(running, "/v1/boards/" + board + "/live?guest=1", guest(name));
  }

  @Test
  void aMapFromATemplateIsRichAtOnceAndListedWithItsCover() {
    var listed = running.get("/v1/boards").json();

    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("title").asText()).isEqualTo("Our map");
    assertThat(listed.get(0).path("cover").path("notes").asInt()).isGreaterThan(40);
    assertThat(listed.get(0).path("cover").path("curve").size()).isGreaterThan(5);
    var read = running.get("/v1/boards/" + board).json();
    assertThat(read.path("role").asText()).isEqualTo("facilitator");
    assertThat(read.path("snapshot").path("elements").size()).isGreaterThan(100);
  }

  @Test
  void whatOneWritesTheOtherSeesUnderTheSameNumber() {
    try (var leader = BoardPerson.on(running, board).join(0);
        var guest = guestOn("Ada").join(0)) {
      long rev = leader.hears("welcome").path("snapshot").path("rev").asLong();
      var welcome = guest.hears("welcome");
      assertThat(welcome.path("role").asText()).isEqualTo("guest");

      guest.note("b1", welcome.path("member").asText(), "mine", "I look at flats at night");

      assertThat(leader.hears("revision").path("rev").asLong()).isEqualTo(rev + 1);
      assertThat(guest.hears("revision").path("rev").asLong()).isEqualTo(rev + 1);
    }
  }

  @Test
  void whatIsWrittenInPrivateShowsAtTheReveal() {
    try (var leader = BoardPerson.on(running, board).join(0);
        var ada = guestOn("Ada").join(0);
        var ben = guestOn("Ben").join(0)) {
      var me = ada.hears("welcome").path("member").asText();
      ben.hears("welcome");
      leader.hears("welcome");
      leader.say(workshop("w1", "true"));
      ada.hears("revision");
      ben.hears("revision");

      ada.note("b1", me, "secret", "Nobody reads this yet");

      assertThat(ada.hears("revision").path("batch").path("ops")).hasSize(1);
      var hidden = ben.hears("revision").path("batch");
      assertThat(hidden.path("ops")).isEmpty();
      assertThat(hidden.path("author").asText()).isEmpty();
      leader.say(workshop("w2", "false"));
      assertThat(ben.hears("revision").toString()).contains("Nobody reads this yet");
    }
  }

  private static String workshop(String batch, String on) {
    return """
    {"type":"batch","batch":{"id":"%s","author":"%s","label":"","ops":[
      {"op":"put","element":{"kind":"workshop","id":"workshop","privateWriting":%s}}]}}\
    """
        .formatted(batch, LEADER, on);
  }

  @Test
  void whoForgesAnAuthorOrSpeaksNonsenseIsToldSoAndNothingIsLost() {
    try (var guest = guestOn("Ada").join(0)) {
      var me = guest.hears("welcome").path("member").asText();

      guest.note("b1", LEADER, "n", "As if by somebody else");
      assertThat(guest.hears("refused").path("code").asText()).isEqualTo("forged_author");
      guest.say("this is no message");
      assertThat(guest.hears("refused").path("code").asText()).isEqualTo("invalid");
      guest.say(workshop("b2", "true").replace(LEADER, me));
      assertThat(guest.hears("refused").path("code").asText()).isEqualTo("forbidden");
      guest.say(
          "{\"type\":\"batch\",\"batch\":{\"id\":\"b3\",\"author\":\"%s\",\"label\":\"\",\"ops\":["
                  .formatted(me)
              + "{\"op\":\"put\",\"element\":{\"kind\":\"dragon\",\"id\":\"d\"}}]}}");
      assertThat(guest.hears("refused").path("code").asText()).isEqualTo("unknown_kind");
      guest.note("b4", me, "n", "And this stands");
      assertThat(guest.hears("revision").toString()).contains("And this stands");
    }
  }

  @Test
  void whoeverIsRefusedIsToldWhyInTheirLanguage() {
    var path = "/v1/boards/" + board + "/live?guest=1";
    try (var german = BoardPerson.at(running, path + "&language=de", guest("Ada")).join(0);
        var english = BoardPerson.at(running, path, guest("Bo")).join(0)) {
      for (var person : List.of(german, english)) {
        var me = person.hears("welcome").path("member").asText();
        person.say(workshop("b1", "true").replace(LEADER, me));
      }

      assertThat(german.hears("refused").path("message").asText())
          .isEqualTo(
              "Gäste schreiben Notizen, parken Fragen und stimmen ab: "
                  + "Für mehr melden Sie sich an.");
      assertThat(english.hears("refused").path("message").asText())
          .isEqualTo("Guests write notes, park questions and vote: sign in to do more.");
    }
    var noSuch = running.get("/v1/boards/nothing", "Accept-Language", "de");
    assertThat(noSuch.json().path("code").asText()).isEqualTo("not_found");
    assertThat(noSuch.json().path("message").asText()).isEqualTo("Diese Landkarte gibt es nicht.");
  }

  @Test
  void whoComesBackGetsWhatWasMissedAndARepeatedGestureCountsOnce() {
    try (var leader = BoardPerson.on(running, board).join(0)) {
      long rev = leader.hears("welcome").path("snapshot").path("rev").asLong();
      leader.note("b1", LEADER, "n1", "First");
      leader.hears("revision");
      leader.note("b1", LEADER, "n1", "First");
      assertThat(leader.hears("repeated").path("rev").asLong()).isEqualTo(rev + 1);

      try (var back = BoardPerson.on(running, board).join(rev)) {
        assertThat(back.hears("resumed").path("missed")).hasSize(1);
      }
    }
  }

  @Test
  void aMapIsTheSameAfterTheServerWasStarted() {
    try (var leader = BoardPerson.on(running, board).join(0)) {
      leader.hears("welcome");
      for (int i = 0; i < 250; i++) {
        leader.note("b" + i, LEADER, "n" + i, "Note " + i);
      }
      leader.hears("revision", told -> told.path("batch").path("id").asText().equals("b249"));
    }
    var before = running.get("/v1/boards/" + board).json().path("snapshot");
    running.close();
    running = new RunningServer(folder);

    assertThat(running.get("/v1/boards/" + board).json().path("snapshot")).isEqualTo(before);
  }

  @Test
  void twentyPeopleAtOnceLoseNothingAndAllHearTheSameOrder() {
    var people = new ArrayList<BoardPerson>();
    try {
      for (int i = 0; i < 20; i++) {
        people.add(BoardPerson.on(running, board).join(0));
      }
      for (var person : people) {
        person.hears("welcome");
      }
      for (int round = 0; round < 5; round++) {
        for (int i = 0; i < people.size(); i++) {
          people.get(i).note("b" + i + "-" + round, LEADER, "n" + i + "-" + round, "Note");
        }
      }
      var orders = new HashSet<String>();
      for (var person : people) {
        var order = new StringBuilder();
        for (int i = 0; i < 100; i++) {
          var told = person.hears("revision");
          order.append(told.path("rev").asLong()).append(told.path("batch").path("id").asText());
        }
        orders.add(order.toString());
      }
      assertThat(orders).hasSize(1);
    } finally {
      people.forEach(BoardPerson::close);
    }
  }

  @Test
  void whereEverybodyIsComesGathered() {
    try (var leader = BoardPerson.on(running, board).join(0);
        var guest = guestOn("Ada").join(0)) {
      guest.hears("welcome");
      guest.say("{\"type\":\"here\",\"x\":1,\"y\":2,\"at\":\"lane-doing\",\"typing\":\"n1\"}");

      var frame =
          leader.hears(
              "people",
              told ->
                  told.path("people").size() == 2 && told.toString().contains("\"typing\":\"n1\""));
      assertThat(frame.toString()).contains("Ada");
    }
  }

  @Test
  void aClosedLinkSendsItsGuestsAwayAndAnotherSiteComesInNowhere() {
    var link = running.post("/v1/boards/" + board + "/links", "{}").json();
    var joined =
        running.post(
            "/v1/join", "{\"code\":\"%s\",\"name\":\"Ada\"}".formatted(link.path("code").asText()));
    var cookie = joined.header("Set-Cookie");
    cookie = cookie.substring(0, cookie.indexOf(';'));
    try (var guest =
        BoardPerson.at(running, "/v1/boards/" + board + "/live?guest=1", "Cookie", cookie)
            .join(0)) {
      guest.hears("welcome");
      running.delete("/v1/boards/" + board + "/links/" + link.path("id").asText());
      assertThat(guest.closedWith()).isEqualTo(1012);
    }
    try (var elsewhere = BoardPerson.on(running, board, "Origin", "https://elsewhere.example")) {
      assertThat(elsewhere.closedWith()).isEqualTo(4403);
    }
  }

  @Test
  void theWorkshopIsLedAndACaseIsWrittenFromTheMap() {
    assertThat(
            running
                .post(
                    "/v1/boards/" + board + "/lead",
                    "{\"deed\":\"begin\",\"agenda\":\"half-hour\"}")
                .status())
        .isEqualTo(204);
    assertThat(running.post("/v1/boards/" + board + "/lead", "{\"deed\":\"next\"}").status())
        .isEqualTo(204);
    var snapshot = running.get("/v1/boards/" + board).json().path("snapshot");
    String moment = "";
    String timer = "";
    for (var element : snapshot.path("elements")) {
      if (element.path("kind").asText().equals("moment")) {
        moment = element.path("id").asText();
      }
      if (element.path("kind").asText().equals("workshop")) {
        timer = element.path("timerEnds").asText();
      }
    }
    assertThat(timer).isNotEmpty();

    var made = running.post("/v1/boards/" + board + "/cases", "{\"moment\":\"" + moment + "\"}");

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    var id = made.json().path("id").asText();
    assertThat(running.get("/v1/boards/" + board).text()).contains(id);
    assertThat(running.get("/v1/boards/" + board + "/cases/" + id + "/stale").json()).isEmpty();
    var proposal = running.get("/v1/boards/" + board + "/proposal").json();
    assertThat(proposal.path("asked").asInt()).isPositive();
    assertThat(running.get("/v1/boards/" + board + "/export?as=csv").text()).startsWith("stage,");
  }
}
